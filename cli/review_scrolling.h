// SPDX-License-Identifier: Apache-2.0
// Owns which rows of the review are on the screen. Only the rows of about two screens are ever measured.
#pragma once

#include <cstddef>

#include "cli/review_state.h"

namespace tongwen::cli {

/// Moves the top so that the row of the reviewer is on the screen, whole if it fits. After a jump some rows
/// stand before it.
void show_cursor(ReviewState& state, bool jumped);

/// One row on or back; a row that is taller than the screen is scrolled through first.
void step_down(ReviewState& state);
void step_up(ReviewState& state);
/// A screen on or back.
void page_down(ReviewState& state);
void page_up(ReviewState& state);

}  // namespace tongwen::cli
