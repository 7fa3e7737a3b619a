// SPDX-License-Identifier: Apache-2.0
// Owns the tests of the rules for text in exchange files.
#include "tmx/segment_text.h"

#include "tests/support/catch.h"

using namespace tongwen;
using namespace std::string_literals;

TEST_CASE("the characters of XML 1.0, at every border") {
    for (const char32_t c :
         {0x9u, 0xAu, 0xDu, 0x20u, 0xD7FFu, 0xE000u, 0xFFFDu, 0x10000u, 0x1FFFEu, 0x10FFFFu}) {
        INFO(static_cast<unsigned>(c));
        CHECK(tmx::is_xml_character(c));
    }
    for (const char32_t c :
         {0x0u, 0x8u, 0xBu, 0xCu, 0xEu, 0x1Fu, 0xD800u, 0xDFFFu, 0xFFFEu, 0xFFFFu, 0x110000u}) {
        INFO(static_cast<unsigned>(c));
        CHECK_FALSE(tmx::is_xml_character(c));
    }
}

TEST_CASE("dropped characters are counted; ill-formed bytes become U+FFFD") {
    CHECK(tmx::drop_illegal_characters("").dropped == 0);
    const tmx::LegalText legal = tmx::drop_illegal_characters("\0a\x1B[0m\xEF\xBF\xBF"s);
    CHECK(legal.text == "a[0m");
    CHECK(legal.dropped == 3);
    CHECK(tmx::drop_illegal_characters("a\xFF").text == "a\uFFFD");
    CHECK(tmx::drop_illegal_characters("a\xFF").dropped == 0);
}

TEST_CASE("escapes keep what a reader would change") {
    CHECK(tmx::escape_content("<a & \"b\">\r\n\t") == "&lt;a &amp; \"b\"&gt;&#13;\n\t");
    CHECK(tmx::escape_attribute("<a & \"b\">\r\n\t") == "&lt;a &amp; &quot;b&quot;&gt;&#13;&#10;&#9;");
}

TEST_CASE("UTF-16 comes out in pieces that fit together") {
    std::string bytes;
    const tmx::Output output = tmx::to_utf16([&bytes](std::string_view piece) { bytes += piece; });
    output("a");
    output("");
    output("中😀");
    output("\U0010FFFF");
    CHECK(bytes ==
          "\xFF\xFE"
          "a\0\x2D\x4E\x3D\xD8\0\xDE\xFF\xDB\xFF\xDF"s);
}
