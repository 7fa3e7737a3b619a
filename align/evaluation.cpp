// SPDX-License-Identifier: Apache-2.0
// Owns the counting of hits.
#include "align/evaluation.h"

#include <algorithm>
#include <iterator>

#include "align/unspecified_gold.h"
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

/// Of the gold's segments only.
SegmentHits count_gold(const Segments& gold, const Segments& found) {
    const std::size_t right = in_both(gold, found).size();
    return {right, right, gold.size()};
}

Shape shape_of(const ListedBead& bead) { return {bead.source.size(), bead.target.size()}; }

void judge_found(const BeadSet& found, const BeadSet& gold, const UnspecifiedGold& unspecified,
                 Evaluation& result) {
    for (const ListedBead* const bead : found.beads()) {
        const Match match = gold.match(*bead);
        result.counts.beads.add(match);
        result.shapes[shape_of(*bead)].found.add(match);
        if (!bead->linked()) continue;
        result.counts.links.add(match);
        if (!bead->confidence) continue;
        result.calibration.add(*bead->confidence, match == Match::exact);
        if (!unspecified.holds(*bead)) result.known.add(*bead->confidence, match == Match::exact);
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
    beside += other.beside;
    calibration += other.calibration;
    known += other.known;
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
    judge_found(found_set, gold_set, UnspecifiedGold(gold), result);
    judge_gold(gold_set, found_set, result);
    const Segments dropped = lone_sources(gold);
    const Segments added = lone_targets(gold);
    const Segments found_sources = lone_sources(found);
    const Segments found_targets = lone_targets(found);
    result.counts.omissions = count_segments(dropped, found_sources);
    result.counts.additions = count_segments(added, found_targets);
    result.omissions_by_length = count_by_length(dropped, found_sources, lengths.source);
    result.additions_by_length = count_by_length(added, found_targets, lengths.target);
    const BesideGold beside(gold);
    result.omissions_beside = count_gold(beside.sources(), found_sources);
    result.additions_beside = count_gold(beside.targets(), found_targets);
    result.beside = beside.judge(found);
    return result;
}

Counts count(const std::vector<ListedBead>& gold, const std::vector<ListedBead>& found) {
    return evaluate(gold, found).counts;
}

}  // namespace tongwen::align
