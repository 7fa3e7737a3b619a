// SPDX-License-Identifier: Apache-2.0
// Owns the counting of what two reviewers said.
#include "review/agreement.h"

#include <algorithm>
#include <cstdint>

#include "review/areas.h"

namespace tongwen::review {
namespace {

std::optional<std::size_t> judgement(const Decision& decision) {
    const auto* const found = std::ranges::find(judgements, decision.status);
    if (found == judgements.end()) return std::nullopt;
    return static_cast<std::size_t>(found - judgements.begin());
}

constexpr std::size_t open = ~std::size_t{0};

/// By segment of a side, the bead that holds it, or `open` where it was not decided.
template <class Side>
std::vector<std::size_t> decided_beads(const Opinion& opinion, align::Run<Side> align::Bead::*side) {
    std::vector<std::size_t> holders;
    for (std::size_t k = 0; k < opinion.beads.size(); ++k) {
        const std::size_t holder = opinion.decided[k] ? k : open;
        holders.insert(holders.end(), (opinion.beads[k].bead.*side).size(), holder);
    }
    return holders;
}

template <class Side, class OtherSide>
void count_side(const Opinion& a, const Opinion& b, align::Run<Side> align::Bead::*side,
                align::Run<OtherSide> align::Bead::*other, Agreement& agreement) {
    const std::vector<std::size_t> of_a = decided_beads(a, side);
    const std::vector<std::size_t> of_b = decided_beads(b, side);
    const auto both = [&](std::size_t k) { return of_a[k] != open && of_b[k] != open; };
    for (std::size_t k = 0; k < of_a.size(); ++k) {
        if (!both(k)) continue;
        const align::Run<OtherSide> one = a.beads[of_a[k]].bead.*other;
        const align::Run<OtherSide> another = b.beads[of_b[k]].bead.*other;
        ++agreement.links.all;
        if (one == another || (one.empty() && another.empty())) ++agreement.links.equal;
        if (k > 0 && both(k - 1)) ++agreement.boundaries[of_a[k] != of_a[k - 1]][of_b[k] != of_b[k - 1]];
    }
}

}  // namespace

template <std::size_t choices>
Share share_of(const Table<choices>& table) {
    Share share;
    for (std::size_t i = 0; i < choices; ++i) {
        for (std::size_t j = 0; j < choices; ++j) share.all += table[i][j];
        share.equal += table[i][i];
    }
    return share;
}

template <std::size_t choices>
std::optional<double> kappa(const Table<choices>& table) {
    const Share share = share_of(table);
    if (share.all == 0) return std::nullopt;
    const auto all = static_cast<double>(share.all);
    double by_chance = 0;
    for (std::size_t k = 0; k < choices; ++k) {
        double row = 0;
        double column = 0;
        for (std::size_t other = 0; other < choices; ++other) {
            row += static_cast<double>(table[k][other]);
            column += static_cast<double>(table[other][k]);
        }
        by_chance += row / all * (column / all);
    }
    if (by_chance >= 1) return std::nullopt;
    return (static_cast<double>(share.equal) / all - by_chance) / (1 - by_chance);
}

template Share share_of(const Table<2>&);
template Share share_of(const Table<3>&);
template std::optional<double> kappa(const Table<2>&);
template std::optional<double> kappa(const Table<3>&);

Agreement agreement_of(const Opinion& a, const Opinion& b) {
    Agreement agreement;
    for (const Area& area : common_areas(a.beads, b.beads)) {
        const ReviewedBead& one = a.beads[area.a_begin];
        const ReviewedBead& other = b.beads[area.b_begin];
        if (!same_place(one.bead, other.bead)) continue;
        if (!a.decided[area.a_begin] || !b.decided[area.b_begin]) continue;
        const auto row = judgement(one.decision);
        const auto column = judgement(other.decision);
        if (row && column) ++agreement.status[*row][*column];
    }
    count_side(a, b, &align::Bead::source, &align::Bead::target, agreement);
    count_side(a, b, &align::Bead::target, &align::Bead::source, agreement);
    return agreement;
}

}  // namespace tongwen::review
