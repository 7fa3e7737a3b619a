// SPDX-License-Identifier: Apache-2.0
// Owns cutting texts into words, and joining what was compared into pieces.
#include "memory/word_marks.h"

#include <unordered_map>

#include "text/difference.h"
#include "text/unicode.h"

namespace tongwen::memory {
namespace {

bool goes_on(char32_t c) {
    return (text::is_letter(c) || text::is_digit(c)) && !text::is_han(c) && !text::is_kana(c);
}

/// Words, and what is between them a character each.
std::vector<std::string_view> words_of(std::string_view utf8) {
    std::vector<std::string_view> words;
    bool in_word = false;
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t begin = at;
        const bool is_letter = goes_on(text::next_code_point(utf8, at));
        if (is_letter && in_word) {
            const char* const word = words.back().data();
            words.back() = std::string_view(word, static_cast<std::size_t>(utf8.data() + at - word));
        } else {
            words.push_back(utf8.substr(begin, at - begin));
        }
        in_word = is_letter;
    }
    return words;
}

/// Words as numbers, equal ones the same.
class Numbers {
  public:
    std::vector<std::uint32_t> of(const std::vector<std::string_view>& words) {
        std::vector<std::uint32_t> numbers;
        for (const std::string_view word : words)
            numbers.push_back(
                numbers_.emplace(word, static_cast<std::uint32_t>(numbers_.size())).first->second);
        return numbers;
    }

  private:
    std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

void append(std::vector<MarkedPiece>& pieces, MarkedPiece::Kind kind,
            const std::vector<std::string_view>& words, std::size_t begin, std::size_t end) {
    if (begin == end) return;
    if (pieces.empty() || pieces.back().kind != kind) pieces.push_back({kind, {}});
    for (std::size_t k = begin; k < end; ++k) pieces.back().text += words[k];
}

}  // namespace

std::vector<MarkedPiece> mark_changes(std::string_view before, std::string_view after) {
    const std::vector<std::string_view> old_words = words_of(before);
    const std::vector<std::string_view> new_words = words_of(after);
    Numbers numbers;
    const std::vector<std::uint32_t> old_numbers = numbers.of(old_words);
    const std::vector<std::uint32_t> new_numbers = numbers.of(new_words);
    std::vector<MarkedPiece> pieces;
    std::size_t old_at = 0;
    std::size_t new_at = 0;
    const auto advance = [&](std::size_t old_end, std::size_t new_end) {
        append(pieces, MarkedPiece::removed, old_words, old_at, old_end);
        append(pieces, MarkedPiece::added, new_words, new_at, new_end);
        old_at = old_end;
        new_at = new_end;
    };
    for (const text::Match& match : text::compare(old_numbers, new_numbers)) {
        advance(match.before, match.after);
        append(pieces, MarkedPiece::kept, old_words, old_at, old_at + 1);
        ++old_at;
        ++new_at;
    }
    advance(old_words.size(), new_words.size());
    return pieces;
}

}  // namespace tongwen::memory
