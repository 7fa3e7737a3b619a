// SPDX-License-Identifier: Apache-2.0
// Owns reading of glosses.
#include "align/cedict.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/unicode.h"

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

bool is_stop_word(std::string_view word) {
    static constexpr std::array<std::string_view, 40> words = {
        "a",   "an",   "and",  "as",  "at",    "be", "by",  "for",  "from", "have",
        "in",  "into", "is",   "it",  "of",    "on", "one", "ones", "or",   "sb",
        "sth", "so",   "that", "the", "their", "to", "up",  "with", "etc",  "esp",
        "eg",  "ie",   "lit",  "fig", "get",   "do", "its", "are",  "not",  "out"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Lower-case words of letters.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    const auto end_word = [&] {
        if (!word.empty()) words.push_back(text::to_lower(word));
        word.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::next_code_point(text, at);
        if (text::is_letter(c)) {
            text::append_utf8(word, c);
        } else if (c != U'\'' && c != U'’' && c != U'.') {
            end_word();
        }
    }
    end_word();
    return words;
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

struct Target {
    const CedictRow& row;
    const text::Stemmer& english;
    LexiconBuilder& builder;
};

void add_part(std::string_view part, float share, const Target& target) {
    std::vector<std::string> words = words_of(part);
    std::vector<std::string> content;
    std::copy_if(words.begin(), words.end(), std::back_inserter(content),
                 [](const std::string& w) { return !is_stop_word(w); });
    if (content.empty()) content = std::move(words);
    const float strength = share / static_cast<float>(std::max<std::size_t>(content.size(), 1));
    for (const std::string& word : content) {
        const std::string stem(target.english.stem(word));
        for (const std::string_view headword : {target.row.traditional, target.row.simplified}) {
            target.builder.add(std::string(headword), stem, strength);
        }
    }
}

}  // namespace

void add_cedict_row(const CedictRow& row, const text::Stemmer& english, LexiconBuilder& builder) {
    for (const std::string_view gloss : row.glosses) {
        if (is_reference(gloss)) continue;
        std::string plain = without_brackets(gloss);
        const bool surname = plain.starts_with("surname ");
        if (surname) plain.erase(0, 8);
        for (const std::string_view part : parts_of(plain))
            add_part(part, surname ? surname_share : 1, {row, english, builder});
    }
}

std::size_t add_cedict(std::string_view file, LexiconBuilder& builder) {
    const text::Stemmer english(*text::Language::parse("en"));
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
        add_cedict_row(row, english, builder);
        ++rows;
    }
    return rows;
}

}  // namespace tongwen::align
