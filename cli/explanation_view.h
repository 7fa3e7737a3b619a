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

/// The view's lines, each at most `width` columns: number (from 1), shape, confidence (rounded down) and
/// cost; the two texts; each kind of evidence with its share as a signed number and as a bar, to the right
/// where it speaks for the bead and to the left where it speaks against it, the greatest share being the
/// longest; the matched words; the words without counterpart. Where a moved block links the bead's segments,
/// that link is shown. Pure.
std::vector<std::string> explain_bead(const align::Bitext& bitext, std::size_t bead,
                                      const align::Explanation& explanation, const Layout& layout);

}  // namespace tongwen::cli
