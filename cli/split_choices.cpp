// SPDX-License-Identifier: Apache-2.0
// Owns the proportions of a split.
#include "cli/split_choices.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace tongwen::cli {
namespace {

/// The share of a run's length that stands before each boundary, from 0 to 1, ends included.
std::vector<double> shares(const corpus::Document& document, std::size_t begin, std::size_t end) {
    std::vector<double> sums = {0};
    for (std::size_t i = begin; i < end; ++i)
        sums.push_back(sums.back() + static_cast<double>(document.segments[i].span.size()));
    const double all = std::max(sums.back(), 1.0);
    for (double& sum : sums) sum /= all;
    return sums;
}

/// The boundaries that may be chosen: within the run, or its ends where there is none within.
struct Boundaries {
    std::size_t first;
    std::size_t last;
};
Boundaries boundaries_of(std::size_t size) {
    return size > 1 ? Boundaries{1, size - 1} : Boundaries{0, size};
}

/// Of the boundaries the one with the share nearest to the one wanted.
std::size_t nearest(const std::vector<double>& shares, Boundaries among, double wanted) {
    const auto begin = shares.begin() + static_cast<std::ptrdiff_t>(among.first);
    const auto end = shares.begin() + static_cast<std::ptrdiff_t>(among.last) + 1;
    const auto behind = std::lower_bound(begin, end, wanted);
    if (behind == begin) return among.first;
    if (behind == end) return among.last;
    const bool before = wanted - *std::prev(behind) <= *behind - wanted;
    return static_cast<std::size_t>((before ? std::prev(behind) : behind) - shares.begin());
}

bool leaves_nothing(SplitChoice choice, const align::Bead& bead) {
    return choice.source + choice.target == 0 ||
           (choice.source == bead.source.size() && choice.target == bead.target.size());
}

struct Shares {
    std::vector<double> source;
    std::vector<double> target;
};
Shares shares_of(const align::Bitext& documents, const align::Bead& bead) {
    return {shares(documents.source, bead.source.begin.value, bead.source.end.value),
            shares(documents.target, bead.target.begin.value, bead.target.end.value)};
}

SplitChoice choose_target(const Shares& shares, const align::Bead& bead, std::size_t source) {
    SplitChoice choice = {source,
                          nearest(shares.target, boundaries_of(bead.target.size()), shares.source[source])};
    // What one side has alone goes apart from the other.
    if (leaves_nothing(choice, bead)) choice.target = bead.target.size() - choice.target;
    return choice;
}

}  // namespace

SplitChoice likely_split(const align::Bitext& documents, const align::Bead& bead, bool keep_source) {
    if (keep_source)
        return {bead.source.size(), bead.target.size() - std::min<std::size_t>(bead.target.size(), 1)};
    const Shares shares = shares_of(documents, bead);
    const Boundaries among = boundaries_of(bead.source.size());
    SplitChoice best;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t source = among.first; source <= among.last; ++source) {
        const SplitChoice choice = choose_target(shares, bead, source);
        if (leaves_nothing(choice, bead)) continue;
        const double distance = std::abs(shares.source[choice.source] - shares.target[choice.target]);
        const bool source_first = bead.source.size() == 1 && distance == least;  // of a pair 1-1
        if (distance < least || source_first) {
            least = distance;
            best = choice;
        }
    }
    return best;
}

SplitChoice likely_split_at(const align::Bitext& documents, const align::Bead& bead, std::size_t source) {
    return choose_target(shares_of(documents, bead), bead, source);
}

std::pair<align::Bead, align::Bead> split_parts(const align::Bead& bead, SplitChoice choice) {
    const align::SourcePosition source = {bead.source.begin.value +
                                          static_cast<std::uint32_t>(choice.source)};
    const align::TargetPosition target = {bead.target.begin.value +
                                          static_cast<std::uint32_t>(choice.target)};
    return {{{bead.source.begin, source}, {bead.target.begin, target}},
            {{source, bead.source.end}, {target, bead.target.end}}};
}

}  // namespace tongwen::cli
