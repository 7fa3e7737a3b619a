// SPDX-License-Identifier: Apache-2.0
// Tests the search against the slow truth: all paths of small lattices, one by one.
#include "align/search.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include <rapidcheck.h>

#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

constexpr double order_price = 8;  // what the search asks for a source run right behind a target run

using Path = std::vector<std::size_t>;  // indices of steps

/// Calls `visit` with every path of a lattice.
void for_each_path(const Lattice& lattice, const std::function<void(const Path&)>& visit) {
    Path path;
    const std::function<void(std::size_t, std::size_t)> walk = [&](std::size_t i, std::size_t j) {
        if (i == lattice.corridor.sources() && j == lattice.corridor.targets()) visit(path);
        for (std::size_t s = lattice.begin(i, j); s < lattice.end(i, j); ++s) {
            path.push_back(s);
            walk(i + lattice.steps[s].m, j + lattice.steps[s].n);
            path.pop_back();
        }
    };
    walk(0, 0);
}

constexpr std::array all_prices = {&RunScores::source_open,         &RunScores::source_extend,
                                   &RunScores::target_open,         &RunScores::target_extend,
                                   &RunScores::both_open,           &RunScores::source_block_open,
                                   &RunScores::source_block_extend, &RunScores::target_block_open,
                                   &RunScores::target_block_extend, &RunScores::both_block_open};

/// A way to see a path: which of its steps that stand alone are in a block. Its score, and what it opens and
/// extends.
struct Worth {
    double score = 0;
    RunScores runs = {};
};

/// Calls `visit` with the worth of a path in each way to see it: 's' and 't' are runs, 'S' and 'T' blocks.
void for_each_worth(const Lattice& lattice, const RunScores& runs, const Path& path,
                    const std::function<void(const Worth&)>& visit) {
    const std::function<void(std::size_t, char, Worth)> walk = [&](std::size_t k, char before, Worth worth) {
        if (k == path.size()) return visit(worth);
        const ScoredStep& step = lattice.steps[path[k]];
        worth.score += static_cast<double>(step.score);
        const auto go = [&](char after, double RunScores::*price, double extra = 0) {
            Worth more = worth;
            more.score += runs.*price + extra;
            more.runs.*price += 1;
            walk(k + 1, after, more);
        };
        if (step.n == 0) {
            if (before == 'l') go('s', &RunScores::source_open);
            if (before == 'l') go('S', &RunScores::source_block_open);
            if (before == 's') go('s', &RunScores::source_extend);
            if (before == 'S') go('S', &RunScores::source_block_extend);
            if (before == 't' || before == 'T') go('s', &RunScores::source_open, -order_price);
        } else if (step.m == 0) {
            if (before == 'l') go('t', &RunScores::target_open);
            if (before == 'l') go('T', &RunScores::target_block_open);
            if (before == 's') go('t', &RunScores::both_open);
            if (before == 'S') go('T', &RunScores::both_block_open);
            if (before == 't') go('t', &RunScores::target_extend);
            if (before == 'T') go('T', &RunScores::target_block_extend);
        } else {
            walk(k + 1, 'l', worth);
        }
    };
    walk(0, 'l', {});
}

/// What sum_paths promises, by enumeration.
Posterior enumerate(const Lattice& lattice, const RunScores& runs) {
    std::vector<double> probability(lattice.steps.size(), 0);
    Posterior posterior;
    double total = 0;
    for_each_path(lattice, [&](const Path& path) {
        for_each_worth(lattice, runs, path, [&](const Worth& worth) {
            const double weight = std::exp(worth.score);
            total += weight;
            for (const std::size_t s : path) probability[s] += weight;
            for (const auto price : all_prices) posterior.expected.*price += weight * worth.runs.*price;
        });
    });
    for (const double p : probability) posterior.probability.push_back(static_cast<float>(p / total));
    for (const auto price : all_prices) posterior.expected.*price /= total;
    posterior.log_total = std::log(total);
    return posterior;
}

float any_score() { return static_cast<float>(*rc::gen::inRange(-60, 40)) / 10; }

RunScores any_runs() {
    const auto any = [] { return static_cast<double>(*rc::gen::inRange(-50, 10)) / 10; };
    RunScores runs;
    for (const auto price : all_prices) runs.*price = any();
    return runs;
}

/// Any corridor through a few segments.
Corridor any_corridor() {
    const auto sources = *rc::gen::inRange<std::uint32_t>(0, 5);
    const auto targets = *rc::gen::inRange<std::uint32_t>(0, 5);
    if (*rc::gen::arbitrary<bool>()) return Corridor::full(sources, targets);
    std::vector<std::uint32_t> lo(sources + 1, 0);
    std::vector<std::uint32_t> hi(sources + 1, targets + 1);
    for (std::uint32_t i = 0; i < sources; ++i)
        hi[i] = *rc::gen::inRange(i == 0 ? 1 : hi[i - 1], targets + 2);
    for (std::uint32_t i = 1; i <= sources; ++i) lo[i] = *rc::gen::inRange(lo[i - 1], hi[i - 1]);
    return {lo, hi};
}

/// Steps into a corridor: all that stand alone, and some linked ones.
Lattice any_lattice(const Corridor& corridor) {
    Lattice lattice{corridor, {0}, {}};
    for (std::size_t i = 0; i <= corridor.sources(); ++i) {
        for (std::size_t j = corridor.lo(i); j < corridor.hi(i); ++j) {
            for (std::uint8_t m = 0; m <= 3; ++m) {
                for (std::uint8_t n = 0; n <= 3; ++n) {
                    const bool alone = m + n == 1;
                    const bool linked = m > 0 && n > 0 && m + n <= 4;
                    if (!corridor.contains(i + m, j + n) ||
                        !(alone || (linked && *rc::gen::inRange(0, 4) > 0)))
                        continue;
                    lattice.steps.push_back({m, n, any_score()});
                }
            }
            lattice.first.push_back(lattice.steps.size());
        }
    }
    return lattice;
}

void assert_close(double fast, double slow) {
    RC_ASSERT(std::abs(fast - slow) <= 1e-5 * (1 + std::abs(slow)));
}

TEST_CASE("sums over paths agree with the enumeration of all paths") {
    REQUIRE(rc::check([] {
        const Corridor corridor = any_corridor();
        const Lattice lattice = any_lattice(corridor);
        const RunScores runs = any_runs();
        const Posterior fast = sum_paths(lattice, runs);
        const Posterior slow = enumerate(lattice, runs);
        assert_close(fast.log_total, slow.log_total);
        RC_ASSERT(fast.probability.size() == slow.probability.size());
        for (std::size_t s = 0; s < lattice.steps.size(); ++s) {
            assert_close(static_cast<double>(fast.probability[s]), static_cast<double>(slow.probability[s]));
        }
        for (const auto price : all_prices) assert_close(fast.expected.*price, slow.expected.*price);
    }));
}

TEST_CASE("steps that are forbidden have no probability and leave the others theirs") {
    const float never = -std::numeric_limits<float>::infinity();
    const Corridor corridor = Corridor::full(1, 1);
    const Lattice lattice{
        corridor, {0, 3, 4, 5, 5}, {{1, 1, 0}, {1, 0, never}, {0, 1, never}, {1, 0, 0}, {0, 1, 0}}};
    const Posterior posterior = sum_paths(lattice, {});
    CHECK(posterior.probability[0] == 1.0F);
    CHECK(posterior.probability[1] == 0.0F);
    CHECK(posterior.probability[2] == 0.0F);
    CHECK(posterior.log_total == Approx(0).margin(1e-12));
}

TEST_CASE("a corridor takes paths away and adds none") {
    REQUIRE(rc::check([] {
        const Corridor narrow = any_corridor();
        const Corridor wide = Corridor::full(narrow.sources(), narrow.targets());
        const Lattice all = any_lattice(wide);
        Lattice some{narrow, {0}, {}};
        std::vector<std::size_t> in_all;
        for (std::size_t i = 0; i <= narrow.sources(); ++i) {
            for (std::size_t j = narrow.lo(i); j < narrow.hi(i); ++j) {
                for (std::size_t s = all.begin(i, j); s < all.end(i, j); ++s) {
                    if (!narrow.contains(i + all.steps[s].m, j + all.steps[s].n)) continue;
                    some.steps.push_back(all.steps[s]);
                    in_all.push_back(s);
                }
                some.first.push_back(some.steps.size());
            }
        }
        const RunScores runs = any_runs();
        const Posterior of_some = sum_paths(some, runs);
        const Posterior of_all = sum_paths(all, runs);
        RC_ASSERT(of_some.log_total <= of_all.log_total + 1e-9);
        const double share = std::exp(of_some.log_total - of_all.log_total);
        for (std::size_t s = 0; s < some.steps.size(); ++s) {
            const auto narrow_mass = static_cast<double>(of_some.probability[s]) * share;
            RC_ASSERT(narrow_mass <= static_cast<double>(of_all.probability[in_all[s]]) + 1e-6);
        }
        if (narrow.nodes() == wide.nodes()) RC_ASSERT(of_some.probability == of_all.probability);
    }));
}

/// What a step of a path adds to the path's value, by the definition.
std::vector<double> gains_of_steps(const Lattice& lattice, const Posterior& posterior) {
    const Corridor& corridor = lattice.corridor;
    std::vector<double> source(corridor.sources(), 0);
    std::vector<double> target(corridor.targets(), 0);
    std::vector<double> gains(lattice.steps.size(), 0);
    for (const bool second : {false, true}) {
        for (std::size_t i = 0; i <= corridor.sources(); ++i) {
            for (std::size_t j = corridor.lo(i); j < corridor.hi(i); ++j) {
                for (std::size_t s = lattice.begin(i, j); s < lattice.end(i, j); ++s) {
                    const auto p = static_cast<double>(posterior.probability[s]);
                    const ScoredStep& step = lattice.steps[s];
                    if (!second && step.n == 0) source[i] += p;
                    if (!second && step.m == 0) target[j] += p;
                    gains[s] = std::min(1.0, step.n == 0 ? source[i] : step.m == 0 ? target[j] : p);
                }
            }
        }
    }
    return gains;
}

double price(const ScoredStep& step) { return step.m == 0 || step.n == 0 ? 1 : (step.m + step.n) / 2.0; }

TEST_CASE("the path of least risk is the best of all paths") {
    REQUIRE(rc::check([] {
        const Corridor corridor = any_corridor();
        const Lattice lattice = any_lattice(corridor);
        const Posterior posterior = sum_paths(lattice, any_runs());
        const double threshold = static_cast<double>(*rc::gen::inRange(0, 10)) / 10;
        const std::vector<double> gains = gains_of_steps(lattice, posterior);
        double best = -1e300;
        for_each_path(lattice, [&](const Path& path) {
            double value = 0;
            for (const std::size_t s : path) value += gains[s] - threshold * price(lattice.steps[s]);
            best = std::max(best, value);
        });
        double value = 0;
        std::size_t i = 0;
        std::size_t j = 0;
        for (const ChosenStep& chosen : least_risk_path(lattice, posterior, threshold)) {
            RC_ASSERT(chosen.step.i == i);
            RC_ASSERT(chosen.step.j == j);
            RC_ASSERT(chosen.index >= lattice.begin(i, j));
            RC_ASSERT(chosen.index < lattice.end(i, j));
            RC_ASSERT(lattice.steps[chosen.index].m == chosen.step.m);
            RC_ASSERT(lattice.steps[chosen.index].n == chosen.step.n);
            RC_ASSERT(chosen.confidence >= 0);
            RC_ASSERT(chosen.confidence <= 1);
            assert_close(chosen.confidence, gains[chosen.index]);
            value += chosen.confidence - threshold * price(lattice.steps[chosen.index]);
            i += chosen.step.m;
            j += chosen.step.n;
        }
        RC_ASSERT(i == corridor.sources());
        RC_ASSERT(j == corridor.targets());
        assert_close(value, best);
    }));
}

TEST_CASE("nothing against nothing has one path, the empty one") {
    const Corridor corridor = Corridor::full(0, 0);
    const Lattice lattice{corridor, {0, 0}, {}};
    const Posterior posterior = sum_paths(lattice, {});
    CHECK(posterior.log_total == 0);
    CHECK(least_risk_path(lattice, posterior, 0.4).empty());
}

TEST_CASE("where one state rules before a step and another behind it, its probability is still right") {
    // All but the last of the targets are foreign: 2 nats a segment dearer as a run than as a block.
    constexpr std::uint32_t many = 600;
    const Corridor corridor = Corridor::full(1, many);
    RunScores runs;
    runs.target_extend = -2;
    runs.source_block_open = runs.target_block_open = runs.both_block_open = -9;
    Lattice lattice{corridor, {0}, {}};
    for (std::uint32_t i = 0; i <= 1; ++i) {
        for (std::uint32_t j = 0; j <= many; ++j) {
            if (i == 0 && j == many - 1) lattice.steps.push_back({1, 1, 1200});
            if (i == 0) lattice.steps.push_back({1, 0, 0});
            if (j < many) lattice.steps.push_back({0, 1, 0});
            lattice.first.push_back(lattice.steps.size());
        }
    }
    const Posterior posterior = sum_paths(lattice, runs);
    double alone = 0;
    for (std::size_t s = 0; s < lattice.steps.size(); ++s) {
        const double p = static_cast<double>(posterior.probability[s]);
        REQUIRE(p >= 0);
        REQUIRE(p <= 1.0001);
        if (lattice.steps[s].n == 0) alone += p;
    }
    CHECK(alone < 1e-6);
    CHECK(posterior.expected.target_block_open == Approx(1));
    CHECK(posterior.expected.target_block_extend == Approx(many - 2));
}

TEST_CASE("scores of thousands of nats neither overflow nor vanish") {
    const Corridor corridor = Corridor::full(1, 1);
    for (const float score : {-5000.0F, 5000.0F}) {
        const Lattice lattice{
            corridor, {0, 3, 4, 5, 5}, {{1, 1, score}, {1, 0, score}, {0, 1, score}, {1, 0, 0}, {0, 1, 0}}};
        const Posterior posterior = sum_paths(lattice, {});
        CHECK(posterior.log_total ==
              Approx(static_cast<double>(score) + std::log(3 + 2 * std::exp(-order_price))));
        CHECK(posterior.probability[0] == Approx(1 / (3 + 2 * std::exp(-order_price))));
    }
}

}  // namespace
}  // namespace tongwen::align
