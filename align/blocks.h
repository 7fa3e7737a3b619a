// SPDX-License-Identifier: Apache-2.0
// Owns cutting one document's alignments into blocks that share nothing.
#pragma once

#include <cstddef>
#include <vector>

#include "align/bead_file.h"

namespace tongwen::align {

/// Alignments of the same two documents, the gold first.
using Alternatives = std::vector<std::vector<ListedBead>>;

/// Cuts the alternatives at places of both documents that no bead of any of them reaches across, after at
/// least `links` linked beads of the gold each; the last block may have fewer. Each block has as many
/// alternatives, so that what is counted in the blocks adds up to what is counted in the whole. Where there
/// is no such place, there is one block. O(n log n).
std::vector<Alternatives> cut_into_blocks(const Alternatives& alternatives, std::size_t links);

}  // namespace tongwen::align
