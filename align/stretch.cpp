// SPDX-License-Identifier: Apache-2.0
// Owns the order in which a stretch is made.
#include "align/stretch.h"

#include <algorithm>

namespace tongwen::align {

namespace {

bool has_paragraph(const SideView& side, std::size_t begin, std::size_t end) {
    const auto first = side.cues.begin();
    return std::any_of(first + static_cast<std::ptrdiff_t>(begin), first + static_cast<std::ptrdiff_t>(end),
                       [](const Cues& cues) { return cues.sentences >= paragraph_sentences; });
}

}  // namespace

Stretch::Stretch(const Scene& scene, Node from, Node to)
    : Stretch(scene, scene.surroundings().between(from, to), scene.corridor().between(from, to)) {}

Stretch::Stretch(const Scene& scene, Corridor surroundings, Corridor corridor)
    : surroundings_(std::move(surroundings)),
      corridor_(std::move(corridor)),
      paragraphs_(has_paragraph(scene.source(), corridor_.first(), corridor_.sources()) ||
                  has_paragraph(scene.target(), corridor_.first_target(), corridor_.targets())),
      vicinity_(scene.source().tokens, scene.target().tokens, scene.associations(), surroundings_),
      gains_(vicinity_, surroundings_, corridor_, paragraphs_ ? paragraph_window : longest_window),
      claims_(vicinity_, surroundings_),
      features_({scene.source(), scene.target(), gains_, claims_, surroundings_, scene.ratio(),
                 scene.embeddings()}) {}

Lattice make_lattice(const Stretch& stretch, const Weights& weights) {
    return make_lattice(stretch, stretch.corridor(), weights);
}

Lattice make_lattice(const Stretch& stretch, const Corridor& corridor, const Weights& weights) {
    Lattice lattice{corridor, {}, {}};
    lattice.first.reserve(corridor.nodes() + 1);
    stretch.for_each_step(corridor, [&](const Step& step, const FeatureVector& features) {
        const std::size_t node = corridor.node(step.i, step.j);
        lattice.first.resize(node + 1, lattice.steps.size());
        lattice.steps.push_back({step.m, step.n, weights.score(features)});
    });
    lattice.first.resize(corridor.nodes() + 1, lattice.steps.size());
    return lattice;
}

}  // namespace tongwen::align
