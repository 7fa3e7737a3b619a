// SPDX-License-Identifier: Apache-2.0
// Tests stemming: the languages that have it, and that the others leave words alone.
#include "text/stemmer.h"

#include <string>

#include <rapidcheck.h>

#include "tests/support/catch.h"

namespace tongwen::text {
namespace {

Stemmer stemmer_for(std::string_view tag) { return Stemmer(Language::parse(tag).value()); }

TEST_CASE("inflected forms of a word share their stem") {
    struct Row {
        std::string_view language, word, stem;
    };
    const auto row = GENERATE(values<Row>({
        {"en", "bridges", "bridg"},
        {"en", "bridge", "bridg"},
        {"en-GB", "running", "run"},
        {"en", "policies", "polici"},
        {"en", "policy", "polici"},
        {"de", "häuser", "haus"},
        {"de", "haus", "haus"},
        {"ru", "станции", "станц"},
        {"ru", "станция", "станц"},
        {"fr", "continuellement", "continuel"},
    }));
    CHECK(stemmer_for(row.language).stem(row.word) == row.stem);
}

TEST_CASE("a language without an algorithm leaves words as they are") {
    const auto tag = GENERATE(values<std::string_view>({"zh-CN", "zh-TW", "ja", "ko"}));
    CHECK(stemmer_for(tag).stem("bridges") == "bridges");
    CHECK(stemmer_for(tag).stem("桥梁") == "桥梁");
    CHECK(stemmer_for(tag).stem("").empty());
}

TEST_CASE("an unknown language leaves words as they are") {
    CHECK(Stemmer(Language()).stem("bridges") == "bridges");
}

TEST_CASE("a stem is valid until the next call, which gives its own") {
    const Stemmer stemmer = stemmer_for("en");
    const std::string first(stemmer.stem("walking"));
    CHECK(stemmer.stem("lamps") == "lamp");
    CHECK(first == "walk");
    CHECK(stemmer.stem("").empty());
}

TEST_CASE("any bytes have a stem that is no longer than the word needs") {
    const Stemmer english = stemmer_for("en");
    const Stemmer russian = stemmer_for("ru");
    REQUIRE(rc::check([&](const std::string& word) {
        RC_ASSERT(english.stem(word).size() <= word.size() + 1);
        RC_ASSERT(russian.stem(word).size() <= word.size() + 1);
    }));
    CHECK_FALSE(english.stem(std::string(100'000, 'a')).empty());
}

}  // namespace
}  // namespace tongwen::text
