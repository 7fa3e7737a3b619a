// SPDX-License-Identifier: Apache-2.0
// Owns Associations: which source token may stand for which target token, and how strongly.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "align/tokens.h"

namespace tongwen::align {

/// A token of the other side, its strength a in (0, 1] and its probability p = a / (sum of the strengths of
/// this token + .3).
struct Association {
    std::uint32_t other;
    float strength;
    float probability;
};

/// The sparse table of associations, both ways.
class Associations {
  public:
    struct Entry {
        std::uint32_t source;
        std::uint32_t target;
        float strength;
    };
    /// Of several entries for one pair the strongest counts.
    Associations(std::vector<Entry> entries, std::size_t source_words, std::size_t target_words);

    /// These and what was learned: an entry for a pair that is here already has the greater of both strengths
    /// and .3 of the other, at most 1.
    [[nodiscard]] Associations with(std::vector<Entry> learned) const;

    /// Of each token only its `most` most probable links, in both directions on their own.
    [[nodiscard]] Associations strongest(std::size_t most) const;

    [[nodiscard]] std::span<const Association> of_source(std::uint32_t id) const { return forward_.of(id); }
    [[nodiscard]] std::span<const Association> of_target(std::uint32_t id) const { return backward_.of(id); }

  private:
    Associations() = default;
    struct Direction {
        std::vector<std::uint32_t> first;
        std::vector<Association> links;
        [[nodiscard]] std::span<const Association> of(std::uint32_t id) const {
            return std::span(links).subspan(first[id], first[id + 1] - first[id]);
        }
    };
    static Direction strongest(const Direction& direction, std::size_t most);
    static Direction make_direction(const std::vector<Entry>& entries, std::size_t words, bool backward);

    Direction forward_;
    Direction backward_;
};

/// What two sides share: equal tokens, names by their sound, numbers by value, words that begin alike, and,
/// the renderings of lexicons: of those `forward` with headwords of the source, and `backward` with headwords
/// of the target.
Associations associate(const Vocabulary& source, const Vocabulary& target, const LexiconView& forward = {},
                       const LexiconView& backward = {});
inline Associations associate(const TokenTable& source, const TokenTable& target,
                              const LexiconView& forward = {}, const LexiconView& backward = {}) {
    return associate(source.vocabulary, target.vocabulary, forward, backward);
}

}  // namespace tongwen::align
