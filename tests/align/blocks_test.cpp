// SPDX-License-Identifier: Apache-2.0
// Tests that blocks are cut where no bead reaches across, and lose nothing.
#include "align/blocks.h"

#include "align/evaluation.h"
#include "tests/align/listed_beads.h"
#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

using Beads = std::vector<ListedBead>;

/// The blocks of one alignment, spelled as `listed` reads them.
std::vector<Beads> blocks_of(const std::vector<Alternatives>& blocks, std::size_t alternative) {
    std::vector<Beads> result;
    for (const Alternatives& block : blocks) result.push_back(block[alternative]);
    return result;
}

TEST_CASE("cuts stand behind links, where every alternative can be cut") {
    struct Case {
        const char* gold;
        const char* other;
        std::size_t links;
        std::vector<const char*> gold_blocks;
        std::vector<const char*> other_blocks;
    };
    const std::vector<Case> cases = {
        {"", "", 1, {""}, {""}},
        {"[0]:[0]", "", 1, {"[0]:[0]"}, {""}},
        {"[0]:[0] / [1]:[1] / [2]:[2]",
         "[0]:[0] / [2]:[2]",
         1,
         {"[0]:[0]", "[1]:[1]", "[2]:[2]"},
         {"[0]:[0]", "", "[2]:[2]"}},
        {"[0]:[0] / [1]:[1] / [2]:[2]", "", 2, {"[0]:[0] / [1]:[1]", "[2]:[2]"}, {"", ""}},
        // A bead of the other reaches across, on both sides or on one.
        {"[0]:[0] / [1]:[1] / [2]:[2]",
         "[0, 1]:[0, 1] / [2]:[2]",
         1,
         {"[0]:[0] / [1]:[1]", "[2]:[2]"},
         {"[0, 1]:[0, 1]", "[2]:[2]"}},
        {"[0]:[0] / [1]:[1]", "[0]:[0, 1]", 1, {"[0]:[0] / [1]:[1]"}, {"[0]:[0, 1]"}},
        {"[0]:[0] / [1]:[1]", "[0]:[1]", 1, {"[0]:[0] / [1]:[1]"}, {"[0]:[1]"}},
        {"[0]:[0] / [1]:[1]", "[1]:[0]", 1, {"[0]:[0] / [1]:[1]"}, {"[1]:[0]"}},
        {"[0]:[0] / [1]:[1]", "[0, 1]:[]", 1, {"[0]:[0] / [1]:[1]"}, {"[0, 1]:[]"}},
        {"[0]:[0] / [1]:[1]", "[]:[0, 1]", 1, {"[0]:[0] / [1]:[1]"}, {"[]:[0, 1]"}},
        // One-sided beads go with what stands behind the cut, when they do.
        {"[0]:[0] / [1]:[] / []:[1] / [2]:[2]",
         "[0]:[] / []:[1]",
         1,
         {"[0]:[0]", "[1]:[] / []:[1] / [2]:[2]"},
         {"[0]:[]", "[]:[1]"}},
        // Crossing gold cannot be cut inside the crossing; the order of lines does not matter.
        {"[2]:[2] / [0]:[1] / [1]:[0]", "", 1, {"[0]:[1] / [1]:[0]", "[2]:[2]"}, {"", ""}},
    };
    for (const Case& c : cases) {
        INFO("gold " << c.gold << ", other " << c.other);
        const auto blocks = cut_into_blocks({listed(c.gold), listed(c.other)}, c.links);
        std::vector<Beads> gold;
        std::vector<Beads> other;
        for (const char* const block : c.gold_blocks) gold.push_back(listed(block));
        for (const char* const block : c.other_blocks) other.push_back(listed(block));
        CHECK(blocks_of(blocks, 0) == gold);
        CHECK(blocks_of(blocks, 1) == other);
    }
    CHECK(cut_into_blocks({}, 1).empty());
}

Counts count_all(const std::vector<Alternatives>& blocks) {
    Counts sum;
    for (const Alternatives& block : blocks) sum += count(block[0], block[1]);
    return sum;
}

TEST_CASE("what is counted in blocks adds up to what is counted in the whole") {
    REQUIRE(rc::check([] {
        const Alternatives whole = {*any_beads(), *any_beads(), *any_beads()};
        RC_ASSERT(count_all(cut_into_blocks(whole, 1)) == count(whole[0], whole[1]));
    }));
    REQUIRE(rc::check([] {
        const Alternatives whole = {tiling_beads(60, 10), tiling_beads(60, 10)};
        RC_ASSERT(count_all(cut_into_blocks(whole, 3)) == count(whole[0], whole[1]));
    }));
}

TEST_CASE("an alignment against itself is cut as often as it can be") {
    REQUIRE(rc::check([] {
        const Beads beads = tiling_beads(40, 20);
        std::size_t links = 0;
        for (const ListedBead& bead : beads) links += bead.linked() ? 1 : 0;
        RC_ASSERT(cut_into_blocks({beads, beads}, 4).size() == std::max<std::size_t>(1, (links + 3) / 4));
    }));
}

}  // namespace
}  // namespace tongwen::align
