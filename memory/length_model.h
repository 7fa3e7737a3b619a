// SPDX-License-Identifier: Apache-2.0
// Owns LengthModel: how long translations are, and which are strangely long or short.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tongwen::memory {

/// Lengths of sources and targets in characters, of one pair of languages, after Gale and Church, "A Program
/// for Aligning Sentences in Bilingual Corpora" (1993): a target is normally distributed around `ratio` times
/// its source, with a variance that grows with the length. Both are learned from a sample of at most 2,000
/// units, without its extremes: what is to be found must not teach what is usual.
class LengthModel {
  public:
    /// Characters of a source and a target; units with an empty side teach nothing.
    void add(std::uint32_t source, std::uint32_t target);
    /// To be called when all units were added.
    void learn();

    /// How many standard deviations the target is longer (or, below 0, shorter) than expected; 0 when there
    /// were not `least` units to know it from.
    [[nodiscard]] double deviation(std::size_t source, std::size_t target) const;
    /// Characters of target for each of source.
    [[nodiscard]] double ratio() const { return ratio_; }

    static constexpr std::uint64_t least = 100;

  private:
    struct Pair {
        std::uint32_t source;
        std::uint32_t target;
    };
    [[nodiscard]] double square_deviation(const Pair& pair) const;

    std::vector<Pair> sample_;
    std::uint64_t seen_ = 0;
    std::uint64_t state_ = 1;  // of the generator that chooses the sample
    double ratio_ = 1;
    double variance_ = 0;  // for each character; 0: not known
};

/// Characters but white space.
std::size_t text_length(std::string_view utf8);

}  // namespace tongwen::memory
