// SPDX-License-Identifier: Apache-2.0
// Owns the verdict whether two documents are translations of each other at all.
#pragma once

#include <cstdint>
#include <string_view>

#include "align/alignment.h"

namespace tongwen::align {

enum class Parallelness : std::uint8_t {
    parallel,
    doubtful,      ///< partly: another version of it, a summary, or much that was left out
    not_parallel,  ///< more likely the wrong document
};
/// The verdict's stable name: "parallel", "doubtful", "not-parallel".
std::string_view name(Parallelness verdict);

struct ParallelVerdict {
    Parallelness verdict = Parallelness::parallel;
    /// Of both documents' characters, the share that is linked, each bead weighted by its confidence; the
    /// geometric mean of the two sides, 0 to 1.
    double linked_share = 1;

    friend bool operator==(const ParallelVerdict&, const ParallelVerdict&) = default;
};

/// Judges by the alignment alone, moved blocks included. Documents of fewer than six segments are
/// judged mildly: their confidences say little. Two documents without text are parallel. Linear.
ParallelVerdict judge_parallelness(const Bitext& bitext);

}  // namespace tongwen::align
