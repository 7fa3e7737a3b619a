// SPDX-License-Identifier: Apache-2.0
// Tests conversion from encodings with the way back, on bytes written out by hand.
#include "text/converter.h"

#include <rapidcheck.h>

#include "tests/support/catch.h"
#include "text/unicode.h"

namespace tongwen::text {
namespace {

using namespace std::string_literals;

TEST_CASE("names of encodings") {
    struct Row {
        std::string_view given, canonical;
    };
    const auto row = GENERATE(values<Row>({{"utf8", "UTF-8"},
                                           {"gb2312", "GB18030"},
                                           {"GBK", "GB18030"},
                                           {"cp936", "GB18030"},
                                           {"big5-hkscs", "Big5"},
                                           {"cp950", "Big5"},
                                           {"sjis", "Shift_JIS"},
                                           {"euc-jp", "EUC-JP"},
                                           {"cp949", "EUC-KR"},
                                           {"latin1", "ISO-8859-1"},
                                           {"windows-1251", "windows-1251"},
                                           {"utf-16le", "UTF-16LE"}}));
    CHECK(canonical_charset(row.given) == std::string(row.canonical));
}

TEST_CASE("what names no encoding") {
    const std::string name =
        GENERATE(as<std::string>(), "", "klingon", "../../etc/passwd", "gbk,swaplfnl", "utf-8\n");
    CHECK_FALSE(canonical_charset(name));
    CHECK_FALSE(canonical_charset(std::string(1000, 'a')));
}

TEST_CASE("bytes become UTF-8, and characters lead back to their bytes") {
    struct Row {
        std::string charset, bytes, utf8;
        ByteSpan derived, original;
    };
    const auto row = GENERATE(values<Row>({
        {"GB18030", "a\xD6\xD0\x95\x32\x82\x36\xCE\xC4", "a中𠀀文", {4, 8}, {3, 7}},
        {"Big5", "\xA4\xA4\xA4\xE5", "中文", {3, 6}, {2, 4}},
        {"Big5", "\x89\x59", "发", {0, 3}, {0, 2}},  // HKSCS
        {"Shift_JIS", "\x93\xFA\xB1", "日ｱ", {3, 6}, {2, 3}},
        {"EUC-KR", "\xC7\xD1\xB1\xDB", "한글", {0, 3}, {0, 2}},
        {"windows-1252", "caf\xE9", "café", {3, 5}, {3, 4}},
        {"UTF-16LE", "\x2D\x4E\x40\xD8\x00\xDC\x41\x00"s, "中𠀀A", {3, 7}, {2, 6}},
        {"UTF-16BE", "\x4E\x2D\x00\x41"s, "中A", {3, 4}, {2, 4}},
        {"UTF-8", "中A", "中A", {0, 3}, {0, 3}},
    }));
    const Converted converted = decode_with(row.charset, row.bytes);
    CAPTURE(row.charset, row.utf8);
    CHECK(converted.utf8 == row.utf8);
    CHECK(converted.bad_count == 0);
    CHECK(converted.map.to_original(row.derived) == row.original);
}

TEST_CASE("bytes that cannot be decoded are counted, replaced and found again") {
    struct Row {
        std::string charset, bytes, utf8;
        std::size_t bad_count, first_bad;
    };
    const auto row = GENERATE(values<Row>({
        {"UTF-8",
         "ab\xFF"
         "c\xE4\xB8",
         "ab\uFFFDc\uFFFD", 2, 2},
        {"UTF-8", "\uFFFDx", "\uFFFDx", 0, 0},
        {"GB18030",
         "\xD6\xD0\xFF"
         "a",
         "中\uFFFDa", 1, 3},
        {"GB18030", "a\xD6", "a\uFFFD", 1, 1},
        {"UTF-16LE", "a\0b"s, "a\uFFFD", 1, 1},
        {"UTF-16LE", "\x40\xD8"s, "\uFFFD", 1, 0},
    }));
    const Converted converted = decode_with(row.charset, row.bytes);
    CAPTURE(row.charset, row.utf8);
    CHECK(converted.utf8 == row.utf8);
    CHECK(converted.bad_count == row.bad_count);
    if (row.bad_count != 0) CHECK(converted.first_bad == row.first_bad);
    CHECK(converted.map.to_original(ByteSpan{0, converted.utf8.size()}).end == row.bytes.size());
}

TEST_CASE("a character that lies across the converter's windows is whole") {
    const std::size_t offset = GENERATE(16381, 16382, 16383, 16384);
    std::string bytes(offset, 'a');
    bytes += "\x95\x32\x82\x36\xD6\xD0";
    const Converted converted = decode_with("GB18030", bytes);
    CHECK(converted.utf8.substr(offset) == "𠀀中");
    CHECK(converted.map.to_original(ByteSpan{offset, offset + 4}) == ByteSpan{offset, offset + 4});
    CHECK(converted.map.to_original(ByteSpan{offset + 4, offset + 7}) == ByteSpan{offset + 4, offset + 6});
    CHECK(converted.bad_count == 0);
}

TEST_CASE("any bytes in any encoding give well-formed text whose map covers the bytes") {
    REQUIRE(rc::check([](const std::string& bytes) {
        const auto charset =
            *rc::gen::elementOf(std::vector<std::string>{"UTF-8", "GB18030", "Big5", "Shift_JIS", "EUC-JP",
                                                         "EUC-KR", "UTF-16LE", "UTF-32BE", "ISO-2022-JP"});
        const Converted converted = decode_with(charset, bytes);
        RC_ASSERT(is_valid_utf8(converted.utf8));
        const ByteSpan all = converted.map.to_original(ByteSpan{0, converted.utf8.size()});
        RC_ASSERT(all.begin <= all.end);
        RC_ASSERT(all.end <= bytes.size());
    }));
}

TEST_CASE("the detector ranks canonical names") {
    const auto guesses = detect_charset(
        "\xCF\xF0\xE8\xE2\xE5\xF2, \xEA\xE0\xEA \xE4\xE5\xEB\xE0? \xDD\xF2\xEE "
        "\xEF\xF0\xEE\xF1\xF2\xEE\xE9 \xF2\xE5\xEA\xF1\xF2 \xE4\xEB\xFF \xEF\xF0\xEE\xE2\xE5\xF0\xEA\xE8.");
    REQUIRE_FALSE(guesses.empty());
    CHECK(guesses.front().name == "windows-1251");
    CHECK(guesses.front().confidence > 20);
    CHECK(canonical_charset(guesses.back().name));
}

}  // namespace
}  // namespace tongwen::text
