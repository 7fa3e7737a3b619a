// SPDX-License-Identifier: Apache-2.0
// Owns Stretch: a part of two documents with all that the beads in it are scored by.
#pragma once

#include <cstdlib>

#include "align/claims.h"
#include "align/corridor.h"
#include "align/features.h"
#include "align/gains.h"
#include "align/scene.h"
#include "align/search.h"
#include "align/vicinity.h"
#include "align/weights.h"

namespace tongwen::align {

/// The corridor between two of its nodes, and the gains, claims and features of the beads in it. Memory is
/// linear in the corridor's nodes and given back with the stretch. Does not move; refers to its scene.
class Stretch {
  public:
    Stretch(const Scene& scene, Node from, Node to);
    /// Of a corridor of one's own, which is its surroundings too.
    Stretch(const Scene& scene, const Corridor& corridor) : Stretch(scene, corridor, corridor) {}
    Stretch(const Stretch&) = delete;
    Stretch& operator=(const Stretch&) = delete;

    [[nodiscard]] const Corridor& corridor() const { return corridor_; }
    [[nodiscard]] const FeatureMaker& features() const { return features_; }

    /// Calls `visit(step, features)` for every step of the lattice, node by node.
    template <class Visit>
    void for_each_step(Visit visit) const {
        for_each_step(corridor_, visit);
    }
    /// The same of a part of its corridor.
    template <class Visit>
    void for_each_step(const Corridor& part, Visit visit) const;

  private:
    Stretch(const Scene& scene, Corridor surroundings, Corridor corridor);

    Corridor surroundings_;
    Corridor corridor_;
    bool paragraphs_;  ///< whether a segment may be one
    Vicinity vicinity_;
    Gains gains_;
    Claims claims_;
    FeatureMaker features_;
};

/// The lattice of a stretch, or of a part of its corridor, under weights.
Lattice make_lattice(const Stretch& stretch, const Weights& weights);
Lattice make_lattice(const Stretch& stretch, const Corridor& part, const Weights& weights);

template <class Visit>
void Stretch::for_each_step(const Corridor& part, Visit visit) const {
    constexpr double furthest = 7;  // standard deviations; longer beads would only cost time
    const auto sources = static_cast<std::uint32_t>(part.sources());
    for (auto i = static_cast<std::uint32_t>(part.first()); i <= sources; ++i) {
        for (std::uint32_t j = part.lo(i); j < part.hi(i); ++j) {
            for (const auto& [m, n] : linked_shapes()) {
                const Step step{i, j, m, n};
                if (!part.leads(i, i + m, j + n)) continue;
                if (std::abs(features_.deviation(step)) <= furthest) visit(step, features_.linked(step));
            }
            for (const auto& [m, n] : paragraph_shapes()) {
                const Step step{i, j, m, n};
                if (!paragraphs_ || !part.leads(i, i + m, j + n) || !features_.is_paragraph(step)) continue;
                if (std::abs(features_.deviation(step)) <= furthest) visit(step, features_.linked(step));
            }
            const Step source{i, j, 1, 0};
            const Step target{i, j, 0, 1};
            if (part.leads(i, i + 1, j)) visit(source, features_.alone(source));
            if (part.leads(i, i, j + 1)) visit(target, features_.alone(target));
        }
    }
}

}  // namespace tongwen::align
