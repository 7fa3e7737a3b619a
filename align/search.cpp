// SPDX-License-Identifier: Apache-2.0
// Owns forward-backward and the minimum-risk path.
#include "align/search.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>

namespace tongwen::align {
namespace {

constexpr double impossible = -std::numeric_limits<double>::infinity();
constexpr double order_price = 8;  // a source run right behind a target run, in nats

enum State : std::uint8_t { linked, source_run, target_run, state_count };
using States = std::array<double, state_count>;

double log_add(double a, double b) {
    if (a < b) std::swap(a, b);
    if (b == impossible) return a;
    return a + std::log1p(std::exp(b - a));
}

double log_sum(const States& states) { return log_add(log_add(states[0], states[1]), states[2]); }

/// What it costs to take a step that stands alone from a state.
class Transitions {
  public:
    explicit Transitions(const RunScores& runs) : runs_(runs) {}
    [[nodiscard]] double into_source(std::size_t from) const {
        return from == source_run ? runs_.source_extend
                                  : runs_.source_open - (from == target_run ? order_price : 0);
    }
    [[nodiscard]] double into_target(std::size_t from) const {
        return from == target_run ? runs_.target_extend : runs_.target_open;
    }
    /// ... and the state that it leads to.
    static State state_after(const ScoredStep& step) {
        if (step.n == 0) return source_run;
        return step.m == 0 ? target_run : linked;
    }
    [[nodiscard]] double of(const ScoredStep& step, std::size_t from) const {
        if (step.n == 0) return into_source(from);
        return step.m == 0 ? into_target(from) : 0;
    }

  private:
    RunScores runs_;
};

/// Calls `visit(i, j)` for all nodes, in order or in reverse.
template <class Visit>
void for_each_node(const Corridor& corridor, Visit visit) {
    for (std::size_t i = 0; i <= corridor.sources(); ++i) {
        for (std::size_t j = corridor.lo(i); j < corridor.hi(i); ++j) visit(i, j);
    }
}

template <class Visit>
void for_each_node_backward(const Corridor& corridor, Visit visit) {
    for (std::size_t i = corridor.sources() + 1; i-- > 0;) {
        for (std::size_t j = corridor.hi(i); j-- > corridor.lo(i);) visit(i, j);
    }
}

std::vector<States> run_forward(const Lattice& lattice, const Transitions& transitions) {
    const Corridor& corridor = lattice.corridor;
    std::vector<States> alpha(corridor.nodes(), {impossible, impossible, impossible});
    alpha[corridor.node(0, 0)][linked] = 0;
    for_each_node(corridor, [&](std::size_t i, std::size_t j) {
        const States& here = alpha[corridor.node(i, j)];
        const double any = log_sum(here);
        if (any == impossible) return;
        for (std::size_t s = lattice.begin(i, j); s < lattice.end(i, j); ++s) {
            const ScoredStep& step = lattice.steps[s];
            double& there = alpha[corridor.node(i + step.m, j + step.n)][Transitions::state_after(step)];
            if (step.m > 0 && step.n > 0) {
                there = log_add(there, any + step.score);
            } else {
                for (std::size_t from = 0; from < state_count; ++from) {
                    there = log_add(there, here[from] + transitions.of(step, from) + step.score);
                }
            }
        }
    });
    return alpha;
}

std::vector<States> run_backward(const Lattice& lattice, const Transitions& transitions) {
    const Corridor& corridor = lattice.corridor;
    std::vector<States> beta(corridor.nodes(), {impossible, impossible, impossible});
    beta.back() = {0, 0, 0};
    for_each_node_backward(corridor, [&](std::size_t i, std::size_t j) {
        States& here = beta[corridor.node(i, j)];
        for (std::size_t s = lattice.begin(i, j); s < lattice.end(i, j); ++s) {
            const ScoredStep& step = lattice.steps[s];
            const double there =
                beta[corridor.node(i + step.m, j + step.n)][Transitions::state_after(step)] + step.score;
            for (std::size_t from = 0; from < state_count; ++from) {
                here[from] = log_add(here[from], there + transitions.of(step, from));
            }
        }
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
    Alone alone{std::vector<double>(corridor.sources(), 0), std::vector<double>(corridor.targets(), 0)};
    for_each_node(corridor, [&](std::size_t i, std::size_t j) {
        for (std::size_t s = lattice.begin(i, j); s < lattice.end(i, j); ++s) {
            if (lattice.steps[s].n == 0) alone.source[i] += static_cast<double>(posterior.probability[s]);
            if (lattice.steps[s].m == 0) alone.target[j] += static_cast<double>(posterior.probability[s]);
        }
    });
    return alone;
}

}  // namespace

Posterior sum_paths(const Lattice& lattice, const RunScores& runs) {
    const Corridor& corridor = lattice.corridor;
    const Transitions transitions(runs);
    const std::vector<States> alpha = run_forward(lattice, transitions);
    const std::vector<States> beta = run_backward(lattice, transitions);
    Posterior posterior;
    posterior.probability.resize(lattice.steps.size(), 0);
    posterior.log_total = log_sum(alpha.back());
    for_each_node(corridor, [&](std::size_t i, std::size_t j) {
        const States& here = alpha[corridor.node(i, j)];
        for (std::size_t s = lattice.begin(i, j); s < lattice.end(i, j); ++s) {
            const ScoredStep& step = lattice.steps[s];
            const double rest = beta[corridor.node(i + step.m, j + step.n)][Transitions::state_after(step)] +
                                step.score - posterior.log_total;
            double sum = 0;
            for (std::size_t from = 0; from < state_count; ++from) {
                const double p = std::exp(here[from] + transitions.of(step, from) + rest);
                sum += p;
                if (step.n == 0)
                    (from == source_run ? posterior.expected.source_extend
                                        : posterior.expected.source_open) += p;
                if (step.m == 0)
                    (from == target_run ? posterior.expected.target_extend
                                        : posterior.expected.target_open) += p;
            }
            posterior.probability[s] = static_cast<float>(sum);
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
        if (step.n == 0) return std::min(1.0, alone.source[i]);
        if (step.m == 0) return std::min(1.0, alone.target[j]);
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
    std::size_t i = 0;
    std::size_t j = 0;
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
