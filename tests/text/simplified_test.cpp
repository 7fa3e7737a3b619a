// SPDX-License-Identifier: Apache-2.0
// Tests the table of simplified characters.
#include "text/simplified.h"

#include "tests/support/catch.h"
#include "text/han_variants.h"
#include "text/unicode.h"

namespace tongwen::text {
namespace {

TEST_CASE("a traditional character becomes the simplified one, others stay") {
    const std::pair<char32_t, char32_t> cases[] = {{U'馬', U'马'}, {U'國', U'国'},    {U'會', U'会'},
                                                   {U'马', U'马'}, {U'中', U'中'},    {U'a', U'a'},
                                                   {U'。', U'。'}, {0x20000, 0x20000}};
    for (const auto& [han, expected] : cases) CHECK(simplified_of(han) == expected);
}

TEST_CASE("what the table says is what ICU says of the character alone") {
    const HanVariants variants;
    std::size_t changed = 0;
    for (char32_t c = 0x4E00; c <= 0x9FFF; c += 7) {
        std::string character, simplified;
        append_utf8(character, c);
        append_utf8(simplified, simplified_of(c));
        if (simplified != character) CHECK(variants.to_simplified(character) == simplified);
        changed += simplified != character ? 1 : 0;
    }
    CHECK(changed > 100);
}

}  // namespace
}  // namespace tongwen::text
