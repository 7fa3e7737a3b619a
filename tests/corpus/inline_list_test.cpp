// SPDX-License-Identifier: Apache-2.0
// Owns testing lists written on one line.
#include "corpus/inline_list.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace {

using namespace tongwen;

/// The text with a bar at each break, `breaks` being those that were known before.
std::string cut(std::string text, std::vector<std::size_t> breaks = {}) {
    corpus::add_inline_items(text, breaks);
    for (auto at = breaks.rbegin(); at != breaks.rend(); ++at) text.insert(*at, 1, '|');
    return text;
}

TEST_CASE("items of one style in order begin segments") {
    CHECK(cut("1) a 2) b 3) c") == "1) a |2) b |3) c");
    CHECK(cut("1. a 2. b") == "1. a |2. b");
    CHECK(cut("1.) a 2.) b") == "1.) a |2.) b");
    CHECK(cut("a. x b. y c. z") == "a. x |b. y |c. z");
    CHECK(cut("a) x b) y") == "a) x |b) y");
    CHECK(cut("9. a 10. b") == "9. a |10. b");
    CHECK(cut("• a • b") == "• a |• b");
    CHECK(cut("⁃1. a ⁃2. b") == "⁃1. a |⁃2. b");
}

TEST_CASE("what is no list stays") {
    CHECK(cut("in 1) a 2) b") == "in 1) a 2) b");
    CHECK(cut("1) a 3) b") == "1) a 3) b");
    CHECK(cut("1) a 2. b") == "1) a 2. b");
    CHECK(cut("a man b) x") == "a man b) x");
    CHECK(cut("Home • About") == "Home • About");
    CHECK(cut("1999. a 2000. b") == "1999. a 2000. b");
    CHECK(cut("") == "");
    CHECK(cut("1") == "1");
}

TEST_CASE("breaks within a marker go, others stay") {
    // "1. a. 2. b. C": behind "a." and behind "2." and behind "b."
    CHECK(cut("1. a. 2. b. C", {5, 8, 11}) == "1. a.| |2. b.| C");
}

}  // namespace
