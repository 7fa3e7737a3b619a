// SPDX-License-Identifier: Apache-2.0
// Tests what fixed beads leave to be searched.
#include "align/gaps.h"

#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

Bead bead(std::size_t i, std::size_t j, std::size_t m, std::size_t n) {
    return {make_run<Source>(i, i + m), make_run<Target>(j, j + n)};
}

TEST_CASE("without fixed beads there is one gap") {
    const Gaps gaps(5, 7);
    CHECK(gaps.whole());
    CHECK(gaps.all() == std::vector<Gap>{{{0, 0}, {5, 7}}});
    CHECK(gaps.way(gaps.before({4, 6}), {4, 6}, {5, 7}) == Way::open);
    CHECK(gaps.between({1, 2}, {3, 3}) == std::vector<Gap>{{{1, 2}, {3, 3}}});
}

TEST_CASE("gaps are before, between and behind what is fixed") {
    const Gaps gaps({bead(1, 2, 1, 1), bead(2, 3, 2, 0), bead(4, 5, 1, 3)}, 6, 9);
    CHECK_FALSE(gaps.whole());
    CHECK(gaps.all() ==
          std::vector<Gap>{{{0, 0}, {1, 2}}, {{2, 3}, {2, 3}}, {{4, 3}, {4, 5}}, {{5, 8}, {6, 9}}});
    CHECK(gaps.links() == 2);
    CHECK(gaps.singles() == 1);
    CHECK(gaps.between({0, 0}, {6, 9}) ==
          std::vector<Gap>{{{0, 0}, {1, 2}}, {{4, 3}, {4, 5}}, {{5, 8}, {6, 9}}});
    CHECK(gaps.between({1, 2}, {4, 3}).empty());
    CHECK(gaps.between({1, 1}, {4, 4}) == std::vector<Gap>{{{1, 1}, {1, 2}}, {{4, 3}, {4, 4}}});
}

TEST_CASE("a step is in a gap, on the way through a fixed bead, or barred") {
    const Gaps gaps({bead(1, 2, 2, 3)}, 6, 9);
    struct Row {
        Node from, to;
        Way way;
    };
    for (const auto& [from, to, way] : std::vector<Row>{{{0, 1}, {1, 2}, Way::open},
                                                        {{0, 2}, {1, 2}, Way::open},
                                                        {{0, 2}, {0, 3}, Way::barred},
                                                        {{0, 1}, {1, 3}, Way::barred},
                                                        {{1, 2}, {1, 3}, Way::fixed},
                                                        {{1, 2}, {2, 2}, Way::barred},
                                                        {{1, 4}, {1, 5}, Way::fixed},
                                                        {{1, 4}, {2, 4}, Way::barred},
                                                        {{1, 5}, {2, 5}, Way::fixed},
                                                        {{2, 5}, {3, 5}, Way::fixed},
                                                        {{2, 5}, {2, 6}, Way::barred},
                                                        {{3, 5}, {3, 6}, Way::open},
                                                        {{3, 5}, {6, 9}, Way::open}}) {
        CAPTURE(from.i, from.j, to.i, to.j);
        CHECK(gaps.way(gaps.before(from), from, to) == way);
    }
}

}  // namespace
}  // namespace tongwen::align
