// SPDX-License-Identifier: Apache-2.0
// Owns the trials of other ends: the first and the last beads are aligned anew for each of them.
#include "align/page_ends.h"

#include <algorithm>
#include <vector>

#include "corpus/excerpt.h"

namespace tongwen::align {
namespace {

// How many linked beads at an end are aligned anew.
constexpr std::ptrdiff_t trial_beads = 20;
// How far an end may move outwards, in segments.
constexpr std::uint32_t reach = 3;

bool is_linked(const Bead& bead) { return bead.linked(); }

corpus::Document part_of(const corpus::Document& document, auto run) {
    const corpus::SegmentRange range{run.begin.value, run.end.value};
    return corpus::excerpt(document, {&range, 1});
}

/// How one end of the run looks when it stands elsewhere.
struct Trial {
    double cost = 0;       ///< of the part's alignment, in nats
    double outermost = 0;  ///< content of the bead at the end
};

class Trials {
  public:
    Trials(corpus::Document part, const corpus::Document& page, const AlignOptions& options)
        : part_(std::move(part)), page_(page), options_(options) {}

    [[nodiscard]] Trial of_begin(Run<Target> run) const {
        const std::vector<Bead> beads = align(part_, part_of(page_, run), options_).beads();
        return judge(beads, std::find_if(beads.begin(), beads.end(), is_linked), beads.end());
    }
    [[nodiscard]] Trial of_end(Run<Target> run) const {
        const std::vector<Bead> beads = align(part_, part_of(page_, run), options_).beads();
        return judge(beads, std::find_if(beads.rbegin(), beads.rend(), is_linked), beads.rend());
    }

  private:
    static Trial judge(const std::vector<Bead>& beads, auto outermost, auto none) {
        Trial trial;
        for (const Bead& bead : beads) trial.cost += bead.cost;
        if (outermost != none) trial.outermost = content_gain(*outermost);
        return trial;
    }

    corpus::Document part_;
    const corpus::Document& page_;
    AlignOptions options_;
};

/// The cheapest of the places from `least` to `most`; those that `is_outside` need words that speak for them.
std::uint32_t cheapest(std::uint32_t least, std::uint32_t most, std::uint32_t now, const auto& is_outside,
                       const auto& try_at) {
    if (least >= most) return now;
    std::uint32_t best = now;
    double best_cost = try_at(now).cost;
    for (std::uint32_t at = least; at <= most; ++at) {
        if (at == now) continue;
        const Trial trial = try_at(at);
        if (trial.cost >= best_cost || (is_outside(at) && trial.outermost <= 0)) continue;
        best = at;
        best_cost = trial.cost;
    }
    return best;
}

/// The begin, given that the beads before `inner` and none behind are aligned anew.
std::uint32_t move_begin(const PageRun& found, const Bead& outer, const Bead& inner, std::uint32_t limit,
                         const AlignOptions& options) {
    const std::uint32_t base = found.run.begin.value;
    const Trials trials(part_of(found.original, make_run<Source>(0, inner.source.end.value)), found.page,
                        options);
    return cheapest(
        std::max(limit, base - std::min(base, reach)), base + outer.target.end.value - 1, base,
        [base](std::uint32_t at) { return at < base; },
        [&](std::uint32_t at) {
            return trials.of_begin(make_run<Target>(at, base + inner.target.end.value));
        });
}

std::uint32_t move_end(const PageRun& found, const Bead& inner, std::uint32_t least, std::uint32_t limit,
                       const AlignOptions& options) {
    const std::uint32_t now = found.run.end.value;
    const std::uint32_t begin = found.run.begin.value + inner.target.begin.value;
    const Trials trials(
        part_of(found.original, make_run<Source>(inner.source.begin.value, found.original.segments.size())),
        found.page, options);
    return cheapest(
        least, std::min(limit, now + reach), now, [now](std::uint32_t at) { return at > now; },
        [&](std::uint32_t at) { return trials.of_end(make_run<Target>(begin, at)); });
}

}  // namespace

Run<Target> move_ends(const PageRun& found, Run<Target> limits, const AlignOptions& options) {
    const std::vector<Bead>& beads = found.alignment.beads();
    const auto first = std::find_if(beads.begin(), beads.end(), is_linked);
    if (first == beads.end()) return found.run;
    const auto last = std::prev(std::find_if(beads.rbegin(), beads.rend(), is_linked).base());
    const auto head_inner = first + std::min(trial_beads, beads.end() - first) - 1;
    const auto tail_inner = last - std::min(trial_beads - 1, last - beads.begin());
    Run<Target> best = found.run;
    best.begin.value = move_begin(found, *first, *head_inner, limits.begin.value, options);
    const std::uint32_t least =
        std::max(found.run.begin.value + last->target.begin.value, best.begin.value) + 1;
    best.end.value = move_end(found, *tail_inner, least, limits.end.value, options);
    return best;
}

}  // namespace tongwen::align
