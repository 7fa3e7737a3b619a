// SPDX-License-Identifier: Apache-2.0
// Owns the look-ups of BeadSet: sorted lists, which no input can make slow.
#include "align/bead_set.h"

#include <algorithm>
#include <tuple>

namespace tongwen::align {
namespace {

using Side = std::vector<std::uint32_t> ListedBead::*;

bool lists_before(const ListedBead* one, const ListedBead* other) {
    return std::tie(one->source, one->target) < std::tie(other->source, other->target);
}

bool lists_same(const ListedBead* one, const ListedBead* other) {
    return one->source == other->source && one->target == other->target;
}

/// Calls `receive` with each bead that holds the segment.
void for_each_holder(const auto& holders, std::uint32_t segment, const auto& receive) {
    auto holder = std::ranges::lower_bound(holders, std::pair(segment, std::size_t{0}));
    for (; holder != holders.end() && holder->first == segment; ++holder) receive(holder->second);
}

std::vector<std::uint32_t> lone(const std::vector<ListedBead>& beads, Side side, Side other) {
    std::vector<std::uint32_t> segments;
    for (const ListedBead& bead : beads)
        if ((bead.*other).empty()) segments.insert(segments.end(), (bead.*side).begin(), (bead.*side).end());
    std::ranges::sort(segments);
    segments.erase(std::unique(segments.begin(), segments.end()), segments.end());
    return segments;
}

}  // namespace

BeadSet::BeadSet(const std::vector<ListedBead>& beads) {
    for (const ListedBead& bead : beads)
        if (!bead.source.empty() || !bead.target.empty()) beads_.push_back(&bead);
    std::ranges::stable_sort(beads_, lists_before);
    beads_.erase(std::unique(beads_.begin(), beads_.end(), lists_same), beads_.end());
    for (std::size_t b = 0; b < beads_.size(); ++b) {
        if (!beads_[b]->linked()) continue;
        for (const std::uint32_t i : beads_[b]->source) source_holders_.emplace_back(i, b);
        for (const std::uint32_t j : beads_[b]->target) target_holders_.emplace_back(j, b);
    }
    std::ranges::sort(source_holders_);
    std::ranges::sort(target_holders_);
}

Match BeadSet::match(const ListedBead& bead) const {
    if (std::ranges::binary_search(beads_, &bead, lists_before)) return Match::exact;
    return overlaps(bead) ? Match::overlap : Match::none;
}

bool BeadSet::overlaps(const ListedBead& bead) const {
    std::vector<std::size_t> reached;
    for (const std::uint32_t i : bead.source)
        for_each_holder(source_holders_, i, [&](std::size_t b) { reached.push_back(b); });
    std::ranges::sort(reached);
    bool found = false;
    for (const std::uint32_t j : bead.target)
        for_each_holder(target_holders_, j,
                        [&](std::size_t b) { found = found || std::ranges::binary_search(reached, b); });
    return found;
}

std::optional<std::size_t> BeadSet::first_holder(const Holders& holders, std::uint32_t segment) {
    const auto holder = std::ranges::lower_bound(holders, std::pair(segment, std::size_t{0}));
    if (holder == holders.end() || holder->first != segment) return std::nullopt;
    return holder->second;
}

std::optional<std::size_t> BeadSet::link_of_source(std::uint32_t segment) const {
    return first_holder(source_holders_, segment);
}

std::optional<std::size_t> BeadSet::link_of_target(std::uint32_t segment) const {
    return first_holder(target_holders_, segment);
}

std::vector<std::uint32_t> lone_sources(const std::vector<ListedBead>& beads) {
    return lone(beads, &ListedBead::source, &ListedBead::target);
}

std::vector<std::uint32_t> lone_targets(const std::vector<ListedBead>& beads) {
    return lone(beads, &ListedBead::target, &ListedBead::source);
}

}  // namespace tongwen::align
