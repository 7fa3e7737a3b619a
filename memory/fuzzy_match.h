// SPDX-License-Identifier: Apache-2.0
// Owns fuzzy matching: how much of a sentence another one is, in per cent, as translators' tools count it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "memory/terms.h"

namespace tongwen::memory {

/// Levenshtein's distance between two rows of values: how many must be put in, taken out or exchanged. Beyond
/// `limit` the answer is limit + 1. Takes time of the order of limit · size: only the band around the
/// diagonal that a path of so few changes can reach is looked at (Ukkonen 1985).
std::size_t edit_distance(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b,
                          std::size_t limit);

/// A sentence made ready for matching.
///
/// The match of two sentences is what OmegaT's is, with all terms counted: 100 · (longer − distance) /
/// longer, rounded down, where `longer` is the number of terms (words, numbers, single characters of Chinese
/// and its like, punctuation marks) of the one that has more, and `distance` is Levenshtein's between the
/// terms, folded (memory/terms.h). Then one point goes for each of these: their numbers in digits are not the
/// same ones; their inline codes are not; they are written differently though no term differs (capitals,
/// width, Traditional or Simplified, spaces). So 100 is for texts that are equal in NFC, white space aside
/// where it is at the ends or where any other stands for it; 99 at most for all others. Two texts without any
/// term are equal or a match of 0.
class FuzzyText {
  public:
    FuzzyText() = default;
    explicit FuzzyText(std::string_view utf8, std::size_t inline_codes = 0);
    /// The same, in the room that is there.
    void assign(std::string_view utf8, std::size_t inline_codes = 0);
    void assign(std::string_view utf8, const Terms& terms, std::size_t inline_codes);

    [[nodiscard]] std::size_t size() const { return terms_.size(); }  ///< in terms
    [[nodiscard]] std::span<const std::uint64_t> terms() const { return terms_; }
    /// A hash of the text as it is written, white space aside: the same for matches of 100.
    [[nodiscard]] std::uint64_t writing() const { return writing_; }

  private:
    friend int match_percent(const FuzzyText&, const FuzzyText&, int);
    std::vector<std::uint64_t> terms_;    // hashes of forms
    std::vector<std::uint64_t> numbers_;  // the same of numbers only, sorted
    std::uint64_t writing_ = 0;           // hash of the text in NFC, white space made single spaces
    std::size_t codes_ = 0;
};

/// 0 to 100; 0 for everything under `least`, which saves time. Symmetric.
int match_percent(const FuzzyText& a, const FuzzyText& b, int least = 0);
int match_percent(std::string_view a, std::string_view b);

/// How many changes two sentences may differ by, the longer of them of so many terms, to match by `percent`.
constexpr std::size_t most_changes(std::size_t longer, int percent) {
    return longer * static_cast<std::size_t>(100 - percent) / 100;
}

}  // namespace tongwen::memory
