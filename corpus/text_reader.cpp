// SPDX-License-Identifier: Apache-2.0
// Owns the format "text": decides from the widths of lines whether a document is hard-wrapped, then cuts or
// joins lines.
#include "corpus/text_reader.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "corpus/paragraph_kind.h"
#include "text/unicode.h"

namespace tongwen::corpus {
namespace {

constexpr std::size_t narrowest_wrap = 40;  // columns; shorter lines are verses, lists or talk
constexpr std::size_t widest_wrap = 120;

struct Line {
    text::ByteSpan span;     ///< trimmed
    std::size_t indent = 0;  ///< columns before it
    std::size_t width =
        0;  ///< columns, without the indent; at most a little more than `widest_wrap` are counted
    std::size_t first_word = 0;  ///< columns that its first word would take at the end of the line before
    bool ends_sentence = false;

    [[nodiscard]] bool blank() const { return span.empty(); }
};

bool is_wide_letter(char32_t c) { return text::is_han(c) || text::is_kana(c); }

bool ends_sentence(std::string_view line) {
    for (std::size_t offset = line.size(); offset > 0;) {
        const char32_t c = text::previous_code_point(line, offset);
        constexpr std::u32string_view closers = U"\"')]”’」』）》】";
        constexpr std::u32string_view enders = U".!?:;。！？：；…";
        if (closers.find(c) == std::u32string_view::npos) return enders.find(c) != std::u32string_view::npos;
    }
    return false;
}

/// The columns of `text` up to a white space or a character after which any text may break.
std::size_t first_word_width(std::string_view line) {
    constexpr std::size_t han_and_its_comma =
        4;  // a line may not begin with a comma, so two characters wrap at once
    std::size_t width = 0;
    for (std::size_t offset = 0; offset < line.size() && width <= widest_wrap;) {
        const char32_t c = text::next_code_point(line, offset);
        if (text::is_space(c)) break;
        if (is_wide_letter(c)) return width == 0 ? han_and_its_comma : width + 1;
        width += static_cast<std::size_t>(text::display_width(c));
    }
    return width + 1;  // and the space before it
}

std::size_t bounded_width(std::string_view line) {
    // A column takes at least half a byte, usually one: no need to measure a paragraph of a kilobyte.
    constexpr std::size_t enough = 4 * widest_wrap;
    return line.size() > enough ? 2 * widest_wrap : text::display_width(line);
}

Line measure(std::string_view text, text::ByteSpan whole) {
    const std::string_view trimmed = text::trim(whole.of(text));
    Line line;
    const auto begin = static_cast<std::size_t>(trimmed.data() - text.data());
    line.span = {begin, begin + trimmed.size()};
    if (trimmed.empty()) return line;
    line.indent = bounded_width(text.substr(whole.begin, begin - whole.begin));
    line.width = bounded_width(trimmed);
    line.first_word = first_word_width(trimmed);
    line.ends_sentence = ends_sentence(trimmed);
    return line;
}

std::vector<Line> measure_lines(std::string_view text) {
    std::vector<Line> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back(measure(text, {begin, end}));
        begin = end + 1;
    }
    return lines;
}

/// The column at which a document wraps its lines; 0 when it does not.
class Wrapping {
  public:
    explicit Wrapping(const std::vector<Line>& lines, std::string_view text) {
        std::vector<std::size_t> widths;
        for (std::size_t i = 0; i + 1 < lines.size(); ++i)
            if (is_break(lines[i], lines[i + 1])) widths.push_back(lines[i].indent + lines[i].width);
        if (widths.empty()) return;
        // The 95th per cent: an address or a table may be wider than all else.
        const auto high = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 95 / 100);
        std::nth_element(widths.begin(), high, widths.end());
        column_ = *high;
        if (column_ < narrowest_wrap || column_ > widest_wrap || !has_evidence(lines, text)) column_ = 0;
    }

    [[nodiscard]] bool found() const { return column_ != 0; }

    /// Whether `next` (or its first word) would have fitted behind `line`: then somebody meant to break
    /// there.
    [[nodiscard]] bool fits(const Line& line, const Line& next) const {
        return line.indent + line.width + next.first_word <= column_;
    }

    [[nodiscard]] bool is_short(const Line& line) const {
        return (line.indent + line.width) * 10 < column_ * 6;
    }

  private:
    static bool is_break(const Line& line, const Line& next) { return !line.blank() && !next.blank(); }

    [[nodiscard]] bool has_evidence(const std::vector<Line>& lines, std::string_view text) const {
        std::size_t breaks = 0;
        std::size_t full = 0;
        std::size_t flowing = 0;
        std::size_t continued = 0;
        for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
            if (!is_break(lines[i], lines[i + 1])) continue;
            ++breaks;
            full += fits(lines[i], lines[i + 1]) ? 0 : 1;
            flowing += lines[i].ends_sentence ? 0 : 1;
            std::size_t begin = lines[i + 1].span.begin;
            const char32_t c = text::next_code_point(text, begin);
            continued += text::is_letter(c) && !text::is_upper(c) && !is_wide_letter(c) ? 1 : 0;
        }
        constexpr std::size_t few = 3;  // so few that each has to speak for itself
        if (breaks < few) return full == breaks && continued == breaks;
        return full * 10 >= breaks * 6 && flowing * 2 >= breaks;
    }

    std::size_t column_ = 0;
};

/// Whether `next` begins a paragraph of its own although no blank line is before it.
bool begins_paragraph(const Wrapping& wrapping, const Line& line, const Line& next, std::string_view text,
                      bool line_has_marker) {
    if (wrapping.fits(line, next) && (line.ends_sentence || wrapping.is_short(line))) return true;
    const std::string_view words = next.span.of(text);
    if (list_marker_size(words) != 0) {
        // A number can come to stand at the beginning of a line by chance ("in\n12. May").
        const bool is_number = text::is_digit(static_cast<unsigned char>(words.front()));
        return !is_number || line.ends_sentence || line_has_marker;
    }
    return line.ends_sentence && !line_has_marker && next.indent > line.indent + 1;
}

std::vector<RawParagraph> join_lines(const std::vector<Line>& lines, const Wrapping& wrapping,
                                     std::string_view text) {
    std::vector<RawParagraph> paragraphs;
    const Line* previous = nullptr;
    bool has_marker = false;
    for (const Line& line : lines) {
        if (!line.blank()) {
            if (previous == nullptr || begins_paragraph(wrapping, *previous, line, text, has_marker)) {
                paragraphs.push_back({line.span, Kind::body, 0});
                has_marker = list_marker_size(line.span.of(text)) != 0;
            } else {
                paragraphs.back().span.end = line.span.end;
            }
        }
        previous = line.blank() ? nullptr : &line;
    }
    return paragraphs;
}

}  // namespace

RawText read_text(std::string utf8) {
    RawText raw;
    raw.text = std::move(utf8);
    const std::vector<Line> lines = measure_lines(raw.text);
    const Wrapping wrapping(lines, raw.text);
    if (wrapping.found()) {
        raw.paragraphs = join_lines(lines, wrapping, raw.text);
        return raw;
    }
    for (const Line& line : lines)
        if (!line.blank()) raw.paragraphs.push_back({line.span, Kind::body, 0});
    return raw;
}

}  // namespace tongwen::corpus
