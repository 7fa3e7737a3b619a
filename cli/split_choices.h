// SPDX-License-Identifier: Apache-2.0
// Owns where a bead may be split, and where most likely.
#pragma once

#include <cstddef>
#include <utility>

#include "align/alignment.h"
#include "cli/review_state.h"

namespace tongwen::cli {

/// The boundaries that divide both sides most nearly in the same proportion of their lengths. With
/// `keep_source` the source stays whole. The bead has two segments or more. Linear but for a logarithm.
SplitChoice likely_split(const align::Bitext& documents, const align::Bead& bead, bool keep_source);

/// The same with the source's boundary given.
SplitChoice likely_split_at(const align::Bitext& documents, const align::Bead& bead, std::size_t source);

/// The two parts, without confidence.
std::pair<align::Bead, align::Bead> split_parts(const align::Bead& bead, SplitChoice choice);

}  // namespace tongwen::cli
