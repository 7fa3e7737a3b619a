// SPDX-License-Identifier: Apache-2.0
// Tests which beads an alignment confirms.
#include "align/bead_set.h"

#include "tests/align/listed_beads.h"
#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

TEST_CASE("a bead is confirmed exactly, by an overlap on both sides, or not at all") {
    struct Case {
        const char* beads;
        const char* asked;
        Match match;
    };
    const std::vector<Case> cases = {
        {"[0]:[0]", "[0]:[0]", Match::exact},
        {"[0]:[0]", "[0]:[0, 1]", Match::overlap},
        {"[0, 1]:[0]", "[1]:[0]", Match::overlap},
        {"[0]:[0]", "[1]:[0]", Match::none},
        {"[0]:[0]", "[0]:[1]", Match::none},
        // Both sides must overlap one bead, not one bead each.
        {"[0]:[0] / [1]:[1]", "[0]:[1]", Match::none},
        {"[0]:[0] / [1]:[1]", "[0]:[1, 2, 0]", Match::overlap},
        // A segment may stand in several beads.
        {"[0]:[0] / [0]:[5]", "[0, 9]:[5, 8]", Match::overlap},
        // The same segments otherwise listed are another bead.
        {"[0, 1]:[0]", "[1, 0]:[0]", Match::overlap},
        {"[0]:[0]", "[0, 0]:[0]", Match::overlap},
        // One-sided beads are confirmed exactly or not.
        {"[0]:[]", "[0]:[]", Match::exact},
        {"[0, 1]:[]", "[0]:[]", Match::none},
        {"[0]:[]", "[0]:[0]", Match::none},
        {"[0]:[0]", "[0]:[]", Match::none},
        {"[]:[0]", "[]:[0]", Match::exact},
        {"[]:[0]", "[0]:[]", Match::none},
        {"", "[0]:[0]", Match::none},
        {"[]:[]", "[]:[]", Match::none},
        {"[0]:[4294967295]", "[0, 1]:[4294967295]", Match::overlap},
    };
    for (const Case& c : cases) {
        INFO(c.beads << " asked for " << c.asked);
        const std::vector<ListedBead> beads = listed(c.beads);
        CHECK(BeadSet(beads).match(listed(c.asked)[0]) == c.match);
    }
}

TEST_CASE("beads are there once, the first of equal ones, and those without segments are not") {
    const std::vector<ListedBead> beads = listed("[1]:[1]:0.5 / [0]:[0]:0.25 / []:[] / [1]:[1]:0.75");
    const BeadSet set(beads);
    REQUIRE(set.beads().size() == 2);
    CHECK(set.beads()[0] == &beads[1]);
    CHECK(set.beads()[1] == &beads[0]);
}

TEST_CASE("segments know their link") {
    const std::vector<ListedBead> beads = listed("[0, 1]:[0] / [2]:[] / []:[1] / [3]:[3, 4]");
    const BeadSet set(beads);
    CHECK(set.link_of_source(0) == set.link_of_target(0));
    CHECK(set.link_of_source(1) == set.link_of_source(0));
    CHECK(set.link_of_source(3) == set.link_of_target(4));
    CHECK(set.link_of_source(3) != set.link_of_source(0));
    CHECK(set.link_of_source(2) == std::nullopt);
    CHECK(set.link_of_target(1) == std::nullopt);
    CHECK(set.link_of_target(9) == std::nullopt);
}

TEST_CASE("lone segments are in order, each once, even when a link holds them too") {
    const std::vector<ListedBead> beads = listed("[5]:[] / [2, 1]:[] / [1]:[] / []:[3] / [5]:[5] / []:[]");
    CHECK(lone_sources(beads) == std::vector<std::uint32_t>{1, 2, 5});
    CHECK(lone_targets(beads) == std::vector<std::uint32_t>{3});
}

}  // namespace
}  // namespace tongwen::align
