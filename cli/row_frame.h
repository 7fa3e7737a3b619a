// SPDX-License-Identifier: Apache-2.0
// Owns what is around the rows of the review screen: signs, widths of columns, head and rule.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "cli/cells.h"
#include "cli/review_state.h"

namespace tongwen::cli {

/// The signs of the screen; the ASCII ones stand in for them where others cannot be shown in one column.
struct ReviewSigns {
    std::string_view accepted, needs_work, dropped, changed, doubtful;
    std::string_view pinned, bookmarked, no_target, no_source, moved;
    std::string_view divider, rule, crossing, blank, dot;
    std::array<std::string_view, 8> bar;
};
const ReviewSigns& signs_of(const ScreenSettings& settings);

/// "0.97" and a space and the bar, at the end of each row.
inline constexpr std::size_t confidence_columns = 6;

/// Widths in columns. The bead's number is left out (0) on narrow screens; the status line tells it.
struct RowColumns {
    std::size_t number = 0;
    std::size_t source_number = 0;  ///< of segments
    std::size_t source = 0;         ///< text
    std::size_t target_number = 0;
    std::size_t target = 0;

    /// Where the number of the source's first segment begins; findings and comments do, too.
    [[nodiscard]] std::size_t indent() const;
    [[nodiscard]] std::size_t divider() const;  ///< where the line between the sides is
};
RowColumns row_columns(const ReviewState& state);

/// The width that is drawn for; narrower screens cut it.
std::size_t drawn_width(const ReviewState& state);
/// A sign so many times.
std::string repeat(std::string_view sign, std::size_t count);

/// The names and languages of the documents above their columns.
StyledLine head_line(const ReviewState& state, const RowColumns& columns);
StyledLine rule_line(const ReviewState& state, const RowColumns& columns);

}  // namespace tongwen::cli
