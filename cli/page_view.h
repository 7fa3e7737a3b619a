// SPDX-License-Identifier: Apache-2.0
// Owns the view of a page that was taken apart.
#pragma once

#include <string>
#include <vector>

#include "cli/page_job.h"
#include "cli/side_by_side.h"

namespace tongwen::cli {

/// The view's lines, each at most `width` columns (a heading's may be longer): for each original a heading
/// that says where its translation stands (segments and lines of the page, from 1), or that the page does not
/// have it, then both texts side by side; at the end what belongs to no original, a line a segment, cut to
/// the width. Pure.
std::vector<std::string> page_view(const AlignedPage& page, const Layout& layout);

/// "segments 35-103, lines 58-190": a stretch of a page as people count.
std::string word(const PageStretch& stretch);

}  // namespace tongwen::cli
