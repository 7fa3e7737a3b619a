// SPDX-License-Identifier: Apache-2.0
// Owns aligning again what nobody has decided.
#pragma once

#include "align/aligner.h"
#include "review/review.h"

namespace tongwen::review {

/// How far a bead is to be believed when others are aligned around it, 0 to 1: what a person says of a
/// translation is certain, what a person finds wrong, or has yet to look at again, teaches nothing, and what
/// nobody has looked at is as sure as it is.
double trust_in(const ReviewedBead& bead);

/// Searches between the fixed beads only; a fixed bead stays exactly as it is. The entry has operation
/// `realign` and the changes that came of it (none: the same again). The time is that of align::align at
/// most.
Entry realign(const Review& review, const align::AlignOptions& options, const Stamp& stamp);

}  // namespace tongwen::review
