// SPDX-License-Identifier: Apache-2.0
// Owns the new review: its alignment, and which of its beads carry which decisions.
#include "review/update.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "review/areas.h"
#include "review/realign.h"
#include "review/relocation.h"

namespace tongwen::review {
namespace {

constexpr std::size_t searched = ~std::size_t{0};  // a bead that has no box

bool fills(const std::vector<Box>& boxes, std::size_t sources, std::size_t targets) {
    std::size_t segments = 0;
    for (const Box& box : boxes) segments += box.bead.source.size() + box.bead.target.size();
    return segments == sources + targets;
}

void add_line(std::string& text, const std::string& line) {
    if (line.empty()) return;
    if (!text.empty()) text += '\n';
    text += line;
}

/// Adds what was said of one bead to what is said of another.
void absorb(Decision& into, const Decision& from) {
    into.status = Status::changed;
    into.pinned = into.pinned || from.pinned;
    into.bookmarked = into.bookmarked || from.bookmarked;
    add_line(into.comment, from.comment);
    if (into.when <= from.when) {
        into.who = from.who;
        into.when = from.when;
    }
}

class Updating {
  public:
    Updating(const Review& old, corpus::Document source, corpus::Document target)
        : old_(old),
          editions_{old, source_, target_, track_segments(old.source(), source),
                    track_segments(old.target(), target)},
          source_(std::move(source)),
          target_(std::move(target)) {}

    Update run(const align::AlignOptions& options) {
        relocation_ = relocate(editions_);
        align_between(options);
        index();
        carry_over();
        align::Bitext bitext{std::move(source_), std::move(target_), {}, moved_blocks(), {}};
        bitext.alignment = {std::move(beads_), source_beads_.size(), target_beads_.size()};
        const auto anew = static_cast<std::size_t>(std::ranges::count(boxes_, searched));
        Update update{Review(std::move(bitext), std::move(decisions_)), std::move(carried_), anew};
        update.review.source_anchored = old_.source_anchored;
        update.review.cursor = cursor_;
        return update;
    }

  private:
    const ReviewedBead& old_bead(const Box& box) const { return old_.beads()[box.before]; }

    void align_between(align::AlignOptions options) {
        for (const Box& box : relocation_.boxes) {
            options.fixed.push_back(box.bead);
            options.fixed.back().confidence =
                relocation_.halves[options.fixed.size() - 1] ? 0 : trust_in(old_bead(box));
        }
        if (fills(relocation_.boxes, source_.segments.size(), target_.segments.size())) {
            beads_ = std::move(options.fixed);
        } else {
            beads_ = align::align(source_, target_, options).beads();
        }
    }

    /// Which bead holds which segment, and which is which box.
    void index() {
        source_beads_.resize(source_.segments.size());
        target_beads_.resize(target_.segments.size());
        boxes_.assign(beads_.size(), searched);
        decisions_.resize(beads_.size());
        std::size_t next = 0;
        for (std::size_t k = 0; k < beads_.size(); ++k) {
            align::Bead& bead = beads_[k];
            std::fill_n(source_beads_.begin() + bead.source.begin.value, bead.source.size(), k);
            std::fill_n(target_beads_.begin() + bead.target.begin.value, bead.target.size(), k);
            if (next == relocation_.boxes.size() || !same_place(bead, relocation_.boxes[next].bead)) continue;
            bead = relocation_.boxes[next].bead;
            if (relocation_.halves[next]) bead = {bead.source, bead.target};
            boxes_[k] = next++;
        }
    }

    /// By bead of the old review: those of the new one that are its boxes.
    std::vector<std::vector<std::size_t>> beads_by_box() const {
        std::vector<std::vector<std::size_t>> places(old_.beads().size());
        for (std::size_t k = 0; k < beads_.size(); ++k)
            if (boxes_[k] != searched) places[relocation_.boxes[boxes_[k]].before].push_back(k);
        return places;
    }

    void carry_over() {
        const std::vector<std::vector<std::size_t>> places = beads_by_box();
        for (std::size_t k = 0; k < places.size(); ++k) {
            const ReviewedBead& old = old_.beads()[k];
            const bool in_box = !places[k].empty();
            if (in_box && is_kept(places[k].front())) {
                decisions_[places[k].front()] = old.decision;
                if (old.fixed()) carried_.push_back({k, Fate::kept, places[k]});
            } else if (old.fixed()) {
                changed_.push_back({k, Fate::changed, places[k]});
            } else if (old.decision.bookmarked) {
                if (const auto now = holders(old.bead); !now.empty()) decisions_[now[0]].bookmarked = true;
            }
            if (k == old_.cursor) {
                const auto now = holders(old.bead);
                cursor_ = in_box ? places[k].front() : now.empty() ? last_kept_ : now[0];
            }
            if (in_box) last_kept_ = places[k].front();
        }
        for (CarriedDecision& one : changed_) change(one);
        std::ranges::move(changed_, std::back_inserter(carried_));
        std::ranges::sort(carried_, {}, &CarriedDecision::before);
    }

    /// Whether a bead is the box of an old one whose text stands.
    [[nodiscard]] bool is_kept(std::size_t bead) const {
        const std::size_t box = boxes_[bead];
        return box != searched && !relocation_.halves[box] && relocation_.boxes[box].stands;
    }

    /// Whether what was said of an old bead is said of this one, unchanged.
    [[nodiscard]] bool is_decided(std::size_t bead) const {
        return is_kept(bead) && old_bead(relocation_.boxes[boxes_[bead]]).fixed();
    }

    /// The beads that hold what there is of an old bead's text. Where it is a part of a segment only, and the
    /// segment is all of another bead that somebody decided, the words are that one's.
    [[nodiscard]] std::vector<std::size_t> holders(const align::Bead& old) const {
        std::vector<std::size_t> beads;
        const auto add = [&](const Track& track, const std::vector<std::size_t>& holding) {
            for (const std::uint32_t segment : track.segments)
                if (track.whole || !is_decided(holding[segment])) beads.push_back(holding[segment]);
        };
        for (std::size_t k = old.source.begin.value; k < old.source.end.value; ++k)
            add(editions_.source_tracks[k], source_beads_);
        for (std::size_t k = old.target.begin.value; k < old.target.end.value; ++k)
            add(editions_.target_tracks[k], target_beads_);
        std::ranges::sort(beads);
        beads.erase(std::unique(beads.begin(), beads.end()), beads.end());
        return beads;
    }

    void change(CarriedDecision& carried) {
        const ReviewedBead& old = old_.beads()[carried.before];
        if (carried.after.empty()) carried.after = holders(old.bead);
        if (carried.after.empty()) carried.fate = Fate::lost;
        for (const std::size_t bead : carried.after) {
            if (!is_decided(bead)) take_over(bead, old);
        }
    }

    void take_over(std::size_t bead, const ReviewedBead& old) {
        Decision& decision = decisions_[bead];
        const bool is_first = decision.status != Status::changed;
        absorb(decision, old.decision);
        const bool in_its_box = boxes_[bead] != searched && !relocation_.halves[boxes_[bead]];
        decision.by_hand = decision.by_hand || (old.decision.by_hand && in_its_box);
        if (!old.decision.target_edit) return;
        if (is_first && has_target_of(beads_[bead], old.bead)) {
            decision.target_edit = old.decision.target_edit;
        } else {
            add_line(decision.comment, *old.decision.target_edit);
        }
    }

    [[nodiscard]] bool has_target_of(const align::Bead& bead, const align::Bead& old) const {
        return text_of(target_, bead.target.begin.value, bead.target.end.value) ==
               text_of(old_.target(), old.target.begin.value, old.target.end.value);
    }

    /// Whether the segments of a run stand in beads that have nothing else.
    template <class Side, class OtherSide>
    [[nodiscard]] bool is_alone(align::Run<Side> run, const std::vector<std::size_t>& holding,
                                align::Run<Side> align::Bead::*side,
                                align::Run<OtherSide> align::Bead::*other) const {
        for (std::size_t k = run.begin.value; k < run.end.value; ++k) {
            const align::Bead& bead = beads_[holding[k]];
            if (!(bead.*other).empty() || (bead.*side).begin < run.begin || run.end < (bead.*side).end)
                return false;
        }
        return true;
    }

    /// Of the links that cross others, those whose segments stand alone.
    [[nodiscard]] std::vector<align::MovedBlock> moved_blocks() const {
        std::vector<align::Bead> links;
        std::ranges::copy_if(
            relocation_.crossing, std::back_inserter(links), [this](const align::Bead& link) {
                return is_alone(link.source, source_beads_, &align::Bead::source, &align::Bead::target) &&
                       is_alone(link.target, target_beads_, &align::Bead::target, &align::Bead::source);
            });
        std::ranges::sort(links, {}, &align::Bead::source);
        std::vector<align::MovedBlock> blocks;
        std::vector<bool> taken(target_beads_.size(), false);
        for (const align::Bead& link : links) {
            if (!blocks.empty() && link.source.begin < blocks.back().source.end) continue;
            const auto targets = taken.begin() + link.target.begin.value;
            if (std::find(targets, targets + static_cast<std::ptrdiff_t>(link.target.size()), true) !=
                targets + static_cast<std::ptrdiff_t>(link.target.size()))
                continue;
            std::fill_n(targets, link.target.size(), true);
            const bool goes_on = !blocks.empty() && blocks.back().source.end == link.source.begin &&
                                 blocks.back().target.end == link.target.begin;
            if (!goes_on) blocks.push_back({link.source, link.target, {}});
            blocks.back().beads.push_back(link);
            blocks.back().source.end = link.source.end;
            blocks.back().target.end = link.target.end;
        }
        return blocks;
    }

    const Review& old_;
    Editions editions_;
    corpus::Document source_;
    corpus::Document target_;
    Relocation relocation_;
    std::vector<align::Bead> beads_;         // of the new alignment
    std::vector<std::size_t> source_beads_;  // by segment
    std::vector<std::size_t> target_beads_;
    std::vector<std::size_t> boxes_;  // by bead: its box, or `searched`
    std::vector<Decision> decisions_;
    std::vector<CarriedDecision> carried_;
    std::vector<CarriedDecision> changed_;
    std::size_t cursor_ = 0;
    std::size_t last_kept_ = 0;
};

}  // namespace

Update update(const Review& old, corpus::Document source, corpus::Document target,
              const align::AlignOptions& options) {
    return Updating(old, std::move(source), std::move(target)).run(options);
}

}  // namespace tongwen::review
