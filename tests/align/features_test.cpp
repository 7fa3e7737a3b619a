// SPDX-License-Identifier: Apache-2.0
// Tests features: their table, single values in small documents, and that exchanging the documents exchanges
// the features.
#include "align/features.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <rapidcheck.h>

#include "tests/align/parts.h"
#include "tests/align/segments.h"
#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

TEST_CASE("features have names of their own and a kind of evidence") {
    std::set<std::string_view> names;
    for (std::size_t f = 0; f < feature_count; ++f) names.insert(name(static_cast<Feature>(f)));
    CHECK(names.size() == feature_count);
    CHECK(name(shape_1_1) == "shape_1_1");
    CHECK(name(target_marginal) == "target_marginal");
    CHECK(evidence_of(gain_target) == Evidence::words);
    CHECK(evidence_of(numbers_missing_source) == Evidence::numbers);
    CHECK(evidence_of(names_found) == Evidence::names);
    CHECK(evidence_of(source_open) == Evidence::shape);
}

TEST_CASE("the features of lone segments stand in the same order for both sides") {
    for (std::size_t f = source_open; f <= source_inside_quote; ++f) {
        const std::string source(name(static_cast<Feature>(f)));
        const auto other = static_cast<Feature>(f - source_open + target_open);
        CHECK("target" + source.substr(6) == name(other));
        CHECK(evidence_of(static_cast<Feature>(f)) == evidence_of(other));
    }
}

TEST_CASE("the shapes are all up to 6 on a side with m·n <= 15 and m + n <= 8") {
    std::set<std::pair<int, int>> expected;
    for (int m = 1; m <= 6; ++m) {
        for (int n = 1; n <= 6; ++n) {
            if (m * n <= 15 && m + n <= 8) expected.insert({m, n});
        }
    }
    std::set<std::pair<int, int>> found;
    for (const auto& [m, n] : linked_shapes()) found.insert({m, n});
    CHECK(found == expected);
    CHECK(linked_shapes().size() == expected.size());
    CHECK(linked_shapes().front() == std::pair<std::uint8_t, std::uint8_t>{1, 1});
}

TEST_CASE("a bead's shape is one feature") {
    const std::vector<std::string> segments(7, "Stone.");
    const Parts parts(segmented(segments, "en"), segmented(segments, "en"));
    struct Row {
        std::uint8_t m, n;
        Feature shape;
    };
    const auto row = GENERATE(values<Row>({{1, 1, shape_1_1},
                                           {1, 2, shape_1_2},
                                           {2, 1, shape_2_1},
                                           {2, 2, shape_2_2},
                                           {1, 3, shape_1_3},
                                           {3, 1, shape_3_1},
                                           {1, 4, shape_1_n},
                                           {6, 1, shape_n_1},
                                           {2, 3, shape_m_n},
                                           {5, 3, shape_m_n}}));
    const FeatureVector f = parts.features.linked({0, 0, row.m, row.n});
    for (std::size_t k = shape_1_1; k < shape_size; ++k) CHECK(f[k] == (k == row.shape ? 1 : 0));
    CHECK(f[shape_size] == static_cast<float>(row.m + row.n - 2));
}

TEST_CASE("numbers and names are found or missing") {
    const Parts parts(segmented({"1932年北京", "7点和41点", "灯"}, "zh"),
                      segmented({"In 1932, Beijing", "at 7 and 55", "a lamp"}, "en"));
    const FeatureVector first = parts.features.linked({0, 0, 1, 1});
    CHECK(first[numbers_found] == Approx(0.95));
    CHECK(first[names_found] == Approx(0.95));
    CHECK(first[numbers_missing_source] == Approx(0.05));
    const FeatureVector second = parts.features.linked({1, 1, 1, 1});
    CHECK(second[numbers_found] == Approx(0.95));
    CHECK(second[numbers_missing_source] == Approx(1.05));
    CHECK(second[numbers_missing_target] == Approx(1.05));
    CHECK(second[numbers_missing_both] == Approx(1.05));
    CHECK(parts.features.linked({2, 2, 1, 1})[numbers_found] == 0);
    CHECK(parts.features.linked({0, 1, 1, 1})[numbers_found] == 0);
    CHECK(parts.features.linked({0, 0, 1, 1})[gain_target] >
          parts.features.linked({0, 1, 1, 1})[gain_target]);
}

TEST_CASE("length deviations are 0 for equal shares, and grow with the difference") {
    const Parts parts(segmented({"aaaa bbbb", "aaaa bbbb"}, "en"),
                      segmented({"aaaa bbbb", "aaaa bbbb"}, "en"));
    CHECK(parts.ratio == Approx(1));
    CHECK(parts.features.deviation({0, 0, 1, 1}) == Approx(0).margin(1e-9));
    CHECK(parts.features.deviation({0, 0, 1, 2}) == Approx(8 / std::sqrt(3.75 * 12 + 9)));
    CHECK(parts.features.deviation({0, 0, 2, 1}) == Approx(-8 / std::sqrt(3.75 * 12 + 9)));
    CHECK(parts.features.linked({0, 0, 1, 2})[length_square_long] == Approx(64 / (3.75 * 12 + 9) / 10));
    CHECK(parts.features.linked({0, 0, 1, 2})[length_square_short] == 0);
    CHECK(parts.features.linked({0, 0, 2, 1})[length_square_long] == 0);
}

TEST_CASE("paragraphs and kinds agree or not") {
    const std::vector<ParagraphText> source = {
        {{"题目"}, corpus::Kind::heading}, {{"一。", "二。"}}, {{"三。"}}};
    const std::vector<ParagraphText> target = {{{"Title"}, corpus::Kind::heading},
                                               {{"One.", "Two.", "Three."}}};
    const Parts parts(document_of(source, "zh"), document_of(target, "en"));
    const FeatureVector heading = parts.features.linked({0, 0, 1, 1});
    CHECK(heading[kind_equal] == 1);
    CHECK(heading[paragraph_begins_both] == 1);
    CHECK(heading[paragraph_ends_both] == 1);
    CHECK(parts.features.linked({0, 1, 1, 1})[kind_differs] == 1);
    const FeatureVector last = parts.features.linked({3, 3, 1, 1});
    CHECK(last[paragraph_begins_one] == 1);
    CHECK(last[paragraph_ends_both] == 1);
    CHECK(last[kind_equal] == 0);
    const FeatureVector across = parts.features.linked({2, 2, 2, 2});
    CHECK(across[paragraph_inside_one] == 1);
    CHECK(across[paragraph_inside_both] == 0);
}

TEST_CASE("markers and endings agree or not") {
    const Parts parts(segmented({"一、起点？", "二、终点。"}, "zh"),
                      segmented({"1. Start?", "3. End:", "End."}, "en"));
    const FeatureVector first = parts.features.linked({0, 0, 1, 1});
    CHECK(first[marker_equal] == 1);
    CHECK(first[question_both] == 1);
    CHECK(first[questions_differ] == 0);
    const FeatureVector second = parts.features.linked({1, 1, 1, 1});
    CHECK(second[marker_differs] == Approx(0.25));
    CHECK(second[colon_one] == 1);
    CHECK(parts.features.linked({1, 2, 1, 1})[marker_one] == 1);
    const FeatureVector both = parts.features.linked({0, 0, 2, 2});
    CHECK(both[marker_inside] == 0);
    CHECK(parts.features.linked({0, 0, 2, 1})[marker_inside] == 1);
    CHECK(parts.features.linked({0, 0, 1, 2})[marker_inside] == 1);
    CHECK(both[questions_differ] == 0);
    CHECK(parts.features.linked({1, 0, 1, 1})[questions_differ] == 1);
}

TEST_CASE("a list within a segment answers the items of the other side") {
    const Parts parts(segmented({"六、其他事项：", "（一）公开。"}, "zh"),
                      segmented({"6. Other matters: (1) Publication.", "7. Entry."}, "en"));
    CHECK(parts.features.linked({0, 0, 2, 1})[marker_inside] == 0);
    CHECK(parts.features.linked({0, 0, 2, 2})[marker_inside] == 1);
}

TEST_CASE("lists may be numbered one apart") {
    const Parts parts(segmented({"一、甲。", "二、乙。", "五、丙。"}, "zh"),
                      segmented({"2. A dog.", "3. A cat.", "4. A cow."}, "en"));
    CHECK(parts.features.linked({0, 0, 1, 1})[marker_shifted] == 0);
    CHECK(parts.features.linked({1, 1, 1, 1})[marker_shifted] == 1);
    CHECK(parts.features.linked({1, 1, 1, 1})[marker_differs] == Approx(0.25));
    CHECK(parts.features.linked({2, 2, 1, 1})[marker_shifted] == 0);
    CHECK(parts.features.linked({2, 1, 1, 1})[marker_shifted] == 0);
}

TEST_CASE("sentences within a segment answer segments of the other side") {
    const Parts parts(segmented({"雨停了。", "他走了。"}, "zh"),
                      segmented({"The rain stopped. He left.", "Then the rain stopped."}, "en"));
    struct Row {
        Step step;
        float differ, matched;
    };
    const Row row = GENERATE(values<Row>({{{0, 0, 1, 1}, 1, 0},
                                          {{0, 0, 2, 1}, 0, 1},
                                          {{0, 1, 1, 1}, 0, 0},
                                          {{0, 1, 2, 1}, 1, 0},
                                          {{0, 0, 1, 2}, 2, 0},
                                          {{0, 0, 2, 2}, 1, 1}}));
    const FeatureVector features = parts.features.linked(row.step);
    CHECK(features[sentences_differ] == row.differ);
    CHECK(features[breaks_matched] == row.matched);
}

TEST_CASE("a paragraph holds as many sentences as the other side has segments") {
    const std::vector<std::string> eight(8, "下雨了。");
    const Parts parts(
        segmented(eight, "zh"),
        segmented({"It rains. It rains. It rains. It rains. It rains. It rains. It rains."}, "en"));
    CHECK(parts.features.is_paragraph({0, 0, 7, 1}));
    CHECK_FALSE(parts.features.is_paragraph({0, 0, 8, 1}));
    CHECK(paragraph_shapes().size() == 8);
    for (const auto& [m, n] : paragraph_shapes()) {
        CHECK(std::min(m, n) == 1);
        CHECK(std::max(m, n) >= paragraph_sentences);
        CHECK(std::max(m, n) < paragraph_window);
    }
}

TEST_CASE("a lone segment tells of its length, its words and its kind") {
    const std::vector<ParagraphText> source = {{{"（完）"}, corpus::Kind::note},
                                               {{"这一段有1932和7两个数字。"}}};
    const Parts parts(document_of(source, "zh"), document_of({{{"Nothing of the kind here."}}}, "en"));
    const FeatureVector note = parts.features.alone({0, 0, 1, 0});
    CHECK(note[source_note] == 1);
    CHECK(note[source_short] == 1);
    CHECK(note[source_paragraph] == 1);
    CHECK(note[source_open] == 0);
    CHECK(note[target_length] == 0);
    const FeatureVector numbers = parts.features.alone({1, 0, 1, 0});
    CHECK(numbers[source_note] == 0);
    CHECK(numbers[source_numbers] == 3);
    CHECK(numbers[source_near] == 0);
    const FeatureVector target = parts.features.alone({0, 0, 0, 1});
    CHECK(target[target_length] == Approx(std::log1p(20.0) / 4));
    CHECK(target[source_length] == 0);
}

/// The feature of the other side: gain_source for gain_target, shape_2_1 for shape_1_2.
std::size_t mirrored(std::size_t feature) {
    static const std::vector<std::size_t> table = [] {
        const auto exchange = [](std::string text, const std::string& a, const std::string& b) {
            if (const auto at = text.find(a); at != std::string::npos) return text.replace(at, a.size(), b);
            if (const auto at = text.find(b); at != std::string::npos) return text.replace(at, b.size(), a);
            return text;
        };
        std::vector<std::size_t> result(feature_count);
        for (std::size_t f = 0; f < feature_count; ++f) {
            std::string other(name(static_cast<Feature>(f)));
            for (const auto& [a, b] :
                 {std::pair{"source", "target"}, {"1_2", "2_1"}, {"1_3", "3_1"}, {"1_n", "n_1"}}) {
                other = exchange(other, a, b);
            }
            for (std::size_t g = 0; g < feature_count; ++g) {
                if (name(static_cast<Feature>(g)) == other) result[f] = g;
            }
        }
        return result;
    }();
    return table[feature];
}

/// Lengths are measured against one side's; all else has no direction.
bool has_direction(std::size_t feature) {
    return feature == length_square_long || feature == length_square_short || feature == length_distance ||
           feature == member_length || feature == member_none;
}

void assert_mirrored(const FeatureVector& there, const FeatureVector& back) {
    for (std::size_t f = 0; f < feature_count; ++f) {
        if (has_direction(f)) continue;
        const float expected = back[mirrored(f)];
        if (std::abs(there[f] - expected) > 1e-3F * (1 + std::abs(expected))) {
            RC_FAIL(std::string(name(static_cast<Feature>(f))) + " is not mirrored");
        }
    }
}

TEST_CASE("exchanging the documents exchanges the features") {
    REQUIRE(rc::check([] {
        const std::vector<std::string> words = {"1932",  "Anna", "stone?", "stones", "“lamp",
                                                "July!", "7. ",  "way:",   "home”"};
        const auto segment =
            rc::gen::map(rc::gen::container<std::vector<std::string>>(3, rc::gen::elementOf(words)),
                         [](const auto& w) { return w[0] + " " + w[1] + " " + w[2]; });
        const auto document = [&] {
            std::vector<ParagraphText> paragraphs;
            const auto size = *rc::gen::inRange(1, 4);
            for (int k = 0; k < size; ++k) {
                const auto segments = *rc::gen::inRange<std::size_t>(1, 3);
                const auto kind =
                    *rc::gen::element(corpus::Kind::body, corpus::Kind::heading, corpus::Kind::note);
                paragraphs.push_back(
                    {*rc::gen::container<std::vector<std::string>>(segments, segment), kind});
            }
            return document_of(paragraphs, "en");
        };
        const corpus::Document one = document();
        const corpus::Document two = document();
        const Parts there(one, two);
        const Parts back(two, one);
        for (std::uint32_t i = 0; i <= one.segments.size(); ++i) {
            for (std::uint32_t j = 0; j <= two.segments.size(); ++j) {
                for (const auto& [m, n] : linked_shapes()) {
                    if (i + m > one.segments.size() || j + n > two.segments.size()) continue;
                    assert_mirrored(there.features.linked({i, j, m, n}), back.features.linked({j, i, n, m}));
                }
                if (i < one.segments.size()) {
                    assert_mirrored(there.features.alone({i, j, 1, 0}), back.features.alone({j, i, 0, 1}));
                }
            }
        }
    }));
}

}  // namespace
}  // namespace tongwen::align
