// SPDX-License-Identifier: Apache-2.0
// Tests the spelling of JSON strings.
#include "text/json_string.h"

#include "tests/support/catch.h"

using tongwen::text::append_json_string;

TEST_CASE("a JSON string is in quotes, with what must be escaped, and always UTF-8") {
    const struct {
        std::string_view text;
        std::string_view json;
    } cases[] = {
        {"", R"("")"},
        {"同文 A", R"("同文 A")"},
        {"a\"b\\c/d", R"("a\"b\\c/d")"},
        {"\n\r\t\x01\x7f", R"("\n\r\t\u0001\u007f")"},
        {std::string_view("\0", 1), R"("\u0000")"},
        {"a\xff"
         "b\xe5\x90",
         "\"a\uFFFDb\uFFFD\""},
    };
    for (const auto& c : cases) {
        std::string out = "[";
        append_json_string(out, c.text);
        CHECK(out == "[" + std::string(c.json));
    }
}
