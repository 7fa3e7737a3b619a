// SPDX-License-Identifier: Apache-2.0
// Tests words in the other script.
#include "text/han_variants.h"

#include "tests/support/catch.h"

namespace tongwen::text {
namespace {

TEST_CASE("a word has a form in each script; the word decides where the character does not") {
    const HanVariants variants;
    struct Row {
        std::string simplified, traditional;
    };
    const auto row = GENERATE(values<Row>({
        {"发展", "發展"},
        {"头发", "頭髮"},
        {"构建人类命运共同体", "構建人類命運共同體"},
        {"人", "人"},
        {"", ""},
        {"G20峰会 ok", "G20峰會 ok"},
    }));
    CHECK(variants.to_traditional(row.simplified) == row.traditional);
    CHECK(variants.to_simplified(row.traditional) == row.simplified);
    CHECK(variants.to_simplified(row.simplified) == row.simplified);
}

TEST_CASE("ill-formed bytes do no harm") { CHECK(HanVariants().to_traditional("\xE5\x8F") == "\uFFFD"); }

}  // namespace
}  // namespace tongwen::text
