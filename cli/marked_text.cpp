// SPDX-License-Identifier: Apache-2.0
// Owns the way from spans of a document's text to what is left of them on lines.
#include "cli/marked_text.h"

#include <algorithm>

#include "cli/line_breaking.h"
#include "text/unicode.h"
#include "tmx/units.h"

namespace tongwen::cli {
namespace {

/// The look of every byte.
std::vector<Look> looks_of(std::size_t size, std::size_t origin, const std::vector<TextMark>& marks) {
    std::vector<Look> looks(size, look::plain);
    for (const TextMark& mark : marks) {
        const std::size_t begin = std::max(mark.span.begin, origin) - origin;
        const std::size_t end = std::min(std::max(mark.span.end, origin) - origin, size);
        for (std::size_t i = begin; i < end; ++i) looks[i] = static_cast<Look>(looks[i] | mark.look);
    }
    return looks;
}

/// The looks of a text's bytes, for what is left of the text when white space and controls were dropped, and
/// others replaced. What is left stands in the same order.
std::vector<Look> carry_over(std::string_view original, const std::vector<Look>& looks,
                             std::string_view left) {
    std::vector<Look> carried(left.size(), look::plain);
    std::size_t from = 0;
    for (std::size_t at = 0; at < left.size();) {
        const std::size_t begin = at;
        const char32_t wanted = text::next_code_point(left, at);
        while (from < original.size()) {
            const std::size_t place = from;
            const char32_t c = text::next_code_point(original, from);
            const bool same = c == wanted || (wanted == U' ' && text::is_space(c)) ||
                              (wanted == 0xFFFD && text::display_width(c) == 0);
            if (!same) continue;
            std::fill(carried.begin() + static_cast<std::ptrdiff_t>(begin),
                      carried.begin() + static_cast<std::ptrdiff_t>(at), looks[place]);
            break;
        }
    }
    return carried;
}

StyledLine pieces_of(const std::string& line, const std::vector<Look>& looks) {
    StyledLine pieces;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (pieces.empty() || pieces.back().look != looks[i]) pieces.push_back({"", looks[i]});
        pieces.back().text += line[i];
    }
    return pieces;
}

std::vector<StyledLine> wrap_looks(std::string_view text, const std::vector<Look>& looks, WrapWidth width) {
    std::vector<StyledLine> lines;
    std::size_t from = 0;
    for (const std::string& line : wrap(text, width.columns, width.ambiguous)) {
        // Only spaces go between lines, and runs of them within one.
        std::vector<Look> line_looks;
        for (const char byte : line) {
            while (from < text.size() && text[from] != byte) ++from;
            line_looks.push_back(from < looks.size() ? looks[from] : look::plain);
            ++from;
        }
        lines.push_back(pieces_of(line, line_looks));
    }
    return lines;
}

}  // namespace

std::vector<StyledLine> wrap_segment(const corpus::Document& document, std::size_t segment,
                                     const std::vector<TextMark>& marks, WrapWidth width) {
    const std::string_view original = document.segment_text(segment);
    const std::string text = legible(tmx::one_line(original, document.language));
    if (marks.empty()) return wrap_looks(text, std::vector<Look>(text.size(), look::plain), width);
    const std::vector<Look> looks = looks_of(original.size(), document.segments[segment].span.begin, marks);
    return wrap_looks(text, carry_over(original, looks, text), width);
}

std::vector<StyledLine> wrap_marked(std::string_view legible_text, const std::vector<TextMark>& marks,
                                    WrapWidth width) {
    return wrap_looks(legible_text, looks_of(legible_text.size(), 0, marks), width);
}

}  // namespace tongwen::cli
