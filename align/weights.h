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
    [[nodiscard]] double operator[](std::size_t feature) const { return values_[feature]; }
    double& operator[](std::size_t feature) { return values_[feature]; }

    [[nodiscard]] float score(const FeatureVector& features) const;
    [[nodiscard]] RunScores runs() const;

  private:
    std::array<double, feature_count> values_{};
};

/// What `embedding` weighs without a line: no gold comes with embeddings to learn it from. Set by bags of
/// words for vectors (no encoder) on novels without a lexicon: of 2, 4 and 7, links strict F1 was best at 4.
inline constexpr double embedding_weight = 4;

/// What the segments of a block weigh without lines: there are no blocks.
inline constexpr std::array block_prices = {source_block_open, source_block_extend, target_block_open,
                                            target_block_extend, both_block_open};
inline constexpr double no_blocks = -30;

/// Weights that go from those of a free translation to those of a literal one.
struct WeightSet {
    Weights free = not_learned();
    Weights literal;  ///< what literalness adds

    /// The weights of documents of a literalness (see Scene), 0 to 1.
    [[nodiscard]] Weights at(double literalness) const;

    /// Reads lines of "name free literal"; the third column may be absent and is 0 then; '#' begins a
    /// comment. Throws InputError bad-weights {what} at `file`:line for an unknown name or a bad value;
    /// features without a line weigh 0, but for `embedding`, which weighs embedding_weight, and those of
    /// block_prices, which weigh no_blocks.
    static WeightSet parse(std::string_view text, const std::string& file);
    /// What the program ships with, learned by `tongwen train`: one set for documents with a dictionary, one
    /// for all others.
    static const WeightSet& built_in(bool with_dictionary);
    /// All lines but those that are what parse makes of none and not 0.
    [[nodiscard]] std::string write() const;

  private:
    static Weights not_learned();
};

}  // namespace tongwen::align
