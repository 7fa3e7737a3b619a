// SPDX-License-Identifier: Apache-2.0
// Owns the order in which a scene is made.
#include "align/scene.h"

#include <algorithm>
#include <numeric>

namespace tongwen::align {

Scene::Tables Scene::make_tables(const corpus::Document& source, const corpus::Document& target,
                                 const LexiconSet& lexicons) {
    const LexiconView forward = lexicons.between(source.language, target.language);
    const LexiconView backward = lexicons.between(target.language, source.language);
    const TokenSide source_side{source, names_of(source), forward};
    const TokenSide target_side{target, names_of(target), backward};
    TokenTable source_tokens = make_tokens(source_side, target_side);
    TokenTable target_tokens = make_tokens(target_side, source_side);
    Associations associations = associate(source_tokens, target_tokens, forward, backward);
    return {std::move(source_tokens), std::move(target_tokens), std::move(associations),
            forward.has_dictionary() || backward.has_dictionary()};
}

Scene::Scene(const corpus::Document& source, const corpus::Document& target, const LexiconSet& lexicons)
    : Scene(make_tables(source, target, lexicons), source, target) {}

Scene::Scene(Tables tables, const corpus::Document& source, const corpus::Document& target)
    : source_(std::move(tables.source)),
      target_(std::move(tables.target)),
      associations_(std::move(tables.associations)),
      with_dictionary_(tables.with_dictionary),
      anchors_(find_anchors(source_, target_, associations_)),
      corridor_(make_corridor(anchors_, source_.segments(), target_.segments())),
      gains_(source_, target_, associations_, corridor_),
      source_cues_(find_cues(source)),
      target_cues_(find_cues(target)),
      features_({source_, target_, source_cues_, target_cues_, gains_, corridor_,
                 length_ratio(source_, target_, anchors_)}) {}

Lattice make_lattice(const Scene& scene, const Weights& weights) {
    const Corridor& corridor = scene.corridor();
    Lattice lattice{corridor, {}, {}};
    lattice.first.reserve(corridor.nodes() + 1);
    scene.for_each_step([&](const Step& step, const FeatureVector& features) {
        const std::size_t node = corridor.node(step.i, step.j);
        lattice.first.resize(node + 1, lattice.steps.size());
        lattice.steps.push_back({step.m, step.n, weights.score(features)});
    });
    lattice.first.resize(corridor.nodes() + 1, lattice.steps.size());
    return lattice;
}

double length_ratio(const TokenTable& source, const TokenTable& target, const std::vector<Anchor>& anchors) {
    const auto all = [](const TokenTable& side) {
        return std::accumulate(side.length.begin(), side.length.end(), 1.0);
    };
    // Little text between anchors says less than the whole documents do, whatever else they hold.
    constexpr double few = 2000;  // letters
    double source_sum = few;
    double target_sum = few * std::clamp(all(target) / all(source), 0.6, 1.6);
    for (std::size_t k = 1; k < anchors.size(); ++k) {
        const Anchor& from = anchors[k - 1];
        const Anchor& to = anchors[k];
        if (to.source - from.source > 10 || to.target - from.target > 10) continue;
        const auto sum = [](const TokenTable& side, std::uint32_t begin, std::uint32_t end) {
            return std::accumulate(side.length.begin() + begin, side.length.begin() + end, 0.0);
        };
        const double source_length = sum(source, from.source, to.source);
        const double target_length = sum(target, from.target, to.target);
        // Text that one side lacks would spoil the ratio.
        if (std::max(source_length, target_length) > 3 * std::min(source_length, target_length)) continue;
        source_sum += source_length;
        target_sum += target_length;
    }
    return target_sum / source_sum;
}

}  // namespace tongwen::align
