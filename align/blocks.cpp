// SPDX-License-Identifier: Apache-2.0
// Owns the finding of places that no bead reaches across.
#include "align/blocks.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace tongwen::align {
namespace {

constexpr std::int64_t beyond = std::numeric_limits<std::int64_t>::max();

/// From the first segment of a bead's side to its last; a side without any is before and beyond everything.
struct Reach {
    std::int64_t first = beyond;
    std::int64_t last = -1;
};

Reach reach_of(const std::vector<std::uint32_t>& side) {
    Reach reach;
    for (const std::int64_t segment : side) {
        reach.first = std::min(reach.first, segment);
        reach.last = std::max(reach.last, segment);
    }
    return reach;
}

struct BeadReach {
    Reach source;
    Reach target;
};

/// Beads sorted by where they begin, with the furthest that those up to each one, and the nearest that those
/// from each one on, reach.
class Reaches {
  public:
    /// `begin_of` tells where a bead begins.
    Reaches(std::vector<BeadReach> beads, std::int64_t (*begin_of)(const BeadReach&))
        : beads_(std::move(beads)), begin_of_(begin_of) {
        std::ranges::sort(beads_, {}, begin_of_);
        for (std::size_t b = 1; b < beads_.size(); ++b) {
            beads_[b].source.last = std::max(beads_[b].source.last, beads_[b - 1].source.last);
            beads_[b].target.last = std::max(beads_[b].target.last, beads_[b - 1].target.last);
        }
        for (std::size_t b = beads_.size(); b-- > 1;)
            beads_[b - 1].target.first = std::min(beads_[b - 1].target.first, beads_[b].target.first);
    }

    /// Whether the beads that begin before `begin` end before both places, and the others begin behind.
    [[nodiscard]] bool parted_at(std::int64_t begin, std::int64_t source, std::int64_t target) const {
        const auto behind = std::ranges::lower_bound(beads_, begin, {}, begin_of_);
        const bool before_ends = behind == beads_.begin() ||
                                 ((behind - 1)->source.last < source && (behind - 1)->target.last < target);
        return before_ends && (behind == beads_.end() || behind->target.first >= target);
    }

  private:
    std::vector<BeadReach> beads_;
    std::int64_t (*begin_of_)(const BeadReach&);
};

std::int64_t source_begin(const BeadReach& bead) { return bead.source.first; }
std::int64_t target_begin(const BeadReach& bead) { return bead.target.first; }

std::vector<BeadReach> reaches_of(const std::vector<ListedBead>& beads, bool with_source) {
    std::vector<BeadReach> reaches;
    for (const ListedBead& bead : beads)
        if (bead.source.empty() != with_source)
            reaches.push_back({reach_of(bead.source), reach_of(bead.target)});
    return reaches;
}

/// An alignment, asked for places that no bead reaches across.
class Cuttable {
  public:
    explicit Cuttable(const std::vector<ListedBead>& beads)
        : with_source_(reaches_of(beads, true), source_begin),
          without_source_(reaches_of(beads, false), target_begin) {}

    [[nodiscard]] bool can_cut(std::int64_t source, std::int64_t target) const {
        return with_source_.parted_at(source, source, target) &&
               without_source_.parted_at(target, source, target);
    }

  private:
    Reaches with_source_;
    Reaches without_source_;
};

/// Before these segments of the two sides.
struct Cut {
    std::int64_t source;
    std::int64_t target;
};

std::vector<BeadReach> links_of(const std::vector<ListedBead>& beads) {
    std::vector<BeadReach> links;
    for (const ListedBead& bead : beads)
        if (bead.linked()) links.push_back({reach_of(bead.source), reach_of(bead.target)});
    std::ranges::sort(links, {}, source_begin);
    return links;
}

/// Each behind a link of the gold, but none behind the last.
std::vector<Cut> find_cuts(const Alternatives& alternatives, std::size_t links) {
    std::vector<Cuttable> cuttables;
    for (const auto& beads : alternatives) cuttables.emplace_back(beads);
    const std::vector<BeadReach> gold = links_of(alternatives[0]);
    std::vector<Cut> cuts;
    Cut here{0, 0};
    std::size_t since_last = 0;
    for (std::size_t b = 0; b + 1 < gold.size(); ++b) {
        here = {std::max(here.source, gold[b].source.last + 1),
                std::max(here.target, gold[b].target.last + 1)};
        if (++since_last < links) continue;
        const auto can_cut = [&](const Cuttable& one) { return one.can_cut(here.source, here.target); };
        if (!std::ranges::all_of(cuttables, can_cut)) continue;
        cuts.push_back(here);
        since_last = 0;
    }
    return cuts;
}

/// How many cuts stand before the bead; where neither side has a segment, it does not matter.
std::size_t block_of(const ListedBead& bead, const std::vector<Cut>& cuts) {
    const bool by_source = !bead.source.empty();
    const std::int64_t begin = reach_of(by_source ? bead.source : bead.target).first;
    const auto behind = std::ranges::upper_bound(cuts, begin, {}, by_source ? &Cut::source : &Cut::target);
    return static_cast<std::size_t>(behind - cuts.begin());
}

}  // namespace

std::vector<Alternatives> cut_into_blocks(const Alternatives& alternatives, std::size_t links) {
    if (alternatives.empty()) return {};
    const std::vector<Cut> cuts = find_cuts(alternatives, links);
    std::vector<Alternatives> blocks(cuts.size() + 1, Alternatives(alternatives.size()));
    for (std::size_t a = 0; a < alternatives.size(); ++a)
        for (const ListedBead& bead : alternatives[a]) blocks[block_of(bead, cuts)][a].push_back(bead);
    return blocks;
}

}  // namespace tongwen::align
