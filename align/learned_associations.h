// SPDX-License-Identifier: Apache-2.0
// Owns what a text teaches: which tokens stand for each other in beads that are trusted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "align/alignment.h"
#include "align/associations.h"
#include "align/tokens.h"

namespace tongwen::align {

/// The tokens of one side, bead by bead: of each bead the distinct ids, rising.
class BeadTokens {
  public:
    /// Adds a bead; the ids may come in any order and more than once.
    void add(std::vector<std::uint32_t> ids);
    [[nodiscard]] std::size_t beads() const { return first_.size() - 1; }
    [[nodiscard]] std::span<const std::uint32_t> of(std::size_t bead) const {
        return std::span(ids_).subspan(first_[bead], first_[bead + 1] - first_[bead]);
    }
    /// Where a bead's tokens begin among those of all beads.
    [[nodiscard]] std::size_t first(std::size_t bead) const { return first_[bead]; }
    [[nodiscard]] std::size_t size() const { return ids_.size(); }

  private:
    std::vector<std::uint32_t> ids_;
    std::vector<std::size_t> first_ = {0};
};

/// Both sides of the same beads.
struct ParallelTokens {
    BeadTokens source;
    BeadTokens target;
};

/// Whether a bead is fit to learn from: linked, probable (.5 and more), of not too many segments (m·n <= 6).
bool is_trusted(const Bead& bead);

/// The tokens of the beads that are trusted, without those of more than 200 tokens on a side.
ParallelTokens trusted_tokens(const TokenTable& source, const TokenTable& target,
                              std::span<const Bead> beads);

/// What beads teach of tokens that are in two beads and more, by source, then by target.
///
/// IBM model 1 (Brown and others, 1993) in both directions, trained jointly by agreement (Liang, Taskar and
/// Klein, 2006): the translation probabilities start at dice² + .3 · what is known of the pair; then in four
/// rounds the expected count of a pair is the sum over beads of the product of both directions' posteriors.
/// The strength is (count - .8) / sqrt(beads with the source token · beads with the target token), at least
/// .12 and at most 1. Exchanging the sides exchanges them in the result, to the last digit. Time and memory
/// are linear in the beads' products of both sides' tokens.
std::vector<Associations::Entry> learn_associations(const ParallelTokens& text, const Associations& known);

}  // namespace tongwen::align
