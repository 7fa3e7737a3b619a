// SPDX-License-Identifier: Apache-2.0
// Tests romanisation: words of several scripts, and the consonants by which spellings of one name agree.
#include "text/romanizer.h"

#include <algorithm>

#include <rapidcheck.h>

#include "tests/support/catch.h"

namespace tongwen::text {
namespace {

TEST_CASE("words of any script become lower-case ASCII letters") {
    const Romanizer romanizer;
    struct Row {
        std::string_view word, latin;
    };
    const auto row = GENERATE(values<Row>({
        {"Сергеев", "sergeev"},
        {"北京", "beijing"},
        {"西安", "xian"},
        {"臺灣", "taiwan"},
        {"吕", "lu"},
        {"カメラ", "kamera"},
        {"서울", "seoul"},
        {"Αθήνα", "athena"},
        {"Zürich", "zurich"},
        {"Øresund", "oresund"},
        {"Paris", "paris"},
        {"O’Neill 3", "oneill"},
        {"123", ""},
        {"", ""},
    }));
    CHECK(romanizer.romanize(row.word) == row.latin);
}

TEST_CASE("consonants of names") {
    CHECK(consonants_of("sergeev") == "srgv");
    CHECK(consonants_of("sergeyev") == "srgv");
    CHECK(consonants_of("hannah") == "n");
    CHECK(consonants_of("aeiou").empty());
    CHECK(consonants_of("").empty());
}

TEST_CASE("any bytes give ASCII letters only") {
    const Romanizer romanizer;
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    REQUIRE(rc::check([&](const std::string& word) {
        const std::string latin = romanizer.romanize(word);
        RC_ASSERT(std::all_of(latin.begin(), latin.end(), is_letter));
        const std::string consonants = consonants_of(latin);
        RC_ASSERT(consonants.size() <= latin.size());
        RC_ASSERT(std::adjacent_find(consonants.begin(), consonants.end()) == consonants.end());
    }));
}

TEST_CASE("a moved romanizer works") {
    Romanizer first;
    Romanizer second = std::move(first);
    CHECK(second.romanize("海") == "hai");
    first = Romanizer();
    first = std::move(second);
    CHECK(first.romanize("海") == "hai");
}

}  // namespace
}  // namespace tongwen::text
