// SPDX-License-Identifier: Apache-2.0
// Owns the search: a lattice of scored steps, the probability of every step, and the path of least expected
// error.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "align/corridor.h"
#include "align/features.h"

namespace tongwen::align {

/// A step from a node of the lattice with its score in nats (higher is better). Segments that stand alone are
/// steps (1, 0) and (0, 1).
struct ScoredStep {
    std::uint8_t m;
    std::uint8_t n;
    float score;
};

/// What it costs to begin and to go on with segments that stand alone, in nats (higher is better). They come
/// in runs of a few, dropped or added, or in blocks of many, foreign to the other text: blocks are hard to
/// begin and easy to go on with (gaps of two affine costs; Gotoh, 1990).
struct RunScores {
    double source_open = 0;
    double source_extend = 0;
    double target_open = 0;
    double target_extend = 0;
    double both_open = 0;  ///< a run of target segments right behind one of source segments
    double source_block_open = 0;
    double source_block_extend = 0;
    double target_block_open = 0;
    double target_block_extend = 0;
    double both_block_open = 0;  ///< a block of target segments right behind one of source segments
};

/// Steps by the node that they begin at. Every node that is not the last has its steps (1, 0) and (0, 1)
/// where the corridor has their ends.
struct Lattice {
    const Corridor& corridor;
    std::vector<std::size_t> first;  ///< by node: its first step; one more entry than nodes
    std::vector<ScoredStep> steps;

    [[nodiscard]] std::size_t begin(std::size_t i, std::size_t j) const { return first[corridor.node(i, j)]; }
    [[nodiscard]] std::size_t end(std::size_t i, std::size_t j) const {
        return first[corridor.node(i, j) + 1];
    }
};

/// What forward-backward finds out.
struct Posterior {
    std::vector<float> probability;  ///< by step
    RunScores expected = {};         ///< how many runs are opened and extended
    double log_total = 0;            ///< ln of the sum over all paths of exp(score)
};

/// Sums over all paths in five states (behind a linked bead; in a run or a block of source segments; in one
/// of target segments), in double precision. Whether segments are a run or a block is summed over, too. A run
/// of target segments is not followed by one of source segments but at a high price: the two orders are one
/// alignment; a block not at all. Time and memory linear in the number of steps.
Posterior sum_paths(const Lattice& lattice, const RunScores& runs);

/// The path that maximises the sum of P(bead) - threshold · price over its beads (minimum Bayes risk); a
/// linked bead m-n has the price (m + n) / 2, a segment that stands alone 1. The probability of a segment
/// that stands alone is summed over all places where it may. `confidence` of the result is that probability.
struct ChosenStep {
    Step step;
    std::size_t index;  ///< into the lattice's steps
    double confidence;
};
std::vector<ChosenStep> least_risk_path(const Lattice& lattice, const Posterior& posterior, double threshold);

}  // namespace tongwen::align
