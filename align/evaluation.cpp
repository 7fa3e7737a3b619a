// SPDX-License-Identifier: Apache-2.0
// Owns the counting of hits.
#include "align/evaluation.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <optional>
#include <set>

#include "text/unicode.h"

namespace tongwen::align {
namespace {

using Segments = std::vector<std::uint32_t>;

double share(std::size_t part, std::size_t whole, double of_nothing) {
    return whole == 0 ? of_nothing : static_cast<double>(part) / static_cast<double>(whole);
}

Rates make_rates(double precision, double recall) {
    const double sum = precision + recall;
    return {precision, recall, sum == 0 ? 0 : 2 * precision * recall / sum};
}

Segments in_both(const Segments& one, const Segments& other) {
    Segments both;
    std::ranges::set_intersection(one, other, std::back_inserter(both));
    return both;
}

SegmentHits count_segments(const Segments& gold, const Segments& found) {
    return {in_both(gold, found).size(), found.size(), gold.size()};
}

std::size_t bucket_of(double length) {
    return static_cast<std::size_t>(std::ranges::upper_bound(length_limits, length) - length_limits.begin());
}

ByLength count_by_length(const Segments& gold, const Segments& found, const std::vector<double>& lengths) {
    ByLength hits = {};
    const auto count_in = [&](const Segments& segments, std::size_t SegmentHits::*counter) {
        for (const std::uint32_t segment : segments)
            if (segment < lengths.size()) ++(hits[bucket_of(lengths[segment])].*counter);
    };
    count_in(gold, &SegmentHits::gold);
    count_in(found, &SegmentHits::found);
    count_in(in_both(gold, found), &SegmentHits::right);
    return hits;
}

/// Neighbouring segments that the gold leaves alone, and the links before and behind them.
struct LoneRun {
    std::uint32_t first;
    std::uint32_t last;
    std::optional<std::size_t> before;
    std::optional<std::size_t> behind;
};

/// The document's beginning is like a link: what stands there on both sides stands in the same place.
constexpr std::size_t beginning = std::numeric_limits<std::size_t>::max();

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

/// The segments of the runs that have one of the other side in their place.
Segments beside(const std::vector<LoneRun>& runs, const std::vector<LoneRun>& others) {
    std::set<std::optional<std::size_t>> before;
    std::set<std::optional<std::size_t>> behind;
    for (const LoneRun& other : others) {
        before.insert(other.before);
        behind.insert(other.behind);
    }
    Segments segments;
    for (const LoneRun& run : runs) {
        const bool same =
            (run.before && before.contains(run.before)) || (run.behind && behind.contains(run.behind));
        if (!same) continue;
        for (std::uint64_t segment = run.first; segment <= run.last; ++segment)
            segments.push_back(static_cast<std::uint32_t>(segment));
    }
    return segments;
}

/// Of the gold's segments only.
SegmentHits count_gold(const Segments& gold, const Segments& found) {
    const std::size_t right = in_both(gold, found).size();
    return {right, right, gold.size()};
}

/// Both sides' lone segments.
struct Lone {
    explicit Lone(const std::vector<ListedBead>& beads)
        : sources(lone_sources(beads)), targets(lone_targets(beads)) {}
    Segments sources;
    Segments targets;
};

void count_beside(const BeadSet& gold, const Lone& lone, const Lone& found, Evaluation& result) {
    const auto drops = lone_runs(lone.sources, [&](std::uint32_t i) { return gold.link_of_source(i); });
    const auto extras = lone_runs(lone.targets, [&](std::uint32_t j) { return gold.link_of_target(j); });
    result.omissions_beside = count_gold(beside(drops, extras), found.sources);
    result.additions_beside = count_gold(beside(extras, drops), found.targets);
}

Shape shape_of(const ListedBead& bead) { return {bead.source.size(), bead.target.size()}; }

void judge_found(const BeadSet& found, const BeadSet& gold, Evaluation& result) {
    for (const ListedBead* const bead : found.beads()) {
        const Match match = gold.match(*bead);
        result.counts.beads.add(match);
        result.shapes[shape_of(*bead)].found.add(match);
        if (!bead->linked()) continue;
        result.counts.links.add(match);
        if (bead->confidence) result.calibration.add(*bead->confidence, match == Match::exact);
    }
}

void judge_gold(const BeadSet& gold, const BeadSet& found, Evaluation& result) {
    for (const ListedBead* const bead : gold.beads()) {
        const Match match = found.match(*bead);
        ++result.gold_beads;
        result.shapes[shape_of(*bead)].gold.add(match);
        if (bead->linked()) result.counts.gold_links.add(match);
    }
}

}  // namespace

void Hits::add(Match match) {
    strict += match == Match::exact ? 1 : 0;
    lax += match == Match::none ? 0 : 1;
    ++all;
}

Hits& Hits::operator+=(const Hits& other) {
    strict += other.strict;
    lax += other.lax;
    all += other.all;
    return *this;
}

SegmentHits& SegmentHits::operator+=(const SegmentHits& other) {
    right += other.right;
    found += other.found;
    gold += other.gold;
    return *this;
}

Counts& Counts::operator+=(const Counts& other) {
    beads += other.beads;
    links += other.links;
    gold_links += other.gold_links;
    omissions += other.omissions;
    additions += other.additions;
    return *this;
}

Evaluation& Evaluation::operator+=(const Evaluation& other) {
    counts += other.counts;
    gold_beads += other.gold_beads;
    for (const auto& [shape, hits] : other.shapes) {
        shapes[shape].gold += hits.gold;
        shapes[shape].found += hits.found;
    }
    for (std::size_t k = 0; k < omissions_by_length.size(); ++k) {
        omissions_by_length[k] += other.omissions_by_length[k];
        additions_by_length[k] += other.additions_by_length[k];
    }
    omissions_beside += other.omissions_beside;
    additions_beside += other.additions_beside;
    calibration += other.calibration;
    return *this;
}

Rates strict_rates(const Hits& found, const Hits& gold) {
    return make_rates(share(found.strict, found.all, 0), share(gold.strict, gold.all, 0));
}

Rates lax_rates(const Hits& found, const Hits& gold) {
    return make_rates(share(found.lax, found.all, 0), share(gold.lax, gold.all, 0));
}

Rates segment_rates(const SegmentHits& hits) {
    return make_rates(share(hits.right, hits.found, 1), share(hits.right, hits.gold, 1));
}

double length_of(std::string_view utf8) {
    constexpr double letters_a_han = 2.5;  // of English, for one Han character of the same text
    std::size_t han = 0;
    std::size_t letters = 0;
    for (std::size_t offset = 0; offset < utf8.size();) {
        const char32_t c = text::next_code_point(utf8, offset);
        if (text::is_han(c)) {
            ++han;
        } else if (text::is_letter(c)) {
            ++letters;
        }
    }
    return static_cast<double>(han) + static_cast<double>(letters) / letters_a_han;
}

Evaluation evaluate(const std::vector<ListedBead>& gold, const std::vector<ListedBead>& found,
                    const SegmentLengths& lengths) {
    Evaluation result;
    const BeadSet gold_set(gold);
    const BeadSet found_set(found);
    judge_found(found_set, gold_set, result);
    judge_gold(gold_set, found_set, result);
    const Lone truth(gold);
    const Lone lone(found);
    result.counts.omissions = count_segments(truth.sources, lone.sources);
    result.counts.additions = count_segments(truth.targets, lone.targets);
    result.omissions_by_length = count_by_length(truth.sources, lone.sources, lengths.source);
    result.additions_by_length = count_by_length(truth.targets, lone.targets, lengths.target);
    count_beside(gold_set, truth, lone, result);
    return result;
}

Counts count(const std::vector<ListedBead>& gold, const std::vector<ListedBead>& found) {
    return evaluate(gold, found).counts;
}

}  // namespace tongwen::align
