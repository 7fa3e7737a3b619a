// SPDX-License-Identifier: Apache-2.0
// Owns learning: weights under which gold alignments are most probable.
#pragma once

#include <vector>

#include "align/scene.h"
#include "align/weights.h"

namespace tongwen::align {

/// A gold bead: segments of both sides, as indices from 0, in order. Either side may be empty.
struct GoldBead {
    std::vector<std::uint32_t> source;
    std::vector<std::uint32_t> target;
};

/// The features of all steps of one document pair, and which of them the gold allows.
///
/// A step is allowed when it is a gold bead, or a segment that the gold leaves alone, or when it lies inside
/// a gold bead that the lattice does not have (too large, or outside the corridor's shapes): inside those the
/// model is free.
class Example {
  public:
    Example(const Scene& scene, const std::vector<GoldBead>& gold, double weight);

    /// Adds minus the log-likelihood of the gold and its gradient, both times the example's weight.
    double add_loss(const Weights& weights, std::vector<double>& gradient) const;
    /// Whether some path is allowed; an example without one teaches nothing and costs nothing.
    [[nodiscard]] bool usable() const { return usable_; }

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
    double weight_;
    bool usable_ = false;
};

struct TrainOptions {
    double regularisation = 1;  ///< l2 towards `prior`
    Weights prior = {};
};

/// The weights of least regularised loss: a semi-Markov conditional random field (Sarawagi and Cohen, 2004),
/// by L-BFGS. Deterministic.
Weights train(const std::vector<const Example*>& examples, const TrainOptions& options);

}  // namespace tongwen::align
