// SPDX-License-Identifier: Apache-2.0
// Tests what one character is, and stepping through well-formed and ill-formed UTF-8.
#include "text/unicode.h"

#include <algorithm>
#include <vector>

#include <rapidcheck.h>

#include "tests/support/catch.h"

namespace tongwen::text {
namespace {

std::vector<char32_t> forwards(std::string_view utf8) {
    std::vector<char32_t> out;
    for (std::size_t offset = 0; offset < utf8.size();) out.push_back(next_code_point(utf8, offset));
    return out;
}

std::vector<char32_t> backwards(std::string_view utf8) {
    std::vector<char32_t> out;
    for (std::size_t offset = utf8.size(); offset > 0;) out.push_back(previous_code_point(utf8, offset));
    std::reverse(out.begin(), out.end());
    return out;
}

TEST_CASE("characters are counted as code points") {
    CHECK(count_characters("") == 0);
    CHECK(count_characters("naïve 中文 🙂") == 10);
}

TEST_CASE("code points of well-formed and ill-formed UTF-8") {
    struct Row {
        std::string_view bytes;
        std::vector<char32_t> expected;
    };
    const auto row = GENERATE(values<Row>({
        {"aé中😀", {U'a', U'é', U'中', U'😀'}},
        {"\xEF\xBF\xBD", {0xFFFD}},
        {"\xC0\x80", {0xFFFD, 0xFFFD}},              // overlong
        {"\xED\xA0\x80", {0xFFFD, 0xFFFD, 0xFFFD}},  // a surrogate
        {"\xF4\x90\x80\x80", {0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD}},
        {"\xE4\xB8", {0xFFFD}},  // cut off: one mark for the whole part
        {"\xE4\xB8z", {0xFFFD, U'z'}},
        {"\x80\xFFz", {0xFFFD, 0xFFFD, U'z'}},
        {"\xF0\x9F\x98", {0xFFFD}},
    }));
    CHECK(forwards(row.bytes) == row.expected);
    CHECK(backwards(row.bytes) == row.expected);
}

TEST_CASE("stepping makes progress and agrees with validity, whatever the bytes") {
    REQUIRE(rc::check([](const std::string& bytes) {
        std::string rebuilt;
        for (const char32_t c : forwards(bytes)) append_utf8(rebuilt, c);
        RC_ASSERT(is_valid_utf8(rebuilt));
        RC_ASSERT(is_valid_utf8(bytes) == (rebuilt == bytes));
    }));
}

TEST_CASE("code points go to UTF-8 and back") {
    const char32_t c = GENERATE(values<char32_t>({0, 0x7F, 0x80, 0x7FF, 0x800, 0xFFFF, 0x10000, 0x10FFFF}));
    std::string utf8;
    append_utf8(utf8, c);
    CHECK(is_valid_utf8(utf8));
    CHECK(forwards(utf8) == std::vector<char32_t>{c});
}

TEST_CASE("no surrogate and nothing beyond Unicode gets into UTF-8") {
    std::string utf8;
    append_utf8(utf8, 0xD800);
    append_utf8(utf8, 0x110000);
    CHECK(utf8 == "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("classes of characters") {
    struct Row {
        char32_t c;
        std::string_view classes;  ///< han kana hangul cyrillic latin letter digit space upper punctuation
    };
    const auto row = GENERATE(values<Row>({
        {U'中', "h----l----"},   {U'々', "h----l----"},  {U'〇', "h---------"}, {U'、', "---------p"},
        {U'。', "---------p"},   {U'あ', "-k---l----"},  {U'ー', "-k---l----"}, {U'ｱ', "-k---l----"},
        {U'・', "---------p"},   {U'한', "--g--l----"},  {U'ж', "---c-l----"},  {U'Ж', "---c-l--u-"},
        {U'a', "----Ll----"},    {U'Z', "----Ll--u-"},   {U'é', "----Ll----"},  {U'×', "----------"},
        {U'ａ', "----Ll----"},   {U'7', "------d---"},   {U'７', "------d---"}, {U'²', "----------"},
        {U' ', "-------s--"},    {0x3000, "-------s--"}, {0xA0, "-------s--"},  {0x200B, "----------"},
        {U'\n', "-------s--"},   {U'-', "---------p"},   {U'+', "----------"},  {U'“', "---------p"},
        {0x20000, "h----l----"}, {0xFFFD, "----------"},
    }));
    std::string seen = "hkgcLldsup";
    const bool flags[] = {is_han(row.c),   is_kana(row.c),       is_hangul(row.c), is_cyrillic(row.c),
                          is_latin(row.c), is_letter(row.c),     is_digit(row.c),  is_space(row.c),
                          is_upper(row.c), is_punctuation(row.c)};
    for (std::size_t i = 0; i < seen.size(); ++i)
        if (!flags[i]) seen[i] = '-';
    CAPTURE(static_cast<std::uint32_t>(row.c));
    CHECK(seen == row.classes);
}

TEST_CASE("digits have values") {
    CHECK(digit_value(U'0') == 0);
    CHECK(digit_value(U'９') == 9);
    CHECK(digit_value(U'٣') == 3);
    CHECK(digit_value(U'a') == -1);
    CHECK(digit_value(U'三') == -1);
}

TEST_CASE("lower case") {
    CHECK(to_lower("ÀB中Ж") == "àb中ж");
    CHECK(to_lower(U'Σ') == U'σ');
}

TEST_CASE("normal forms") {
    CHECK(to_nfc("e\xCC\x81") == "é");
    CHECK(to_nfc("plain") == "plain");
    CHECK(to_nfc("Ａ") == "Ａ");
    CHECK(to_nfkc("Ａ①ﬁ") == "A1fi");
    CHECK(to_nfkc("a\xFF\xE4") == "a\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("display widths") {
    struct Row {
        std::string_view text;
        std::size_t width;
    };
    const auto row = GENERATE(values<Row>({
        {"", 0},
        {"abc", 3},
        {"中文", 4},
        {"，", 2},
        {"ｱ", 1},
        {"Ａ", 2},
        {"한", 2},
        {"e\xCC\x81", 1},
        {"\xE2\x80\x8B", 0},
        {"😀", 2},
        {"\x07", 0},
        {"é", 1},
        {"“", 1},
        {"🇨🇳", 2},
        {"あ", 2},
    }));
    CAPTURE(row.text);
    CHECK(display_width(row.text) == row.width);
    CHECK(display_width("“”", 2) == 4);
}

TEST_CASE("trimming takes white space and marks off both ends only") {
    CHECK(trim(" \t　甲 乙\n\xEF\xBB\xBF") == "甲 乙");
    CHECK(trim("").empty());
    CHECK(trim("　\n ").empty());
    CHECK(trim("\xFF ") == "\xFF");
    CHECK(trim("x") == "x");
}

}  // namespace
}  // namespace tongwen::text
