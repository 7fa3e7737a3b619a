// SPDX-License-Identifier: Apache-2.0
// Owns the order of the work: scene, lattice, probabilities, path, beads.
#include "align/aligner.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include <tbb/parallel_for.h>

#include "align/learned_associations.h"
#include "align/stretch.h"

namespace tongwen::align {
namespace {

// How probable a bead must be to be worth having: below one half, as what stands instead is mostly no better.
constexpr double threshold = 0.4;

constexpr double before_search = 0.5;  // share of a pass

// Segments on each side from which on self-training pays, without and with a dictionary. Measured on six gold
// sets cut into pieces: strict F1 without a dictionary, 30 segments -.001, 60 +.006, 100 +.014, 400 +.04;
// with one, 60 0, 100 +.004, 1000 +.005. It takes half as long again to twice as long.
constexpr std::size_t enough_text = 60;
constexpr std::size_t enough_text_with_dictionary = 100;

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
Bead make_bead(const Stretch& stretch, const Weights& weights, const ChosenStep& chosen, std::size_t run) {
    const auto [i, j, m, n] = chosen.step;
    const bool linked = m > 0 && n > 0;
    FeatureVector features =
        linked ? stretch.features().linked(chosen.step) : stretch.features().alone(chosen.step);
    if (run < feature_count) features[run] = 1;
    Bead bead{make_run<Source>(i, i + m), make_run<Target>(j, j + n), chosen.confidence, 0,
              explain(features, weights)};
    for (const float share : bead.reasons) bead.cost -= static_cast<double>(share);
    return bead;
}

/// What the segments of one side that stand alone one behind the other begin and go on with.
struct RunKind {
    std::size_t open;
    std::size_t extend;

    [[nodiscard]] double worth(std::size_t segments, const Weights& weights) const {
        return weights[open] + static_cast<double>(segments - 1) * weights[extend];
    }
};

/// The cheaper of a run and a block; `behind_source`: right behind source segments that stand alone.
RunKind run_kind(const Step& step, std::size_t segments, bool behind_source, const Weights& weights) {
    const bool source = step.n == 0;
    const RunKind run{source          ? source_open
                      : behind_source ? both_open
                                      : target_open,
                      source ? source_extend : target_extend};
    const RunKind block{source          ? source_block_open
                        : behind_source ? both_block_open
                                        : target_block_open,
                        source ? source_block_extend : target_block_extend};
    return block.worth(segments, weights) > run.worth(segments, weights) ? block : run;
}

bool is_alone(const Step& step) { return step.m == 0 || step.n == 0; }

std::vector<Bead> make_beads(const Stretch& stretch, const Weights& weights,
                             const std::vector<ChosenStep>& path) {
    const auto one_side = [](const ChosenStep& a, const ChosenStep& b) {
        return is_alone(a.step) && (a.step.n == 0) == (b.step.n == 0) && is_alone(b.step);
    };
    std::vector<Bead> beads;
    beads.reserve(path.size());
    for (std::size_t k = 0; k < path.size();) {
        std::size_t end = k + 1;
        while (end < path.size() && one_side(path[k], path[end])) ++end;
        const Step& first = path[k].step;
        if (!is_alone(first)) {
            beads.push_back(make_bead(stretch, weights, path[k++], feature_count));
            continue;
        }
        const bool behind_source = first.m == 0 && k > 0 && path[k - 1].step.n == 0;
        const RunKind kind = run_kind(first, end - k, behind_source, weights);
        for (const std::size_t begin = k; k < end; ++k)
            beads.push_back(make_bead(stretch, weights, path[k], k == begin ? kind.open : kind.extend));
    }
    return beads;
}

std::vector<Bead> search(const Stretch& stretch, const Corridor& part, const Weights& weights) {
    const Lattice lattice = make_lattice(stretch, part, weights);
    const Posterior posterior = sum_paths(lattice, weights.runs());
    return make_beads(stretch, weights, least_risk_path(lattice, posterior, threshold));
}

/// The beads between two passages of a scene, gap by gap.
std::vector<Bead> search(const Scene& scene, Node from, Node to, const Weights& weights) {
    std::vector<Bead> beads;
    const std::vector<Gap> gaps = scene.gaps().between(from, to);
    if (gaps.empty()) return beads;
    const Stretch stretch(scene, from, to);
    for (const Gap& gap : gaps) {
        const std::vector<Bead> part = search(stretch, stretch.corridor().between(gap.from, gap.to), weights);
        beads.insert(beads.end(), part.begin(), part.end());
    }
    return beads;
}

/// The beads of a scene but the fixed ones, stretch by stretch.
std::vector<Bead> search(const Scene& scene, const Weights& weights, const Progress& progress) {
    const std::vector<Node>& passages = scene.passages();
    std::vector<std::vector<Bead>> parts(passages.size() - 1);
    Tally tally(progress, parts.size(), before_search);
    tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t k) {
        parts[k] = search(scene, passages[k], passages[k + 1], weights);
        tally.add();
    });
    std::vector<Bead> beads;
    for (std::vector<Bead>& part : parts) beads.insert(beads.end(), part.begin(), part.end());
    return beads;
}

/// Beads and fixed beads between them, in order.
std::vector<Bead> with_fixed(std::vector<Bead> beads, const std::vector<Bead>& fixed) {
    if (fixed.empty()) return beads;
    std::vector<Bead> all;
    all.reserve(beads.size() + fixed.size());
    std::ranges::merge(
        beads, fixed, std::back_inserter(all), {},
        [](const Bead& bead) { return std::tuple(bead.source.begin, bead.target.begin); },
        [](const Bead& bead) { return std::tuple(bead.source.begin, bead.target.begin); });
    return all;
}

/// What a style adds to the score of opening a run of segments that stand alone, in nats. Measured on four
/// noisy sets and novels: with -1 strict F1 is the same within .001, 4 % fewer of the dropped and added
/// segments are found, and of those found 2 % more are right; with 1, 3 % more are found, 5 % fewer are
/// right, and strict F1 is .015 lower on novels.
Weights in_style(Weights weights, Style style) {
    if (style == Style::none) return weights;
    const double bias = style == Style::merge ? -1 : 1;
    for (const Feature open : {source_open, target_open, both_open}) weights[open] += bias;
    return weights;
}

bool trains_itself(SelfTraining wish, const Scene& scene) {
    if (wish != SelfTraining::automatic) return wish == SelfTraining::always;
    return pays_to_learn(std::min(scene.source().tokens.segments(), scene.target().tokens.segments()),
                         scene.with_dictionary());
}

/// The scene as its own beads teach to see it.
std::unique_ptr<Scene> learn_from(const std::vector<Bead>& beads, const Scene& scene) {
    const ParallelTokens text = trusted_tokens(scene.source().tokens, scene.target().tokens, beads);
    return std::make_unique<Scene>(scene, learn_associations(text, scene.associations()));
}

}  // namespace

bool pays_to_learn(std::size_t segments, bool with_dictionary) {
    return segments >= (with_dictionary ? enough_text_with_dictionary : enough_text);
}

bool is_mirrored(const corpus::Document& source, const corpus::Document& target) {
    // As weights were learned: Chinese and Japanese before others, English behind them.
    const auto rank = [](const std::string& language) {
        if (language == "zh" || language == "ja") return 0;
        return language == "en" ? 2 : 1;
    };
    const auto place = [&](const corpus::Document& document) {
        const std::string language = document.language.primary();
        return std::tuple(rank(language), language, std::string_view(document.language.tag()),
                          std::string_view(document.text), document.segments.size());
    };
    return place(target) < place(source);
}

Bead mirror(const Bead& bead) {
    Bead mirrored = bead;
    mirrored.source = make_run<Source>(bead.target.begin.value, bead.target.end.value);
    mirrored.target = make_run<Target>(bead.source.begin.value, bead.source.end.value);
    return mirrored;
}

Alignment mirror(const Alignment& alignment) {
    std::vector<Bead> beads;
    for (const Bead& bead : alignment.beads()) beads.push_back(mirror(bead));
    return {std::move(beads), alignment.target_size(), alignment.source_size()};
}

Alignment align(const corpus::Document& source, const corpus::Document& target, const AlignOptions& options) {
    if (is_mirrored(source, target)) {
        AlignOptions mirrored = options;
        std::swap(mirrored.translations.of_source, mirrored.translations.of_target);
        std::swap(mirrored.embeddings.of_source, mirrored.embeddings.of_target);
        std::ranges::transform(options.fixed, mirrored.fixed.begin(),
                               [](const Bead& bead) { return mirror(bead); });
        return mirror(align(target, source, mirrored));
    }
    const auto tell = [&](double done) {
        if (options.progress) options.progress(done);
    };
    tell(0);
    static const LexiconSet none;
    auto scene =
        std::make_unique<Scene>(source, target, options.lexicons != nullptr ? *options.lexicons : none,
                                options.translations, options.embeddings, options.fixed);
    const WeightSet& set =
        options.weights != nullptr ? *options.weights : WeightSet::built_in(scene->with_dictionary());
    const int passes = trains_itself(options.self_training, *scene) ? 2 : 1;
    std::vector<Bead> beads;
    for (int pass = 0; pass < passes; ++pass) {
        const Progress tell_pass = [&](double done) { tell((pass + done) / passes); };
        if (pass > 0) scene = learn_from(beads, *scene);
        tell_pass(before_search);
        beads = with_fixed(search(*scene, in_style(set.at(scene->literalness()), options.style), tell_pass),
                           options.fixed);
    }
    tell(1);
    return {std::move(beads), source.segments.size(), target.segments.size()};
}

}  // namespace tongwen::align
