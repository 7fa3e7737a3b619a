// SPDX-License-Identifier: Apache-2.0
// Owns the making of queues and the renumbering of beads.
#include "review/queue.h"

#include <algorithm>
#include <utility>

namespace tongwen::review {
namespace {

bool same_boundaries(const Change& change) {
    return std::ranges::equal(
        change.before, change.after, [](const ReviewedBead& one, const ReviewedBead& other) {
            return one.bead.source == other.bead.source && one.bead.target == other.bead.target;
        });
}

std::size_t place_of(const Review& review, const align::Bead& bead) {
    return bead.source.empty() ? review.bead_at(bead.target.begin) : review.bead_at(bead.source.begin);
}

bool is_to_fix(const ReviewedBead& bead) {
    return bead.decision.status == Status::needs_work || bead.decision.status == Status::changed;
}

bool belongs(QueueKind kind, const ReviewedBead& bead) {
    switch (kind) {
        case QueueKind::least_sure:
            return is_machine_made(bead);
        case QueueKind::uneven:
            return !is_one_to_one(bead);
        case QueueKind::undecided:
            return is_undecided(bead);
        case QueueKind::to_fix:
            return is_to_fix(bead);
        default:
            return true;
    }
}

Doubt doubt(const Review& review, std::size_t bead) { return {review.beads()[bead].bead.confidence, bead}; }

}  // namespace

bool is_undecided(const ReviewedBead& bead) {
    return bead.decision.status == Status::undecided || bead.decision.status == Status::changed;
}

bool is_machine_made(const ReviewedBead& bead) {
    return is_undecided(bead) && !bead.decision.pinned && !bead.decision.by_hand;
}

bool is_one_to_one(const ReviewedBead& bead) {
    return bead.bead.source.size() == 1 && bead.bead.target.size() == 1;
}

Tally tally(std::span<const ReviewedBead> beads) {
    Tally sum;
    for (const ReviewedBead& bead : beads) {
        if (is_undecided(bead)) ++sum.undecided;
        if (is_to_fix(bead)) ++sum.to_fix;
    }
    return sum;
}

Renumbering::Renumbering(const Review& before, const Entry& entry) {
    std::size_t added = 0;
    std::size_t removed = 0;
    for (const Change& change : entry.changes) {
        if (change.before.empty()) continue;
        const std::size_t begin = place_of(before, change.before.front().bead);
        replacements_.push_back({begin, begin + added - removed, change.before.size(), change.after.size(),
                                 !same_boundaries(change)});
        added += change.after.size();
        removed += change.before.size();
    }
}

const Renumbering::Replacement* Renumbering::last_until(std::size_t bead) const {
    const auto behind = std::ranges::upper_bound(replacements_, bead, {}, &Replacement::begin);
    return behind == replacements_.begin() ? nullptr : &*std::prev(behind);
}

std::size_t Renumbering::operator()(std::size_t bead) const {
    const Replacement* const last = last_until(bead);
    if (last == nullptr) return bead;
    const std::size_t offset = bead - last->begin;
    if (offset >= last->removed) return last->new_begin + last->added + (offset - last->removed);
    return last->new_begin + std::min(offset, last->added - std::min<std::size_t>(last->added, 1));
}

bool Renumbering::cuts(std::size_t bead) const {
    const Replacement* const last = last_until(bead);
    return last != nullptr && bead - last->begin < last->removed && last->cut;
}

bool Renumbering::cuts_any() const { return std::ranges::any_of(replacements_, &Replacement::cut); }

std::optional<std::size_t> Renumbering::first() const {
    if (replacements_.empty()) return std::nullopt;
    return replacements_.front().begin;
}

std::optional<std::size_t> Queue::position_of(std::size_t bead) const {
    if (kind_ == QueueKind::all) return bead < size_ ? std::optional(bead) : std::nullopt;
    const auto found = std::ranges::find(beads_, bead);
    if (found == beads_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - beads_.begin());
}

std::size_t Queue::position_near(std::size_t bead) const {
    if (const auto position = position_of(bead)) return *position;
    if (kind_ == QueueKind::least_sure) return 0;  // its order is not the document's
    const auto behind = std::ranges::lower_bound(beads_, bead);
    return behind == beads_.end() ? 0 : static_cast<std::size_t>(behind - beads_.begin());
}

void Queue::follow(const Renumbering& renumbering, std::size_t size) {
    if (kind_ == QueueKind::all) {
        size_ = size;
        return;
    }
    for (std::size_t& bead : beads_) bead = renumbering(bead);
    std::vector<bool> seen(size);
    std::erase_if(beads_, [&seen](std::size_t bead) {
        const bool again = seen[bead];
        seen[bead] = true;
        return again;
    });
    size_ = beads_.size();
}

Queue make_queue(QueueKind kind, const Review& review, std::span<const std::size_t> beads_with_findings) {
    if (kind == QueueKind::all) return Queue(review.beads().size());
    if (kind == QueueKind::findings)
        return {kind, std::vector<std::size_t>(beads_with_findings.begin(), beads_with_findings.end())};
    std::vector<std::size_t> beads;
    for (std::size_t i = 0; i < review.beads().size(); ++i)
        if (belongs(kind, review.beads()[i])) beads.push_back(i);
    if (kind == QueueKind::least_sure)
        std::ranges::sort(beads, {}, [&review](std::size_t bead) { return doubt(review, bead); });
    return {kind, std::move(beads)};
}

std::optional<Doubt> next_doubtful(const Review& review, std::optional<Doubt> behind) {
    std::optional<Doubt> best;
    for (std::size_t i = 0; i < review.beads().size(); ++i) {
        if (!is_machine_made(review.beads()[i])) continue;
        const Doubt mine = doubt(review, i);
        if ((!behind || mine > *behind) && (!best || mine < *best)) best = mine;
    }
    return best;
}

}  // namespace tongwen::review
