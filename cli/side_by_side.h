// SPDX-License-Identifier: Apache-2.0
// Owns the side-by-side view: a bitext as two columns of text.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "align/alignment.h"
#include "check/check.h"
#include "review/review.h"

namespace tongwen::cli {

struct Layout {
    std::size_t width = 80;  ///< columns; fewer than 40 count as 40
    int ambiguous =
        1;  ///< columns of East Asian Ambiguous characters, 1 or 2; with 2, frame and marks are ASCII
    bool colour = false;
    bool unicode = true;  ///< frame and marks beyond ASCII
};

/// The view's lines, each at most `width` columns: how much was dropped and added, if anything; a head with
/// the two files' names (with folders where the names are the same) and their languages, then for each bead
/// its number (from 1), a mark, the source's and the target's segments (each on lines of its own) and the
/// confidence as number and bar. A side that has nothing is an empty cell that says so, marked ✗ (no target)
/// or + (no source); ? marks a confidence under 0.5, ! another finding. An empty line stands where a
/// paragraph begins. Where people decided, the mark is that of the status, an edited target stands in the
/// place of the text, and a comment under the row. The columns are as wide as the texts need them, neither
/// under 35 per cent. Pure.
std::vector<std::string> side_by_side(const align::Bitext& bitext,
                                      const std::vector<check::Finding>& findings, const Layout& layout,
                                      const review::Review* review = nullptr);

}  // namespace tongwen::cli
