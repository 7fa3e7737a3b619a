// SPDX-License-Identifier: Apache-2.0
// Owns reading of glosses.
#include "align/cedict.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace tongwen::align {
namespace {

constexpr float surname_share = 0.3F;  // 王 is Wang far more seldom than it is king
constexpr std::size_t short_part =
    3;  // words: "to strive, to struggle" are two glosses, a long clause with a comma is one

/// The gloss without what stands in brackets of any kind.
std::string without_brackets(std::string_view gloss) {
    std::string plain;
    int depth = 0;
    for (const char c : gloss) {
        if (c == '(' || c == '[') ++depth;
        if (depth == 0) plain.push_back(c);
        if ((c == ')' || c == ']') && depth > 0) --depth;
    }
    return plain;
}

bool is_reference(std::string_view gloss) {
    static constexpr std::array<std::string_view, 14> beginnings = {
        "CL:",          "variant of", "old variant", "see ",          "see also",
        "also written", "abbr. for",  "used in",     "erhua variant", "Japanese variant",
        "Taiwan pr.",   "same as",    "also pr.",    "(old) variant"};
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view b) { return gloss.starts_with(b); });
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

/// The glosses that a gloss holds: its parts between semicolons, and between commas where all of these are
/// short.
std::vector<std::string_view> parts_of(std::string_view gloss) {
    std::vector<std::string_view> parts;
    for (const std::string_view part : split(gloss, ';')) {
        const auto pieces = split(part, ',');
        const bool all_short = std::all_of(pieces.begin(), pieces.end(), [](std::string_view p) {
            return words_of(p).size() <= short_part;
        });
        if (all_short) {
            parts.insert(parts.end(), pieces.begin(), pieces.end());
        } else {
            parts.push_back(part);
        }
    }
    return parts;
}

}  // namespace

void add_cedict_row(const CedictRow& row, RenderingWriter& writer) {
    const std::array<std::string_view, 2> headwords = {row.simplified, row.traditional};
    const auto distinct = std::span(headwords).first(row.simplified == row.traditional ? 1 : 2);
    for (const std::string_view gloss : row.glosses) {
        if (is_reference(gloss)) continue;
        std::string plain = without_brackets(gloss);
        const bool surname = plain.starts_with("surname ");
        if (surname) plain.erase(0, 8);
        for (const std::string_view part : parts_of(plain))
            writer.add(distinct, part, {.whole = surname ? surname_share : 1});
    }
}

std::size_t add_cedict(std::string_view file, RenderingWriter& writer) {
    std::size_t rows = 0;
    while (!file.empty()) {
        const std::size_t end = std::min(file.find('\n'), file.size());
        std::string_view line = file.substr(0, end);
        file.remove_prefix(std::min(end + 1, file.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        const std::size_t first = line.find(' ');
        const std::size_t second = line.find(' ', first + 1);
        const std::size_t slash = line.find('/');
        if (line.starts_with('#') || slash == std::string_view::npos || second >= slash) continue;
        CedictRow row{line.substr(0, first), line.substr(first + 1, second - first - 1),
                      split(line.substr(slash + 1), '/')};
        add_cedict_row(row, writer);
        ++rows;
    }
    return rows;
}

}  // namespace tongwen::align
