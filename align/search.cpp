// SPDX-License-Identifier: Apache-2.0
// Owns forward-backward and the minimum-risk path.
#include "align/search.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>
#include <limits>
#include <numbers>
#include <tuple>

namespace tongwen::align {
namespace {

constexpr double impossible = -std::numeric_limits<double>::infinity();
// A source run right behind a target run costs 8 nats.
constexpr double order_factor = 3.3546262790251185e-4;

enum State : std::uint8_t { linked, source_run, target_run, source_block, target_block, state_count };
using States = std::array<double, state_count>;

/// A way to take a segment that stands alone: from a state to a state, at a price.
struct Move {
    State before;
    State after;
    double RunScores::*price;
};
using Moves = std::array<Move, 6>;

constexpr Moves source_moves = {{{linked, source_run, &RunScores::source_open},
                                 {source_run, source_run, &RunScores::source_extend},
                                 {target_run, source_run, &RunScores::source_open},
                                 {linked, source_block, &RunScores::source_block_open},
                                 {target_block, source_run, &RunScores::source_open},
                                 {source_block, source_block, &RunScores::source_block_extend}}};
constexpr Moves target_moves = {{{linked, target_run, &RunScores::target_open},
                                 {source_run, target_run, &RunScores::both_open},
                                 {target_run, target_run, &RunScores::target_extend},
                                 {linked, target_block, &RunScores::target_block_open},
                                 {source_block, target_block, &RunScores::both_block_open},
                                 {target_block, target_block, &RunScores::target_block_extend}}};

/// 2^power as a number; 0 where that is too small for one.
double power_of_two(int power) {
    if (power < -1022) return 0;
    return std::bit_cast<double>(static_cast<std::uint64_t>(1023 + std::min(power, 1023)) << 52);
}

/// exp(score) as a number times a power of two: sums over paths leave the range of numbers by thousands of
/// nats, and logarithms at every step would cost four times as much.
struct Factor {
    float mantissa;  ///< 1 to 2, or 0
    int power;
};

Factor factor_of(float score) {
    if (!(score > -std::numeric_limits<float>::infinity())) return {0, 0};
    const double binary = static_cast<double>(score) * std::numbers::log2e;
    const double whole = std::floor(binary);
    return {static_cast<float>(std::exp2(binary - whole)), static_cast<int>(whole)};
}

double sum(const States& states) {
    double total = 0;
    for (const double one : states) total += one;
    return total;
}

/// The sums of a node by state, all times 2^power.
struct Sums {
    States states{};
    int power = 0;

    [[nodiscard]] double total() const { return sum(states); }
    [[nodiscard]] bool empty() const { return total() == 0; }

    /// Adds what comes from another node, times 2^its_power.
    void add(const States& others, double factor, int its_power) {
        if (factor == 0 || sum(others) == 0) return;
        if (empty()) {
            power = its_power;
        } else if (its_power > power) {
            const double shrink = power_of_two(power - its_power);
            for (double& one : states) one *= shrink;
            power = its_power;
        }
        const double scaled = factor * power_of_two(its_power - power);
        for (std::size_t k = 0; k < state_count; ++k) states[k] += others[k] * scaled;
    }

    /// Brings the sums near 1 again.
    void normalise() {
        int excess = 0;
        if (empty()) return;
        std::frexp(total(), &excess);
        const double shrink = power_of_two(-excess);
        for (double& one : states) one *= shrink;
        power += excess;
    }
};

/// What turns the product of the sums on both sides of a step into a probability, in two factors: where one
/// state rules the one side and another state the other, their product may leave the range of numbers.
struct Rest {
    double first;
    double second;

    Rest(double factor, int power)
        : first(power_of_two(power / 2)), second(factor * power_of_two(power - power / 2)) {}
};

/// The moves of a side with what they cost, as factors.
class Transitions {
  public:
    Transitions(const Moves& moves, const RunScores& runs) : moves_(moves) {
        for (std::size_t k = 0; k < moves.size(); ++k) {
            const bool swapped = moves[k].after == source_run &&
                                 (moves[k].before == target_run || moves[k].before == target_block);
            costs_[k] = std::exp(runs.*moves[k].price) * (swapped ? order_factor : 1);
        }
    }
    /// What the states before a step become behind it.
    [[nodiscard]] States forward(const States& before) const {
        States after{};
        for (std::size_t k = 0; k < costs_.size(); ++k)
            after[moves_[k].after] += before[moves_[k].before] * costs_[k];
        return after;
    }
    /// What the states behind a step are worth before it.
    [[nodiscard]] States backward(const States& after) const {
        States before{};
        for (std::size_t k = 0; k < costs_.size(); ++k)
            before[moves_[k].before] += after[moves_[k].after] * costs_[k];
        return before;
    }
    /// Adds to `expected` how often each move is taken by a step between these states, and returns how often
    /// the step is.
    double count(const States& before, const States& after, const Rest& rest, RunScores& expected) const {
        double all = 0;
        for (std::size_t k = 0; k < costs_.size(); ++k) {
            const double share =
                before[moves_[k].before] * rest.first * costs_[k] * (after[moves_[k].after] * rest.second);
            expected.*moves_[k].price += share;
            all += share;
        }
        return all;
    }

  private:
    const Moves& moves_;
    std::array<double, std::tuple_size_v<Moves>> costs_{};
};

/// Calls `visit(i, j)` for all nodes, in order or in reverse.
template <class Visit>
void for_each_node(const Corridor& corridor, Visit visit) {
    for (std::size_t i = corridor.first(); i <= corridor.sources(); ++i) {
        for (std::size_t j = corridor.lo(i); j < corridor.hi(i); ++j) visit(i, j);
    }
}

template <class Visit>
void for_each_node_backward(const Corridor& corridor, Visit visit) {
    for (std::size_t i = corridor.sources() + 1; i-- > corridor.first();) {
        for (std::size_t j = corridor.hi(i); j-- > corridor.lo(i);) visit(i, j);
    }
}

/// A lattice with what both directions need of its steps.
struct Factors {
    const Lattice& lattice;
    Transitions source;
    Transitions target;
    std::vector<Factor> steps;

    Factors(const Lattice& all, const RunScores& runs)
        : lattice(all), source(source_moves, runs), target(target_moves, runs) {
        steps.reserve(all.steps.size());
        for (const ScoredStep& step : all.steps) steps.push_back(factor_of(step.score));
    }
    /// The node that a step from (i, j) leads to.
    [[nodiscard]] std::size_t after(std::size_t i, std::size_t j, const ScoredStep& step) const {
        return lattice.corridor.node(i + step.m, j + step.n);
    }
    /// What a step makes of the states before it.
    [[nodiscard]] States forward(const ScoredStep& step, const States& before) const {
        if (step.n == 0) return source.forward(before);
        if (step.m == 0) return target.forward(before);
        States after{};
        after[linked] = sum(before);
        return after;
    }
    /// ... and of those behind it.
    [[nodiscard]] States backward(const ScoredStep& step, const States& after) const {
        if (step.n == 0) return source.backward(after);
        if (step.m == 0) return target.backward(after);
        States before;
        before.fill(after[linked]);
        return before;
    }
    /// How often a step is taken; its moves are counted.
    double count(const ScoredStep& step, const States& before, const States& after, const Rest& rest,
                 RunScores& expected) const {
        if (step.n == 0) return source.count(before, after, rest, expected);
        if (step.m == 0) return target.count(before, after, rest, expected);
        return sum(before) * rest.first * (after[linked] * rest.second);
    }
};

std::vector<Sums> run_forward(const Factors& factors) {
    const Lattice& lattice = factors.lattice;
    const Corridor& corridor = lattice.corridor;
    std::vector<Sums> alpha(corridor.nodes());
    alpha.front().states[linked] = 1;
    for_each_node(corridor, [&](std::size_t i, std::size_t j) {
        Sums& here = alpha[corridor.node(i, j)];
        here.normalise();
        if (here.empty()) return;
        for (std::size_t s = lattice.begin(i, j); s < lattice.end(i, j); ++s) {
            const ScoredStep& step = lattice.steps[s];
            const Factor& factor = factors.steps[s];
            alpha[factors.after(i, j, step)].add(factors.forward(step, here.states),
                                                 static_cast<double>(factor.mantissa),
                                                 here.power + factor.power);
        }
    });
    return alpha;
}

std::vector<Sums> run_backward(const Factors& factors) {
    const Lattice& lattice = factors.lattice;
    const Corridor& corridor = lattice.corridor;
    std::vector<Sums> beta(corridor.nodes());
    beta.back().states.fill(1);
    for_each_node_backward(corridor, [&](std::size_t i, std::size_t j) {
        Sums& here = beta[corridor.node(i, j)];
        for (std::size_t s = lattice.begin(i, j); s < lattice.end(i, j); ++s) {
            const ScoredStep& step = lattice.steps[s];
            const Factor& factor = factors.steps[s];
            const Sums& there = beta[factors.after(i, j, step)];
            here.add(factors.backward(step, there.states), static_cast<double>(factor.mantissa),
                     there.power + factor.power);
        }
        here.normalise();
    });
    return beta;
}

/// For every segment of both sides the probability that it stands alone, wherever.
struct Alone {
    std::vector<double> source;
    std::vector<double> target;
};

Alone alone_probabilities(const Lattice& lattice, const Posterior& posterior) {
    const Corridor& corridor = lattice.corridor;
    Alone alone{std::vector<double>(corridor.sources() - corridor.first(), 0),
                std::vector<double>(corridor.targets() - corridor.first_target(), 0)};
    for_each_node(corridor, [&](std::size_t i, std::size_t j) {
        for (std::size_t s = lattice.begin(i, j); s < lattice.end(i, j); ++s) {
            const auto p = static_cast<double>(posterior.probability[s]);
            if (lattice.steps[s].n == 0) alone.source[i - corridor.first()] += p;
            if (lattice.steps[s].m == 0) alone.target[j - corridor.first_target()] += p;
        }
    });
    return alone;
}

}  // namespace

Posterior sum_paths(const Lattice& lattice, const RunScores& runs) {
    const Corridor& corridor = lattice.corridor;
    const Factors factors(lattice, runs);
    const std::vector<Sums> alpha = run_forward(factors);
    const std::vector<Sums> beta = run_backward(factors);
    const double total = alpha.back().total();
    Posterior posterior;
    posterior.probability.resize(lattice.steps.size(), 0);
    posterior.log_total = total == 0 ? impossible : std::log(total) + alpha.back().power * std::numbers::ln2;
    if (total == 0) return posterior;
    for_each_node(corridor, [&](std::size_t i, std::size_t j) {
        const Sums& here = alpha[corridor.node(i, j)];
        for (std::size_t s = lattice.begin(i, j); s < lattice.end(i, j); ++s) {
            const ScoredStep& step = lattice.steps[s];
            const Factor& factor = factors.steps[s];
            const Sums& there = beta[factors.after(i, j, step)];
            if (here.empty() || there.empty()) continue;  // no path at all
            const Rest rest(static_cast<double>(factor.mantissa) / total,
                            here.power + factor.power + there.power - alpha.back().power);
            posterior.probability[s] =
                static_cast<float>(factors.count(step, here.states, there.states, rest, posterior.expected));
        }
    });
    return posterior;
}

namespace {

/// What a step pays of the threshold: by its segments, half each, so that a few large beads are not cheaper
/// than many small ones where all are unsure.
double price(const ScoredStep& step) { return step.m > 0 && step.n > 0 ? (step.m + step.n) / 2.0 : 1; }

}  // namespace

std::vector<ChosenStep> least_risk_path(const Lattice& lattice, const Posterior& posterior,
                                        double threshold) {
    const Corridor& corridor = lattice.corridor;
    const Alone alone = alone_probabilities(lattice, posterior);
    const auto confidence = [&](std::size_t i, std::size_t j, std::size_t s) {
        const ScoredStep& step = lattice.steps[s];
        if (step.n == 0) return std::min(1.0, alone.source[i - corridor.first()]);
        if (step.m == 0) return std::min(1.0, alone.target[j - corridor.first_target()]);
        return std::min(1.0, static_cast<double>(posterior.probability[s]));
    };
    std::vector<double> best(corridor.nodes(), impossible);
    std::vector<std::size_t> choice(corridor.nodes(), 0);
    best.back() = 0;
    for_each_node_backward(corridor, [&](std::size_t i, std::size_t j) {
        const std::size_t node = corridor.node(i, j);
        for (std::size_t s = lattice.begin(i, j); s < lattice.end(i, j); ++s) {
            const ScoredStep& step = lattice.steps[s];
            const double value =
                best[corridor.node(i + step.m, j + step.n)] + confidence(i, j, s) - threshold * price(step);
            if (value > best[node]) {
                best[node] = value;
                choice[node] = s;
            }
        }
    });
    std::vector<ChosenStep> path;
    std::size_t i = corridor.first();
    std::size_t j = corridor.first_target();
    while (i < corridor.sources() || j < corridor.targets()) {
        const std::size_t s = choice[corridor.node(i, j)];
        const ScoredStep& step = lattice.steps[s];
        path.push_back({{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j), step.m, step.n},
                        s,
                        confidence(i, j, s)});
        i += step.m;
        j += step.n;
    }
    return path;
}

}  // namespace tongwen::align
