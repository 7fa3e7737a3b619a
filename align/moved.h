// SPDX-License-Identifier: Apache-2.0
// Owns the search for blocks of text that stand in another place of the translation.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "align/aligner.h"
#include "align/alignment.h"

namespace tongwen::align {

/// Looks for translations of what the alignment left alone (or linked with a confidence under 0.5) among what
/// it left alone on the other side, elsewhere: beyond at least one link. Fills `bitext.moved`; links under
/// 0.5 that a block makes untrue fall apart into one-sided beads. A block has two source segments or more, or
/// one of at least 40 characters (of 13, where they are Han). Time is linear in the documents: the longest 32
/// stretches of the source are looked for, each once.
void find_moved_blocks(Bitext& bitext, const AlignOptions& options = {});

/// For each bead of the alignment the index of the moved block that links its segments, if any.
std::vector<std::optional<std::size_t>> moved_blocks_of_beads(const Bitext& bitext);

/// The beads with those of moved blocks in the place of their source: what the links of both documents are.
/// In the order of the source; targets cross.
struct OrderedBead {
    Bead bead;
    std::optional<std::size_t> alignment_index;  ///< of a bead of the alignment
    std::optional<std::size_t> block;            ///< of a bead of a moved block
};
std::vector<OrderedBead> beads_in_source_order(const Bitext& bitext);

}  // namespace tongwen::align
