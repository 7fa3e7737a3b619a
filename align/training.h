// SPDX-License-Identifier: Apache-2.0
// Owns learning: weights under which gold alignments are most probable.
#pragma once

#include <optional>
#include <vector>

#include "align/bead_file.h"
#include "align/progress.h"
#include "align/scene.h"
#include "align/weights.h"

namespace tongwen::align {

/// A gold bead. Its indices must be those of segments that the documents have.
using GoldBead = ListedBead;

/// The features of all steps of one document pair, and which of them the gold allows.
///
/// A step is allowed when it is a gold bead, or a segment that the gold leaves alone, or when it touches gold
/// beads that the lattice does not have (too large, or outside the corridor) and no others: around those the
/// model is free. Some path is always allowed: the steps of single segments lead from each gold bead of the
/// lattice to the next.
class Example {
  public:
    Example(const Scene& scene, const std::vector<GoldBead>& gold, double weight);

    /// Adds minus the log-likelihood of the gold and its gradient, both times the example's weight.
    double add_loss(const Weights& weights, std::vector<double>& gradient) const;
    /// See Scene.
    [[nodiscard]] double literalness() const { return literalness_; }
    /// The lattice under weights.
    [[nodiscard]] Lattice lattice(const Weights& weights) const { return score(weights, false); }
    /// The gold's linked beads.
    [[nodiscard]] std::size_t links() const { return links_; }
    /// Those of them that are no steps of the lattice: they teach nothing and cost nothing.
    [[nodiscard]] std::size_t missing() const { return missing_; }

  private:
    void mark_allowed(const Scene& scene, const std::vector<GoldBead>& gold);
    void add_expected(const Posterior& posterior, double sign, std::vector<double>& gradient) const;
    [[nodiscard]] Lattice score(const Weights& weights, bool allowed_only) const;

    Corridor corridor_;
    std::vector<std::size_t> first_;
    std::vector<Step> steps_;
    std::vector<std::uint8_t> feature_ids_;  ///< of the features that are not 0, step by step
    std::vector<float> feature_values_;
    std::vector<std::size_t> feature_first_;
    std::vector<bool> allowed_;
    double literalness_;
    double weight_;
    std::size_t links_ = 0;
    std::size_t missing_ = 0;
};

struct TrainOptions {
    double regularisation = 1;  ///< l2 towards `prior`
    WeightSet prior = {};
    std::optional<WeightSet> start = {};  ///< where the search begins, else at `prior`
    int rounds = 200;                     ///< at most
    std::vector<bool> without = {};       ///< by feature: not used, weighs 0; empty: all are used
    Progress progress = {};               ///< as if every round took one look at the examples
};

/// The weights of least regularised loss: a semi-Markov conditional random field (Sarawagi and Cohen, 2004),
/// by L-BFGS. The examples are shared by the threads of oneTBB; the result does not depend on their number.
WeightSet train(const std::vector<const Example*>& examples, const TrainOptions& options);

}  // namespace tongwen::align
