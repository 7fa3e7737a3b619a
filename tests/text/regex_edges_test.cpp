// SPDX-License-Identifier: Apache-2.0
// Owns testing what matches can begin and end with: known patterns, and never too small a set.
#include "text/regex_edges.h"

#include <string>

#include "tests/support/catch.h"
#include "text/regex.h"
#include "text/unicode.h"

namespace {

using tongwen::text::CharacterSet;
using tongwen::text::find_edges;
using tongwen::text::Regex;
using tongwen::text::RegexEdges;

constexpr std::string_view alphabet = "aAbBcx1 \t\n.?!*+[](){}^$\\|-_\"&。！？”」），；：汉あЖéß…𠮷";

/// Those characters of the alphabet that a set holds.
std::string members(const CharacterSet& set) {
    std::string found;
    for (std::size_t offset = 0; offset < alphabet.size();) {
        const char32_t c = tongwen::text::next_code_point(alphabet, offset);
        if (set.contains(c)) tongwen::text::append_utf8(found, c);
    }
    return found;
}

struct Edges {
    std::string pattern;
    std::string first;
    std::string last;
    bool may_be_empty;
};

TEST_CASE("edges of patterns") {
    const auto example = GENERATE(values<Edges>({
        {"a", "a", "a", false},
        {"abc", "a", "c", false},
        {"a|b", "ab", "ab", false},
        {"a?b", "ab", "b", false},
        {"ab*", "a", "ab", false},
        {"a{0,3}b{2}", "ab", "b", false},
        {"(?:a|bc)x?", "ab", "acx", false},
        {"[.?!]+", ".?!", ".?!", false},
        {"[。！？]”*", "。！？", "。！？”", false},
        {"\\.\\s", ".", " \t\n", false},
        {"\\bMr\\.", "", ".", false},
        {"^\\d+\\.", "1", ".", false},
        {"(?<=x)a(?=b)", "a", "a", false},
        {"[^\\p{L}\\s]c", "1.?!*+[](){}^$\\|-_\"&。！？”」），；：…", "c", false},
        {"[\\p{Han}”]!", "”汉𠮷", "!", false},
        {"(?i)b", "bB", "bB", false},
        {"[ab&]", "ab&", "ab&", false},
        {"[{}$ ]", " {}$", " {}$", false},
        {"\\x{6C49}", "汉", "汉", false},
        {"\\u6C49", "汉", "汉", false},
        {"a*", "a", "a", true},
        {"", "", "", true},
        {"^", "", "", true},
    }));
    INFO(example.pattern);
    const RegexEdges edges = find_edges(example.pattern);
    CHECK(members(edges.first) == example.first);
    CHECK(members(edges.last) == example.last);
    CHECK(edges.may_be_empty == example.may_be_empty);
}

TEST_CASE("what is not understood may be anything") {
    const char* const pattern =
        GENERATE("(a)\\1", "[a-z&&[^b]]", "\\Qa\\E", "(?x) a", "\\Xa", "\\N{DIGIT ONE}", "[[:alpha:]]");
    const RegexEdges edges = find_edges(pattern);
    CHECK(edges.may_be_empty);
    CHECK(members(edges.first) == alphabet);
}

TEST_CASE("a pattern of one character says so") {
    CHECK(find_edges("\\s").one_character);
    CHECK(find_edges("[。！]").one_character);
    CHECK(find_edges("(?:a)").one_character);
    CHECK_FALSE(find_edges("ab").one_character);
    CHECK_FALSE(find_edges("a|b").one_character);
    CHECK_FALSE(find_edges("a?").one_character);
    CHECK_FALSE(find_edges("a+").one_character);
    CHECK_FALSE(find_edges("a(?=b)").one_character);
    CHECK_FALSE(find_edges("\\ba").one_character);
    CHECK_FALSE(find_edges("^").one_character);
}

TEST_CASE("the sets hold every character that the expression itself matches") {
    const char* const pattern = GENERATE("\\s", "\\S", "\\d", "\\D", "\\w", "\\W", "\\h", ".", "\\p{Lu}",
                                         "\\P{Lu}", "[\\w.]", "[^\\W_]", "\\p{Han}", "[A-c]", "(?i)[a-c]",
                                         "\\t", "\\n", "[\\t-\\x{20}]", "[\\]\\[]", "[-a]", "[a-]");
    INFO(pattern);
    const RegexEdges edges = find_edges(pattern);
    const Regex regex(pattern);
    for (std::size_t offset = 0; offset < alphabet.size();) {
        const std::size_t begin = offset;
        const char32_t c = tongwen::text::next_code_point(alphabet, offset);
        if (regex.matches(alphabet.substr(begin, offset - begin)))
            CHECK((edges.first.contains(c) || edges.may_be_empty));
    }
}

TEST_CASE("groups nested without end are given up, not followed") {
    CHECK(find_edges(std::string(100'000, '(')).may_be_empty);
    CHECK(find_edges(std::string(90, '(') + "a" + std::string(90, ')')).may_be_empty == false);
}

}  // namespace
