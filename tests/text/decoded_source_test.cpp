// SPDX-License-Identifier: Apache-2.0
// Tests decoding of streams: every encoding, every way to cut the bytes into pieces, damage.
#include "text/decoded_source.h"

#include <rapidcheck.h>

#include "tests/support/catch.h"
#include "text/converter.h"
#include "text/diagnostic.h"
#include "text/unicode.h"

namespace tongwen::text {
namespace {

using namespace std::string_literals;

/// Bytes that come a few at a time.
class Trickle final : public ByteSource {
  public:
    Trickle(std::string bytes, std::size_t piece) : bytes_(std::move(bytes)), piece_(piece) {}
    std::size_t read(char* into, std::size_t most) override {
        const std::size_t count = std::min({most, piece_, bytes_.size() - at_});
        bytes_.copy(into, count, at_);
        at_ += count;
        return count;
    }

  private:
    std::string bytes_;
    std::size_t piece_;
    std::size_t at_ = 0;
};

struct Decoded {
    std::string utf8;
    std::string charset;
    std::size_t bad = 0;
    friend bool operator==(const Decoded&, const Decoded&) = default;
};

Decoded decoded(const std::string& bytes, std::size_t piece = 1'000'000, bool xml = true) {
    auto source = std::make_unique<Trickle>(bytes, piece);
    const auto text = xml ? decode_xml(std::move(source), "in.tmx") : decode_text(std::move(source));
    Decoded out{{}, text->charset()};
    char buffer[64];
    while (const std::size_t count = text->read(buffer, sizeof buffer)) out.utf8.append(buffer, count);
    out.bad = text->bad_count();
    return out;
}

std::string utf16(const std::string& utf8, bool big) {
    std::string out;
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t c = next_code_point(utf8, at);
        const auto put = [&](char32_t unit) {
            const char low = static_cast<char>(unit & 0xFF);
            const char high = static_cast<char>(unit >> 8);
            out += big ? high : low;
            out += big ? low : high;
        };
        if (c >= 0x10000) {
            put(0xD800 + ((c - 0x10000) >> 10));
            put(0xDC00 + ((c - 0x10000) & 0x3FF));
        } else {
            put(c);
        }
    }
    return out;
}

const std::string sample = "<?xml version=\"1.0\"?>\n<tmx>一條河 naïve 😀 x</tmx>\n";

TEST_CASE("encodings are told by marks, zero bytes and declarations") {
    struct Row {
        std::string bytes;
        Decoded expected;
    };
    const Row rows[] = {
        {"", {"", "UTF-8", 0}},
        {sample, {sample, "UTF-8", 0}},
        {"\xEF\xBB\xBF" + sample, {sample, "UTF-8", 0}},
        {"\xFF\xFE" + utf16(sample, false), {sample, "UTF-16LE", 0}},
        {"\xFE\xFF" + utf16(sample, true), {sample, "UTF-16BE", 0}},
        {utf16(sample, false), {sample, "UTF-16LE", 0}},
        {utf16(sample, true), {sample, "UTF-16BE", 0}},
        {"<?xml version='1.0' encoding='windows-1252'?>\x80\xE9",
         {"<?xml version='1.0' encoding='windows-1252'?>€é", "windows-1252", 0}},
        {"<?xml version='1.0' encoding = \"GB2312\" ?>\xD2\xBB",
         {"<?xml version='1.0' encoding = \"GB2312\" ?>一", "GB18030", 0}},
        {"<?xml version='1.0' encoding='us-ascii'?>é",
         {"<?xml version='1.0' encoding='us-ascii'?>é", "UTF-8", 0}},
        {"<?xml version='1.0' encoding='UTF-16'?>é",
         {"<?xml version='1.0' encoding='UTF-16'?>é", "UTF-8", 0}},
        {"\xEF\xBB\xBF<?xml encoding='windows-1252'?>é", {"<?xml encoding='windows-1252'?>é", "UTF-8", 0}},
        {"<tmx note=\"encoding='koi8-r'\">é", {"<tmx note=\"encoding='koi8-r'\">é", "UTF-8", 0}},
        {"a\x80z\xE4\xB8", {"a\uFFFDz\uFFFD", "UTF-8", 2}},
        {"a\uFFFDz", {"a\uFFFDz", "UTF-8", 0}},
        {"\xFF\xFE\x00\xD8z\0"s, {"\uFFFDz", "UTF-16LE", 1}},
    };
    for (const Row& row : rows) {
        for (const std::size_t piece : {1U, 2U, 3U, 5U, 1'000'000U}) {
            CAPTURE(row.bytes, piece);
            CHECK(decoded(row.bytes, piece) == row.expected);
        }
    }
}

TEST_CASE("an encoding that nobody knows is refused") {
    try {
        decoded("<?xml version='1.0' encoding='x-klingon'?><tmx/>");
        FAIL("read");
    } catch (const InputError& error) {
        CHECK(error.diagnostic() ==
              Diagnostic{"unknown-encoding", Severity::error, {"in.tmx"}, {"x-klingon"}});
    }
}

TEST_CASE("texts without declarations are UTF-8 unless their bytes say otherwise") {
    const std::string text = "<?xml version='1.0' encoding='windows-1252'?>é";
    CHECK(decoded(text, 100, false) == Decoded{text, "UTF-8", 0});
    CHECK(decoded(utf16("id\tzh\n", false), 100, false) == Decoded{"id\tzh\n", "UTF-16LE", 0});
}

TEST_CASE("whatever the bytes and the pieces, what comes out is the same well-formed UTF-8") {
    CHECK(rc::check([] {
        const auto bytes = *rc::gen::container<std::string>(rc::gen::weightedOneOf<char>(
            {{2, rc::gen::arbitrary<char>()},
             {1, rc::gen::element<char>('\xE4', '\xB8', '\x80', '\xF0', '\x9F', '\xED', '\xA0', 'a')}}));
        const std::size_t piece = *rc::gen::inRange<std::size_t>(1, 9);
        const Decoded out = decoded(bytes, piece, false);
        RC_ASSERT(is_valid_utf8(out.utf8));
        RC_ASSERT(out == decoded(bytes, 1'000'000, false));
        if (out.charset == "UTF-8" && !bytes.starts_with("\xEF\xBB\xBF")) {
            const Converted slow = decode_with("UTF-8", bytes);
            RC_ASSERT(out.utf8 == slow.utf8);
            RC_ASSERT(out.bad == slow.bad_count);
        }
    }));
}

}  // namespace
}  // namespace tongwen::text
