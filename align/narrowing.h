// SPDX-License-Identifier: Apache-2.0
// Owns the first, cheap pass over a corridor, which finds out how little of it is worth a search.
#pragma once

#include <vector>

#include "align/associations.h"
#include "align/corridor.h"
#include "align/features.h"

namespace tongwen::align {

/// What the first pass looks at.
struct NarrowingEvidence {
    const SideView& source;
    const SideView& target;
    const Associations& associations;
    const Gaps& gaps;
    double ratio;          ///< target length for a source length of 1
    bool with_dictionary;  ///< what gains are worth without one is half as sure
};

struct Narrowed {
    Corridor corridor;           ///< where paths lead
    Corridor surroundings;       ///< the same and what stands around it: where beads' evidence is gathered
    double single_share;         ///< the expected share of beads 1-1 among those with both sides, 0 to 1
    std::vector<Node> passages;  ///< from the first node to the last, in order
};

/// Sums over paths of the six commonest shapes under few features, in pieces of some hundred rows that
/// overlap and do not wait for each other, and keeps the nodes that more than a millionth of the mass passes,
/// with a margin. Where nearly all of the mass goes straight through one node, the corridor has a
/// gate; at a gate some hundred rows behind the last one it is cut. Linear in the nodes of the wide corridor;
/// the pieces are shared by the threads of oneTBB. No path leads through a fixed bead but as it is: the ends
/// of gaps lie in the corridor, and may be passages.
Narrowed narrow(const NarrowingEvidence& evidence, const Corridor& wide);

}  // namespace tongwen::align
