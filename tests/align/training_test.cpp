// SPDX-License-Identifier: Apache-2.0
// Tests learning: the gradient against finite differences, and that learned weights find their gold.
#include "align/training.h"

#include <algorithm>
#include <cmath>

#include <rapidcheck.h>

#include "align/aligner.h"
#include "tests/align/generated.h"
#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

/// The gold beads of a spelling.
std::vector<GoldBead> gold_of(std::string_view spelling) {
    std::vector<GoldBead> gold;
    const Alignment alignment = parse_alignment(spelling);
    for (const Bead& bead : alignment.beads()) {
        GoldBead one;
        for (std::uint32_t i = bead.source.begin.value; i < bead.source.end.value; ++i)
            one.source.push_back(i);
        for (std::uint32_t j = bead.target.begin.value; j < bead.target.end.value; ++j)
            one.target.push_back(j);
        gold.push_back(one);
    }
    return gold;
}

const LexiconSet no_lexicons;

double loss_of(const Example& example, const Weights& weights) {
    std::vector<double> gradient(feature_count, 0);
    return example.add_loss(weights, gradient);
}

TEST_CASE("the gradient is that of finite differences") {
    const GeneratedBitext bitext = generate_bitext(6, 11);
    const corpus::Document source = bitext.source_document();
    const corpus::Document target = bitext.target_document();
    const Scene scene(source, target, no_lexicons);
    const Example example(scene, gold_of(bitext.shapes), 1.5);
    REQUIRE(example.missing() == 0);
    REQUIRE(rc::check([&] {
        Weights weights;
        for (std::size_t f = 0; f < feature_count; ++f) weights[f] = *rc::gen::inRange(-100, 100) / 100.0;
        std::vector<double> gradient(feature_count, 0);
        example.add_loss(weights, gradient);
        constexpr double width = 0.01;
        for (int k = 0; k < 8; ++k) {
            const auto f = *rc::gen::inRange<std::size_t>(0, feature_count);
            Weights more = weights;
            Weights less = weights;
            more[f] += width;
            less[f] -= width;
            const double slope = (loss_of(example, more) - loss_of(example, less)) / (2 * width);
            RC_ASSERT(std::abs(slope - gradient[f]) < 5e-3 * (1 + std::abs(slope)));
        }
    }));
}

TEST_CASE("the loss is minus the logarithm of a probability, times the weight") {
    const GeneratedBitext bitext = generate_bitext(5, 12);
    const corpus::Document source = bitext.source_document();
    const corpus::Document target = bitext.target_document();
    const Scene scene(source, target, no_lexicons);
    const Example once(scene, gold_of(bitext.shapes), 1);
    const Example thrice(scene, gold_of(bitext.shapes), 3);
    const double loss = loss_of(once, WeightSet::built_in(false).free);
    CHECK(loss > 0);
    CHECK(loss_of(thrice, WeightSet::built_in(false).free) == Approx(3 * loss));
    std::vector<double> gradient(feature_count, 7);
    once.add_loss(Weights(), gradient);
    std::vector<double> fresh(feature_count, 0);
    once.add_loss(Weights(), fresh);
    for (std::size_t f = 0; f < feature_count; ++f) CHECK(gradient[f] == Approx(7 + fresh[f]).margin(1e-9));
}

TEST_CASE("inside a bead that is too large to be searched the model is free") {
    const corpus::Document source = segmented({"1932.", "b.", "c.", "d.", "e.", "f.", "g.", "41."}, "en");
    const corpus::Document target = segmented({"1932.", "b c d e f g.", "41."}, "en");
    const Scene scene(source, target, no_lexicons);
    const Example searched(scene, gold_of("1-1 6-1 1-1"), 1);
    CHECK(searched.links() == 3);
    CHECK(searched.missing() == 0);
    CHECK(loss_of(searched, Weights()) > 0);
    const Example too_large(scene, gold_of("8-3"), 1);
    CHECK(too_large.missing() == 1);
    CHECK(loss_of(too_large, Weights()) == Approx(0).margin(1e-6));
}

TEST_CASE("gold that crosses, or has holes, says nothing about what is inside") {
    const corpus::Document source = segmented({"1932.", "41.", "7."}, "en");
    const corpus::Document target = segmented({"41.", "1932.", "7."}, "en");
    const Scene scene(source, target, no_lexicons);
    const Example crossed(scene, {{{0}, {1}}, {{1}, {0}}, {{2}, {2}}}, 1);
    const Example joined(scene, gold_of("3-3"), 1);
    CHECK(crossed.links() == 3);
    CHECK(crossed.missing() == 2);
    // Looser than one bead for all: what is inside may be aligned in any way.
    CHECK(loss_of(crossed, Weights()) > 0);
    CHECK(loss_of(crossed, Weights()) < loss_of(joined, Weights()));
    const Example holed(scene, {{{0}, {0, 2}}, {{}, {1}}}, 1);
    CHECK(holed.links() == 1);
    CHECK(holed.missing() == 1);
}

TEST_CASE("gold that the lattice does not have costs and teaches nothing") {
    std::vector<std::string> segments;
    for (int k = 0; k < 400; ++k)
        segments.push_back("Item " + std::to_string(1000 + 7 * k) + " stands here.");
    const corpus::Document same = segmented(segments, "en");
    const Scene scene(same, same, no_lexicons);
    std::vector<GoldBead> far;  // far outside the corridor
    for (std::uint32_t k = 0; k < 200; ++k) far.push_back({{k}, {k + 200}});
    for (std::uint32_t k = 200; k < 400; ++k) far.push_back({{k}, {k - 200}});
    const Example example(scene, far, 1);
    CHECK(example.missing() == example.links());
    std::vector<double> gradient(feature_count, 0);
    CHECK(example.add_loss(WeightSet::built_in(false).free, gradient) == Approx(0).margin(1e-6));
    for (const double slope : gradient) CHECK(slope == Approx(0).margin(1e-3));
}

TEST_CASE("learned weights find their gold, and the same examples teach the same") {
    const GeneratedBitext bitext = generate_bitext(60, 13);
    const corpus::Document source = bitext.source_document();
    const corpus::Document target = bitext.target_document();
    const Scene scene(source, target, no_lexicons);
    const Example example(scene, gold_of(bitext.shapes), 1);
    TrainOptions options;
    options.regularisation = 0.1;
    const WeightSet weights = train({&example}, options);
    CHECK(loss_of(example, weights.at(example.literalness())) < 0.2 * loss_of(example, Weights()));
    AlignOptions align_options;
    align_options.weights = &weights;
    CHECK(spell(align(source, target, align_options)) == bitext.shapes);
    CHECK(train({&example}, options).write() == weights.write());
}

TEST_CASE("without examples, or bound tightly, learning stays where it starts") {
    TrainOptions options;
    options.prior.free[gain_target] = 2;
    options.prior.free[shape_1_2] = -3;
    options.prior.literal[shape_1_2] = 0.5;
    CHECK(train({}, options).write() == options.prior.write());
    const GeneratedBitext bitext = generate_bitext(5, 14);
    const corpus::Document source = bitext.source_document();
    const corpus::Document target = bitext.target_document();
    const Scene scene(source, target, no_lexicons);
    const Example example(scene, gold_of(bitext.shapes), 1);
    options.regularisation = 1e9;
    const WeightSet bound = train({&example}, options);
    for (std::size_t f = 0; f < feature_count; ++f) {
        CHECK(bound.free[f] == Approx(options.prior.free[f]).margin(1e-4));
        CHECK(bound.literal[f] == Approx(options.prior.literal[f]).margin(1e-4));
    }
}

/// The function that learning promises to make least, from its definition.
double objective_of(const std::vector<const Example*>& examples, const WeightSet& weights,
                    const TrainOptions& options) {
    double sum = 0;
    for (std::size_t f = 0; f < feature_count; ++f) {
        const double free = weights.free[f] - options.prior.free[f];
        const double literal = weights.literal[f] - options.prior.literal[f];
        sum += options.regularisation / 2 * (free * free + literal * literal);
    }
    for (const Example* example : examples) sum += loss_of(*example, weights.at(example->literalness()));
    return sum;
}

/// The same with one weight moved by so much.
double objective_beside(const std::vector<const Example*>& examples, WeightSet weights,
                        const TrainOptions& options, Weights WeightSet::*part, std::size_t feature,
                        double distance) {
    (weights.*part)[feature] += distance;
    return objective_of(examples, weights, options);
}

TEST_CASE("what is learned is where the loss is least: every slope, by finite differences, is none") {
    const GeneratedBitext literal = generate_bitext(12, 17);
    // A document that is all 2-1 is a free translation, as far as can be told.
    GeneratedBitext free{literal.source, {}, {}};
    for (std::size_t k = 0; k + 1 < literal.target.size(); k += 2)
        free.target.push_back(literal.target[k] + " " + literal.target[k + 1]);
    const corpus::Document free_source = free.source_document();
    const corpus::Document free_target = free.target_document();
    const corpus::Document source = literal.source_document();
    const corpus::Document target = literal.target_document();
    const Scene one(free_source, free_target, no_lexicons);
    const Scene other(source, target, no_lexicons);
    REQUIRE(one.literalness() < other.literalness());
    const Example first(one, {{{0}, {0}}}, 0.5);
    const Example second(other, gold_of(literal.shapes), 2);
    const std::vector<const Example*> examples = {&first, &second};
    TrainOptions options;
    options.prior.free[shape_1_1] = 1;
    options.prior.literal[gain_target] = 0.5;
    options.regularisation = 2;
    const WeightSet weights = train(examples, options);
    const double least = objective_of(examples, weights, options);
    CHECK(least < objective_of(examples, options.prior, options));
    constexpr double width = 0.02;
    for (std::size_t f = 0; f < feature_count; ++f) {
        for (const auto part : {&WeightSet::free, &WeightSet::literal}) {
            const double more = objective_beside(examples, weights, options, part, f, width);
            const double less = objective_beside(examples, weights, options, part, f, -width);
            CAPTURE(f, part == &WeightSet::literal, least, more, less);
            CHECK(std::abs(more - less) / (2 * width) < 0.05);
            CHECK(std::min(more, less) > least - 1e-3);
        }
    }
}

TEST_CASE("features that are left out weigh nothing, wherever the search begins") {
    const GeneratedBitext bitext = generate_bitext(20, 15);
    const corpus::Document source = bitext.source_document();
    const corpus::Document target = bitext.target_document();
    const Scene scene(source, target, no_lexicons);
    const Example example(scene, gold_of(bitext.shapes), 1);
    TrainOptions options;
    options.without.assign(feature_count, false);
    options.without[shape_1_1] = true;
    options.prior.free[shape_1_1] = 3;
    options.start = WeightSet();
    options.start->literal[shape_1_1] = 2;
    std::vector<double> told;
    options.progress = [&](double share) { told.push_back(share); };
    const WeightSet weights = train({&example}, options);
    CHECK(weights.free[shape_1_1] == 0);
    CHECK(weights.literal[shape_1_1] == 0);
    CHECK(weights.free[shape_size] != 0);
    REQUIRE(told.size() > 1);
    CHECK(told.front() == 0);
    CHECK(std::ranges::is_sorted(told));
    CHECK(told.back() < 1);
}

}  // namespace
}  // namespace tongwen::align
