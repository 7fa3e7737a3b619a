// SPDX-License-Identifier: Apache-2.0
// Owns aligning again what nobody has decided.
#pragma once

#include "review/review.h"

#include "align/aligner.h"

namespace tongwen::review {

/// Searches between the fixed beads only; a fixed bead stays exactly as it is. The entry has operation
/// `realign` and the changes that came of it (none: the same again). The time is that of align::align at
/// most.
Entry realign(const Review& review, const align::AlignOptions& options, const Stamp& stamp);

}  // namespace tongwen::review
