// SPDX-License-Identifier: Apache-2.0
// Owns how one bead looks on the review screen: its two sides, what was said of it, what looks wrong.
#pragma once

#include <cstddef>
#include <vector>

#include "cli/cells.h"
#include "cli/review_state.h"
#include "cli/row_frame.h"

namespace tongwen::cli {

/// How much of a row is wanted.
struct RowWish {
    bool selected = false;
    bool marks = true;  ///< of words; without them it has as many lines
};

/// A bead's lines, at least one, each at most as wide as the screen: segments with their numbers (from 1), an
/// empty cell that says so where a side has nothing; sign of the status, confidence as number and bar;
/// findings, an edit and the comment under it.
std::vector<StyledLine> bead_lines(const ReviewState& state, const RowColumns& columns, std::size_t bead,
                                   RowWish wish);

/// The two sides of any bead of the documents, on lines of both columns, with nothing around them.
std::vector<StyledLine> side_lines(const ReviewState& state, const RowColumns& columns,
                                   const align::Bead& bead);

/// The sign of a bead's status, and its look.
StyledPiece status_sign(const ReviewState& state, const review::ReviewedBead& bead);

}  // namespace tongwen::cli
