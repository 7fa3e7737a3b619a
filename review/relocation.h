// SPDX-License-Identifier: Apache-2.0
// Owns where the beads of a review are in new editions of its documents.
#pragma once

#include <vector>

#include "review/box_chain.h"
#include "review/review.h"
#include "review/segment_tracking.h"

namespace tongwen::review {

/// Both sides of a review and their new editions.
struct Editions {
    const Review& old;
    const corpus::Document& source;
    const corpus::Document& target;
    std::vector<Track> source_tracks;
    std::vector<Track> target_tracks;
};

/// What is known of all beads.
struct Relocation {
    std::vector<Box> boxes;  ///< the chain: in order, each behind the one before on both sides
    /// Boxes of `boxes`, by index, that are one side only of a bead whose sides have come to cross others.
    std::vector<bool> halves;
    /// Links that may be, by content, but cross others: of those beads, and of blocks that had moved before.
    std::vector<align::Bead> crossing;
};

/// Finds the boxes of all beads that can stand in one alignment: of what is decided each whose segments are
/// in one piece on both sides; of the rest each whose text stands, unless there is an edit beside it.
Relocation relocate(const Editions& editions);

}  // namespace tongwen::review
