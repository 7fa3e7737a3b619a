// SPDX-License-Identifier: Apache-2.0
// Owns the question which links lie inside of large gold beads.
#include "align/unspecified_gold.h"

#include <algorithm>

namespace tongwen::align {
namespace {

bool has_all(const std::set<std::uint32_t>& indices, const std::vector<std::uint32_t>& some) {
    return std::ranges::all_of(some, [&](std::uint32_t index) { return indices.contains(index); });
}

}  // namespace

UnspecifiedGold::UnspecifiedGold(const std::vector<ListedBead>& gold) {
    for (const ListedBead& bead : gold) {
        if (!bead.linked() || bead.source.size() + bead.target.size() <= most_specified) continue;
        beads_.push_back(
            {{bead.source.begin(), bead.source.end()}, {bead.target.begin(), bead.target.end()}});
        for (const std::uint32_t i : beads_.back().source) by_source_[i].push_back(beads_.size() - 1);
    }
}

bool UnspecifiedGold::holds(const ListedBead& link) const {
    if (!link.linked()) return false;
    const auto candidates = by_source_.find(link.source[0]);
    if (candidates == by_source_.end()) return false;
    const std::size_t size = link.source.size() + link.target.size();
    return std::ranges::any_of(candidates->second, [&](std::size_t bead) {
        const auto& [source, target] = beads_[bead];
        return size < source.size() + target.size() && has_all(source, link.source) &&
               has_all(target, link.target);
    });
}

}  // namespace tongwen::align
