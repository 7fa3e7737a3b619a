// SPDX-License-Identifier: Apache-2.0
// Tests the search for texts as people type them.
#include "cli/text_search.h"

#include <optional>
#include <string>

#include "tests/support/catch.h"

namespace tongwen::cli {
namespace {

TEST_CASE("capitals, white space and line ends do not matter") {
    struct Row {
        const char* wanted;
        const char* text;
        std::optional<text::ByteSpan> found;
    };
    const auto row = GENERATE(values<Row>({
        {"two", "one Two three", text::ByteSpan{4, 7}},
        {"TWO", "one two", text::ByteSpan{4, 7}},
        {"éTÉ", "un Été", text::ByteSpan{3, 8}},
        {"ДОМ", "мой дом", text::ByteSpan{7, 13}},
        {"one two", "one \n  two", text::ByteSpan{0, 10}},
        {" one  two ", "one two", text::ByteSpan{0, 7}},
        {"onetwo", "one two", std::nullopt},
        {"onetwo", "one\ntwo", text::ByteSpan{0, 7}},
        {"中国", "在中\n国", text::ByteSpan{3, 10}},
        {"中国", "中 国", std::nullopt},
        {"aab", "aaab", text::ByteSpan{1, 4}},
        {"", "x", std::nullopt},
        {"  ", "  ", std::nullopt},
        {"x", "", std::nullopt},
        {"abc", "ab", std::nullopt},
    }));
    CAPTURE(row.wanted, row.text);
    CHECK(TextSearch(row.wanted).find(row.text) == row.found);
}

TEST_CASE("the search goes on behind a place, and takes ill-formed bytes") {
    const TextSearch search("a");
    CHECK(search.find("aba", 1) == text::ByteSpan{2, 3});
    CHECK_FALSE(search.find("aba", 3));
    CHECK(search.find("\xE4\xB8 a") == text::ByteSpan{3, 4});
    CHECK_FALSE(TextSearch("\xFF\xFE").find("abc"));
}

}  // namespace
}  // namespace tongwen::cli
