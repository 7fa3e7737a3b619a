// SPDX-License-Identifier: Apache-2.0
// Tests corridors: their invariants for any anchors, their size, and that they hold what lies between
// anchors.
#include "align/corridor.h"

#include <algorithm>
#include <set>

#include <rapidcheck.h>

#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

TEST_CASE("a full corridor has every node, row by row") {
    const Corridor corridor = Corridor::full(3, 5);
    CHECK(corridor.sources() == 3);
    CHECK(corridor.targets() == 5);
    CHECK(corridor.nodes() == 24);
    std::size_t node = 0;
    for (std::size_t i = 0; i <= 3; ++i) {
        for (std::size_t j = 0; j <= 5; ++j) {
            CHECK(corridor.contains(i, j));
            CHECK(corridor.node(i, j) == node++);
        }
    }
    CHECK_FALSE(corridor.contains(4, 0));
    CHECK_FALSE(corridor.contains(0, 6));
}

TEST_CASE("corridors of empty documents") {
    CHECK(Corridor::full(0, 0).nodes() == 1);
    CHECK(make_corridor({}, 0, 0).nodes() == 1);
    CHECK(make_corridor({}, 0, 500).nodes() == 501);
    CHECK(make_corridor({}, 500, 0).nodes() == 501);
}

/// Anchors that strictly increase on both sides.
std::vector<Anchor> any_anchors(std::uint32_t sources, std::uint32_t targets) {
    const auto many = *rc::gen::inRange<std::size_t>(0, 40);
    const auto places = [&](std::uint32_t size) {
        std::set<std::uint32_t> chosen;
        for (std::size_t k = 0; k < many && size > 0; ++k)
            chosen.insert(*rc::gen::inRange<std::uint32_t>(0, size));
        return std::vector<std::uint32_t>(chosen.begin(), chosen.end());
    };
    const std::vector<std::uint32_t> rows = places(sources);
    const std::vector<std::uint32_t> columns = places(targets);
    std::vector<Anchor> anchors;
    for (std::size_t k = 0; k < std::min(rows.size(), columns.size()); ++k)
        anchors.push_back({rows[k], columns[k], 1});
    return anchors;
}

void assert_sound(const Corridor& corridor, std::size_t sources, std::size_t targets) {
    RC_ASSERT(corridor.sources() == sources);
    RC_ASSERT(corridor.targets() == targets);
    RC_ASSERT(corridor.contains(0, 0));
    RC_ASSERT(corridor.contains(sources, targets));
    std::size_t nodes = 0;
    for (std::size_t i = 0; i <= sources; ++i) {
        RC_ASSERT(corridor.lo(i) < corridor.hi(i));
        RC_ASSERT(corridor.hi(i) <= targets + 1);
        RC_ASSERT(corridor.node(i, corridor.lo(i)) == nodes);
        nodes += corridor.hi(i) - corridor.lo(i);
        if (i == 0) continue;
        RC_ASSERT(corridor.lo(i - 1) <= corridor.lo(i));
        RC_ASSERT(corridor.hi(i - 1) <= corridor.hi(i));
        RC_ASSERT(corridor.lo(i) < corridor.hi(i - 1));
    }
    RC_ASSERT(corridor.nodes() == nodes);
}

TEST_CASE("any anchors make a sound corridor that holds them") {
    REQUIRE(rc::check([] {
        const auto sources = *rc::gen::inRange<std::uint32_t>(0, 400);
        const auto targets = *rc::gen::inRange<std::uint32_t>(0, 400);
        const std::vector<Anchor> anchors = any_anchors(sources, targets);
        const Corridor corridor = make_corridor(anchors, sources, targets);
        assert_sound(corridor, sources, targets);
        for (const Anchor& anchor : anchors) {
            // Before and behind the anchor's bead: all its neighbours, as far as there are any.
            for (std::uint32_t i = anchor.source; i <= anchor.source + 1; ++i) {
                for (std::uint32_t j = anchor.target; j <= anchor.target + 1; ++j)
                    RC_ASSERT(corridor.contains(i, j));
            }
        }
    }));
}

TEST_CASE("corridors of large documents are linear in their segments") {
    REQUIRE(rc::check([] {
        const auto sources = *rc::gen::inRange<std::uint32_t>(0, 30'000);
        const auto targets = *rc::gen::inRange<std::uint32_t>(0, 30'000);
        const Corridor corridor = make_corridor(any_anchors(sources, targets), sources, targets);
        assert_sound(corridor, sources, targets);
        const std::size_t linear = 200 * (std::size_t{sources} + targets + 2);
        const bool small = std::size_t{sources} * targets <= 160'000;
        RC_ASSERT(small || corridor.nodes() <= linear);
    }));
}

TEST_CASE("between anchors that follow each other straight the corridor is a narrow band") {
    std::vector<Anchor> anchors;
    for (std::uint32_t k = 0; k < 1000; k += 2) anchors.push_back({k, k, 1});
    const Corridor corridor = make_corridor(anchors, 1000, 1000);
    for (std::size_t i = 20; i < 980; ++i) {
        CHECK(corridor.lo(i) + 7 == i);
        CHECK(corridor.hi(i) == i + 8);
    }
}

TEST_CASE("a small gap that one side has more text in is searched whole") {
    std::vector<Anchor> anchors;
    for (std::uint32_t k = 0; k < 100; ++k) anchors.push_back({k, k, 1});
    for (std::uint32_t k = 120; k < 220; ++k) anchors.push_back({k, k + 60, 1});
    const Corridor corridor = make_corridor(anchors, 220, 280);
    for (std::size_t i = 100; i <= 120; ++i) {
        CHECK(corridor.lo(i) <= 99);
        CHECK(corridor.hi(i) > 180);
    }
    CHECK(corridor.lo(150) >= 150 + 60 - 7);
}

TEST_CASE("small documents with hardly any anchor are searched whole") {
    CHECK(make_corridor({}, 400, 400).nodes() == std::size_t{401} * 401);
    CHECK(make_corridor({{3, 3, 1}, {200, 10, 1}}, 300, 300).nodes() == std::size_t{301} * 301);
}

}  // namespace
}  // namespace tongwen::align
