// SPDX-License-Identifier: Apache-2.0
// Tests reading and writing of weights, and that what the program ships with is whole.
#include "align/weights.h"

#include <algorithm>
#include <cmath>

#include <rapidcheck.h>

#include "align/built_in_weights.h"
#include "tests/support/catch.h"
#include "text/diagnostic.h"

namespace tongwen::align {
namespace {

TEST_CASE("weights are read from lines; comments, blank lines and missing features count nothing") {
    const WeightSet set =
        WeightSet::parse("# learned today\n\ngain_target 1.5 -1\nshape_1_2 -2\nsource_open -4e-1", "w");
    const Weights& weights = set.free;
    CHECK(set.literal[gain_target] == -1);
    CHECK(set.literal[shape_1_2] == 0);
    CHECK(set.at(0)[gain_target] == 1.5);
    CHECK(set.at(0.5)[gain_target] == 1);
    CHECK(weights[gain_target] == 1.5);
    CHECK(weights[shape_1_2] == -2);
    CHECK(weights[source_open] == -0.4);
    CHECK(weights[gain_source] == 0);
    CHECK(weights.runs().source_open == -0.4);
    CHECK(weights.runs().target_open == 0);
    CHECK(WeightSet::parse("", "w").write() == WeightSet().write());
}

TEST_CASE("a line that is no weight is refused at its place") {
    struct Row {
        std::string_view text;
        std::size_t line;
        std::string_view what;
    };
    const auto row = GENERATE(values<Row>({
        {"gain_taget 1", 1, "gain_taget 1"},
        {"# c\n\ngain_target", 3, "gain_target"},
        {"gain_target ", 1, "gain_target "},
        {"gain_target 1\nshape_1_2 x", 2, "shape_1_2 x"},
        {"gain_target 1 2 3", 1, "gain_target 1 2 3"},
        {"gain_target 1 x", 1, "gain_target 1 x"},
        {"gain_target 1 2 ", 1, "gain_target 1 2 "},
        {"gain_target  1", 1, "gain_target  1"},
        {" gain_target 1", 1, " gain_target 1"},
        {"gain_target nan", 1, "gain_target nan"},
        {"gain_target inf", 1, "gain_target inf"},
        {"gain_target 1e999", 1, "gain_target 1e999"},
        {"gain_target 1\r\n", 1, "gain_target 1\r"},
        {"gain_target=1", 1, "gain_target=1"},
        {"\xFF\xFE 1", 1, "\xFF\xFE 1"},
    }));
    INFO(row.text);
    try {
        WeightSet::parse(row.text, "my.weights");
        FAIL("was not refused");
    } catch (const text::InputError& error) {
        CHECK(error.diagnostic().id == "bad-weights");
        CHECK(error.diagnostic().where.file == "my.weights");
        CHECK(error.diagnostic().where.line == row.line);
        CHECK(error.diagnostic().arguments == std::vector<std::string>{std::string(row.what)});
    }
}

TEST_CASE("any weights are read back as written, to four decimals") {
    REQUIRE(rc::check([] {
        WeightSet weights;
        for (std::size_t f = 0; f < feature_count; ++f) {
            weights.free[f] = *rc::gen::inRange(-1'000'000, 1'000'000) / 10'000.0;
            weights.literal[f] = *rc::gen::inRange(-1'000'000, 1'000'000) / 10'000.0;
        }
        const WeightSet read = WeightSet::parse(weights.write(), "w");
        for (std::size_t f = 0; f < feature_count; ++f) {
            RC_ASSERT(std::abs(read.free[f] - weights.free[f]) < 1e-9);
            RC_ASSERT(std::abs(read.literal[f] - weights.literal[f]) < 1e-9);
        }
        RC_ASSERT(read.write() == weights.write());
    }));
}

TEST_CASE("a score is the sum of features times weights") {
    Weights weights;
    weights[gain_target] = 2;
    weights[shape_1_1] = -1.5;
    FeatureVector features{};
    features[gain_target] = 3;
    features[shape_1_1] = 1;
    features[kind_equal] = 7;
    CHECK(weights.score(features) == 4.5F);
}

TEST_CASE("only embeddings and what opens a block weigh something where no line says so") {
    const WeightSet set = WeightSet::parse("", "w");
    for (std::size_t f = 0; f < feature_count; ++f) {
        const bool block = std::ranges::count(block_prices, f) > 0;
        CHECK(set.free[f] == (f == embedding ? embedding_weight : block ? no_blocks : 0));
        CHECK(set.literal[f] == 0);
    }
    CHECK(set.write().find("embedding") == std::string::npos);
    CHECK(WeightSet::parse("embedding 0.5 -1\n", "w").free[embedding] == 0.5);
    CHECK(WeightSet::parse("embedding 0.5 -1\n", "w").write().find("embedding 0.5000 -1.0000\n") !=
          std::string::npos);
}

TEST_CASE("the built-in weights name every feature that is learned") {
    const bool with_lexicon = GENERATE(true, false);
    const std::string_view text = with_lexicon ? weights_with_lexicon() : weights_without_lexicon();
    CHECK(text.find("\nembedding ") == std::string_view::npos);
    for (std::size_t f = 0; f < feature_count; ++f) {
        if (f == embedding || (!with_lexicon && std::ranges::count(block_prices, f) > 0)) continue;
        const std::string line = std::string(name(static_cast<Feature>(f))) + " ";
        INFO(line);
        CHECK((text.starts_with(line) || text.find("\n" + line) != std::string_view::npos));
    }
    CHECK(WeightSet::built_in(with_lexicon).write() == WeightSet::parse(text, "built-in").write());
}

}  // namespace
}  // namespace tongwen::align
