// SPDX-License-Identifier: Apache-2.0
// Tests decoding: how the encoding is found, line ends, the way back, and what is refused where.
#include "corpus/encoding.h"

#include <vector>

#include <rapidcheck.h>

#include "tests/corpus/encoded.h"
#include "tests/support/catch.h"
#include "text/unicode.h"

namespace tongwen::corpus {
namespace {

using namespace std::string_literals;

struct Result {
    Decoded decoded;
    std::vector<text::Diagnostic> said;
};

Result decode_freely(std::string_view bytes, const std::string& encoding = {}) {
    Result result;
    result.decoded =
        decode(bytes, encoding, "f.txt", [&](const text::Diagnostic& d) { result.said.push_back(d); });
    return result;
}

text::Diagnostic refusal(std::string_view bytes, const std::string& encoding = {}) {
    try {
        decode_freely(bytes, encoding);
    } catch (const text::InputError& error) {
        return error.diagnostic();
    }
    FAIL("nothing was thrown");
    return {};
}

TEST_CASE("the encoding is found, from the surest evidence to the weakest") {
    struct Row {
        std::string bytes, name, how, text;
    };
    const auto row = GENERATE(values<Row>({
        {"plain", "UTF-8", "valid", "plain"},
        {"你好", "UTF-8", "valid", "你好"},
        {"\xEF\xBB\xBF你好", "UTF-8", "byte-order-mark", "你好"},
        {"\xFF\xFE\x60\x4F", "UTF-16LE", "byte-order-mark", "你"},
        {"\xFE\xFF\x4F\x60", "UTF-16BE", "byte-order-mark", "你"},
        {"\xFF\xFE\0\0\x60\x4F\0\0"s, "UTF-32LE", "byte-order-mark", "你"},
        {encoded("UTF-16LE", "Hello\n"), "UTF-16LE", "detector", "Hello\n"},
        {encoded("UTF-16BE", "你好 world, again"), "UTF-16BE", "detector", "你好 world, again"},
        {encoded("UTF-16LE", "会议明天上午召开。"), "UTF-16LE", "detector", "会议明天上午召开。"},
        {encoded("GB18030", "会议明天上午召开。"), "GB18030", "detector", "会议明天上午召开。"},
        {encoded("Big5", "會議明天上午召開。"), "Big5", "detector", "會議明天上午召開。"},
        {encoded("Shift_JIS", "会議は明日の朝です。"), "Shift_JIS", "detector", "会議は明日の朝です。"},
        {encoded("windows-1252", "Le café est déjà fermé à midi, et les élèves sont partis très tôt."),
         "ISO-8859-1", "detector", "Le café est déjà fermé à midi, et les élèves sont partis très tôt."},
        {encoded("windows-1251", "Завтра утром поезд отходит отсюда, и он не будет нас ждать."),
         "windows-1251", "detector", "Завтра утром поезд отходит отсюда, и он не будет нас ждать."},
    }));
    const Result result = decode_freely(row.bytes);
    CAPTURE(row.name, row.text);
    CHECK(result.decoded.evidence.name == row.name);
    CHECK(result.decoded.evidence.how == row.how);
    CHECK(result.decoded.text == row.text);
    CHECK(result.said.empty());
}

TEST_CASE("a named encoding is used") {
    const Result result = decode_freely(encoded("GB18030", "中"), "gb2312");
    CHECK(result.decoded.text == "中");
    CHECK(result.decoded.evidence == EncodingEvidence{"GB18030", "option", 100});
    CHECK(decode_freely("\xFF\xFE\x60\x4F", "utf-16").decoded.text == "你");
    CHECK(decode_freely("\x4F\x60", "utf-16").decoded.evidence.name == "UTF-16BE");
}

TEST_CASE("line ends become \\n and lead back") {
    const Decoded decoded = decode_freely(
                                "\xEF\xBB\xBF"
                                "a\r\nb\rc\r\r\n\n")
                                .decoded;
    CHECK(decoded.text == "a\nb\nc\n\n\n");
    CHECK(decoded.to_bytes.to_original(text::ByteSpan{0, 1}) == text::ByteSpan{3, 4});
    CHECK(decoded.to_bytes.to_original(text::ByteSpan{1, 2}) == text::ByteSpan{4, 6});
    CHECK(decoded.to_bytes.to_original(text::ByteSpan{2, 5}) == text::ByteSpan{6, 9});
    CHECK(decoded.to_bytes.to_original(text::ByteSpan{6, 8}) == text::ByteSpan{10, 13});
}

TEST_CASE("damaged bytes in a guessed encoding are reported where the first of them is") {
    const Result result = decode_freely("第一行\n第二\xFF行\n第三行\xE4\n");
    CHECK(result.decoded.text == "第一行\n第二\uFFFD行\n第三行\uFFFD\n");
    REQUIRE(result.said.size() == 1);
    CHECK(result.said[0] ==
          text::Diagnostic{
              "undecodable-bytes", text::Severity::warning, {"f.txt", 2, 3, "第二\uFFFD行"}, {"2", "UTF-8"}});
}

TEST_CASE("a text cut off within its last character is still in its encoding") {
    CHECK(decode_freely("你好，世界\xE4\xB8").decoded.evidence.name == "UTF-8");
    const std::string gb = encoded("GB18030", "会议明天上午召开");
    CHECK(decode_freely(gb.substr(0, gb.size() - 1)).decoded.evidence.name == "GB18030");
}

TEST_CASE("what cannot be used is refused, with its place") {
    using text::Diagnostic;
    using text::Severity;
    CHECK(refusal("x", "klingon") == Diagnostic{"unknown-encoding", Severity::error, {"f.txt"}, {"klingon"}});
    CHECK(refusal("ab\nc\xFF"
                  "d",
                  "utf8") ==
          Diagnostic{"wrong-encoding", Severity::error, {"f.txt", 2, 2, "c\uFFFDd"}, {"UTF-8"}});
    CHECK(refusal("\xEF\xBB\xBFx", "GBK") ==
          Diagnostic{"wrong-encoding", Severity::error, {"f.txt", 1, 1}, {"GBK"}});
    CHECK(refusal("ab\ncd\0ef"s) == Diagnostic{"binary-file", Severity::error, {"f.txt", 2, 3}});
    CHECK(refusal("a\x01\x02\x03\x04").id == "binary-file");
    CHECK(refusal("\x7F"
                  "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0>\0\1\0\0\0"s)
              .id == "binary-file");
    CHECK(refusal("PK\3\4\24\0\6\0\10\0\0\0!\0\xDF\xA4\xD2lZ\1\0\0"s).id == "binary-file");
}

TEST_CASE("a stray control character does not make a text binary") {
    CHECK(decode_freely("A page ends here\f and another begins, with a bell\a in it.").said.empty());
}

TEST_CASE("any bytes are decoded to well-formed text or refused") {
    REQUIRE(rc::check([](const std::string& bytes) {
        try {
            const Result result = decode_freely(bytes);
            RC_ASSERT(text::is_valid_utf8(result.decoded.text));
            RC_ASSERT(result.decoded.text.find('\r') == std::string::npos);
        } catch (const text::InputError& error) {
            RC_ASSERT(error.diagnostic().id == "binary-file");
        }
    }));
}

}  // namespace
}  // namespace tongwen::corpus
