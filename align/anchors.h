// SPDX-License-Identifier: Apache-2.0
// Owns anchors: pairs of segments that surely belong together, found without a search through the lattice.
#pragma once

#include <cstdint>
#include <vector>

#include "align/associations.h"
#include "align/gaps.h"
#include "align/tokens.h"

namespace tongwen::align {

/// Source segment `source` and target segment `target` share so much that they are taken to correspond.
struct Anchor {
    std::uint32_t source;
    std::uint32_t target;
    float score;
};

/// Anchors, strictly increasing on both sides: rare shared tokens vote for pairs, the heaviest increasing
/// chain wins, pairs that disagree with their neighbours go, and wide gaps are searched again with their own
/// token statistics. Linear but for a logarithm.
std::vector<Anchor> find_anchors(const TokenTable& source, const TokenTable& target,
                                 const Associations& associations);
/// The same within gaps, each by itself.
std::vector<Anchor> find_anchors(const TokenTable& source, const TokenTable& target,
                                 const Associations& associations, const Gaps& gaps);

}  // namespace tongwen::align
