// SPDX-License-Identifier: Apache-2.0
// Owns where cells and rows end, and which encoding they are in.
#include "tmx/separated_rows.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/encoding.h"
#include "text/decoded_source.h"
#include "text/unicode.h"
#include "tmx/csv_writer.h"
#include "tmx/table_reader.h"

namespace tongwen::tmx {
namespace {

constexpr std::size_t piece_size = std::size_t{1} << 16;
constexpr std::size_t row_limit = std::size_t{64} << 20;  // bytes

/// What was read already, then the rest.
class Rejoined final : public text::ByteSource {
  public:
    Rejoined(std::string begin, std::unique_ptr<text::ByteSource> rest)
        : begin_(std::move(begin)), rest_(std::move(rest)) {}
    std::size_t read(char* into, std::size_t most) override {
        if (at_ == begin_.size()) return rest_->read(into, most);
        const std::size_t count = std::min(most, begin_.size() - at_);
        std::memcpy(into, begin_.data() + at_, count);
        at_ += count;
        return count;
    }

  private:
    std::string begin_;
    std::size_t at_ = 0;
    std::unique_ptr<text::ByteSource> rest_;
};

/// A text in the encoding that its beginning looks like.
std::unique_ptr<text::DecodedSource> decode_table(std::unique_ptr<text::ByteSource> bytes,
                                                  const ReaderOptions& options) {
    std::string begin(4 * piece_size, '\0');
    std::size_t size = 0;
    for (std::size_t count = 1; count > 0 && size < begin.size(); size += count)
        count = bytes->read(begin.data() + size, begin.size() - size);
    begin.resize(size);
    const text::DiagnosticSink ignore = [](const text::Diagnostic&) {};
    std::string charset = "UTF-8";
    try {
        // The last character may be cut: what is behind the last line end is left out.
        const std::size_t whole = begin.rfind('\n');
        charset =
            corpus::decode(begin.substr(0, size == 4 * piece_size ? whole : size), "", options.file, ignore)
                .evidence.name;
    } catch (const text::InputError&) {  // empty, or none that is known: UTF-8, and its oddities are told
    }
    auto all = std::make_unique<Rejoined>(std::move(begin), std::move(bytes));
    if (charset.starts_with("UTF-")) return text::decode_text(std::move(all));
    options.sink({"table-encoding", text::Severity::note, {options.file}, {charset}});
    return text::decode_as(std::move(all), charset);
}

/// Which cells are quoted.
enum class Quoting {
    all,     ///< that begin with a quotation mark
    doubled  ///< whose quotation marks are all doubled; a row that has too few cells is read as `all`
};

class SeparatedRows final : public RowSource {
  public:
    SeparatedRows(std::unique_ptr<text::DecodedSource> text, const ReaderOptions& options, bool tabs)
        : text_(std::move(text)), oddities_(options.file, options.sink), file_(options.file) {
        separator_ = tabs ? '\t' : ',';
        while (first_line_end() == std::string::npos && buffer_.size() < row_limit && more()) {
        }
        look_at_first_line(tabs);
    }

    [[nodiscard]] std::size_t line() const override { return line_; }

    bool next(Fields& row, std::size_t least) override {
        if (!have(at_)) return false;
        ++number_;
        line_ = next_line_;
        const std::size_t begin = at_;
        read_row(row, quoting_ == Quoting::all);
        const bool may_go_on = row.size() < least && row.back().starts_with('"');
        if (quoting_ == Quoting::doubled && may_go_on && has_closing_quote(begin)) {
            at_ = begin;
            read_row(row, true);
        } else if (quoting_ == Quoting::doubled) {
            for (std::string& cell : row) unquote_doubled(cell);
        }
        forget(begin);
        return true;
    }

  private:
    /// Whether there is a byte at that offset of the buffer.
    bool have(std::size_t offset) {
        while (offset >= buffer_.size())
            if (!more()) return false;
        return true;
    }

    bool more() {
        if (buffer_.size() > row_limit)
            throw text::InputError({"table-row-too-long",
                                    text::Severity::error,
                                    {file_, line_},
                                    {std::to_string(row_limit >> 20)}});
        const std::size_t size = buffer_.size();
        buffer_.resize(size + piece_size);
        const std::size_t count = text_->read(buffer_.data() + size, piece_size);
        buffer_.resize(size + count);
        if (text_->bad_count() != said_bad_) {
            oddities_.say("undecodable-near-unit", next_line_, number_,
                          {std::to_string(text_->bad_count() - said_bad_), text_->charset()});
            said_bad_ = text_->bad_count();
        }
        return count > 0;
    }

    [[nodiscard]] std::size_t first_line_end() const { return buffer_.find_first_of("\r\n"); }

    void look_at_first_line(bool tabs) {
        std::size_t end = std::min(first_line_end(), buffer_.size());
        std::string_view line = std::string_view(buffer_).substr(0, end);
        if (line.size() == 5 && line.starts_with("sep=")) {  // Excel's way to say it
            separator_ = line[4];
            at_ = std::min(buffer_.find_first_not_of("\r\n"), end);
            skip_line_end(end);
        } else if (!tabs || line.find('\t') == std::string_view::npos) {
            choose_separator(line);
        }
        const bool excel = end + 1 < buffer_.size() && buffer_[end] == '\r';
        quoting_ = tabs && !excel ? Quoting::doubled : Quoting::all;
    }

    void skip_line_end(std::size_t end) {
        at_ = end;
        if (have(at_) && buffer_[at_] == '\r') ++at_;
        if (have(at_) && buffer_[at_] == '\n') ++at_;
        ++next_line_;
    }

    void choose_separator(std::string_view line) {
        std::ptrdiff_t most = 0;
        for (const char candidate : {separator_, ',', ';', '\t'}) {
            bool quoted = false;
            std::ptrdiff_t count = 0;
            for (const char c : line) {
                if (c == '"') quoted = !quoted;
                if (c == candidate && !quoted) ++count;
            }
            if (count > most) {
                most = count;
                separator_ = candidate;
            }
        }
    }

    /// From `at_` on; moves it behind the row's line end.
    void read_row(Fields& row, bool quoted) {
        row.clear();
        for (;;) {
            row.emplace_back();
            if (quoted && have(at_) && buffer_[at_] == '"') read_quoted(row.back());
            read_plain(row.back());
            if (!have(at_)) return;
            const char c = buffer_[at_++];
            if (c == separator_) continue;
            if (c == '\r' && have(at_) && buffer_[at_] == '\n') ++at_;
            return;
        }
    }

    void read_plain(std::string& cell) {
        const char ends[] = {separator_, '\r', '\n'};
        for (;;) {
            const std::size_t end = std::min(
                std::string_view(buffer_).find_first_of(std::string_view(ends, 3), at_), buffer_.size());
            cell.append(buffer_, at_, end - at_);
            at_ = end;
            if (end < buffer_.size() || !more()) return;
        }
    }

    /// What stands between quotation marks; `at_` is at the first.
    void read_quoted(std::string& cell) {
        for (++at_;;) {
            if (!have(at_))
                throw text::InputError({"table-open-quote", text::Severity::error, {file_, line_}});
            const std::size_t end = std::min(buffer_.find('"', at_), buffer_.size());
            cell.append(buffer_, at_, end - at_);
            at_ = end;
            if (end == buffer_.size()) continue;
            ++at_;
            if (!have(at_) || buffer_[at_] != '"') return;
            cell += buffer_[at_++];
        }
    }

    /// Whether the row that begins there could be read with its quotation marks, its end not being the
    /// file's.
    bool has_closing_quote(std::size_t begin) {
        constexpr std::size_t far = 1 << 20;  // bytes: what is farther off is no end of this cell
        std::size_t count = 0;
        for (std::size_t i = begin; i < begin + far && have(i); ++i) {
            if (buffer_[i] == '"') ++count;
            if ((buffer_[i] == separator_ || buffer_[i] == '\n') && i >= at_ && count % 2 == 0) return true;
        }
        return count % 2 == 0;
    }

    static void unquote_doubled(std::string& cell) {
        if (cell.size() < 4 || !cell.starts_with('"') || !cell.ends_with('"')) return;
        std::string inner;
        bool doubled = false;
        for (std::size_t i = 1; i + 1 < cell.size(); ++i) {
            inner += cell[i];
            if (cell[i] != '"') continue;
            if (i + 2 >= cell.size() || cell[i + 1] != '"') return;
            doubled = true;
            ++i;
        }
        if (doubled) cell = std::move(inner);
    }

    void forget(std::size_t begin) {
        next_line_ +=
            static_cast<std::size_t>(std::count(buffer_.begin() + static_cast<std::ptrdiff_t>(begin),
                                                buffer_.begin() + static_cast<std::ptrdiff_t>(at_), '\n'));
        if (at_ < piece_size) return;
        buffer_.erase(0, at_);
        at_ = 0;
    }

    std::unique_ptr<text::DecodedSource> text_;
    Oddities oddities_;
    std::string file_;
    std::string buffer_;
    std::size_t at_ = 0;
    char separator_ = ',';
    Quoting quoting_ = Quoting::all;
    std::size_t line_ = 1;
    std::size_t next_line_ = 1;
    std::size_t number_ = 0;
    std::size_t said_bad_ = 0;
};

std::string unescape(std::string&& cell) {
    if (cell.find('\\') == std::string::npos) return std::move(cell);
    std::string out;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        constexpr std::string_view letters = "tnr\\";
        const std::size_t which =
            cell[i] == '\\' && i + 1 < cell.size() ? letters.find(cell[i + 1]) : std::string_view::npos;
        if (which == std::string_view::npos) {
            out += cell[i];
        } else {
            out += "\t\n\r\\"[which];
            ++i;
        }
    }
    return out;
}

std::string unguard(std::string&& cell) { return std::string(unguard_cell(cell)); }

}  // namespace

std::unique_ptr<UnitReader> make_csv_reader(std::unique_ptr<text::ByteSource> bytes, ReaderOptions options) {
    auto rows = std::make_unique<SeparatedRows>(decode_table(std::move(bytes), options), options, false);
    return std::make_unique<TableReader>(std::move(rows), options, unguard);
}

std::unique_ptr<UnitReader> make_tsv_reader(std::unique_ptr<text::ByteSource> bytes, ReaderOptions options) {
    auto rows = std::make_unique<SeparatedRows>(decode_table(std::move(bytes), options), options, true);
    return std::make_unique<TableReader>(std::move(rows), options, unescape);
}

}  // namespace tongwen::tmx
