// SPDX-License-Identifier: Apache-2.0
// Owns Weights: how much each feature counts, as a small readable text.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "align/features.h"
#include "align/search.h"

namespace tongwen::align {

/// One weight a feature, in nats for a feature of 1.
class Weights {
  public:
    Weights() = default;

    /// Reads lines of "name value"; '#' begins a comment. Throws InputError bad-weights {what} at `file`:line
    /// for an unknown name or a bad value; features without a line weigh 0.
    static Weights parse(std::string_view text, const std::string& file);
    /// What the program ships with, learned by bench/train_weights: one set for documents with a lexicon, one
    /// for all others.
    static const Weights& built_in(bool with_lexicon);

    [[nodiscard]] std::string write() const;
    [[nodiscard]] double operator[](std::size_t feature) const { return values_[feature]; }
    double& operator[](std::size_t feature) { return values_[feature]; }

    [[nodiscard]] float score(const FeatureVector& features) const;
    [[nodiscard]] RunScores runs() const;

  private:
    std::array<double, feature_count> values_{};
};

}  // namespace tongwen::align
