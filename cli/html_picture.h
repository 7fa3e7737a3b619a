// SPDX-License-Identifier: Apache-2.0
// Owns the picture of an alignment: the source above, the target below, beads as ribbons between them.
#pragma once

#include <cstddef>
#include <string>

#include "align/alignment.h"
#include "cli/html_rows.h"

namespace tongwen::cli {

/// How many places the picture tells apart on each side: more would be narrower than a pixel.
inline constexpr std::size_t picture_places = 400;

/// An <svg> element. Widths are shares of the characters of a side. A ribbon is a linked bead, or in long
/// documents those that follow each other within one place, and has the class of their mean confidence ("c9",
/// or "by-hand"); wedges are what was dropped or added, crossing ribbons the largest moved blocks. Each leads
/// to its first bead's row. At most four times `picture_places` shapes, whatever the length of the documents;
/// empty when a side has no characters at all.
std::string draw_picture(const align::Bitext& bitext, const HtmlRows& rows);

}  // namespace tongwen::cli
