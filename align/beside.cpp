// SPDX-License-Identifier: Apache-2.0
// Owns the finding of such places, and the judging of what became of them.
#include "align/beside.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <set>

namespace tongwen::align {
namespace {

using Segments = std::vector<std::uint32_t>;

/// The document's beginning is like a link: what stands there on both sides stands in the same place.
constexpr std::size_t beginning = std::numeric_limits<std::size_t>::max();

/// Neighbouring segments that stand alone, and the links before and behind them.
struct LoneRun {
    std::uint32_t first;
    std::uint32_t last;
    std::optional<std::size_t> before;
    std::optional<std::size_t> behind;
};

/// `link_of` tells a segment's link.
std::vector<LoneRun> lone_runs(const Segments& lone, const auto& link_of) {
    constexpr std::uint32_t largest = std::numeric_limits<std::uint32_t>::max();
    std::vector<LoneRun> runs;
    for (std::size_t k = 0; k < lone.size(); ++k) {
        if (k > 0 && lone[k] == lone[k - 1] + 1) {
            runs.back().last = lone[k];
        } else {
            runs.push_back({lone[k], lone[k], {}, {}});
        }
    }
    for (LoneRun& run : runs) {
        run.before = run.first == 0 ? beginning : link_of(run.first - 1);
        if (run.last < largest) run.behind = link_of(run.last + 1);
    }
    return runs;
}

/// The runs that have a link as a neighbour, by that link.
std::map<std::size_t, std::size_t> by_neighbour(const std::vector<LoneRun>& runs,
                                                std::optional<std::size_t> LoneRun::*neighbour) {
    std::map<std::size_t, std::size_t> numbers;
    for (std::size_t k = 0; k < runs.size(); ++k)
        if (runs[k].*neighbour) numbers.emplace(*(runs[k].*neighbour), k);
    return numbers;
}

/// The run of `others` that has the same neighbour.
std::optional<std::size_t> find(const std::map<std::size_t, std::size_t>& others,
                                std::optional<std::size_t> neighbour) {
    if (!neighbour) return std::nullopt;
    const auto found = others.find(*neighbour);
    return found == others.end() ? std::nullopt : std::optional(found->second);
}

void add_all(Segments& segments, const auto& run) {
    for (std::uint64_t segment = run.first; segment <= run.last; ++segment)
        segments.push_back(static_cast<std::uint32_t>(segment));
}

void keep_once(Segments& segments) {
    std::ranges::sort(segments);
    segments.erase(std::unique(segments.begin(), segments.end()), segments.end());
}

bool has_run(const Segments& lone, const auto& run) {
    const auto first = std::ranges::lower_bound(lone, run.first);
    const auto behind = std::ranges::upper_bound(lone, run.last);
    return static_cast<std::uint64_t>(behind - first) == std::uint64_t{run.last} - run.first + 1;
}

/// The links that hold segments of a run.
std::set<std::size_t> links_of(const auto& run, const auto& link_of) {
    std::set<std::size_t> links;
    for (std::uint64_t segment = run.first; segment <= run.last; ++segment)
        if (const auto link = link_of(static_cast<std::uint32_t>(segment))) links.insert(*link);
    return links;
}

}  // namespace

BesidePlaces& BesidePlaces::operator+=(const BesidePlaces& other) {
    all += other.all;
    found += other.found;
    glued += other.glued;
    glued_singly += other.glued_singly;
    return *this;
}

BesideGold::BesideGold(const std::vector<ListedBead>& gold) {
    const BeadSet beads(gold);
    const auto drops =
        lone_runs(lone_sources(gold), [&](std::uint32_t i) { return beads.link_of_source(i); });
    const auto extras =
        lone_runs(lone_targets(gold), [&](std::uint32_t j) { return beads.link_of_target(j); });
    const auto before = by_neighbour(extras, &LoneRun::before);
    const auto behind = by_neighbour(extras, &LoneRun::behind);
    // Each is in one place only: a bead with holes may have any number of runs beside it.
    std::vector<bool> placed(extras.size(), false);
    for (const LoneRun& drop : drops) {
        const auto one = find(before, drop.before);
        const auto other = find(behind, drop.behind);
        for (const auto& extra : {one, one == other ? std::nullopt : other}) {
            if (!extra) continue;
            add_all(sources_, drop);
            if (placed[*extra]) continue;
            placed[*extra] = true;
            const LoneRun& added = extras[*extra];
            places_.push_back({{drop.first, drop.last}, {added.first, added.last}});
            add_all(targets_, added);
        }
    }
    keep_once(sources_);
    keep_once(targets_);
}

BesidePlaces BesideGold::judge(const std::vector<ListedBead>& found) const {
    const BeadSet beads(found);
    const Segments sources = lone_sources(found);
    const Segments targets = lone_targets(found);
    BesidePlaces places;
    for (const Place& place : places_) {
        const auto of_source = links_of(place.source, [&](auto i) { return beads.link_of_source(i); });
        const auto of_target = links_of(place.target, [&](auto j) { return beads.link_of_target(j); });
        std::vector<std::size_t> joining;
        std::ranges::set_intersection(of_source, of_target, std::back_inserter(joining));
        const bool single = std::ranges::any_of(joining, [&](std::size_t link) {
            const ListedBead& bead = *beads.beads()[link];
            return bead.source.size() == 1 && bead.target.size() == 1;
        });
        ++places.all;
        places.glued += joining.empty() ? 0 : 1;
        places.glued_singly += single ? 1 : 0;
        const bool all_alone = has_run(sources, place.source) && has_run(targets, place.target);
        places.found += joining.empty() && all_alone ? 1 : 0;
    }
    return places;
}

}  // namespace tongwen::align
