// SPDX-License-Identifier: Apache-2.0
// Owns the view of one bead with all that speaks for it and against it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "align/alignment.h"
#include "align/explanation.h"
#include "cli/side_by_side.h"

namespace tongwen::cli {

/// A bead, its number (from 1) and the documents that it is of.
struct NumberedBead {
    const corpus::Document& source;
    const corpus::Document& target;
    const align::Bead& bead;
    std::size_t number;
};

/// The view's lines, each at most `width` columns: number (from 1), shape, confidence (rounded down) and
/// cost; the two texts; each kind of evidence with its share as a signed number and as a bar, to the right
/// where it speaks for the bead and to the left where it speaks against it, the greatest share being the
/// longest; the matched words; the words without counterpart. Pure.
std::vector<std::string> explain_bead(const NumberedBead& bead, const align::Explanation& explanation,
                                      const Layout& layout);

/// The same of a bead of a bitext, from 0. Where a moved block links its segments, that link is shown.
std::vector<std::string> explain_bead(const align::Bitext& bitext, std::size_t bead,
                                      const align::Explanation& explanation, const Layout& layout);

}  // namespace tongwen::cli
