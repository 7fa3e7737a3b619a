// SPDX-License-Identifier: Apache-2.0
// Tests the traits of Chinese characters, singly and as a whole table.
#include "corpus/chinese_characters.h"

#include "tests/support/catch.h"

namespace tongwen::corpus {
namespace {

TEST_CASE("traits of characters") {
    struct Row {
        char32_t c;
        unsigned traits;
    };
    const auto row = GENERATE(values<Row>({{U'的', frequent_simplified | frequent_traditional},
                                           {U'们', frequent_simplified | only_simplified},
                                           {U'們', frequent_traditional | only_traditional},
                                           {U'龟', only_simplified},
                                           {U'后', frequent_simplified | frequent_traditional},
                                           {U'饕', 0},
                                           {U'a', 0},
                                           {U'あ', 0},
                                           {0x20000, 0}}));
    CAPTURE(static_cast<unsigned>(row.c));
    CHECK(chinese_traits(row.c) == row.traits);
}

TEST_CASE(
    "no character is only simplified and traditional, or belongs to the other spelling's frequent ones") {
    unsigned counted = 0;
    for (char32_t c = 0x4E00; c <= 0x9FFF; ++c) {
        const unsigned traits = chinese_traits(c);
        CAPTURE(static_cast<unsigned>(c));
        if ((traits & only_simplified) != 0) CHECK((traits & (only_traditional | frequent_traditional)) == 0);
        if ((traits & only_traditional) != 0) CHECK((traits & frequent_simplified) == 0);
        counted += (traits & frequent_simplified) != 0 ? 1 : 0;
    }
    CHECK(counted > 1000);
}

}  // namespace
}  // namespace tongwen::corpus
