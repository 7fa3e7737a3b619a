// SPDX-License-Identifier: Apache-2.0
// Owns the way from tracks of segments to boxes of beads.
#include "review/relocation.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "align/moved_beads.h"

namespace tongwen::review {
namespace {

using align::Run;
using align::Source;
using align::Target;

/// Where a run of segments is now, in one piece.
template <class Side>
struct Piece {
    Run<Side> run;
    bool stands = false;  ///< with the same text
};

/// One side of a review, old and new.
template <class Side>
struct Edition {
    const corpus::Document& before;
    const corpus::Document& after;
    const std::vector<Track>& tracks;

    [[nodiscard]] std::optional<Piece<Side>> find(Run<Side> run) const {
        std::uint32_t least = ~std::uint32_t{0};
        std::uint32_t most = 0;
        std::size_t found = 0;
        bool whole = true;
        for (std::size_t k = run.begin.value; k < run.end.value; ++k) {
            const Track& track = tracks[k];
            whole = whole && track.whole && (found == 0 || track.segments[0] == most + 1);
            if (track.segments.empty()) continue;
            // Two that were joined are found in the same segment.
            found += track.segments.size() - (found > 0 && track.segments[0] == most ? 1 : 0);
            least = std::min(least, track.segments.front());
            most = std::max(most, track.segments.back());
        }
        if (found == 0 || most - least + 1 > 2 * found + 1) return std::nullopt;
        const Run<Side> now = align::make_run<Side>(least, std::size_t{most} + 1);
        if (whole || has_text_of(now, run)) return Piece<Side>{now, true};
        if (now.size() != found) return std::nullopt;
        return Piece<Side>{now, false};
    }

    /// The boundary before a segment, as its neighbours have it now; `sure` where both agree.
    struct Boundary {
        align::Position<Side> at;
        bool sure;
    };
    [[nodiscard]] Boundary boundary(align::Position<Side> old) const {
        const std::uint32_t k = old.value;
        const bool is_end = k == tracks.size();
        const auto behind = static_cast<std::uint32_t>(is_end ? after.segments.size() : 0);
        std::optional<std::uint32_t> left;
        std::optional<std::uint32_t> right;
        if (k == 0) left = 0;
        if (k > 0 && tracks[k - 1].whole) left = tracks[k - 1].segments[0] + 1;
        if (is_end) right = behind;
        if (!is_end && tracks[k].whole) right = tracks[k].segments[0];
        if (k > 0 && left) return {{*left}, left == right};
        if (right) return {{*right}, left == right};
        return {{left.value_or(0)}, false};
    }

  private:
    [[nodiscard]] bool has_text_of(Run<Side> now, Run<Side> old) const {
        return text_of(after, now.begin.value, now.end.value) ==
               text_of(before, old.begin.value, old.end.value);
    }
};

/// How many beads of the review a segment of the new edition has text of.
template <class Side>
std::vector<std::uint8_t> count_forebears(const Review& old, align::Run<Side> align::Bead::*side,
                                          const Edition<Side>& edition) {
    std::vector<std::uint8_t> counts(edition.after.segments.size(), 0);
    std::vector<std::size_t> last(counts.size(), 0);  // the bead that was counted last, from 1
    for (std::size_t k = 0; k < old.beads().size(); ++k) {
        const Run<Side> run = old.beads()[k].bead.*side;
        for (std::size_t i = run.begin.value; i < run.end.value; ++i) {
            for (const std::uint32_t segment : edition.tracks[i].segments) {
                if (std::exchange(last[segment], k + 1) == k + 1) continue;
                if (counts[segment] < 2) ++counts[segment];
            }
        }
    }
    return counts;
}

template <class Side>
bool has_one_forebear(Run<Side> run, const std::vector<std::uint8_t>& counts) {
    return std::all_of(counts.begin() + run.begin.value, counts.begin() + run.end.value,
                       [](std::uint8_t count) { return count < 2; });
}

/// Segments that boxes hold already.
template <class Side>
class Claims {
  public:
    explicit Claims(std::size_t size) : taken_(size, false) {}
    [[nodiscard]] bool free(Run<Side> run) const {
        const auto begin = taken_.begin() + run.begin.value;
        return std::find(begin, begin + static_cast<std::ptrdiff_t>(run.size()), true) ==
               begin + static_cast<std::ptrdiff_t>(run.size());
    }
    void take(Run<Side> run) { std::fill_n(taken_.begin() + run.begin.value, run.size(), true); }

  private:
    std::vector<bool> taken_;
};

class Relocating {
  public:
    explicit Relocating(const Editions& editions)
        : old_(editions.old),
          source_{old_.source(), editions.source, editions.source_tracks},
          target_{old_.target(), editions.target, editions.target_tracks},
          source_claims_(editions.source.segments.size()),
          target_claims_(editions.target.segments.size()),
          source_forebears_(count_forebears(old_, &align::Bead::source, source_)),
          target_forebears_(count_forebears(old_, &align::Bead::target, target_)),
          held_(old_.beads().size(), false) {}

    Relocation run() {
        const align::Bitext current = old_.current();
        const align::MovedBeads moved(current);
        for (std::size_t k = 0; k < held_.size(); ++k)
            held_[k] = old_.beads()[k].fixed() || moved.block(k).has_value();
        // What is held and stands comes first, then what is held, then what nobody decided.
        claim_all([](const Box& box) { return box.held && box.stands; });
        claim_all([](const Box& box) { return box.held && !box.stands; });
        claim_all([](const Box& box) { return !box.held && box.stands; });
        choose();
        release();
        for (const align::MovedBlock& block : current.moved) follow(block);
        mark_halves();
        return std::move(result_);
    }

  private:
    /// A box, and whether it is sure where it stands.
    struct Found {
        Box box;
        bool sure;
    };

    [[nodiscard]] std::optional<Found> find(std::size_t index) const {
        align::Bead bead = old_.beads()[index].bead;
        bool stands = true;
        bool sure = true;
        if (bead.source.empty()) {
            const auto at = source_.boundary(bead.source.begin);
            bead.source = {at.at, at.at};
            sure = at.sure;
        } else if (const auto piece = source_.find(bead.source)) {
            bead.source = piece->run;
            stands = piece->stands;
        } else {
            return std::nullopt;
        }
        if (bead.target.empty()) {
            const auto at = target_.boundary(bead.target.begin);
            bead.target = {at.at, at.at};
            sure = sure && at.sure;
        } else if (const auto piece = target_.find(bead.target)) {
            bead.target = piece->run;
            stands = stands && piece->stands;
        } else {
            return std::nullopt;
        }
        return Found{{bead, index, held_[index], stands}, sure};
    }

    void claim_all(bool (*is_due)(const Box&)) {
        for (std::size_t k = 0; k < held_.size(); ++k) {
            const std::optional<Found> found = find(k);
            if (!found || !is_due(found->box)) continue;
            const Box& box = found->box;
            if (!box.held && !found->sure) continue;
            // What several beads have become is to be searched: none of them knows the whole.
            if (!box.stands && !(has_one_forebear(box.bead.source, source_forebears_) &&
                                 has_one_forebear(box.bead.target, target_forebears_)))
                continue;
            if (!source_claims_.free(box.bead.source) || !target_claims_.free(box.bead.target)) continue;
            source_claims_.take(box.bead.source);
            target_claims_.take(box.bead.target);
            (found->sure ? candidates_ : unsure_).push_back(box);
        }
    }

    void choose() {
        sort_boxes(candidates_);
        const std::vector<std::size_t> chain = heaviest_chain(candidates_);
        std::vector<bool> chosen(candidates_.size(), false);
        for (const std::size_t k : chain) {
            chosen[k] = true;
            result_.boxes.push_back(candidates_[k]);
        }
        std::vector<Box> alone = std::move(unsure_);
        for (std::size_t k = 0; k < candidates_.size(); ++k)
            if (!chosen[k] && candidates_[k].held) take_apart(candidates_[k], alone);
        insert_alone(result_.boxes, std::move(alone));
    }

    /// What is held, but crosses others.
    void take_apart(const Box& box, std::vector<Box>& alone) {
        if (!box.bead.linked()) {
            alone.push_back(box);
            return;
        }
        if (old_.beads()[box.before].decision.status != Status::dropped) result_.crossing.push_back(box.bead);
        Box half = box;
        half.bead.target.begin = half.bead.target.end = box.bead.target.begin;
        alone.push_back(half);
        half.bead = box.bead;
        half.bead.source.end = half.bead.source.begin;
        alone.push_back(half);
    }

    /// Takes what nobody decided and stands beside text that is to be searched out of the chain: the search
    /// may find something better.
    void release() {
        std::vector<Box>& boxes = result_.boxes;
        const auto last = align::Bead{
            align::make_run<Source>(source_.after.segments.size(), source_.after.segments.size()),
            align::make_run<Target>(target_.after.segments.size(), target_.after.segments.size())};
        const auto gap_before = [&](std::size_t k) {
            const align::Bead before = k == 0 ? align::Bead{} : boxes[k - 1].bead;
            const align::Bead& behind = k == boxes.size() ? last : boxes[k].bead;
            return before.source.end != behind.source.begin || before.target.end != behind.target.begin;
        };
        std::vector<bool> touched(boxes.size());
        for (std::size_t k = 0; k < boxes.size(); ++k) touched[k] = gap_before(k) || gap_before(k + 1);
        const auto gives_way = [&](std::size_t k) {
            return k < boxes.size() && touched[k] && !boxes[k].held;
        };
        std::vector<Box> left;
        for (std::size_t k = 0; k < boxes.size(); ++k) {
            const bool near = gives_way(k) || gives_way(k - 1) || gives_way(k + 1);
            if (boxes[k].held || !near) left.push_back(boxes[k]);
        }
        boxes = std::move(left);
    }

    /// Links of a block that had moved before.
    void follow(const align::MovedBlock& block) {
        for (align::Bead bead : block.beads) {
            if (!bead.linked()) continue;
            const auto source = source_.find(bead.source);
            const auto target = target_.find(bead.target);
            if (!source || !target || !source->stands || !target->stands) continue;
            bead.source = source->run;
            bead.target = target->run;
            result_.crossing.push_back(bead);
        }
    }

    void mark_halves() {
        for (const Box& box : result_.boxes)
            result_.halves.push_back(old_.beads()[box.before].bead.linked() && !box.bead.linked());
    }

    const Review& old_;
    Edition<Source> source_;
    Edition<Target> target_;
    Claims<Source> source_claims_;
    Claims<Target> target_claims_;
    std::vector<std::uint8_t> source_forebears_;  // by segment, 2 at most
    std::vector<std::uint8_t> target_forebears_;
    std::vector<bool> held_;  // by bead of the review: it must not be lost
    std::vector<Box> candidates_;
    std::vector<Box> unsure_;  // one side alone, where text about their place on the other has changed
    Relocation result_;
};

}  // namespace

Relocation relocate(const Editions& editions) { return Relocating(editions).run(); }

}  // namespace tongwen::review
