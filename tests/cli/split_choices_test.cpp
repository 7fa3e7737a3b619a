// SPDX-License-Identifier: Apache-2.0
// Tests where a bead is most likely to be split.
#include "cli/split_choices.h"

#include <string>
#include <vector>

#include "tests/cli/sample_bitext.h"
#include "tests/support/catch.h"

namespace tongwen::cli {
namespace {

/// One bead of segments with these lengths.
align::Bitext bitext_of(const std::vector<std::size_t>& source, const std::vector<std::size_t>& target) {
    const auto document = [](const std::vector<std::size_t>& lengths) {
        std::vector<std::string> segments;
        for (const std::size_t length : lengths) segments.emplace_back(length, 'x');
        return document_of("x", "en", {segments});
    };
    align::Bitext bitext{document(source), document(target), {}};
    bitext.alignment = align::Alignment({{align::make_run<align::Source>(0, source.size()),
                                          align::make_run<align::Target>(0, target.size())}},
                                        source.size(), target.size());
    return bitext;
}

TEST_CASE("both sides are divided in the same proportion, as nearly as can be") {
    struct Row {
        std::vector<std::size_t> source;
        std::vector<std::size_t> target;
        bool keep_source;
        SplitChoice choice;
    };
    const auto row = GENERATE(values<Row>({
        {{10, 10}, {20, 20}, false, {1, 1}},
        {{10, 10, 40}, {11, 20, 80}, false, {2, 2}},
        {{30, 10}, {10, 10, 10, 10}, false, {1, 3}},
        {{10}, {10}, false, {1, 0}},
        {{10}, {30, 10}, false, {1, 1}},
        {{10, 30}, {20}, false, {1, 0}},
        {{30, 10}, {20}, false, {1, 1}},
        {{}, {10, 10}, false, {0, 1}},
        {{10, 10, 10}, {}, false, {1, 0}},
        {{10, 10}, {20, 20}, true, {2, 1}},
        {{10, 10}, {}, true, {2, 0}},
    }));
    const align::Bitext bitext = bitext_of(row.source, row.target);
    CHECK(likely_split(bitext, bitext.alignment.beads()[0], row.keep_source) == row.choice);
}

TEST_CASE("with the source's boundary given, the target's follows") {
    const align::Bitext bitext = bitext_of({10, 10, 10}, {10, 10, 10});
    const align::Bead& bead = bitext.alignment.beads()[0];
    CHECK(likely_split_at(bitext, bead, 1) == SplitChoice{1, 1});
    CHECK(likely_split_at(bitext, bead, 2) == SplitChoice{2, 2});
    CHECK(likely_split_at(bitext, bead, 0) == SplitChoice{0, 1});
}

TEST_CASE("the two parts have all segments") {
    const align::Bitext bitext = bitext_of({1, 1, 1}, {1, 1});
    const auto [first, second] = split_parts(bitext.alignment.beads()[0], {2, 0});
    CHECK(align::shape(first) == "2-0");
    CHECK(align::shape(second) == "1-2");
    CHECK(second.source.begin.value == 2);
}

}  // namespace
}  // namespace tongwen::cli
