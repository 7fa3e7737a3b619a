// SPDX-License-Identifier: Apache-2.0
// Owns what stands in the place of the rows for a while: help, why a bead, the two parts of a split.
#pragma once

#include <vector>

#include "cli/cells.h"
#include "cli/review_state.h"

namespace tongwen::cli {

/// The lines of the panel that is open, all of them; none where none is. Lines are at most as wide as the
/// screen.
std::vector<StyledLine> panel_lines(const ReviewState& state);

}  // namespace tongwen::cli
