// SPDX-License-Identifier: Apache-2.0
// Tests the search for the ends of a translation within a page.
#include "align/page_ends.h"

#include <string>
#include <vector>

#include "corpus/excerpt.h"
#include "tests/align/town.h"
#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

/// Two sections of the town at 5 to 13, between recipes.
corpus::Document page() {
    std::vector<std::string> segments = recipe_en;
    for (const Section& section : {bridge, museum})
        segments.insert(segments.end(), section.en.begin(), section.en.end());
    segments.insert(segments.end(), recipe_en.begin(), recipe_en.end());
    return segmented(segments, "en");
}

Run<Target> moved_from(Run<Target> run, Run<Target> limits) {
    const corpus::Document original = segmented(zh_of({bridge, museum}), "zh");
    const corpus::Document whole = page();
    const corpus::SegmentRange range{run.begin.value, run.end.value};
    const Alignment alignment = align(original, corpus::excerpt(whole, {&range, 1}));
    return move_ends({original, whole, alignment, run}, limits, {});
}

struct Row {
    std::string what;
    Run<Target> run;
    Run<Target> limits;
    Run<Target> expected;
};

TEST_CASE("ends move to where the translation begins and ends") {
    const Run<Target> all = make_run<Target>(0, 18);
    const Run<Target> right = make_run<Target>(5, 13);
    const std::vector<Row> rows = {
        {"nothing to move", right, all, right},
        {"too short at the beginning", make_run<Target>(7, 13), all, right},
        {"too short at the end", make_run<Target>(5, 11), all, right},
        {"too short at both", make_run<Target>(6, 12), all, right},
        {"not beyond the limits", make_run<Target>(7, 11), make_run<Target>(6, 12), make_run<Target>(6, 12)},
        {"where the limits are the run itself", make_run<Target>(7, 11), make_run<Target>(7, 11),
         make_run<Target>(7, 11)},
    };
    for (const Row& row : rows) {
        INFO(row.what);
        CHECK(moved_from(row.run, row.limits) == row.expected);
    }
}

TEST_CASE("where nothing is linked, nothing moves") {
    const corpus::Document original = segmented(bridge.zh, "zh");
    const corpus::Document whole = page();
    const Run<Target> run = make_run<Target>(0, 2);
    const Alignment nothing = parse_alignment("1-0 1-0 1-0 1-0 0-1 0-1");
    CHECK(move_ends({original, whole, nothing, run}, make_run<Target>(0, 18), {}) == run);
}

}  // namespace
}  // namespace tongwen::align
