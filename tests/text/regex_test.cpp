// SPDX-License-Identifier: Apache-2.0
// Owns testing regular expressions over UTF-8 and the bounding of their repeats.
#include "text/regex.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "text/diagnostic.h"

namespace {

using tongwen::text::bound_repeats;
using tongwen::text::ByteSpan;
using tongwen::text::InputError;
using tongwen::text::Regex;
using tongwen::text::RegexFinder;

TEST_CASE("offsets are bytes") {
    const Regex regex("\\p{Han}+");
    CHECK(regex.search("ab汉字c") == ByteSpan{2, 8});
    CHECK(regex.match_prefix("汉字c") == 6U);
    CHECK_FALSE(regex.match_prefix("a汉字"));
    CHECK_FALSE(regex.search("abc"));
    CHECK(regex.matches("汉字"));
    CHECK_FALSE(regex.matches("汉字c"));
}

TEST_CASE("all places of an expression, in bytes") {
    struct Case {
        const char* pattern;
        const char* text;
        std::vector<ByteSpan> expected;
    };
    const Case cases[] = {
        {"第\\d+[届次]", "第12届和第3次", {{0, 8}, {11, 18}}},
        {"b", "𠀀b😀b", {{4, 5}, {9, 10}}},
        {"x*", "axxb", {{1, 3}}},
        {"^a", "aa", {{0, 1}}},
        {"(?<=国)人", "人国人", {{6, 9}}},
        {"(?i)THE", "the The", {{0, 3}, {4, 7}}},
        {"", "a", {}},
        {"a", "", {}},
    };
    for (const Case& c : cases) {
        INFO(c.pattern);
        RegexFinder finder(c.pattern);
        CHECK(finder.find_all(c.text) == c.expected);
        CHECK(finder.find_all(c.text) == c.expected);
    }
    CHECK_THROWS_WITH(RegexFinder("("), "bad-regex");
    CHECK_THROWS_WITH(RegexFinder("(a+)+b").find_all(std::string(60, 'a')), "regex-too-slow");
}

TEST_CASE("the empty text, and a view of nothing") {
    CHECK(Regex("").matches(""));
    CHECK(Regex("a*").matches(std::string_view{}));
    CHECK_FALSE(Regex("a").search(std::string_view{}));
}

TEST_CASE("ill-formed bytes match as replacement characters") {
    CHECK(
        Regex("a.b").matches("a\xFF"
                             "b"));
    CHECK(Regex("\\x{FFFD}").search("\xC3") == ByteSpan{0, 1});
}

TEST_CASE("a bad pattern is an input error with the pattern and the reason") {
    try {
        Regex("a(b");
        FAIL("no error");
    } catch (const InputError& error) {
        CHECK(error.diagnostic().id == "bad-regex");
        CHECK(error.diagnostic().arguments == std::vector<std::string>{"a(b", "U_REGEX_MISMATCHED_PAREN"});
    }
    CHECK_THROWS_AS(Regex("[z-a]"), InputError);
    CHECK_THROWS_AS(Regex("(?<=a+)b"), InputError);
}

TEST_CASE("matching that explodes counts as no match") {
    CHECK_FALSE(Regex("(a+)+b").matches(std::string(64, 'a')));
}

TEST_CASE("repeats are bounded") {
    struct Bounded {
        std::string pattern;
        std::string bounded;
    };
    const auto example = GENERATE(values<Bounded>({
        {"a*", "a{0,100}"},
        {"a+", "a{1,100}"},
        {"a{2,}", "a{2,102}"},
        {"a{2,3}", "a{2,3}"},
        {"a{2}", "a{2}"},
        {"a?", "a?"},
        {"a*?b", "a{0,100}?b"},
        {"a*+b", "a{0,100}+b"},
        {"a++", "a{1,100}+"},
        {"a?+b", "a?+b"},
        {"(?:a|b)+c*", "(?:a|b){1,100}c{0,100}"},
        {"\\*\\+", "\\*\\+"},
        {"\\\\*", "\\\\{0,100}"},
        {"[*+]", "[*+]"},
        {"[*+]*", "[*+]{0,100}"},
        {"[[a*]b+]+", "[[a*]b+]{1,100}"},
        {"\\Qa*\\E*", "\\Qa*\\E{0,100}"},
        {"\\p{L}+", "\\p{L}{1,100}"},
        {"\\x{41}*", "\\x{41}{0,100}"},
        {"a{", "a{"},
        {"", ""},
    }));
    CHECK(bound_repeats(example.pattern) == example.bounded);
}

}  // namespace
