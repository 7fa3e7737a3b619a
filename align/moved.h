// SPDX-License-Identifier: Apache-2.0
// Owns the search for blocks of text that stand in another place of the translation.
#pragma once

#include "align/aligner.h"
#include "align/alignment.h"

namespace tongwen::align {

/// Looks for translations of what the alignment left alone (or linked with a confidence under 0.5) among what
/// it left alone on the other side, elsewhere: beyond at least one link. Fills `bitext.moved`; links under
/// 0.5 that a block makes untrue fall apart into one-sided beads. A block has at least 40 characters on one
/// side. Documents that are not_parallel with all their blocks have none. Time is linear in the documents:
/// the longest stretches of the source are looked for, each once, 32 at most, and fewer where there is so
/// much to look through that it would be three times the target; none where hardly anything is linked.
void find_moved_blocks(Bitext& bitext, const AlignOptions& options = {});

}  // namespace tongwen::align
