// SPDX-License-Identifier: Apache-2.0
// Tests the way back from a derived text, alone and composed, against a map kept byte by byte.
#include "text/offset_map.h"

#include <vector>

#include <rapidcheck.h>

#include "tests/support/catch.h"

namespace tongwen::text {
namespace {

TEST_CASE("an empty map is the identity") {
    CHECK(OffsetMap().to_original(7) == 7);
    CHECK(OffsetMap().to_original(ByteSpan{3, 9}) == ByteSpan{3, 9});
}

TEST_CASE(
    "a map of GB18030: two Han characters, a letter, another character, a byte-order mark before them") {
    OffsetMap map;
    map.append(3, 4, 2);
    map.append(3, 6, 2);
    map.append_copy(1, 8);
    map.append(3, 9, 2);
    CHECK(map.run_count() == 3);
    const std::vector<std::size_t> expected = {4, 4, 4, 6, 6, 6, 8, 9, 9, 9, 11};
    for (std::size_t offset = 0; offset < expected.size(); ++offset)
        CHECK(map.to_original(offset) == expected[offset]);
    CHECK(map.to_original(99) == 11);
    CHECK(map.to_original(ByteSpan{3, 7}) == ByteSpan{6, 9});
    CHECK(map.to_original(ByteSpan{4, 5}) == ByteSpan{6, 8});
    CHECK(map.to_original(ByteSpan{7, 7}) == ByteSpan{9, 9});
}

TEST_CASE("bytes left out and bytes made up") {
    OffsetMap map;
    map.append_copy(2, 0);
    map.append(1, 2, 0);     // made up
    map.append_copy(2, 10);  // 2 to 10 are left out
    CHECK(map.to_original(ByteSpan{0, 3}) == ByteSpan{0, 2});
    CHECK(map.to_original(ByteSpan{1, 4}) == ByteSpan{1, 11});
    CHECK(map.to_original(3) == 10);
}

/// A map, and the same kept for every derived byte.
struct Slow {
    OffsetMap map;
    std::vector<ByteSpan> steps;
    std::size_t original_size = 0;
};

struct Part {
    std::size_t skip, derived, original;
    bool copy;
};

Slow build(const std::vector<Part>& parts) {
    Slow slow;
    for (const Part& part : parts) {
        const std::size_t begin = slow.original_size + part.skip;
        if (part.copy) {
            slow.map.append_copy(part.derived, begin);
            for (std::size_t i = 0; i < part.derived; ++i) slow.steps.push_back({begin + i, begin + i + 1});
            slow.original_size = begin + part.derived;
        } else {
            slow.map.append(part.derived, begin, part.original);
            slow.steps.insert(slow.steps.end(), part.derived, {begin, begin + part.original});
            slow.original_size = begin + (part.derived == 0 ? 0 : part.original);
        }
    }
    return slow;
}

rc::Gen<std::vector<Part>> parts() {
    const auto small = rc::gen::inRange<std::size_t>(0, 4);
    return rc::gen::container<std::vector<Part>>(
        rc::gen::construct<Part>(small, small, small, rc::gen::arbitrary<bool>()));
}

TEST_CASE("any map agrees with one kept byte by byte") {
    REQUIRE(rc::check([] {
        const Slow slow = build(*parts());
        for (std::size_t begin = 0; begin < slow.steps.size(); ++begin) {
            RC_ASSERT(slow.map.to_original(begin) == slow.steps[begin].begin);
            for (std::size_t end = begin + 1; end <= slow.steps.size(); ++end)
                RC_ASSERT(slow.map.to_original(ByteSpan{begin, end}) ==
                          ByteSpan({slow.steps[begin].begin, slow.steps[end - 1].end}));
        }
    }));
}

TEST_CASE("a composed map leads where the two lead one after the other") {
    REQUIRE(rc::check([] {
        const Slow inner = build(*parts());
        // The outer map covers all that the inner one leads to, character by character of one to three bytes.
        std::vector<Part> cover;
        std::size_t covered = 0;
        while (covered < inner.original_size + 1) {
            const auto size = *rc::gen::inRange<std::size_t>(1, 4);
            cover.push_back({*rc::gen::inRange<std::size_t>(0, 2), size, *rc::gen::inRange<std::size_t>(1, 4),
                             *rc::gen::arbitrary<bool>()});
            covered += size;
        }
        const Slow outer = build(cover);
        const OffsetMap composed = inner.map.then(outer.map);
        for (std::size_t offset = 0; offset < inner.steps.size(); ++offset) {
            const ByteSpan direct = composed.to_original(ByteSpan{offset, offset + 1});
            const ByteSpan through = outer.map.to_original(inner.steps[offset]);
            // A step that a copied run cuts in two is given to its first part; the rest keeps its end.
            if (!inner.steps[offset].empty()) RC_ASSERT(direct.end == through.end);
            RC_ASSERT(direct.begin >= through.begin || inner.steps[offset].empty());
        }
    }));
}

TEST_CASE("composition with the identity") {
    OffsetMap map;
    map.append(3, 1, 2);
    CHECK(map.then(OffsetMap()).to_original(ByteSpan{0, 3}) == ByteSpan{1, 3});
    CHECK(OffsetMap().then(map).to_original(ByteSpan{0, 3}) == ByteSpan{1, 3});
}

TEST_CASE("a plain document of any size needs few runs") {
    OffsetMap inner;
    OffsetMap outer;
    for (int i = 0; i < 1000; ++i) outer.append(3, static_cast<std::size_t>(2 * i), 2);
    inner.append_copy(3000, 0);
    CHECK(outer.run_count() == 1);
    CHECK(inner.then(outer).run_count() == 1);
}

TEST_CASE("a map as numbers makes the same map") {
    REQUIRE(rc::check([] {
        const OffsetMap map = build(*parts()).map;
        RC_ASSERT(OffsetMap::from_numbers(map.to_numbers()) == map);
    }));
    OffsetMap map;
    map.append_copy(5, 3);
    map.append(3, 9, 2);
    map.append(3, 11, 2);
    CHECK(map.to_numbers() == std::vector<std::size_t>{3, 1, 1, 5, 1, 3, 2, 2});
    CHECK(OffsetMap().to_numbers().empty());
}

TEST_CASE("numbers that are no map are refused") {
    constexpr std::size_t huge = std::size_t{1} << 60;
    for (const std::vector<std::size_t>& numbers :
         std::vector<std::vector<std::size_t>>{{0},
                                               {0, 1, 1},
                                               {0, 0, 1, 1},
                                               {0, 1, 1, 0},
                                               {huge, 1, 1, 1},
                                               {0, huge, 1, 16},
                                               {0, 1, huge, 16},
                                               {0, 1, 1, huge},
                                               {0, 1, 1, 1, huge, 1, 1, 1}})
        CHECK_FALSE(OffsetMap::from_numbers(numbers));
}

}  // namespace
}  // namespace tongwen::text
