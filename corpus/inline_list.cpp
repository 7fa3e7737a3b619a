// SPDX-License-Identifier: Apache-2.0
// Owns lists written on one line: "1) bread 2) milk", "• bread • milk".
#include "corpus/inline_list.h"

#include <algorithm>
#include <string>

#include "text/span.h"

namespace tongwen::corpus {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A marker's style: what repeats from item to item.
struct Style {
    std::string bullet;  ///< "•", with the space behind it if it has one; empty for numbered items
    bool letters = false;
    std::string end;  ///< ".", ")" or ".)"
    int first = 0;    ///< the first item's number; 1 for a
};

std::string bullet_at(std::string_view text) {
    for (const std::string_view bullet : {"•", "⁃", "‣", "▪", "●", "◦"}) {
        if (text.starts_with(bullet)) return std::string(bullet);
    }
    return {};
}

std::string end_at(std::string_view text) {
    for (const std::string_view end : {".) ", ". ", ") "}) {
        if (text.starts_with(end)) return std::string(end.substr(0, end.size() - 1));
    }
    return {};
}

Style style_at(std::string_view text) {
    Style style;
    style.bullet = bullet_at(text);
    if (!style.bullet.empty() || text.empty()) return style;
    const std::size_t digits =
        static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
    style.letters = digits == 0 && text[0] == 'a';
    if (digits > 2 || (digits == 0 && !style.letters)) return style;
    style.end = end_at(text.substr(std::max<std::size_t>(digits, 1)));
    style.first = style.letters ? 1 : std::stoi(std::string(text.substr(0, digits)));
    return style;
}

/// The marker of the item with this number, with the space that must be behind it.
std::string marker(const Style& style, int number) {
    if (!style.bullet.empty()) return style.bullet;
    if (style.letters) return std::string(1, static_cast<char>('a' + number - 1)) + style.end + ' ';
    return std::to_string(number) + style.end + ' ';
}

/// The markers after the first, each with white space before it.
std::vector<text::ByteSpan> following_markers(std::string_view text, const Style& style) {
    std::vector<text::ByteSpan> found;
    std::size_t from = 1;
    for (int number = style.first + 1; !style.letters || number <= 26; ++number) {
        const std::string wanted = ' ' + marker(style, number);
        const std::size_t at = text.find(wanted, from);
        if (at == std::string_view::npos) break;
        found.push_back({at + 1, at + wanted.size()});
        from = at + wanted.size() - 1;
    }
    return found;
}

}  // namespace

void add_inline_items(std::string_view paragraph, std::vector<std::size_t>& breaks) {
    const Style style = style_at(paragraph);
    if (style.bullet.empty() && style.end.empty()) return;
    const std::vector<text::ByteSpan> markers = following_markers(paragraph, style);
    if (markers.empty()) return;
    std::vector<std::size_t> all;
    std::size_t next = 0;
    for (const text::ByteSpan& item : markers) {
        while (next < breaks.size() && breaks[next] < item.begin) all.push_back(breaks[next++]);
        while (next < breaks.size() && breaks[next] <= item.end) ++next;
        all.push_back(item.begin);
    }
    all.insert(all.end(), breaks.begin() + static_cast<std::ptrdiff_t>(next), breaks.end());
    breaks = std::move(all);
}

}  // namespace tongwen::corpus
