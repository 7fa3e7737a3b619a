// SPDX-License-Identifier: Apache-2.0
// Owns which beads hold when the rest is aligned again, and what came of it.
#include "review/realign.h"

#include <cmath>
#include <cstdint>
#include <utility>

#include "align/moved_beads.h"
#include "review/areas.h"

namespace tongwen::review {
namespace {

// A bead that is found again as sure as this is the same again: what others teach it moves every confidence
// a little, and the ledger should not be full of that.
constexpr double same_confidence = 0.02;

/// Beads that hold: what was decided, and the segments of moved blocks, which were untied on purpose.
std::vector<align::Bead> fixed_beads(const Review& review) {
    const align::Bitext current = review.current();
    const align::MovedBeads moved(current);
    std::vector<align::Bead> fixed;
    for (std::size_t k = 0; k < review.beads().size(); ++k) {
        const ReviewedBead& reviewed = review.beads()[k];
        if (!reviewed.fixed() && !moved.block(k)) continue;
        fixed.push_back(reviewed.bead);
        fixed.back().confidence = trust_in(reviewed);
    }
    return fixed;
}

bool ends_before(const align::Bead& one, const align::Bead& other) {
    return std::uint64_t{one.source.end.value} + one.target.end.value <
           std::uint64_t{other.source.end.value} + other.target.end.value;
}

/// Whether a bead that was found where another stands is to take its place.
bool is_news(const ReviewedBead& old, const align::Bead& found) {
    return !old.fixed() && std::abs(old.bead.confidence - found.confidence) >= same_confidence;
}

/// Of beads that are no more, a bookmark stays where it was.
void keep_bookmarks(Change& change) {
    std::size_t k = 0;
    for (const ReviewedBead& old : change.before) {
        while (ends_before(change.after[k].bead, old.bead) && k + 1 < change.after.size()) ++k;
        if (!old.decision.bookmarked) continue;
        Decision& decision = change.after[k].decision;
        decision.bookmarked = true;
        decision.who = old.decision.who;
        decision.when = old.decision.when;
    }
}

std::vector<Change> changes_between(const std::vector<ReviewedBead>& before,
                                    const std::vector<align::Bead>& found) {
    std::vector<ReviewedBead> after;
    after.reserve(found.size());
    for (const align::Bead& bead : found) after.push_back({bead, {}});
    const auto part = [](const std::vector<ReviewedBead>& beads, std::size_t begin, std::size_t end) {
        return std::vector(beads.begin() + static_cast<std::ptrdiff_t>(begin),
                           beads.begin() + static_cast<std::ptrdiff_t>(end));
    };
    std::vector<Change> changes;
    for (const Area& area : common_areas(before, after)) {
        const ReviewedBead& old = before[area.a_begin];
        const bool same = same_place(old.bead, after[area.b_begin].bead);
        if (same && !is_news(old, after[area.b_begin].bead)) continue;
        Change change{part(before, area.a_begin, area.a_end), part(after, area.b_begin, area.b_end)};
        if (same) change.after[0].decision = old.decision;
        if (!same) keep_bookmarks(change);
        changes.push_back(std::move(change));
    }
    return changes;
}

}  // namespace

double trust_in(const ReviewedBead& bead) {
    const Status status = bead.decision.status;
    if (status == Status::needs_work || status == Status::dropped || status == Status::changed) return 0;
    return bead.fixed() ? 1 : bead.bead.confidence;
}

Entry realign(const Review& review, const align::AlignOptions& options, const Stamp& stamp) {
    align::AlignOptions around = options;
    around.fixed = fixed_beads(review);
    const align::Alignment found = align::align(review.source(), review.target(), around);
    Entry entry;
    entry.number = review.ledger().size() + 1;
    entry.operation = Operation::realign;
    entry.changes = changes_between(review.beads(), found.beads());
    entry.stamp = stamp;
    return entry;
}

}  // namespace tongwen::review
