// SPDX-License-Identifier: Apache-2.0
// Tests what counts as something dropped beside something added, and what became of it.
#include "align/beside.h"

#include "tests/align/listed_beads.h"
#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

BesidePlaces judge(const char* gold, const char* found) {
    return BesideGold(listed(gold)).judge(listed(found));
}

TEST_CASE("what became of a drop beside an addition") {
    struct Case {
        const char* found;
        BesidePlaces places;
    };
    const std::vector<Case> cases = {
        {"[0]:[0] / [1]:[] / []:[1] / [2]:[2]", {1, 1, 0, 0}},
        {"[0]:[0] / []:[1] / [1]:[] / [2]:[2]", {1, 1, 0, 0}},
        {"[0]:[0] / [1]:[1] / [2]:[2]", {1, 0, 1, 1}},
        {"[0]:[0] / [1, 2]:[1, 2]", {1, 0, 1, 0}},
        // One of them, or both, with their neighbours.
        {"[0, 1]:[0] / []:[1] / [2]:[2]", {1, 0, 0, 0}},
        {"[0, 1]:[0] / [2]:[1, 2]", {1, 0, 0, 0}},
        {"", {1, 0, 0, 0}},
    };
    for (const Case& c : cases) {
        INFO(c.found);
        CHECK(judge("[0]:[0] / [1]:[] / []:[1] / [2]:[2]", c.found) == c.places);
    }
}

TEST_CASE("a place may have several segments on each side; a 1-1 of any two of them glues it") {
    const char* const gold = "[0]:[0] / [1]:[] / [2]:[] / []:[1] / []:[2] / []:[3] / [3]:[4]";
    CHECK(judge(gold, gold) == BesidePlaces{1, 1, 0, 0});
    CHECK(judge(gold, "[0]:[0] / [1]:[1] / [2]:[] / []:[2] / []:[3] / [3]:[4]") == BesidePlaces{1, 0, 1, 1});
    CHECK(judge(gold, "[0]:[0] / [1, 2]:[1, 2, 3] / [3]:[4]") == BesidePlaces{1, 0, 1, 0});
    CHECK(judge(gold, "[0]:[0] / [1]:[] / [2]:[] / []:[1] / []:[2] / [3]:[3, 4]") ==
          BesidePlaces{1, 0, 0, 0});
    const BesideGold places(listed(gold));
    CHECK(places.sources() == std::vector<std::uint32_t>{1, 2});
    CHECK(places.targets() == std::vector<std::uint32_t>{1, 2, 3});
}

TEST_CASE("places of a document are counted each, and those of several documents add up") {
    const char* const gold =
        "[0]:[] / []:[0] / [1]:[1] / [2]:[] / [3]:[2] / []:[3] / [4]:[4] / [5]:[] / []:[5]";
    BesidePlaces places =
        judge(gold, "[0]:[0] / [1]:[1] / [2]:[] / [3]:[2] / []:[3] / [4]:[4] / [5]:[] / []:[5]");
    CHECK(places == BesidePlaces{2, 1, 1, 1});
    places += {3, 1, 1, 0};
    CHECK(places == BesidePlaces{5, 2, 2, 1});
}

TEST_CASE("segments far apart, and without end, are no trouble") {
    CHECK(judge("[4294967295]:[] / []:[4294967295]", "") == BesidePlaces{});
    CHECK(judge("[0]:[0] / [4294967295]:[] / []:[4294967295]", "") == BesidePlaces{});
    std::vector<ListedBead> gold;
    std::vector<ListedBead> found;
    for (std::uint32_t k = 0; k < 100'000; ++k) {
        gold.push_back({{k}, {}});
        gold.push_back({{}, {k}});
        found.push_back({{k}, {k}});
    }
    CHECK(BesideGold(gold).judge(found) == BesidePlaces{1, 0, 1, 1});
}

TEST_CASE("many runs beside one bead with holes are one place, and take linear time") {
    std::vector<ListedBead> gold(1);
    gold[0].target = {0};
    for (std::uint32_t k = 0; k < 100'000; ++k) {
        gold[0].source.push_back(2 * k);
        gold.push_back({{2 * k + 1}, {}});
        gold.push_back({{}, {k + 1}});
    }
    const BesideGold places(gold);
    CHECK(places.sources().size() == 100'000);
    CHECK(places.targets().size() == 100'000);
    CHECK(places.judge(gold) == BesidePlaces{1, 1, 0, 0});
}

}  // namespace
}  // namespace tongwen::align
