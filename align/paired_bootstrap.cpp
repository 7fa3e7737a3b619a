// SPDX-License-Identifier: Apache-2.0
// Owns the resampling.
#include "align/paired_bootstrap.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace tongwen::align {
namespace {

constexpr std::size_t links_of_block = 50;

/// What a sample adds up: all that the F1 of beads is made of.
struct BeadCounts {
    Hits beads;
    Hits gold_links;

    BeadCounts& operator+=(const BeadCounts& other) {
        beads += other.beads;
        gold_links += other.gold_links;
        return *this;
    }
    [[nodiscard]] double strict_f1() const { return strict_rates(beads, gold_links).f1; }
    [[nodiscard]] double lax_f1() const { return lax_rates(beads, gold_links).f1; }
};

struct Pair {
    BeadCounts first;
    BeadCounts second;

    Pair& operator+=(const Pair& other) {
        first += other.first;
        second += other.second;
        return *this;
    }
    [[nodiscard]] double strict() const { return first.strict_f1() - second.strict_f1(); }
    [[nodiscard]] double lax() const { return first.lax_f1() - second.lax_f1(); }
};

std::vector<Pair> pairs_of(const std::vector<PairedCounts>& pieces) {
    std::vector<Pair> pairs;
    for (const auto& [first, second] : pieces)
        pairs.push_back({{first.beads, first.gold_links}, {second.beads, second.gold_links}});
    return pairs;
}

/// The standard library's distributions differ from one to the next; its engine does not. The bias of taking
/// the remainder is far below anything that we could measure.
std::size_t draw(std::mt19937_64& random, std::size_t below) { return random() % below; }

Interval interval_of(const std::vector<double>& sorted) {
    const double last = static_cast<double>(sorted.size() - 1);
    return {sorted[static_cast<std::size_t>(std::floor(last * 0.025))],
            sorted[static_cast<std::size_t>(std::ceil(last * 0.975))]};
}

double p_of(const std::vector<double>& sorted) {
    const auto not_above = std::ranges::upper_bound(sorted, 0.0) - sorted.begin();
    const auto not_below = sorted.end() - std::ranges::lower_bound(sorted, 0.0);
    const double rarer = static_cast<double>(std::min(not_above, not_below) + 1);
    return std::min(1.0, 2 * rarer / static_cast<double>(sorted.size() + 1));
}

void judge(std::vector<double> differences, Difference& result) {
    std::ranges::sort(differences);
    result.interval = interval_of(differences);
    result.p = p_of(differences);
}

}  // namespace

Comparison compare(const std::vector<PairedCounts>& pieces, const BootstrapOptions& options) {
    const std::vector<Pair> pairs = pairs_of(pieces);
    Pair total;
    for (const Pair& pair : pairs) total += pair;
    Comparison result{{total.first.strict_f1(), total.second.strict_f1()},
                      {total.first.lax_f1(), total.second.lax_f1()},
                      pairs.size()};
    if (pairs.size() < least_pieces || options.samples == 0) return result;
    std::mt19937_64 random(options.seed);
    std::vector<double> strict;
    std::vector<double> lax;
    for (std::size_t s = 0; s < options.samples; ++s) {
        Pair sum;
        for (std::size_t k = 0; k < pairs.size(); ++k) sum += pairs[draw(random, pairs.size())];
        strict.push_back(sum.strict());
        lax.push_back(sum.lax());
    }
    judge(std::move(strict), result.strict);
    judge(std::move(lax), result.lax);
    return result;
}

std::vector<PairedCounts> count_pieces(const std::vector<Alternatives>& documents) {
    std::vector<PairedCounts> pieces;
    const auto add = [&pieces](const Alternatives& piece) {
        pieces.push_back({count(piece[0], piece[1]), count(piece[0], piece[2])});
    };
    for (const Alternatives& document : documents) {
        if (documents.size() >= least_pieces) {
            add(document);
        } else {
            std::ranges::for_each(cut_into_blocks(document, links_of_block), add);
        }
    }
    return pieces;
}

}  // namespace tongwen::align
