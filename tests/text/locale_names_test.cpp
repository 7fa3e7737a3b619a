// SPDX-License-Identifier: Apache-2.0
// Tests names that ICU knows in two languages.
#include "text/locale_names.h"

#include <algorithm>
#include <set>

#include "tests/support/catch.h"

namespace tongwen::text {
namespace {

std::vector<NamePair> names(std::string_view first, std::string_view second) {
    return locale_names(*Language::parse(first), *Language::parse(second));
}

TEST_CASE("a name of each kind, in both scripts of Chinese") {
    const std::vector<NamePair> pairs = names("zh-CN", "en-GB");
    for (const NamePair& pair : std::vector<NamePair>{{"德国", "Germany"},
                                                      {"德國", "Germany"},
                                                      {"德语", "German"},
                                                      {"人民币", "Chinese Yuan"},
                                                      {"七月", "July"},
                                                      {"7月", "July"},
                                                      {"星期五", "Friday"}}) {
        INFO(pair.first);
        CHECK(std::ranges::find(pairs, pair) != pairs.end());
    }
    CHECK(std::set(pairs.begin(), pairs.end()).size() == pairs.size());
}

TEST_CASE("months stand as in a date") {
    const std::vector<NamePair> pairs = names("ru", "de");
    CHECK(std::ranges::find(pairs, NamePair{"июля", "Juli"}) != pairs.end());
}

TEST_CASE("what ICU does not know is left out, not named by its code") {
    CHECK(names("und", "en").empty());
    CHECK(locale_names(Language(), *Language::parse("en")).empty());
    CHECK(names("la", "en").empty());
    const std::vector<NamePair> pairs = names("zu", "en");
    CHECK(std::ranges::none_of(pairs, [](const NamePair& pair) { return pair.first == "DE"; }));
}

}  // namespace
}  // namespace tongwen::text
