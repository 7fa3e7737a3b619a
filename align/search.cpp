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

namespace tongwen::align {
namespace {

constexpr double impossible = -std::numeric_limits<double>::infinity();
// A source run right behind a target run costs 8 nats.
constexpr double order_factor = 3.3546262790251185e-4;

enum State : std::uint8_t { linked, source_run, target_run, state_count };
using States = std::array<double, state_count>;

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

/// The sums of a node by state, all times 2^power.
struct Sums {
    States states{};
    int power = 0;

    [[nodiscard]] double total() const { return states[0] + states[1] + states[2]; }
    [[nodiscard]] bool empty() const { return total() == 0; }

    void add(std::size_t state, double value, int value_power) {
        if (value == 0) return;
        if (empty()) {
            power = value_power;
        } else if (value_power > power) {
            const double shrink = power_of_two(power - value_power);
            for (double& one : states) one *= shrink;
            power = value_power;
        }
        states[state] += value * power_of_two(value_power - power);
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

/// What it costs to take a step that stands alone from a state, as factors.
class Transitions {
  public:
    explicit Transitions(const RunScores& runs)
        : source_open_(std::exp(runs.source_open)),
          source_extend_(std::exp(runs.source_extend)),
          target_open_(std::exp(runs.target_open)),
          target_extend_(std::exp(runs.target_extend)),
          both_open_(std::exp(runs.both_open)) {}
    /// ... and the state that it leads to.
    static State state_after(const ScoredStep& step) {
        if (step.n == 0) return source_run;
        return step.m == 0 ? target_run : linked;
    }
    /// By the state before the step.
    [[nodiscard]] States of(const ScoredStep& step) const {
        if (step.n == 0) return {source_open_, source_extend_, source_open_ * order_factor};
        if (step.m == 0) return {target_open_, both_open_, target_extend_};
        return {1, 1, 1};
    }

  private:
    double source_open_;
    double source_extend_;
    double target_open_;
    double target_extend_;
    double both_open_;
};

double product(const States& a, const States& b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }

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
    Transitions transitions;
    std::vector<Factor> steps;

    Factors(const Lattice& all, const RunScores& runs) : lattice(all), transitions(runs) {
        steps.reserve(all.steps.size());
        for (const ScoredStep& step : all.steps) steps.push_back(factor_of(step.score));
    }
    /// The node that a step from (i, j) leads to.
    [[nodiscard]] std::size_t after(std::size_t i, std::size_t j, const ScoredStep& step) const {
        return lattice.corridor.node(i + step.m, j + step.n);
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
            const double before = product(here.states, factors.transitions.of(step));
            alpha[factors.after(i, j, step)].add(Transitions::state_after(step),
                                                 before * static_cast<double>(factor.mantissa),
                                                 here.power + factor.power);
        }
    });
    return alpha;
}

std::vector<Sums> run_backward(const Factors& factors) {
    const Lattice& lattice = factors.lattice;
    const Corridor& corridor = lattice.corridor;
    std::vector<Sums> beta(corridor.nodes());
    beta.back().states = {1, 1, 1};
    for_each_node_backward(corridor, [&](std::size_t i, std::size_t j) {
        Sums& here = beta[corridor.node(i, j)];
        for (std::size_t s = lattice.begin(i, j); s < lattice.end(i, j); ++s) {
            const ScoredStep& step = lattice.steps[s];
            const Factor& factor = factors.steps[s];
            const Sums& there = beta[factors.after(i, j, step)];
            const double behind =
                there.states[Transitions::state_after(step)] * static_cast<double>(factor.mantissa);
            const States costs = factors.transitions.of(step);
            for (std::size_t from = 0; from < state_count; ++from)
                here.add(from, behind * costs[from], there.power + factor.power);
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
    RunScores& expected = posterior.expected;
    for_each_node(corridor, [&](std::size_t i, std::size_t j) {
        const Sums& here = alpha[corridor.node(i, j)];
        for (std::size_t s = lattice.begin(i, j); s < lattice.end(i, j); ++s) {
            const ScoredStep& step = lattice.steps[s];
            const Factor& factor = factors.steps[s];
            const Sums& there = beta[factors.after(i, j, step)];
            const double rest = there.states[Transitions::state_after(step)] *
                                static_cast<double>(factor.mantissa) / total *
                                power_of_two(here.power + factor.power + there.power - alpha.back().power);
            const States costs = factors.transitions.of(step);
            posterior.probability[s] = static_cast<float>(product(here.states, costs) * rest);
            const auto share = [&](State from) { return here.states[from] * costs[from] * rest; };
            if (step.n == 0) {
                expected.source_extend += share(source_run);
                expected.source_open += share(linked) + share(target_run);
            } else if (step.m == 0) {
                expected.target_extend += share(target_run);
                expected.target_open += share(linked);
                expected.both_open += share(source_run);
            }
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
