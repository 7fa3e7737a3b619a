// SPDX-License-Identifier: Apache-2.0
// Owns the format of files of beads.
#include "align/bead_file.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "text/diagnostic.h"
#include "text/files.h"

namespace tongwen::align {
namespace {

/// 256 MiB: tens of millions of beads, which take some ten times as much memory.
constexpr std::size_t most_bytes = std::size_t{1} << 28;
/// A longer line would not help who reads the message.
constexpr std::size_t longest_excerpt = 1000;

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

struct Line {
    std::string_view text;
    std::size_t number;  ///< from 1
};

/// Reads one line from left to right.
class LineParser {
  public:
    LineParser(const Line& line, const std::filesystem::path& path) : line_(line), path_(path) {}

    ListedBead parse() {
        ListedBead bead;
        bead.source = parse_side();
        expect(':');
        bead.target = parse_side();
        third_field_ = skip_blanks() && line_.text[at_] == ':';
        if (third_field_) bead.confidence = parse_confidence();
        return bead;
    }
    /// Whether the line has a third field, confidence or not.
    [[nodiscard]] bool has_third_field() const { return third_field_; }

    [[noreturn]] void fail(std::string id, std::vector<std::string> arguments = {}) const {
        const std::string excerpt(line_.text.size() <= longest_excerpt ? line_.text : std::string_view());
        // All that stands before the place of an error is ASCII, so bytes are characters.
        throw text::InputError({std::move(id),
                                text::Severity::error,
                                {path_.string(), line_.number, at_ + 1, excerpt},
                                std::move(arguments)});
    }

  private:
    /// Whether anything is left.
    bool skip_blanks() {
        while (at_ < line_.text.size() && is_blank(line_.text[at_])) ++at_;
        return at_ < line_.text.size();
    }

    void expect(char c) {
        if (!skip_blanks() || line_.text[at_] != c) fail("bad-bead");
        ++at_;
    }

    std::uint32_t parse_index() {
        std::uint32_t index = 0;
        const char* const begin = line_.text.data() + at_;
        const auto [end, error] = std::from_chars(begin, line_.text.data() + line_.text.size(), index);
        if (error != std::errc{}) fail("bad-bead");
        at_ += static_cast<std::size_t>(end - begin);
        return index;
    }

    std::vector<std::uint32_t> parse_side() {
        expect('[');
        std::vector<std::uint32_t> side;
        for (;;) {
            if (!skip_blanks()) fail("bad-bead");
            const char c = line_.text[at_];
            if (c >= '0' && c <= '9') {
                side.push_back(parse_index());
                continue;
            }
            if (c != ',' && c != ']') fail("bad-bead");
            ++at_;
            if (c == ']') return side;
        }
    }

    std::optional<double> parse_confidence() {
        ++at_;
        skip_blanks();
        double value = 0;
        const char* const last = line_.text.data() + line_.text.size();
        const auto [end, error] = std::from_chars(line_.text.data() + at_, last, value);
        // Written so that NaN is none either.
        const bool good = error == std::errc{} && value >= 0 && value <= 1;
        return good ? std::optional(value) : std::nullopt;
    }

    Line line_;
    const std::filesystem::path& path_;
    std::size_t at_ = 0;
    bool third_field_ = false;
};

/// The file's lines that are not blank.
std::vector<Line> lines_of(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    std::vector<Line> lines;
    for (std::size_t begin = 0, number = 1; begin < text.size(); ++number) {
        const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
        std::string_view line = text.substr(begin, end - begin);
        while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
        if (!line.empty()) lines.push_back({line, number});
        begin = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
    }
    return lines;
}

using Side = std::vector<std::uint32_t> ListedBead::*;

/// The first bead that goes over the limit, and the segment that does.
struct Excess {
    std::size_t bead;
    std::uint32_t segment;
};

std::optional<Excess> find_excess(const std::vector<ListedBead>& beads, Side side) {
    std::vector<std::pair<std::uint32_t, std::size_t>> uses;  // segment and bead
    for (std::size_t b = 0; b < beads.size(); ++b)
        for (const std::uint32_t index : beads[b].*side) uses.emplace_back(index, b);
    std::ranges::sort(uses);
    // A bead that names a segment twice holds it once.
    uses.erase(std::unique(uses.begin(), uses.end()), uses.end());
    std::optional<Excess> first;
    for (std::size_t k = most_beads_of_segment; k < uses.size(); ++k) {
        const auto& [segment, bead] = uses[k];
        if (uses[k - most_beads_of_segment].first != segment) continue;
        if (!first || bead < first->bead) first = Excess{bead, segment};
    }
    return first;
}

}  // namespace

std::vector<ListedBead> parse_beads(std::string_view text, const std::filesystem::path& path) {
    const std::vector<Line> lines = lines_of(text);
    std::vector<ListedBead> beads;
    beads.reserve(lines.size());
    bool confidences = true;
    for (const Line& line : lines) {
        LineParser parser(line, path);
        beads.push_back(parser.parse());
        confidences = confidences && (beads.back().confidence || !parser.has_third_field());
    }
    for (const Side side : {&ListedBead::source, &ListedBead::target}) {
        const auto excess = find_excess(beads, side);
        if (!excess) continue;
        LineParser(lines[excess->bead], path)
            .fail("too-many-beads", {std::to_string(excess->segment), std::to_string(most_beads_of_segment)});
    }
    if (!confidences)
        for (ListedBead& bead : beads) bead.confidence.reset();
    return beads;
}

std::vector<ListedBead> read_beads(const std::filesystem::path& path) {
    return parse_beads(text::read_file(path == "-" ? "/dev/stdin" : path, most_bytes), path);
}

}  // namespace tongwen::align
