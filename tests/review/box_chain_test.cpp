// SPDX-License-Identifier: Apache-2.0
// Tests which beads stay together, against trying all chains.
#include "review/box_chain.h"

#include <algorithm>
#include <array>

#include <rapidcheck.h>

#include "tests/support/catch.h"

namespace tongwen::review {
namespace {

using align::make_run;
using align::Source;
using align::Target;

Box box(std::size_t i, std::size_t j, std::size_t m, std::size_t n, bool held = false, bool stands = true) {
    return {{make_run<Source>(i, i + m), make_run<Target>(j, j + n)}, 0, held, stands};
}

bool follows(const Box& box, const Box& before) {
    return before.bead.source.end <= box.bead.source.begin && before.bead.target.end <= box.bead.target.begin;
}

/// "0,1 2,2": where the boxes of a chain begin.
std::string chain_of(std::vector<Box> boxes) {
    sort_boxes(boxes);
    std::string text;
    for (const std::size_t k : heaviest_chain(boxes)) {
        const align::Bead& bead = boxes[k].bead;
        text += (text.empty() ? "" : " ") + std::to_string(bead.source.begin.value) + ',' +
                std::to_string(bead.target.begin.value);
    }
    return text;
}

TEST_CASE("the heaviest chain") {
    CHECK(chain_of({}).empty());
    CHECK(chain_of({box(0, 0, 1, 1), box(1, 1, 1, 1), box(2, 2, 1, 1)}) == "0,0 1,1 2,2");
    CHECK(chain_of({box(0, 2, 1, 1), box(1, 0, 1, 1), box(2, 1, 1, 1)}) == "1,0 2,1");
    // What a person decided goes before any number of what nobody did; what stands before what changed.
    CHECK(chain_of({box(0, 2, 1, 1, true), box(1, 0, 1, 1), box(2, 1, 1, 1)}) == "0,2");
    CHECK(chain_of({box(0, 2, 1, 1, true), box(1, 0, 1, 1, true, false), box(2, 1, 1, 1, true, false)}) ==
          "0,2");
    // For what stands alone there is room elsewhere.
    CHECK(chain_of({box(0, 2, 1, 1), box(1, 0, 1, 0, true), box(2, 1, 1, 0, true)}) == "0,2");
    // Target segments alone between a box's source segments do not follow it.
    CHECK(chain_of({box(0, 0, 3, 1), box(1, 5, 0, 1), box(3, 1, 1, 1)}) == "0,0 3,1");
}

using Load = std::array<int, 4>;

Load load_of(const std::vector<Box>& boxes, const std::vector<std::size_t>& chain) {
    Load load{};
    for (const std::size_t k : chain)
        ++load[!boxes[k].bead.linked() ? 3 : !boxes[k].held ? 2 : boxes[k].stands ? 0 : 1];
    return load;
}

/// Boxes that share no segment: sources in order, targets shuffled.
std::vector<Box> any_boxes() {
    const auto count = *rc::gen::inRange<std::size_t>(0, 9);
    std::vector<std::size_t> order(count);
    for (std::size_t k = 0; k < count; ++k) order[k] = k;
    for (std::size_t k = count; k > 1; --k)
        std::swap(order[k - 1], order[*rc::gen::inRange<std::size_t>(0, k)]);
    std::vector<Box> boxes;
    std::size_t i = 0;
    for (std::size_t k = 0; k < count; ++k) {
        const auto m = *rc::gen::inRange<std::size_t>(0, 3);
        const auto n = *rc::gen::inRange<std::size_t>(m == 0 ? 1 : 0, 3);
        boxes.push_back(box(i, 3 * order[k], m, n, *rc::gen::arbitrary<bool>(), *rc::gen::arbitrary<bool>()));
        boxes.back().before = k;
        i += m;
    }
    return boxes;
}

TEST_CASE("no chain is heavier than the one that is found") {
    REQUIRE(rc::check([] {
        std::vector<Box> boxes = any_boxes();
        sort_boxes(boxes);
        const std::vector<std::size_t> found = heaviest_chain(boxes);
        for (std::size_t k = 1; k < found.size(); ++k)
            RC_ASSERT(follows(boxes[found[k]], boxes[found[k - 1]]));
        Load best{};
        for (std::size_t set = 0; set < (std::size_t{1} << boxes.size()); ++set) {
            std::vector<std::size_t> chain;
            bool sound = true;
            for (std::size_t k = 0; k < boxes.size(); ++k) {
                if ((set >> k & 1U) == 0) continue;
                sound = sound && (chain.empty() || follows(boxes[k], boxes[chain.back()]));
                chain.push_back(k);
            }
            if (sound) best = std::max(best, load_of(boxes, chain));
        }
        RC_ASSERT(load_of(boxes, found) == best);
    }));
}

TEST_CASE("there is room for every box of one side") {
    REQUIRE(rc::check([] {
        std::vector<Box> boxes = any_boxes();
        sort_boxes(boxes);
        std::vector<Box> chain;
        std::vector<Box> alone;
        const std::vector<std::size_t> found = heaviest_chain(boxes);
        std::size_t segments = 0;
        for (std::size_t k = 0; k < boxes.size(); ++k) {
            const align::Bead& bead = boxes[k].bead;
            if (std::ranges::find(found, k) != found.end()) {
                chain.push_back(boxes[k]);
            } else {
                for (const bool source : {true, false}) {
                    Box half = boxes[k];
                    if (source) half.bead.target.end = bead.target.begin;
                    if (!source) half.bead.source.end = bead.source.begin;
                    if (half.bead.source.size() + half.bead.target.size() > 0) alone.push_back(half);
                }
            }
            segments += bead.source.size() + bead.target.size();
        }
        insert_alone(chain, alone);
        for (std::size_t k = 1; k < chain.size(); ++k) RC_ASSERT(follows(chain[k], chain[k - 1]));
        for (const Box& one : chain) segments -= one.bead.source.size() + one.bead.target.size();
        RC_ASSERT(segments == 0U);
        for (const Box& one : chain) {
            if (!one.bead.source.empty())
                RC_ASSERT(std::ranges::any_of(
                    boxes, [&](const Box& b) { return b.bead.source == one.bead.source; }));
            if (!one.bead.target.empty())
                RC_ASSERT(std::ranges::any_of(
                    boxes, [&](const Box& b) { return b.bead.target == one.bead.target; }));
        }
    }));
}

}  // namespace
}  // namespace tongwen::review
