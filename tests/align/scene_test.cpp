// SPDX-License-Identifier: Apache-2.0
// Tests scenes: their lattice by its definition, and that the corridor loses nothing that the whole lattice
// finds.
#include "align/scene.h"

#include <cmath>

#include "tests/align/generated.h"
#include "tests/align/parts.h"
#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

TEST_CASE("a lattice has every step of the corridor, and their scores are those of the features") {
    const GeneratedBitext bitext = generate_bitext(30, 3);
    const corpus::Document source = bitext.source_document();
    const corpus::Document target = bitext.target_document();
    const LexiconSet none;
    const Scene scene(source, target, none);
    const Stretch stretch(scene, scene.corridor());
    const Corridor& corridor = scene.corridor();
    const Weights& weights = WeightSet::built_in(false).free;
    const Lattice lattice = make_lattice(stretch, weights);
    REQUIRE(lattice.first.size() == corridor.nodes() + 1);
    std::size_t s = 0;
    for (std::uint32_t i = 0; i <= corridor.sources(); ++i) {
        for (std::uint32_t j = corridor.lo(i); j < corridor.hi(i); ++j) {
            REQUIRE(lattice.begin(i, j) == s);
            bool source_alone = false;
            bool target_alone = false;
            for (; s < lattice.end(i, j); ++s) {
                const ScoredStep& step = lattice.steps[s];
                const Step place{i, j, step.m, step.n};
                REQUIRE(corridor.contains(i + step.m, j + step.n));
                const bool linked = step.m > 0 && step.n > 0;
                const FeatureVector features =
                    linked ? stretch.features().linked(place) : stretch.features().alone(place);
                REQUIRE(step.score == weights.score(features));
                if (linked) REQUIRE(std::abs(stretch.features().deviation(place)) <= 7);
                source_alone = source_alone || step.n == 0;
                target_alone = target_alone || step.m == 0;
            }
            REQUIRE(source_alone == corridor.contains(i + 1, j));
            REQUIRE(target_alone == corridor.contains(i, j + 1));
        }
    }
    CHECK(s == lattice.steps.size());
}

/// The lattice of parts, as Scene makes that of its own.
Lattice lattice_of(const Parts& parts, const Weights& weights) {
    Lattice lattice{parts.corridor, {0}, {}};
    for (std::uint32_t i = 0; i <= parts.corridor.sources(); ++i) {
        for (std::uint32_t j = parts.corridor.lo(i); j < parts.corridor.hi(i); ++j) {
            const auto add = [&](std::uint8_t m, std::uint8_t n) {
                const Step step{i, j, m, n};
                if (!parts.corridor.contains(i + m, j + n)) return;
                const bool linked = m > 0 && n > 0;
                if (linked && std::abs(parts.features.deviation(step)) > 7) return;
                lattice.steps.push_back(
                    {m, n, weights.score(linked ? parts.features.linked(step) : parts.features.alone(step))});
            };
            for (const auto& [m, n] : linked_shapes()) add(m, n);
            add(1, 0);
            add(0, 1);
            lattice.first.push_back(lattice.steps.size());
        }
    }
    return lattice;
}

std::string shapes_of(const std::vector<ChosenStep>& path) {
    std::string shapes;
    for (const ChosenStep& chosen : path) {
        if (!shapes.empty()) shapes += ' ';
        shapes += std::to_string(chosen.step.m) + '-' + std::to_string(chosen.step.n);
    }
    return shapes;
}

std::vector<ChosenStep> best_path(const Lattice& lattice, const Weights& weights) {
    return least_risk_path(lattice, sum_paths(lattice, weights.runs()), 0.4);
}

TEST_CASE("the corridor finds what the whole lattice finds, as surely") {
    const auto seed = GENERATE(4U, 5U, 6U);
    const GeneratedBitext bitext = generate_bitext(70, seed);
    const corpus::Document source = bitext.source_document();
    const corpus::Document target = bitext.target_document();
    const Weights& weights = WeightSet::built_in(false).free;
    const LexiconSet none;
    const Scene scene(source, target, none);
    const Stretch stretch(scene, scene.corridor());
    const Parts whole(source, target);
    CHECK(scene.corridor().nodes() < whole.corridor.nodes() / 2);
    const auto narrow_path = best_path(make_lattice(stretch, weights), weights);
    const auto whole_path = best_path(lattice_of(whole, weights), weights);
    CHECK(shapes_of(narrow_path) == shapes_of(whole_path));
    for (std::size_t k = 0; k < std::min(narrow_path.size(), whole_path.size()); ++k) {
        CHECK(narrow_path[k].confidence == Approx(whole_path[k].confidence).margin(0.05));
    }
}

TEST_CASE("in a corridor that is full the lattice is the whole lattice") {
    const GeneratedBitext bitext = generate_bitext(8, 7);
    const corpus::Document source = bitext.source_document();
    const corpus::Document target = bitext.target_document();
    const Weights& weights = WeightSet::built_in(false).free;
    const LexiconSet none;
    const Scene scene(source, target, none);
    const Stretch stretch(scene, scene.corridor());
    const Parts whole(source, target);
    REQUIRE(scene.corridor().nodes() == whole.corridor.nodes());
    const Lattice one = make_lattice(stretch, weights);
    const Lattice two = lattice_of(whole, weights);
    CHECK(one.first == two.first);
    CHECK(sum_paths(one, weights.runs()).probability == sum_paths(two, weights.runs()).probability);
}

TEST_CASE("the length ratio is that of the text, drawn from where anchors are close") {
    const auto ratio = [](const GeneratedBitext& bitext) {
        return Parts(bitext.source_document(), bitext.target_document()).ratio;
    };
    GeneratedBitext bitext = generate_bitext(400, 8);
    const double whole = ratio(bitext);
    CHECK(whole > 0.6);
    CHECK(whole < 2);
    // A long addition to one side says nothing about the length of translations.
    const std::string addition =
        "Nobody knows who wrote these lines, or why they were added to the end of the book.";
    bitext.target.insert(bitext.target.end(), 200, addition);
    CHECK(ratio(bitext) == Approx(whole).epsilon(0.15));
    CHECK(Parts(segmented({}, "zh"), segmented({}, "en")).ratio == Approx(1));
}

}  // namespace
}  // namespace tongwen::align
