// SPDX-License-Identifier: Apache-2.0
// Owns the order of the work: scene, lattice, probabilities, path, beads.
#include "align/aligner.h"

#include <algorithm>

#include "align/scene.h"

namespace tongwen::align {
namespace {

// How probable a bead must be to be worth having: below one half, as what stands instead is mostly no better.
constexpr double threshold = 0.4;

/// The shares of each kind of evidence in a bead's score.
Reasons explain(const FeatureVector& features, const Weights& weights) {
    Reasons reasons{};
    for (std::size_t f = 0; f < feature_count; ++f) {
        const auto kind = static_cast<std::size_t>(evidence_of(static_cast<Feature>(f)));
        reasons[kind] += static_cast<float>(weights[f]) * features[f];
    }
    return reasons;
}

/// One bead of the path; `run` is the feature that it opens or extends a run with, or feature_count.
Bead make_bead(const Scene& scene, const Weights& weights, const ChosenStep& chosen, std::size_t run) {
    const auto [i, j, m, n] = chosen.step;
    const bool linked = m > 0 && n > 0;
    FeatureVector features =
        linked ? scene.features().linked(chosen.step) : scene.features().alone(chosen.step);
    if (run < feature_count) features[run] = 1;
    Bead bead{make_run<Source>(i, i + m), make_run<Target>(j, j + n), chosen.confidence, 0,
              explain(features, weights)};
    for (const float share : bead.reasons) bead.cost -= static_cast<double>(share);
    return bead;
}

std::vector<Bead> make_beads(const Scene& scene, const Weights& weights,
                             const std::vector<ChosenStep>& path) {
    std::vector<Bead> beads;
    beads.reserve(path.size());
    for (const ChosenStep& chosen : path) {
        std::size_t run = feature_count;
        if (chosen.step.n == 0)
            run = !beads.empty() && beads.back().target.empty() ? source_extend : source_open;
        if (chosen.step.m == 0)
            run = !beads.empty() && beads.back().source.empty() ? target_extend : target_open;
        beads.push_back(make_bead(scene, weights, chosen, run));
    }
    return beads;
}

/// The weights know Chinese and Japanese on the source side: a translation into one of them is aligned as the
/// translation from it that it is the mirror image of.
bool is_mirrored(const corpus::Document& source, const corpus::Document& target) {
    const auto is_han = [](const corpus::Document& document) {
        const std::string language = document.language.primary();
        return language == "zh" || language == "ja";
    };
    return is_han(target) && !is_han(source);
}

Alignment mirror(const Alignment& alignment) {
    std::vector<Bead> beads = alignment.beads();
    for (Bead& bead : beads) {
        const Run<Source> source = bead.source;
        bead.source = make_run<Source>(bead.target.begin.value, bead.target.end.value);
        bead.target = make_run<Target>(source.begin.value, source.end.value);
    }
    return {std::move(beads), alignment.target_size(), alignment.source_size()};
}

}  // namespace

Alignment align(const corpus::Document& source, const corpus::Document& target, const AlignOptions& options) {
    if (is_mirrored(source, target)) return mirror(align(target, source, options));
    const auto tell = [&](double done) {
        if (options.progress) options.progress(done);
    };
    tell(0);
    static const LexiconSet none;
    const Scene scene(source, target, options.lexicons != nullptr ? *options.lexicons : none);
    tell(0.5);
    const Weights& weights = options.weights != nullptr ? *options.weights : Weights::built_in(scene.with_dictionary());
    const Lattice lattice = make_lattice(scene, weights);
    tell(0.8);
    const Posterior posterior = sum_paths(lattice, weights.runs());
    const std::vector<ChosenStep> path = least_risk_path(lattice, posterior, threshold);
    tell(1);
    return {make_beads(scene, weights, path), source.segments.size(), target.segments.size()};
}

}  // namespace tongwen::align
