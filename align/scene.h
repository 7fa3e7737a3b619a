// SPDX-License-Identifier: Apache-2.0
// Owns Scene: everything that is known about two documents before any bead is scored.
#pragma once

#include <memory>
#include <vector>

#include "align/associations.h"
#include "align/corridor.h"
#include "align/features.h"
#include "align/gains.h"
#include "align/search.h"
#include "align/tokens.h"
#include "align/weights.h"
#include "corpus/document.h"

namespace tongwen::align {

/// Tokens, associations, corridor, gains and cues of two documents, in the order in which they are made. Does
/// not move: its parts refer to each other.
class Scene {
  public:
    Scene(const corpus::Document& source, const corpus::Document& target, const LexiconSet& lexicons);
    Scene(const Scene&) = delete;
    Scene& operator=(const Scene&) = delete;

    [[nodiscard]] const Corridor& corridor() const { return corridor_; }
    [[nodiscard]] const FeatureMaker& features() const { return features_; }
    [[nodiscard]] const TokenTable& source() const { return source_; }
    [[nodiscard]] const TokenTable& target() const { return target_; }
    /// Whether a dictionary leads from one side's language to the other's.
    [[nodiscard]] bool with_dictionary() const { return with_dictionary_; }

    /// Calls `visit(i, j, step, features)` for every step of the lattice, node by node.
    template <class Visit>
    void for_each_step(Visit visit) const;

  private:
    struct Tables {
        TokenTable source;
        TokenTable target;
        Associations associations;
        bool with_dictionary;
    };
    Scene(Tables tables, const corpus::Document& source, const corpus::Document& target);
    static Tables make_tables(const corpus::Document& source, const corpus::Document& target,
                              const LexiconSet& lexicons);

    TokenTable source_;
    TokenTable target_;
    Associations associations_;
    bool with_dictionary_;
    std::vector<Anchor> anchors_;
    Corridor corridor_;
    Gains gains_;
    std::vector<Cues> source_cues_;
    std::vector<Cues> target_cues_;
    FeatureMaker features_;
};

/// The lattice of a scene under weights.
Lattice make_lattice(const Scene& scene, const Weights& weights);

/// Length of target text for a source text of length 1, from the text between anchors that follow each other
/// straight.
double length_ratio(const TokenTable& source, const TokenTable& target, const std::vector<Anchor>& anchors);

template <class Visit>
void Scene::for_each_step(Visit visit) const {
    constexpr double furthest = 7;  // standard deviations; longer beads would only cost time
    for (std::uint32_t i = 0; i <= corridor_.sources(); ++i) {
        for (std::uint32_t j = corridor_.lo(i); j < corridor_.hi(i); ++j) {
            for (const auto& [m, n] : linked_shapes()) {
                const Step step{i, j, m, n};
                if (!corridor_.contains(i + m, j + n) || i + m > corridor_.sources() ||
                    j + n > corridor_.targets())
                    continue;
                if (std::abs(features_.deviation(step)) <= furthest) visit(step, features_.linked(step));
            }
            const Step source{i, j, 1, 0};
            const Step target{i, j, 0, 1};
            if (corridor_.contains(i + 1, j)) visit(source, features_.alone(source));
            if (corridor_.contains(i, j + 1)) visit(target, features_.alone(target));
        }
    }
}

}  // namespace tongwen::align
