// SPDX-License-Identifier: Apache-2.0
#include "align/string_index.h"

#include <algorithm>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include <rapidcheck.h>

#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

using Added = std::pair<std::uint32_t, bool>;

TEST_CASE("strings are numbered in the order in which they come") {
    StringIndex index;
    CHECK(index.find("") == 0);
    CHECK(index.size() == 0);
    CHECK(index.add("law") == Added(0, true));
    CHECK(index.add("") == Added(1, true));
    CHECK(index.add("law") == Added(0, false));
    CHECK(index.find("laws") == 2);
    CHECK(index[0] == "law");
}

TEST_CASE("a string may stand elsewhere later") {
    StringIndex index;
    std::string first = "law";
    index.add(first);
    const std::string second = first;
    index.relocate(0, second);
    first = "xxx";
    CHECK(index.find("law") == 0);
    CHECK(index.find("xxx") == 1);
}

TEST_CASE("an index agrees with a list that is looked through") {
    REQUIRE(rc::check([](const std::vector<std::string>& texts) {
        StringIndex index;
        std::vector<std::string> distinct;
        for (const std::string& text : texts) {
            const auto known = std::find(distinct.begin(), distinct.end(), text);
            const Added expected(static_cast<std::uint32_t>(known - distinct.begin()),
                                 known == distinct.end());
            if (expected.second) distinct.push_back(text);
            RC_ASSERT(index.add(text) == expected);
        }
        RC_ASSERT(index.size() == distinct.size());
        for (std::uint32_t number = 0; number < distinct.size(); ++number) {
            RC_ASSERT(index.find(distinct[number]) == number);
            RC_ASSERT(index[number] == distinct[number]);
        }
    }));
}

TEST_CASE("thousands of strings are found again") {
    std::deque<std::string> texts;
    StringIndex index;
    for (std::uint32_t k = 0; k < 5000; ++k)
        REQUIRE(index.add(texts.emplace_back(std::to_string(k * 37))) == Added(k, true));
    for (std::uint32_t k = 0; k < 5000; ++k) REQUIRE(index.find(texts[k]) == k);
    CHECK(index.find("1") == 5000);
}

}  // namespace
}  // namespace tongwen::align
