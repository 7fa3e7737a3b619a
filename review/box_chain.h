// SPDX-License-Identifier: Apache-2.0
// Owns which beads can stand beside each other in one alignment, when their texts have moved.
#pragma once

#include <cstddef>
#include <vector>

#include "align/alignment.h"

namespace tongwen::review {

/// A bead of an earlier alignment in its new place.
struct Box {
    align::Bead bead;
    std::size_t before = 0;  ///< its index there
    bool held = false;       ///< it must not be lost: a person decided it, or it is a part of a moved block
    bool stands = true;      ///< its text is as it was
};

/// Puts boxes in the order that heaviest_chain and insert_alone expect.
void sort_boxes(std::vector<Box>& boxes);

/// The indices of those that make the heaviest chain in which each begins where the one before ends, or
/// behind it, on both sides: of all chains with most linked ones that are held and stand, that with most
/// linked ones that are held, then with most linked ones, then with most. The boxes are sorted and share no
/// segment. O(n log n).
std::vector<std::size_t> heaviest_chain(const std::vector<Box>& boxes);

/// Puts boxes of one side alone into a chain. Their segments go in order on their own side; on the other they
/// stand where that leaves room for them, which may push the one-sided boxes of the other side. All share no
/// segment.
void insert_alone(std::vector<Box>& chain, std::vector<Box> alone);

}  // namespace tongwen::review
