// SPDX-License-Identifier: Apache-2.0
// Owns an alignment file as a whole: snapshot, ledger, and a last line that a power cut tore.
#include "review/alignment_file.h"

#include <stdexcept>
#include <utility>

#include "review/file_paths.h"
#include "review/json_text.h"
#include "review/snapshot.h"
#include "text/files.h"

namespace tongwen::review {
namespace {

namespace fs = std::filesystem;

/// Where the reviewer stood, in which mode: a line of the ledger that is no decision.
struct Place {
    std::size_t bead = 0;
    bool source_anchored = false;
};

std::optional<Place> parse_place(std::string_view line) {
    if (!line.starts_with(R"({"place")")) return std::nullopt;
    JsonScanner scanner(line);
    Place place;
    std::string key;
    scanner.begin_object();
    while (scanner.next_key(key)) {
        if (key == "place") {
            place.bead = scanner.whole_number();
        } else if (key == "source_anchored") {
            place.source_anchored = scanner.boolean();
        } else {
            scanner.skip();
        }
    }
    scanner.end();
    return place;
}

/// Goes through the lines of a file, with their numbers and where they end.
class Lines {
  public:
    explicit Lines(std::string_view bytes) : bytes_(bytes) {}

    /// The next line that has a line end, without it; nothing when there is none.
    std::optional<std::string_view> next() {
        const std::size_t end = bytes_.find('\n', end_);
        if (end == std::string_view::npos) return std::nullopt;
        const std::string_view line = bytes_.substr(end_, end - end_);
        end_ = end + 1;
        ++number_;
        return line;
    }
    [[nodiscard]] std::size_t number() const { return number_; }  ///< of the last one, from 1
    [[nodiscard]] std::size_t end() const { return end_; }        ///< of the last one, with its line end
    [[nodiscard]] std::size_t left() const { return bytes_.size() - end_; }

  private:
    std::string_view bytes_;
    std::size_t end_ = 0;
    std::size_t number_ = 0;
};

[[noreturn]] void refuse_line(const fs::path& path, std::size_t line, std::string what) {
    throw text::InputError(
        {"bad-alignment-file", text::Severity::error, {path.string(), line}, {std::move(what)}});
}

/// Reads the snapshot's lines.
AlignmentFile read_snapshot(Lines& lines, const fs::path& path) {
    SnapshotReader reader(home_of(path));
    while (!reader.done()) {
        const auto line = lines.next();
        if (!line) refuse_line(path, lines.number() + 1, "ends early");
        try {
            reader.read(*line);
        } catch (const BadLine& bad) {
            refuse_line(path, lines.number(), bad.what);
        } catch (const NewerVersion& newer) {
            throw text::InputError({"newer-alignment-file",
                                    text::Severity::error,
                                    {path.string()},
                                    {std::to_string(newer.version), std::to_string(newest_version)}});
        } catch (const std::invalid_argument&) {
            refuse_line(path, lines.number(), "not as expected");
        }
    }
    return reader.take();
}

/// The ledger's lines.
struct Ledger {
    std::vector<Entry> entries;
    std::vector<std::size_t> line_numbers;  ///< of the entries
    Place place;
    std::size_t end = 0;        ///< of what can be read
    std::size_t torn_line = 0;  ///< the first line that cannot; 0: none
};

void read_ledger_line(std::string_view line, std::size_t number, Ledger& ledger) {
    if (const auto place = parse_place(line)) {
        ledger.place = *place;
        return;
    }
    ledger.entries.push_back(parse_entry(line));
    ledger.line_numbers.push_back(number);
}

/// A power cut tears the end of a file only: what cannot be read, with something that can behind it, is
/// damage of another kind, and nothing to pass over.
Ledger read_ledger(Lines& lines, const fs::path& path) {
    Ledger ledger;
    ledger.end = lines.end();
    while (const auto line = lines.next()) {
        try {
            read_ledger_line(*line, lines.number(), ledger);
        } catch (const std::invalid_argument&) {
            if (ledger.torn_line == 0) ledger.torn_line = lines.number();
            continue;
        }
        if (ledger.torn_line != 0) refuse_line(path, ledger.torn_line, "not as expected");
        ledger.end = lines.end();
    }
    if (ledger.torn_line == 0 && lines.left() > 0) ledger.torn_line = lines.number() + 1;
    return ledger;
}

void replay(Review& review, Ledger& ledger, const fs::path& path) {
    const std::size_t count = ledger.entries.size();
    const std::size_t done = review.replay(std::move(ledger.entries));
    if (done < count) refuse_line(path, ledger.line_numbers[done], "entry does not fit");
    review.source_anchored = ledger.place.source_anchored;
    const std::size_t last = review.beads().empty() ? 0 : review.beads().size() - 1;
    review.cursor = std::min(ledger.place.bead, last);
}

std::string place_line(std::size_t bead, bool source_anchored) {
    std::string line = "{";
    append_member(line, "place", std::uint64_t{bead});
    append_member(line, "source_anchored", source_anchored);
    return line + '}';
}

}  // namespace

bool is_alignment_file(std::string_view first_bytes) {
    constexpr std::string_view beginning = R"({"format":"tongwen-review")";
    static_assert(beginning.find(format_name) != std::string_view::npos);
    return first_bytes.starts_with(beginning);
}

AlignmentFile read_alignment_file(const fs::path& path, const text::DiagnosticSink& sink) {
    return parse_alignment_file(text::read_file(path), path, sink);
}

AlignmentFile parse_alignment_file(std::string_view bytes, const fs::path& path,
                                   const text::DiagnosticSink& sink) {
    if (!is_alignment_file(bytes))
        throw text::InputError({"not-an-alignment-file", text::Severity::error, {path.string()}});
    Lines lines(bytes);
    AlignmentFile file = read_snapshot(lines, path);
    Ledger ledger = read_ledger(lines, path);
    replay(file.review, ledger, path);
    file.good_bytes = ledger.end;
    if (ledger.torn_line != 0) {
        sink({"torn-ledger",
              text::Severity::warning,
              {path.string(), ledger.torn_line},
              {std::to_string(ledger.torn_line), std::to_string(bytes.size() - ledger.end)}});
    }
    return file;
}

void write_alignment(const AlignmentFile& file, const fs::path& path,
                     const std::function<void(std::string_view)>& receive) {
    const auto write_line = [&receive](std::string_view line) {
        receive(line);
        receive("\n");
    };
    write_snapshot(file, home_of(path), write_line);
    for (const Entry& entry : file.review.ledger()) write_line(spell(entry));
    if (file.review.cursor != 0 || file.review.source_anchored)
        write_line(place_line(file.review.cursor, file.review.source_anchored));
}

void write_alignment_file(const fs::path& path, const AlignmentFile& file) {
    text::AtomicFile out(path);
    write_alignment(file, path, [&out](std::string_view bytes) { out.write(bytes); });
    out.commit();
}

void LedgerFile::append_place(std::size_t bead, bool source_anchored) {
    write(place_line(bead, source_anchored), false);
}

void LedgerFile::append(const Entry& entry) { write(spell(entry), true); }

void LedgerFile::append(std::span<const Entry> entries) {
    std::string lines;
    for (const Entry& entry : entries) lines.append(lines.empty() ? "" : "\n").append(spell(entry));
    if (!lines.empty()) write(std::move(lines), true);
}

}  // namespace tongwen::review
