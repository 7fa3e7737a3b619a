// SPDX-License-Identifier: Apache-2.0
// Tests the comparison of sequences against the longest common subsequence, and on long ones.
#include "text/difference.h"

#include <algorithm>

#include <rapidcheck.h>

#include "tests/support/catch.h"

namespace tongwen::text {
namespace {

using Sequence = std::vector<std::uint32_t>;

/// By the table of all prefixes: slow and sure.
std::size_t longest(const Sequence& before, const Sequence& after) {
    std::vector<std::size_t> row(after.size() + 1, 0);
    for (const std::uint32_t element : before) {
        std::size_t diagonal = 0;
        for (std::size_t j = 1; j <= after.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = element == after[j - 1] ? diagonal + 1 : std::max(row[j], row[j - 1]);
            diagonal = above;
        }
    }
    return row.back();
}

bool is_sound(const std::vector<Match>& matches, const Sequence& before, const Sequence& after) {
    for (std::size_t k = 0; k < matches.size(); ++k) {
        if (before.at(matches[k].before) != after.at(matches[k].after)) return false;
        if (k == 0) continue;
        if (matches[k - 1].before >= matches[k].before || matches[k - 1].after >= matches[k].after)
            return false;
    }
    return true;
}

TEST_CASE("what two sequences have in common") {
    struct Row {
        Sequence before, after;
        std::vector<Match> matches;
    };
    for (const auto& [before, after, matches] : std::vector<Row>{
             {{}, {}, {}},
             {{1}, {}, {}},
             {{1, 2, 3}, {1, 2, 3}, {{0, 0}, {1, 1}, {2, 2}}},
             {{1, 2, 3}, {1, 3}, {{0, 0}, {2, 1}}},
             {{1, 3}, {1, 2, 3}, {{0, 0}, {1, 2}}},
             {{1, 2, 3, 4}, {3, 4, 1, 2}, {{0, 2}, {1, 3}}},
             {{7, 7, 1, 7, 7}, {7, 1, 7, 7, 7}, {{0, 0}, {2, 1}, {3, 3}, {4, 4}}},
             {{1, 1, 2, 2}, {2, 2, 1, 1}, {{0, 2}, {1, 3}}},
         }) {
        const std::vector<Match> found = compare(before, after);
        CAPTURE(before, after);
        CHECK(found.size() == matches.size());
        CHECK(is_sound(found, before, after));
    }
}

TEST_CASE("sequences of little variety have their longest common subsequence") {
    REQUIRE(rc::check([] {
        // Each element twice at least, so that nothing is to be cut at.
        const auto half = *rc::gen::container<Sequence>(rc::gen::inRange<std::uint32_t>(0, 3));
        Sequence before = half;
        before.insert(before.end(), half.begin(), half.end());
        const auto other = *rc::gen::container<Sequence>(rc::gen::inRange<std::uint32_t>(0, 3));
        Sequence after = other;
        after.insert(after.end(), other.rbegin(), other.rend());
        RC_PRE(before.size() + after.size() < 90);
        const std::vector<Match> found = compare(before, after);
        RC_ASSERT(is_sound(found, before, after));
        RC_ASSERT(found.size() <= longest(before, after));
        RC_ASSERT(3 * found.size() >= 2 * longest(before, after));
    }));
}

TEST_CASE("any two sequences have a sound comparison") {
    REQUIRE(rc::check([] {
        const auto variety = *rc::gen::element<std::uint32_t>(1, 2, 5, 50);
        const auto any = rc::gen::container<Sequence>(rc::gen::inRange<std::uint32_t>(0, variety));
        const Sequence before = *any;
        const Sequence after = *any;
        RC_ASSERT(is_sound(compare(before, after), before, after));
        RC_ASSERT(compare(before, before).size() == before.size());
    }));
}

TEST_CASE("long sequences of few elements take linear time, and soon find together again") {
    constexpr std::uint32_t size = 200'000;
    Sequence before;
    Sequence after;
    for (std::uint32_t k = 0; k < size; ++k) {
        before.push_back(k * k % 7);
        if (k % 1000 != 500) after.push_back(k * k % 7);
        if (k % 1000 == 700) after.push_back(3);
    }
    const std::vector<Match> found = compare(before, after);
    CHECK(is_sound(found, before, after));
    CHECK(found.size() > size - size / 100);
    Sequence other(size, 8);
    CHECK(compare(before, other).empty());
    for (std::uint32_t k = 0; k < size; ++k) other[k] = k % 3 * 2;
    CHECK(is_sound(compare(before, other), before, other));
}

TEST_CASE("what has changed its order is found in one of the orders") {
    Sequence before;
    for (std::uint32_t k = 0; k < 1000; ++k) before.push_back(k);
    Sequence after(before.begin() + 300, before.end());
    after.insert(after.end(), before.begin(), before.begin() + 300);
    CHECK(compare(before, after).size() == 700);
    CHECK(compare(after, before).size() == 700);
}

}  // namespace
}  // namespace tongwen::text
