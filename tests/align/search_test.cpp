// SPDX-License-Identifier: Apache-2.0
// Tests the search against the slow truth: all paths of small lattices, one by one.
#include "align/search.h"

#include <algorithm>
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

/// A path's score, and how many runs it opens and extends.
struct Worth {
    double score = 0;
    RunScores runs = {};
};

Worth worth_of(const Lattice& lattice, const RunScores& runs, const Path& path) {
    Worth worth;
    char before = 'l';
    for (const std::size_t s : path) {
        const ScoredStep& step = lattice.steps[s];
        worth.score += static_cast<double>(step.score);
        const char kind = step.n == 0 ? 's' : step.m == 0 ? 't' : 'l';
        if (kind == 's') {
            worth.score += before == 's' ? runs.source_extend : runs.source_open;
            (before == 's' ? worth.runs.source_extend : worth.runs.source_open) += 1;
            if (before == 't') worth.score -= order_price;
        }
        if (kind == 't') {
            const auto which = before == 't'   ? &RunScores::target_extend
                               : before == 's' ? &RunScores::both_open
                                               : &RunScores::target_open;
            worth.score += runs.*which;
            worth.runs.*which += 1;
        }
        before = kind;
    }
    return worth;
}

/// What sum_paths promises, by enumeration.
Posterior enumerate(const Lattice& lattice, const RunScores& runs) {
    std::vector<double> probability(lattice.steps.size(), 0);
    Posterior posterior;
    double total = 0;
    for_each_path(lattice, [&](const Path& path) {
        const Worth worth = worth_of(lattice, runs, path);
        const double weight = std::exp(worth.score);
        total += weight;
        for (const std::size_t s : path) probability[s] += weight;
        posterior.expected.source_open += weight * worth.runs.source_open;
        posterior.expected.source_extend += weight * worth.runs.source_extend;
        posterior.expected.target_open += weight * worth.runs.target_open;
        posterior.expected.both_open += weight * worth.runs.both_open;
        posterior.expected.target_extend += weight * worth.runs.target_extend;
    });
    for (const double p : probability) posterior.probability.push_back(static_cast<float>(p / total));
    posterior.expected.source_open /= total;
    posterior.expected.source_extend /= total;
    posterior.expected.target_open /= total;
    posterior.expected.both_open /= total;
    posterior.expected.target_extend /= total;
    posterior.log_total = std::log(total);
    return posterior;
}

float any_score() { return static_cast<float>(*rc::gen::inRange(-60, 40)) / 10; }

RunScores any_runs() {
    const auto any = [] { return static_cast<double>(*rc::gen::inRange(-50, 10)) / 10; };
    return {any(), any(), any(), any(), any()};
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
        assert_close(fast.expected.source_open, slow.expected.source_open);
        assert_close(fast.expected.source_extend, slow.expected.source_extend);
        assert_close(fast.expected.target_open, slow.expected.target_open);
        assert_close(fast.expected.both_open, slow.expected.both_open);
        assert_close(fast.expected.target_extend, slow.expected.target_extend);
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

TEST_CASE("scores of thousands of nats neither overflow nor vanish") {
    const Corridor corridor = Corridor::full(1, 1);
    for (const float score : {-5000.0F, 5000.0F}) {
        const Lattice lattice{
            corridor, {0, 3, 4, 5, 5}, {{1, 1, score}, {1, 0, score}, {0, 1, score}, {1, 0, 0}, {0, 1, 0}}};
        const Posterior posterior = sum_paths(lattice, {});
        CHECK(posterior.log_total ==
              Approx(static_cast<double>(score) + std::log(2 + std::exp(-order_price))));
        CHECK(posterior.probability[0] == Approx(1 / (2 + std::exp(-order_price))));
    }
}

}  // namespace
}  // namespace tongwen::align
