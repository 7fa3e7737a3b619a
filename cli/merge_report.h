// SPDX-License-Identifier: Apache-2.0
// Owns what `tongwen merge-reviews` tells of two reviews.
#pragma once

#include <string>

#include "review/merge.h"

namespace tongwen::cli {

/// For people: counts, agreement, then each conflict with its text and both opinions; texts are cut to
/// `width` columns.
std::string spell(const review::Merged& merged, const review::ReviewerNames& names, std::size_t width,
                  int ambiguous_width);
/// One object; ends with a line end.
std::string write_json(const review::Merged& merged, const review::ReviewerNames& names);

}  // namespace tongwen::cli
