// SPDX-License-Identifier: Apache-2.0
// Owns the loss of an example and its gradient.
#include "align/training.h"

#include <algorithm>
#include <limits>

#include <tbb/parallel_for.h>

#include "align/lbfgs.h"
#include "align/stretch.h"

namespace tongwen::align {
namespace {

constexpr float forbidden = -std::numeric_limits<float>::infinity();

/// A gold bead as the lattice can have it: two runs.
struct Area {
    std::uint32_t i, j;          ///< where it begins
    std::uint32_t i_end, j_end;  ///< behind its end
    bool exact;                  ///< a bead as it is, not several that cross nor one with holes
    std::size_t beads = 1;       ///< that it was made of

    [[nodiscard]] bool crosses(const Area& later) const { return later.i < i_end || later.j < j_end; }
    void take(const Area& other) {
        i = std::min(i, other.i);
        j = std::min(j, other.j);
        i_end = std::max(i_end, other.i_end);
        j_end = std::max(j_end, other.j_end);
        exact = false;
        beads += other.beads;
    }
};

Area area_of(const GoldBead& bead) {
    const auto [i, i_last] = std::ranges::minmax(bead.source);
    const auto [j, j_last] = std::ranges::minmax(bead.target);
    const bool whole = i_last - i + 1 == bead.source.size() && j_last - j + 1 == bead.target.size();
    return {i, j, i_last + 1, j_last + 1, whole};
}

/// Gold made by hand has beads that cross and beads with holes: these become areas that say nothing about
/// what is inside.
std::vector<Area> areas_of(const std::vector<GoldBead>& gold) {
    std::vector<Area> sorted;
    for (const GoldBead& bead : gold) {
        if (!bead.source.empty() && !bead.target.empty()) sorted.push_back(area_of(bead));
    }
    std::ranges::sort(sorted, {}, [](const Area& area) { return std::pair(area.i, area.j); });
    std::vector<Area> areas;
    for (Area area : sorted) {
        while (!areas.empty() && areas.back().crosses(area)) {
            area.take(areas.back());
            areas.pop_back();
        }
        areas.push_back(area);
    }
    return areas;
}

/// The gold of a document, asked step by step.
class GoldTable {
  public:
    GoldTable(const std::vector<GoldBead>& gold, std::size_t sources, std::size_t targets)
        : source_bead_(sources, none), target_bead_(targets, none), areas_(areas_of(gold)) {
        for (std::size_t b = 0; b < areas_.size(); ++b) {
            std::fill(source_bead_.begin() + areas_[b].i, source_bead_.begin() + areas_[b].i_end, b);
            std::fill(target_bead_.begin() + areas_[b].j, target_bead_.begin() + areas_[b].j_end, b);
        }
    }
    [[nodiscard]] const std::vector<Area>& areas() const { return areas_; }

    /// Whether a step is exactly a gold bead.
    [[nodiscard]] bool is_bead(const Step& step) const {
        if (step.m == 0 || step.n == 0) return false;
        const std::size_t bead = source_bead_[step.i];
        if (bead == none || !areas_[bead].exact) return false;
        const Area& area = areas_[bead];
        return area.i == step.i && area.j == step.j && area.i_end == step.i + step.m &&
               area.j_end == step.j + step.n;
    }
    /// Calls `visit(bead)` for the bead of every segment of a step; `none` for segments that stand alone.
    template <class Visit>
    void for_each_bead(const Step& step, Visit visit) const {
        for (std::uint32_t i = step.i; i < step.i + step.m; ++i) visit(source_bead_[i]);
        for (std::uint32_t j = step.j; j < step.j + step.n; ++j) visit(target_bead_[j]);
    }
    /// The bead of a step's first source segment.
    [[nodiscard]] std::size_t bead_at(const Step& step) const { return source_bead_[step.i]; }
    /// Whether a step of one segment is one that the gold leaves alone.
    [[nodiscard]] bool is_alone(const Step& step) const {
        if (step.n == 0) return source_bead_[step.i] == none;
        return step.m == 0 && target_bead_[step.j] == none;
    }

    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

  private:
    std::vector<std::size_t> source_bead_;
    std::vector<std::size_t> target_bead_;
    std::vector<Area> areas_;
};

}  // namespace

Example::Example(const Scene& scene, const std::vector<GoldBead>& gold, double weight)
    : corridor_(scene.corridor()), literalness_(scene.literalness()), weight_(weight) {
    const Stretch stretch(scene, scene.passages().front(), scene.passages().back());
    stretch.for_each_step([&](const Step& step, const FeatureVector& features) {
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
}

void Example::mark_allowed(const Scene& scene, const std::vector<GoldBead>& gold) {
    const GoldTable table(gold, scene.source().tokens.segments(), scene.target().tokens.segments());
    std::vector<bool> reachable(table.areas().size(), false);
    for (const Step& step : steps_) {
        if (table.is_bead(step)) reachable[table.bead_at(step)] = true;
    }
    for (std::size_t area = 0; area < reachable.size(); ++area) {
        links_ += table.areas()[area].beads;
        if (!reachable[area]) missing_ += table.areas()[area].beads;
    }
    // Around beads that the lattice does not have anything goes: they must not teach to leave segments alone.
    const auto is_free = [&](const Step& step) {
        bool touches = false;
        bool hurts = false;
        table.for_each_bead(step, [&](std::size_t bead) {
            if (bead == GoldTable::none) return;
            (reachable[bead] ? hurts : touches) = true;
        });
        return touches && !hurts;
    };
    allowed_.reserve(steps_.size());
    for (const Step& step : steps_)
        allowed_.push_back(table.is_bead(step) || table.is_alone(step) || is_free(step));
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
    const RunScores& expected = posterior.expected;
    const auto add = [&](Feature feature, double times) { gradient[feature] += sign * times; };
    add(source_open, expected.source_open);
    add(source_extend, expected.source_extend);
    add(target_open, expected.target_open);
    add(target_extend, expected.target_extend);
    add(both_open, expected.both_open);
    add(source_block_open, expected.source_block_open);
    add(source_block_extend, expected.source_block_extend);
    add(target_block_open, expected.target_block_open);
    add(target_block_extend, expected.target_block_extend);
    add(both_block_open, expected.both_block_open);
}

double Example::add_loss(const Weights& weights, std::vector<double>& gradient) const {
    const Posterior all = sum_paths(score(weights, false), weights.runs());
    const Posterior gold = sum_paths(score(weights, true), weights.runs());
    add_expected(all, weight_, gradient);
    add_expected(gold, -weight_, gradient);
    return weight_ * (all.log_total - gold.log_total);
}

namespace {

/// Free weights first, then what literalness adds.
WeightSet unpack(const std::vector<double>& x) {
    WeightSet weights;
    for (std::size_t f = 0; f < feature_count; ++f) {
        weights.free[f] = x[f];
        weights.literal[f] = x[feature_count + f];
    }
    return weights;
}

std::vector<double> pack(const WeightSet& weights) {
    std::vector<double> x(2 * feature_count);
    for (std::size_t f = 0; f < feature_count; ++f) {
        x[f] = weights.free[f];
        x[feature_count + f] = weights.literal[f];
    }
    return x;
}

/// The loss of one example and its gradient, of its own: sums are formed in the examples' order.
struct Loss {
    double value = 0;
    std::vector<double> gradient = std::vector<double>(feature_count, 0);
};

double add_losses(const std::vector<const Example*>& examples, const WeightSet& weights,
                  std::vector<double>& gradient) {
    std::vector<Loss> losses(examples.size());
    tbb::parallel_for(std::size_t{0}, examples.size(), [&](std::size_t k) {
        const Weights mine = weights.at(examples[k]->literalness());
        losses[k].value = examples[k]->add_loss(mine, losses[k].gradient);
    });
    double sum = 0;
    for (std::size_t k = 0; k < examples.size(); ++k) {
        sum += losses[k].value;
        for (std::size_t f = 0; f < feature_count; ++f) {
            gradient[f] += losses[k].gradient[f];
            gradient[feature_count + f] += examples[k]->literalness() * losses[k].gradient[f];
        }
    }
    return sum;
}

}  // namespace

WeightSet train(const std::vector<const Example*>& examples, const TrainOptions& options) {
    const std::vector<double> prior = pack(options.prior);
    const auto is_out = [&](std::size_t x) {
        return !options.without.empty() && options.without[x % feature_count];
    };
    int looks = 0;
    const auto objective = [&](const std::vector<double>& x, std::vector<double>& gradient) {
        if (options.progress && looks < options.rounds)
            options.progress(static_cast<double>(looks++) / options.rounds);
        double loss = 0;
        for (std::size_t f = 0; f < x.size(); ++f) {
            const double away = x[f] - prior[f];
            loss += options.regularisation / 2 * away * away;
            gradient[f] = options.regularisation * away;
        }
        loss += add_losses(examples, unpack(x), gradient);
        for (std::size_t f = 0; f < x.size(); ++f) {
            if (is_out(f)) gradient[f] = 0;
        }
        return loss;
    };
    std::vector<double> start = pack(options.start.value_or(options.prior));
    for (std::size_t f = 0; f < start.size(); ++f) {
        if (is_out(f)) start[f] = 0;
    }
    LbfgsOptions search;
    search.rounds = options.rounds;
    return unpack(minimise(objective, std::move(start), search));
}

}  // namespace tongwen::align
