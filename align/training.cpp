// SPDX-License-Identifier: Apache-2.0
// Owns the loss of an example and its gradient.
#include "align/training.h"

#include <algorithm>
#include <limits>

#include "align/lbfgs.h"

namespace tongwen::align {
namespace {

constexpr float forbidden = -std::numeric_limits<float>::infinity();

/// The gold of a document, asked step by step.
class GoldTable {
  public:
    GoldTable(const std::vector<GoldBead>& gold, std::size_t sources, std::size_t targets)
        : source_bead_(sources, none), target_bead_(targets, none), gold_(gold) {
        for (std::size_t b = 0; b < gold.size(); ++b) {
            for (const std::uint32_t i : gold[b].source) source_bead_[i] = gold[b].target.empty() ? none : b;
            for (const std::uint32_t j : gold[b].target) target_bead_[j] = gold[b].source.empty() ? none : b;
        }
    }

    /// Whether a step is exactly a gold bead.
    [[nodiscard]] bool is_bead(const Step& step) const {
        if (step.m == 0 || step.n == 0) return false;
        const std::size_t bead = source_bead_[step.i];
        return bead != none && inside(step, bead) && gold_[bead].source.size() == step.m &&
               gold_[bead].target.size() == step.n;
    }
    /// The bead that a step lies in, or `none`.
    [[nodiscard]] std::size_t bead_of(const Step& step) const {
        const std::size_t bead = step.m > 0 ? source_bead_[step.i] : target_bead_[step.j];
        return bead != none && inside(step, bead) ? bead : none;
    }
    /// Whether a step of one segment is one that the gold leaves alone.
    [[nodiscard]] bool is_alone(const Step& step) const {
        if (step.n == 0) return source_bead_[step.i] == none;
        return step.m == 0 && target_bead_[step.j] == none;
    }

    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

  private:
    [[nodiscard]] bool inside(const Step& step, std::size_t bead) const {
        for (std::uint32_t i = step.i; i < step.i + step.m; ++i) {
            if (source_bead_[i] != bead) return false;
        }
        for (std::uint32_t j = step.j; j < step.j + step.n; ++j) {
            if (target_bead_[j] != bead) return false;
        }
        return true;
    }

    std::vector<std::size_t> source_bead_;
    std::vector<std::size_t> target_bead_;
    const std::vector<GoldBead>& gold_;
};

}  // namespace

Example::Example(const Scene& scene, const std::vector<GoldBead>& gold, double weight)
    : corridor_(scene.corridor()), weight_(weight) {
    scene.for_each_step([&](const Step& step, const FeatureVector& features) {
        first_.resize(corridor_.node(step.i, step.j) + 1, steps_.size());
        steps_.push_back(step);
        feature_first_.push_back(feature_ids_.size());
        for (std::size_t f = 0; f < feature_count; ++f) {
            if (features[f] == 0) continue;
            feature_ids_.push_back(static_cast<std::uint8_t>(f));
            feature_values_.push_back(features[f]);
        }
    });
    first_.resize(corridor_.nodes() + 1, steps_.size());
    feature_first_.push_back(feature_ids_.size());
    mark_allowed(scene, gold);
    const Posterior posterior = sum_paths(score(Weights{}, true), {});
    usable_ = posterior.log_total > -1e300;
}

void Example::mark_allowed(const Scene& scene, const std::vector<GoldBead>& gold) {
    const GoldTable table(gold, scene.source().segments(), scene.target().segments());
    std::vector<bool> reachable(gold.size(), false);
    for (const Step& step : steps_) {
        if (table.is_bead(step)) reachable[table.bead_of(step)] = true;
    }
    allowed_.reserve(steps_.size());
    for (const Step& step : steps_) {
        const std::size_t bead = table.bead_of(step);
        const bool free = bead != GoldTable::none && !reachable[bead];
        allowed_.push_back(table.is_bead(step) || table.is_alone(step) || free);
    }
}

Lattice Example::score(const Weights& weights, bool allowed_only) const {
    Lattice lattice{corridor_, first_, {}};
    lattice.steps.reserve(steps_.size());
    for (std::size_t s = 0; s < steps_.size(); ++s) {
        double sum = 0;
        for (std::size_t k = feature_first_[s]; k < feature_first_[s + 1]; ++k) {
            sum += weights[feature_ids_[k]] * static_cast<double>(feature_values_[k]);
        }
        const bool skip = allowed_only && !allowed_[s];
        lattice.steps.push_back({steps_[s].m, steps_[s].n, skip ? forbidden : static_cast<float>(sum)});
    }
    return lattice;
}

void Example::add_expected(const Posterior& posterior, double sign, std::vector<double>& gradient) const {
    for (std::size_t s = 0; s < steps_.size(); ++s) {
        const double p = sign * static_cast<double>(posterior.probability[s]);
        if (p == 0) continue;
        for (std::size_t k = feature_first_[s]; k < feature_first_[s + 1]; ++k) {
            gradient[feature_ids_[k]] += p * static_cast<double>(feature_values_[k]);
        }
    }
    gradient[source_open] += sign * posterior.expected.source_open;
    gradient[source_extend] += sign * posterior.expected.source_extend;
    gradient[target_open] += sign * posterior.expected.target_open;
    gradient[target_extend] += sign * posterior.expected.target_extend;
}

double Example::add_loss(const Weights& weights, std::vector<double>& gradient) const {
    if (!usable_) return 0;
    const Posterior all = sum_paths(score(weights, false), weights.runs());
    const Posterior gold = sum_paths(score(weights, true), weights.runs());
    add_expected(all, weight_, gradient);
    add_expected(gold, -weight_, gradient);
    return weight_ * (all.log_total - gold.log_total);
}

Weights train(const std::vector<const Example*>& examples, const TrainOptions& options) {
    const auto objective = [&](const std::vector<double>& x, std::vector<double>& gradient) {
        Weights weights;
        double loss = 0;
        for (std::size_t f = 0; f < feature_count; ++f) {
            weights[f] = x[f];
            const double away = x[f] - options.prior[f];
            loss += options.regularisation / 2 * away * away;
            gradient[f] = options.regularisation * away;
        }
        for (const Example* example : examples) loss += example->add_loss(weights, gradient);
        return loss;
    };
    std::vector<double> start(feature_count);
    for (std::size_t f = 0; f < feature_count; ++f) start[f] = options.prior[f];
    const std::vector<double> best = minimise(objective, std::move(start));
    Weights weights;
    for (std::size_t f = 0; f < feature_count; ++f) weights[f] = best[f];
    return weights;
}

}  // namespace tongwen::align
