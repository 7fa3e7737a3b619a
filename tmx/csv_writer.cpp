// SPDX-License-Identifier: Apache-2.0
// Owns the bytes of a file of comma-separated values, and what keeps spreadsheets from changing them.
#include "tmx/csv_writer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/unicode.h"
#include "tmx/segment_text.h"
#include "tmx/table_writer.h"

namespace tongwen::tmx {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Words that make a date or a number of the digits beside them.
constexpr auto date_words = std::to_array<std::string_view>(
    {"january",  "february", "march", "april", "june", "july", "august", "september", "october", "november",
     "december", "jan",      "feb",   "mar",   "apr",  "may",  "jun",    "jul",       "aug",     "sep",
     "oct",      "nov",      "dec",   "am",    "pm",   "年",   "月",     "日",        "时",      "分",
     "秒",       "上午",     "下午",  "€",     "£",    "¥",    "￥"});

/// Takes one sign of a number or a date from the front; false where another stands there.
bool take_sign(std::string_view& rest) {
    if (std::string_view("0123456789 .,:/%-+()$e").find(rest.front()) != std::string_view::npos) {
        rest.remove_prefix(1);
        return true;
    }
    const auto* const word =
        std::ranges::find_if(date_words, [rest](std::string_view one) { return rest.starts_with(one); });
    if (word == date_words.end()) return false;
    rest.remove_prefix(word->size());
    return true;
}

/// Stays as it is, though a spreadsheet takes it for a number.
bool is_plain_number(std::string_view text) {
    constexpr std::size_t exact_digits = 15;  // of a double
    return text == "0" || (text.size() <= exact_digits && text.front() != '0' &&
                           text.find_first_not_of("0123456789") == std::string_view::npos);
}

bool reads_as_value(std::string_view text) {
    constexpr std::size_t longest = 40;  // bytes; no spreadsheet takes more for a number or a date
    if (text.size() > longest) return false;
    const std::string lower = text::to_lower(text);
    if (lower == "true" || lower == "false") return true;
    if (lower.find_first_of("0123456789") == std::string::npos || is_plain_number(lower)) return false;
    std::string_view rest = lower;
    while (!rest.empty())
        if (!take_sign(rest)) return false;
    return true;
}

/// What a guard stands before, behind any apostrophes.
bool needs_guard(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
    if (text.empty()) return false;
    return std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos || reads_as_value(text);
}

std::string quote(const std::string& cell) {
    if (cell.find_first_of(",;\t\"\r\n") == std::string::npos) return cell;
    std::string out = "\"";
    for (const char c : cell) out.append(c == '"' ? 2 : 1, c);
    return out += '"';
}

/// Texts, and what people wrote, are guarded; our own numbers may be numbers.
bool is_written_by_people(std::size_t column) {
    const auto which = static_cast<Column>(column);
    return which == Column::id || which == Column::source || which == Column::target ||
           which == Column::source_file || which == Column::source_segments ||
           which == Column::target_segments || which == Column::shape || which == Column::notes ||
           which == Column::reviewer || which == Column::entry;
}

class CsvWriter final : public TableWriter {
  public:
    CsvWriter(Output output, WriterOptions options)
        : TableWriter(std::move(options)),
          output_(this->options().utf16 ? to_utf16(std::move(output)) : std::move(output)) {
        if (!this->options().utf16) output_(byte_order_mark);
        CsvWriter::put(head());
    }

  private:
    void put(const Fields& row) override {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) line += ',';
            line += quote(is_written_by_people(i) ? guard_cell(row[i]) : row[i]);
        }
        output_(line += "\r\n");
    }

    Output output_;
};

}  // namespace

std::string guard_cell(std::string_view text) {
    return needs_guard(text) ? '\'' + std::string(text) : std::string(text);
}

std::string_view unguard_cell(std::string_view cell) {
    if (cell.starts_with('\'') && needs_guard(cell)) cell.remove_prefix(1);
    return cell;
}

std::unique_ptr<UnitWriter> make_csv_writer(Output output, WriterOptions options) {
    return std::make_unique<CsvWriter>(std::move(output), std::move(options));
}

}  // namespace tongwen::tmx
