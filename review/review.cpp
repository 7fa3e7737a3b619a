// SPDX-License-Identifier: Apache-2.0
// Owns how a review's beads change: an entry is checked against them, and takes their place.
#include "review/review.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <map>
#include <span>
#include <stdexcept>
#include <utility>

namespace tongwen::review {
namespace {

/// Grows from bead to bead, for none is empty on both sides: the place of a bead in order.
std::uint64_t place_of(const align::Bead& bead) {
    return std::uint64_t{bead.source.begin.value} + bead.target.begin.value;
}

[[noreturn]] void refuse(const char* why) { throw std::invalid_argument(why); }

/// Whether the beads follow each other and none is empty.
bool tile(const std::vector<ReviewedBead>& beads) {
    for (std::size_t i = 0; i < beads.size(); ++i) {
        const align::Bead& bead = beads[i].bead;
        if (bead.source.end < bead.source.begin || bead.target.end < bead.target.begin) return false;
        if (bead.source.empty() && bead.target.empty()) return false;
        if (i == 0) continue;
        const align::Bead& previous = beads[i - 1].bead;
        if (bead.source.begin != previous.source.end || bead.target.begin != previous.target.end)
            return false;
    }
    return true;
}

/// Whether what the beads became has the same segments.
bool keeps_segments(const Change& change) {
    if (change.before.empty() || change.after.empty() || !tile(change.after)) return false;
    const align::Bead& first = change.before.front().bead;
    const align::Bead& last = change.before.back().bead;
    return change.after.front().bead.source.begin == first.source.begin &&
           change.after.front().bead.target.begin == first.target.begin &&
           change.after.back().bead.source.end == last.source.end &&
           change.after.back().bead.target.end == last.target.end;
}

/// What of an entry can be seen without the beads.
void check_changes(const std::vector<Change>& changes) {
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (!keeps_segments(changes[i])) refuse("a change does not keep its segments");
        if (i == 0) continue;
        const align::Bead& previous = changes[i - 1].before.back().bead;
        const align::Bead& first = changes[i].before.front().bead;
        if (first.source.begin < previous.source.end || first.target.begin < previous.target.end)
            refuse("changes overlap");
    }
}

/// Takes an undo or a redo from one stack to the other, and what is new onto the first.
void book(const Entry& entry, std::vector<std::size_t>& undoable, std::vector<std::size_t>& redoable) {
    const auto move_top = [&entry](std::vector<std::size_t>& from, std::vector<std::size_t>& to) {
        to.push_back(entry.of);
        from.pop_back();
    };
    if (entry.operation == Operation::undo) {
        move_top(undoable, redoable);
    } else if (entry.operation == Operation::redo) {
        move_top(redoable, undoable);
    } else {
        undoable.push_back(entry.number);
        redoable.clear();
    }
}

void check_booking(const Entry& entry, const std::vector<std::size_t>& undoable,
                   const std::vector<std::size_t>& redoable) {
    const auto is_top = [&entry](const std::vector<std::size_t>& stack) {
        return !stack.empty() && stack.back() == entry.of;
    };
    if (entry.operation == Operation::undo && !is_top(undoable)) refuse("this is not what undo takes back");
    if (entry.operation == Operation::redo && !is_top(redoable)) refuse("this is not what redo does again");
}

/// The present beads of a vector that a change is about: an index; throws where they are not there.
std::size_t find(const std::vector<ReviewedBead>& beads, const Change& change) {
    const auto found = std::ranges::lower_bound(beads, place_of(change.before.front().bead), {},
                                                [](const ReviewedBead& bead) { return place_of(bead.bead); });
    const auto left = static_cast<std::size_t>(beads.end() - found);
    if (left < change.before.size() ||
        !std::ranges::equal(change.before, std::span(found, change.before.size())))
        refuse("the beads before are not the present ones");
    return static_cast<std::size_t>(found - beads.begin());
}

bool keeps_count(const Change& change) { return change.before.size() == change.after.size(); }

/// Puts what is after in the place of what is before; the list's tail is moved once, however many changes
/// there are.
void replace(std::vector<ReviewedBead>& beads, const std::vector<Change>& changes,
             const std::vector<std::size_t>& indices) {
    if (std::ranges::all_of(changes, keeps_count)) {
        for (std::size_t k = 0; k < changes.size(); ++k)
            std::ranges::copy(changes[k].after, beads.begin() + static_cast<std::ptrdiff_t>(indices[k]));
        return;
    }
    const auto from = beads.begin() + static_cast<std::ptrdiff_t>(indices[0]);
    std::vector<ReviewedBead> tail(std::make_move_iterator(from), std::make_move_iterator(beads.end()));
    const std::size_t tail_begin = indices[0];
    beads.erase(from, beads.end());
    std::size_t next = 0;
    const auto keep_until = [&](std::size_t end) {
        for (; next < end; ++next) beads.push_back(std::move(tail[next]));
    };
    for (std::size_t k = 0; k < changes.size(); ++k) {
        keep_until(indices[k] - tail_begin);
        beads.insert(beads.end(), changes[k].after.begin(), changes[k].after.end());
        next += changes[k].before.size();
    }
    keep_until(tail.size());
}

/// Beads by their place: for a long ledger, in which each move of the list's tail would cost too much.
class BeadTree {
  public:
    explicit BeadTree(std::vector<ReviewedBead>&& beads) {
        for (ReviewedBead& bead : beads)
            tree_.emplace_hint(tree_.end(), place_of(bead.bead), std::move(bead));
    }

    void check(const Change& change) const {
        auto at = tree_.find(place_of(change.before.front().bead));
        for (const ReviewedBead& bead : change.before) {
            if (at == tree_.end() || at->second != bead) refuse("the beads before are not the present ones");
            ++at;
        }
    }
    void replace(const Change& change) {
        for (const ReviewedBead& bead : change.before) tree_.erase(place_of(bead.bead));
        for (const ReviewedBead& bead : change.after) tree_.emplace(place_of(bead.bead), bead);
    }
    [[nodiscard]] std::vector<ReviewedBead> take() && {
        std::vector<ReviewedBead> beads;
        beads.reserve(tree_.size());
        for (auto& [place, bead] : tree_) beads.push_back(std::move(bead));
        return beads;
    }

  private:
    std::map<std::uint64_t, ReviewedBead> tree_;
};

/// The bead of a list that holds a segment of one side.
template <class Side>
std::size_t holder(const std::vector<ReviewedBead>& beads, align::Position<Side> segment,
                   align::Run<Side> align::Bead::*side) {
    const auto found = std::ranges::partition_point(
        beads, [&](const ReviewedBead& bead) { return (bead.bead.*side).end <= segment; });
    return static_cast<std::size_t>(found - beads.begin());
}

}  // namespace

std::string_view name(Refusal refusal) {
    static constexpr std::array<std::string_view, refusal_count> names = {
        "no-such-bead",     "no-next-bead",    "nothing-to-split", "empty-part",
        "nothing-to-shift", "edited-text",     "no-target",        "source-anchored",
        "nothing-to-undo",  "nothing-to-redo", "no-change"};
    return names[static_cast<std::size_t>(refusal)];
}

Review::Review(align::Bitext bitext, std::vector<Decision> decisions)
    : bitext_(std::move(bitext)), first_decisions_(std::move(decisions)) {
    const std::vector<align::Bead>& beads = bitext_.alignment.beads();
    assert(first_decisions_.empty() || first_decisions_.size() == beads.size());
    beads_.reserve(beads.size());
    for (std::size_t i = 0; i < beads.size(); ++i)
        beads_.push_back({beads[i], first_decisions_.empty() ? Decision{} : first_decisions_[i]});
}

void Review::apply(Entry entry) {
    if (entry.number != ledger_.size() + 1) refuse("the entry's number is not the next one");
    check_booking(entry, undoable_, redoable_);
    check_changes(entry.changes);
    std::vector<std::size_t> indices;
    for (const Change& change : entry.changes) indices.push_back(find(beads_, change));
    replace(beads_, entry.changes, indices);
    book(entry, undoable_, redoable_);
    ledger_.push_back(std::move(entry));
}

std::size_t Review::replay(std::vector<Entry> entries) {
    constexpr std::size_t few = 64;  // below, moving tails is cheaper than making the tree
    std::size_t done = 0;
    if (entries.size() < few) {
        try {
            for (; done < entries.size(); ++done) apply(std::move(entries[done]));
        } catch (const std::invalid_argument&) {  // the caller knows the place, and tells
        }
        return done;
    }
    BeadTree tree(std::move(beads_));
    try {
        for (; done < entries.size(); ++done) {
            Entry& entry = entries[done];
            if (entry.number != ledger_.size() + 1) break;
            check_booking(entry, undoable_, redoable_);
            check_changes(entry.changes);
            for (const Change& change : entry.changes) tree.check(change);
            for (const Change& change : entry.changes) tree.replace(change);
            book(entry, undoable_, redoable_);
            ledger_.push_back(std::move(entry));
        }
    } catch (const std::invalid_argument&) {
    }
    beads_ = std::move(tree).take();
    return done;
}

std::size_t Review::bead_at(align::SourcePosition segment) const {
    return holder(beads_, segment, &align::Bead::source);
}

std::size_t Review::bead_at(align::TargetPosition segment) const {
    return holder(beads_, segment, &align::Bead::target);
}

std::string Review::source_text(std::size_t bead) const {
    return bitext_.source_text(beads_[bead].bead, align::separator_of(source().language));
}

std::string Review::target_text(std::size_t bead) const {
    const ReviewedBead& reviewed = beads_[bead];
    if (reviewed.decision.target_edit) return *reviewed.decision.target_edit;
    return bitext_.target_text(reviewed.bead, align::separator_of(target().language));
}

Counts count(const Review& review) {
    Counts counts;
    counts.beads = review.beads().size();
    for (const ReviewedBead& bead : review.beads()) {
        const Decision& decision = bead.decision;
        ++counts.by_status[static_cast<std::size_t>(decision.status)];
        counts.pinned += decision.pinned ? 1 : 0;
        counts.edited += decision.target_edit ? 1 : 0;
        counts.commented += decision.comment.empty() ? 0 : 1;
        counts.bookmarked += decision.bookmarked ? 1 : 0;
        counts.by_hand += decision.by_hand ? 1 : 0;
    }
    return counts;
}

}  // namespace tongwen::review
