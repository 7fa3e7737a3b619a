// SPDX-License-Identifier: Apache-2.0
// Owns testing pairs of brackets.
#include "corpus/brackets.h"

#include <string>

#include "tests/support/catch.h"

namespace {

using namespace tongwen;

std::string pairs(std::string_view text, std::size_t limit = 100) {
    std::string found;
    for (const corpus::BracketPair& pair : corpus::find_brackets(text, limit)) {
        found += std::string(pair.span.of(text)) + (pair.wide ? "w" : "") + (pair.square ? "s" : "") + ' ';
    }
    return found;
}

TEST_CASE("pairs of brackets, the outermost only") {
    CHECK(pairs("a (b) c [d] e") == "(b) [d]s ");
    CHECK(pairs("（甲（乙）丙）") == "（甲（乙）丙）w ");
    CHECK(pairs("《甲》〔1〕") == "《甲》w 〔1〕ws ");
    CHECK(pairs("（甲)") == "（甲) ");
    CHECK(pairs("(甲）") == "(甲）w ");
    CHECK(pairs("（甲《乙）丙") == "（甲《乙）w ");
    CHECK(pairs("((a)") == "(a) ");
    CHECK(pairs("1) a (b)") == "(b) ");
    CHECK(pairs("“a”「b」") == "");
    CHECK(pairs("") == "");
}

TEST_CASE("a pair that is too long is none, what is in it may be one") {
    CHECK(pairs("(0123456789)", 12) == "(0123456789) ");
    CHECK(pairs("(0123456789)", 11) == "");
    CHECK(pairs("(012(3)456789)", 11) == "(3) ");
}

}  // namespace
