// SPDX-License-Identifier: Apache-2.0
// Tests scenes: their lattice by its definition, and that the corridor loses nothing that the whole lattice
// finds.
#include "align/scene.h"

#include <array>
#include <cmath>
#include <map>

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

std::vector<ChosenStep> best_path(const Lattice& lattice, const Weights& weights) {
    return least_risk_path(lattice, sum_paths(lattice, weights.runs()), 0.4);
}

/// The best paths in the scene's own corridor and in the whole rectangle, and how much smaller the one is.
struct BothPaths {
    std::vector<ChosenStep> narrow;
    std::vector<ChosenStep> whole;
    double nodes;  ///< of the corridor, as a share of all
};

BothPaths search_both(const corpus::Document& source, const corpus::Document& target) {
    const LexiconSet none;
    const Scene scene(source, target, none);
    const Weights weights = WeightSet::built_in(false).at(scene.literalness());
    const Stretch narrow(scene, scene.corridor());
    const Stretch whole(scene, Corridor::full(source.segments.size(), target.segments.size()));
    return {best_path(make_lattice(narrow, weights), weights),
            best_path(make_lattice(whole, weights), weights),
            static_cast<double>(narrow.corridor().nodes()) / static_cast<double>(whole.corridor().nodes())};
}

/// Links of a path with their confidences.
std::map<std::array<std::uint32_t, 4>, double> links_of(const std::vector<ChosenStep>& path) {
    std::map<std::array<std::uint32_t, 4>, double> links;
    for (const auto& [step, index, confidence] : path)
        if (step.m > 0 && step.n > 0) links[{step.i, step.j, step.m, step.n}] = confidence;
    return links;
}

/// Checks that whatever one of the paths is sure of is in the other, about as surely. Whether a segment has a
/// counterpart elsewhere is looked for in the corridor only, so that confidences are not quite the same: most
/// beside a foreign block, which a narrow corridor does not look at.
void check_same(const BothPaths& paths) {
    const auto narrow = links_of(paths.narrow);
    const auto whole = links_of(paths.whole);
    for (const auto& [one, other] : {std::pair(&narrow, &whole), std::pair(&whole, &narrow)}) {
        std::size_t missing = 0;
        for (const auto& [link, confidence] : *one) {
            CAPTURE(link[0], link[1], link[2], link[3], confidence);
            const auto found = other->find(link);
            if (confidence >= 0.8) {
                REQUIRE(found != other->end());
                REQUIRE(found->second == Approx(confidence).margin(0.3));
            } else if (found == other->end()) {
                ++missing;
            }
        }
        REQUIRE(missing <= 2 + one->size() / 20);
    }
}

/// A generated bitext with segments of another one behind half of its own.
GeneratedBitext with_block(GeneratedBitext bitext, std::size_t sources, std::size_t targets) {
    const GeneratedBitext foreign = generate_bitext(2 * (sources + targets) + 10, 77);
    const auto insert = [](std::vector<std::string>& into, const std::vector<std::string>& from,
                           std::size_t begin, std::size_t size) {
        const auto first = from.begin() + static_cast<std::ptrdiff_t>(begin);
        into.insert(into.begin() + static_cast<std::ptrdiff_t>(into.size() / 2), first,
                    first + static_cast<std::ptrdiff_t>(size));
    };
    insert(bitext.source, foreign.source, 0, sources);
    insert(bitext.target, foreign.target, sources, targets);
    return bitext;
}

TEST_CASE("on all small bitexts the corridor finds what the whole rectangle holds") {
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        const GeneratedBitext bitext = generate_bitext(1 + seed, 1000 + seed);
        CAPTURE(seed);
        const BothPaths paths = search_both(bitext.source_document(), bitext.target_document());
        check_same(paths);
        if (seed >= 50) CHECK(paths.nodes < 0.5);
    }
}

TEST_CASE("blocks that one side lacks do not lead the corridor astray") {
    const auto [sources, targets] =
        GENERATE(values<std::pair<std::size_t, std::size_t>>({{5, 0}, {0, 5}, {40, 0}, {0, 40}}));
    for (const std::uint32_t seed : {61U, 62U, 63U}) {
        const GeneratedBitext bitext = with_block(generate_bitext(60, seed), sources, targets);
        CAPTURE(seed, sources, targets);
        check_same(search_both(bitext.source_document(), bitext.target_document()));
    }
}

TEST_CASE("a corridor that the first pass narrowed finds what the whole rectangle holds") {
    const auto [sources, targets] =
        GENERATE(values<std::pair<std::size_t, std::size_t>>({{0, 0}, {30, 0}, {0, 30}}));
    const GeneratedBitext bitext = with_block(generate_bitext(160, 64), sources, targets);
    CAPTURE(sources, targets);
    const BothPaths paths = search_both(bitext.source_document(), bitext.target_document());
    CHECK(paths.nodes < 0.2);
    check_same(paths);
}

TEST_CASE("in a corridor that is full the lattice is the whole lattice") {
    const GeneratedBitext bitext = generate_bitext(8, 7);
    const corpus::Document source = bitext.source_document();
    const corpus::Document target = bitext.target_document();
    const Weights& weights = WeightSet::built_in(false).free;
    const LexiconSet none;
    const Scene scene(source, target, none);
    const Stretch stretch(scene, Corridor::full(source.segments.size(), target.segments.size()));
    const Parts whole(source, target);
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
