// SPDX-License-Identifier: Apache-2.0
// Owns the tests of the TMX writer: exact bytes, and what a tree parser and a validator read back.
#include "tmx/tmx_writer.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <pugixml.hpp>
#include <rapidcheck.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/catch.h"
#include "tests/tmx/written.h"
#include "text/unicode.h"
#include "tmx/segment_text.h"

using namespace tongwen;
using namespace std::string_literals;

namespace {

const std::string head = R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="tongwen" creationtoolversion="0.1.0" segtype="sentence" o-tmf="tongwen" adminlang="en" srclang="zh-CN" datatype="plaintext" creationdate="20240703T094640Z"/>
  <body>
)";
const std::string tail = "  </body>\n</tmx>\n";

tmx::TranslationUnit rich_unit() {
    tmx::TranslationUnit unit = tmx::unit("a<1>\"", "甲 & 乙", "A & B < C > \"D\" 'E'");
    unit.notes = {"first & last", "second"};
    unit.properties = {{"x-Origin", "Alignment"}, {"x-tongwen-shape", "1-1"}};
    return unit;
}

std::string body_of(const tmx::Written& written) {
    REQUIRE(written.bytes.starts_with(head));
    REQUIRE(written.bytes.ends_with(tail));
    return written.bytes.substr(head.size(), written.bytes.size() - head.size() - tail.size());
}

/// The slow truth: all units of a file through a tree.
std::vector<tmx::TranslationUnit> read_back(const std::string& bytes) {
    pugi::xml_document tree;
    const auto result =
        tree.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata);
    REQUIRE(result);
    std::vector<tmx::TranslationUnit> units;
    for (const pugi::xml_node tu : tree.child("tmx").child("body").children("tu")) {
        tmx::TranslationUnit unit;
        unit.id = tu.attribute("tuid").value();
        for (const auto note : tu.children("note")) unit.notes.emplace_back(note.text().get());
        for (const auto prop : tu.children("prop"))
            unit.properties.emplace_back(prop.attribute("type").value(), prop.text().get());
        const auto variant = [](pugi::xml_node tuv) {
            return tmx::Variant{*text::Language::parse(tuv.attribute("xml:lang").value()),
                                tuv.child("seg").text().get()};
        };
        unit.source = variant(tu.child("tuv"));
        unit.target = variant(tu.child("tuv").next_sibling("tuv"));
        units.push_back(unit);
    }
    return units;
}

/// Runs a command of the shell; its exit code.
int run(const std::string& command) { return WEXITSTATUS(std::system(command.c_str())); }

/// Whether xmllint finds the file valid against the DTD beside this test.
bool is_valid(const std::string& bytes) {
    const std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("tongwen-tmx-" + std::to_string(getpid()) + ".tmx");
    std::ofstream(path, std::ios::binary) << bytes;
    const int code = run("xmllint --noout --nonet --dtdvalid '" TONGWEN_SOURCE_DIR "/tests/tmx/tmx14.dtd' '" +
                         path.string() + "' >/dev/null 2>&1");
    std::filesystem::remove(path);
    return code == 0;
}

text::Diagnostic warning(std::string id, std::vector<std::string> arguments) {
    return {std::move(id), text::Severity::warning, {"out.tmx"}, std::move(arguments)};
}

/// Any code point that UTF-8 can hold, with the troublesome ones often.
rc::Gen<std::string> any_text() {
    const auto code_point = rc::gen::weightedOneOf<char32_t>(
        {{4, rc::gen::inRange<char32_t>(0, 0x80)},
         {2, rc::gen::element<char32_t>('\t', '\n', '\r', ' ', 0x3000, 0x85, 0x2028, '&', '<', '>', '"', ']',
                                        0xFFFE, 0xFEFF)},
         {3, rc::gen::inRange<char32_t>(0x300, 0x370)},
         {3, rc::gen::inRange<char32_t>(0x1100, 0x1200)},
         {3, rc::gen::inRange<char32_t>(0x4E00, 0xA000)},
         {2, rc::gen::inRange<char32_t>(0xE000, 0x110000)}});
    return rc::gen::map(rc::gen::container<std::u32string>(code_point), [](const std::u32string& points) {
        std::string out;
        for (const char32_t c : points) text::append_utf8(out, c);
        return out;
    });
}

std::string expected_text(const std::string& given) {
    return std::string(text::trim(text::to_nfc(tmx::drop_illegal_characters(given).text)));
}

}  // namespace

TEST_CASE("an empty memory is a header and an empty body") {
    const tmx::Written written = tmx::write_all("tmx", {});
    CHECK(written.bytes == head + tail);
    CHECK(written.diagnostics.empty());
}

TEST_CASE("a unit is notes, properties, source, target") {
    CHECK(body_of(tmx::write_all("tmx", {rich_unit()})) ==
          R"(    <tu tuid="a&lt;1&gt;&quot;" creationdate="20240703T094640Z">
      <note>first &amp; last</note>
      <note>second</note>
      <prop type="x-Origin">Alignment</prop>
      <prop type="x-tongwen-shape">1-1</prop>
      <tuv xml:lang="zh-CN"><seg>甲 &amp; 乙</seg></tuv>
      <tuv xml:lang="en"><seg>A &amp; B &lt; C &gt; "D" 'E'</seg></tuv>
    </tu>
)");
}

TEST_CASE("who changed a unit, and when, are attributes of it") {
    tmx::TranslationUnit unit = tmx::unit("1", "甲", "A");
    unit.changed_by = "lin \"<x>\"";
    unit.changed_when = std::chrono::sys_seconds(std::chrono::seconds(951'782'400));
    CHECK(body_of(tmx::write_all("tmx", {unit}))
              .starts_with("    <tu tuid=\"1\" creationdate=\"20240703T094640Z\" "
                           "changedate=\"20000229T000000Z\" changeid=\"lin &quot;&lt;x&gt;&quot;\">\n"));
}

TEST_CASE("dates are UTC, of four-digit years, and nothing but the value given") {
    struct Row {
        long long seconds;
        std::string_view date;
    };
    const Row rows[] = {{0, "19700101T000000Z"},
                        {951'782'400, "20000229T000000Z"},
                        {1'720'000'000, "20240703T094640Z"},
                        {253'402'300'799, "99991231T235959Z"},
                        {253'402'300'800, "99991231T235959Z"},
                        {-1, "19700101T000000Z"}};
    for (const Row& row : rows) {
        tmx::WriterOptions options = tmx::chinese_to_english();
        options.created = std::chrono::sys_seconds(std::chrono::seconds(row.seconds));
        CHECK_THAT(tmx::write_all("tmx", {}, options).bytes,
                   Contains("creationdate=\"" + std::string(row.date) + "\"/>"));
    }
}

TEST_CASE("srclang is the source's xml:lang, byte for byte, in canonical case") {
    for (const auto& [given, written] : {std::pair{"zh_TW", "zh-TW"}, {"ZH-hant", "zh-Hant"}, {"ja", "ja"}}) {
        tmx::WriterOptions options = tmx::chinese_to_english();
        options.source_language = *text::Language::parse(given);
        options.target_language = *text::Language::parse("en_gb");
        tmx::TranslationUnit unit = tmx::unit("1", "甲", "A");
        unit.source.language = unit.target.language = {};
        const std::string bytes = tmx::write_all("tmx", {unit}, options).bytes;
        CHECK_THAT(bytes, Contains(" srclang=\""s + written + "\""));
        CHECK_THAT(bytes, Contains("<tuv xml:lang=\""s + written + "\"><seg>甲"));
        CHECK_THAT(bytes, Contains("<tuv xml:lang=\"en-GB\"><seg>A"));
    }
}

TEST_CASE("a language that is not known is written as und, and said") {
    tmx::WriterOptions options = tmx::chinese_to_english();
    options.source_language = {};
    options.target_language = {};
    tmx::TranslationUnit unit = tmx::unit("1", "甲", "A");
    unit.source.language = unit.target.language = {};
    const tmx::Written written = tmx::write_all("tmx", {unit}, options);
    CHECK_THAT(written.bytes, Contains("srclang=\"und\""));
    CHECK_THAT(written.bytes, Contains("<tuv xml:lang=\"und\"><seg>A</seg>"));
    CHECK(written.diagnostics ==
          std::vector{warning("language-not-known", {"source"}), warning("language-not-known", {"target"})});
}

TEST_CASE("characters that XML cannot hold are dropped, counted, and said once") {
    const tmx::Written written =
        tmx::write_all("tmx", {tmx::unit("1", "好", "fine"), tmx::unit("2", "甲\v乙\x01"s, "A\0B"s),
                               tmx::unit("3", "丙\xEF\xBF\xBE", "C")});
    CHECK_THAT(written.bytes,
               Contains("<seg>甲乙</seg>") && Contains("<seg>AB</seg>") && Contains("<seg>丙</seg>"));
    CHECK(written.diagnostics == std::vector{warning("illegal-characters-dropped", {"4", "2"})});
}

TEST_CASE("properties whose names OmegaT takes for a context get another name") {
    tmx::TranslationUnit unit = tmx::unit("1", "甲", "A");
    for (const char* name : {"file", "id", "prev", "next", "path", "File", "x-id"})
        unit.properties.emplace_back(name, "v");
    const tmx::Written written = tmx::write_all("tmx", {unit});
    for (const char* name : {"x-file", "x-id", "x-prev", "x-next", "x-path", "File"})
        CHECK_THAT(written.bytes, Contains("<prop type=\""s + name + "\">v</prop>"));
    for (const char* name : {"file", "id", "prev", "next", "path"})
        CHECK_THAT(written.bytes, !Contains("type=\""s + name + "\""));
    CHECK(written.diagnostics == std::vector{warning("properties-renamed", {"5"})});
}

TEST_CASE("UTF-16 has a byte-order mark, a true declaration, and surrogate pairs") {
    tmx::WriterOptions options = tmx::chinese_to_english();
    options.utf16 = true;
    const std::vector<tmx::TranslationUnit> units = {tmx::unit("1", "甲😀", "A")};
    const std::string bytes = tmx::write_all("tmx", units, options).bytes;
    CHECK(bytes.starts_with("\xFF\xFE<\0?\0x\0m\0l\0"s));
    CHECK(bytes.find("\xFF\xFE", 2) == std::string::npos);
    CHECK_THAT(bytes, Contains("\x32\x75\x3D\xD8\x00\xDE<\0/\0s\0e\0g\0"s));
    CHECK_THAT(bytes, Contains("U\0T\0F\0-\0001\0006\0\"\0"s));
    CHECK(read_back(bytes) == units);
}

TEST_CASE("a file over the limit is warned of, one of just that size is not") {
    tmx::WriterOptions options = tmx::chinese_to_english();
    options.size_limit = tmx::write_all("tmx", {}).bytes.size();
    CHECK(tmx::write_all("tmx", {}, options).diagnostics.empty());
    const std::string size = std::to_string(options.size_limit);
    const std::string less = std::to_string(--options.size_limit);
    CHECK(tmx::write_all("tmx", {}, options).diagnostics ==
          std::vector{warning("file-over-limit", {size, less})});
    CHECK(tmx::WriterOptions().size_limit == 1'000'000'000);
}

TEST_CASE("a tree parser reads back what was written") {
    tmx::TranslationUnit lines = tmx::unit("tab\there", "一\r二\r\n三\n四\t五", "]]> &amp; &#1;");
    const std::vector<tmx::TranslationUnit> units = {rich_unit(), lines, tmx::unit("3", "é", "naïve")};
    CHECK(read_back(tmx::write_all("tmx", units).bytes) == units);
    CHECK(read_back(tmx::write_all("tmx", {tmx::unit("1", " e\u0301　", "\n x \t")}).bytes) ==
          std::vector{tmx::unit("1", "\u00E9", "x")});
}

TEST_CASE("whatever the text, it reads back as its legal characters in NFC, trimmed") {
    const auto property = [](bool utf16) {
        return [utf16] {
            tmx::TranslationUnit given = tmx::unit(*any_text(), "甲" + *any_text(), *any_text() + "A");
            given.notes = {"n" + *any_text()};
            given.properties = {{"x-p" + *any_text(), *any_text() + "v"}};
            tmx::WriterOptions options = tmx::chinese_to_english();
            options.utf16 = utf16;
            tmx::TranslationUnit expected = tmx::unit(
                expected_text(given.id), expected_text(given.source.text), expected_text(given.target.text));
            expected.notes = {expected_text(given.notes[0])};
            expected.properties = {
                {expected_text(given.properties[0].first), expected_text(given.properties[0].second)}};
            RC_ASSERT(read_back(tmx::write_all("tmx", {given}, options).bytes) == std::vector{expected});
        };
    };
    CHECK(rc::check("UTF-8", property(false)));
    CHECK(rc::check("UTF-16", property(true)));
}

TEST_CASE("a file is valid by the TMX 1.4b content model") {
    if (run("command -v xmllint >/dev/null") != 0) {
        WARN("xmllint is not installed: the DTD is not checked");
        return;
    }
    tmx::WriterOptions utf16 = tmx::chinese_to_english();
    utf16.utf16 = true;
    const std::string bytes = tmx::write_all("tmx", {rich_unit(), tmx::unit("", "甲", "A")}).bytes;
    CHECK(is_valid(bytes));
    CHECK(is_valid(tmx::write_all("tmx", {}).bytes));
    tmx::WriterOptions passed_on = tmx::chinese_to_english();
    passed_on.verbatim = true;
    CHECK(is_valid(tmx::write_all("tmx", {tmx::TranslationUnit()}, passed_on).bytes));
    CHECK(is_valid(tmx::write_all("tmx", {rich_unit()}, utf16).bytes));
    // The DTD does refuse: a header attribute missing, a property after the languages, no segment.
    const auto without = [&bytes](std::string_view part, std::string_view instead) {
        std::string other = bytes;
        return other.replace(other.find(part), part.size(), instead);
    };
    CHECK_FALSE(is_valid(without(" o-tmf=\"tongwen\"", "")));
    CHECK_FALSE(is_valid(without("    </tu>", "<prop type=\"x\">y</prop></tu>")));
    CHECK_FALSE(is_valid(without("<seg>甲 &amp; 乙</seg>", "")));
}
