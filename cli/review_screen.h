// SPDX-License-Identifier: Apache-2.0
// Owns how the review looks: from a state to a grid of cells. Pure.
#pragma once

#include <optional>

#include "cli/cells.h"
#include "cli/review_state.h"

namespace tongwen::cli {

struct Screen {
    Cells cells;
    std::optional<Place> cursor;  ///< where the person types; nothing: no cursor is to be seen
};

/// The whole screen, `state.size` wide and high: names of the documents, rows (or a panel), status line,
/// prompt or message or hints. A screen too small for that shows as much as there is room for.
Screen draw_review(const ReviewState& state);

}  // namespace tongwen::cli
