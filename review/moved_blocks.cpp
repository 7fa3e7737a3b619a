// SPDX-License-Identifier: Apache-2.0
// Owns what is left of moved blocks under the beads of a review.
#include <algorithm>
#include <utility>

#include "review/review.h"

namespace tongwen::review {
namespace {

/// Whether the run's segments stand in beads that hold nothing else, on this side or on the other.
template <class Side, class OtherSide>
bool alone(const Review& review, align::Run<Side> run, align::Run<Side> align::Bead::*side,
           align::Run<OtherSide> align::Bead::*other_side) {
    std::size_t i = review.bead_at(run.begin);
    if ((review.beads()[i].bead.*side).begin != run.begin) return false;
    for (align::Position<Side> at = run.begin; at < run.end; ++i) {
        const align::Bead& bead = review.beads()[i].bead;
        // A bead of the other side alone may stand between two of these.
        if ((bead.*side).empty()) continue;
        if (!(bead.*other_side).empty()) return false;
        at = (bead.*side).end;
        if (at > run.end) return false;
    }
    return true;
}

bool still_moved(const Review& review, const align::Bead& link) {
    return alone(review, link.source, &align::Bead::source, &align::Bead::target) &&
           alone(review, link.target, &align::Bead::target, &align::Bead::source);
}

/// The block with the links that still are; what was linked otherwise stands alone in it.
align::MovedBlock left_of(const Review& review, const align::MovedBlock& block) {
    align::MovedBlock left{block.source, block.target, {}};
    for (const align::Bead& bead : block.beads) {
        if (!bead.linked() || still_moved(review, bead)) {
            left.beads.push_back(bead);
            continue;
        }
        left.beads.push_back({bead.source, {bead.target.begin, bead.target.begin}});
        left.beads.push_back({{bead.source.end, bead.source.end}, bead.target});
    }
    return left;
}

}  // namespace

align::Bitext Review::current() const {
    align::Bitext result{source(), target(), {}, {}, bitext_.page};
    std::vector<align::Bead> beads;
    beads.reserve(beads_.size());
    for (const ReviewedBead& bead : beads_) beads.push_back(bead.bead);
    result.alignment =
        align::Alignment(std::move(beads), bitext_.alignment.source_size(), bitext_.alignment.target_size());
    for (const align::MovedBlock& block : bitext_.moved) {
        align::MovedBlock left = left_of(*this, block);
        if (std::ranges::any_of(left.beads, &align::Bead::linked)) result.moved.push_back(std::move(left));
    }
    return result;
}

}  // namespace tongwen::review
