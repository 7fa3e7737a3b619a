// SPDX-License-Identifier: Apache-2.0
// Owns the search for translations in a page that holds several of them and other matter.
#pragma once

#include <vector>

#include "align/aligner.h"
#include "align/alignment.h"

namespace tongwen::align {

/// A page, taken apart.
struct Page {
    /// For each original, in the order given: itself, the stretch of the page that translates it, their
    /// alignment and moved blocks, with `page` set. Where the page does not have it: an empty target.
    std::vector<Bitext> originals;
    std::vector<Run<Target>> editorial;  ///< what belongs to none of them, in order
};

/// Finds each original's translation in the page: one run of segments, in the order of the original; runs do
/// not overlap and may stand in any order. The run is where confident links outweigh the characters between
/// them that have none. Where two originals claim the same place, the one with more text linked gets it and
/// the other looks elsewhere. What is found is aligned anew, within its run; sections beside it that only
/// stand in another order belong to it. When then about half of both is linked, or less, or words do not
/// speak for it, the original counts as absent. Time is linear in the page for each original.
Page take_page_apart(std::vector<corpus::Document> originals, const corpus::Document& page,
                     const AlignOptions& options = {});

}  // namespace tongwen::align
