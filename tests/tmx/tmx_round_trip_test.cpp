// SPDX-License-Identifier: Apache-2.0
// Tests that the TMX reader reads what the TMX writer writes, whatever the units hold, and the presets.
#include <rapidcheck.h>

#include "tests/support/catch.h"
#include "tests/tmx/tmx_read.h"
#include "tests/tmx/written.h"
#include "text/unicode.h"
#include "tmx/segment_text.h"
#include "tmx/tmx_vocabulary.h"

using namespace tongwen;
using tmx::CodeKind;
using tmx::language;

namespace {

/// Any legal text.
std::string any_text() {
    const auto points = *rc::gen::container<std::u32string>(rc::gen::weightedOneOf<char32_t>(
        {{4, rc::gen::inRange<char32_t>(0, 0x80)},
         {2, rc::gen::element<char32_t>('\t', '\n', '\r', ' ', 0x3000, '&', '<', '>', '"', ']', 0x301)},
         {3, rc::gen::inRange<char32_t>(0x4E00, 0xA000)},
         {1, rc::gen::inRange<char32_t>(0xE000, 0x110000)}}));
    std::string out;
    for (const char32_t c : points) text::append_utf8(out, c);
    return tmx::drop_illegal_characters(out).text;
}

std::size_t any_number(std::size_t end) { return *rc::gen::inRange<std::size_t>(0, end); }

tmx::Attributes any_attributes(std::string_view element) {
    tmx::Attributes attributes;
    for (const std::string_view name : tmx::find_element(element)->attributes) {
        if (any_number(3) != 0) continue;
        if (name.ends_with("date")) {
            attributes.emplace_back(name, "20260102T030405Z");
        } else if (name == "usagecount") {
            attributes.emplace_back(name, "12");
        } else if (name == "segtype") {
            attributes.emplace_back(name, "block");
        } else if (name != "xml:lang" && name != "tuid" && name != "srclang" && name != "changeid") {
            attributes.emplace_back(name, any_text());
        }
    }
    return attributes;
}

/// Codes in order, `hi` balanced.
void add_codes(tmx::Variant& variant) {
    std::size_t at = 0;
    std::size_t open = 0;
    for (std::size_t left = any_number(6); left > 0; --left) {
        const std::size_t end = at + any_number(variant.text.size() - at + 1);
        while (at < end) text::next_code_point(variant.text, at);
        const auto kind = static_cast<CodeKind>(any_number(7));
        if (kind == CodeKind::hi_end && open == 0) continue;
        if (kind == CodeKind::hi_end) --open;
        if (kind == CodeKind::hi_start) ++open;
        const bool covers = kind == CodeKind::hi_start || kind == CodeKind::hi_end;
        variant.codes.push_back(
            {kind, at, kind == CodeKind::hi_end ? tmx::Attributes() : any_attributes(tmx::element_name(kind)),
             covers ? ""
                    : tmx::escape_content(any_text()) +
                          (any_number(3) == 0 ? "<sub>s<ph x=\"1\"/></sub>" : "")});
    }
    for (; open > 0; --open) variant.codes.push_back({CodeKind::hi_end, variant.text.size()});
}

tmx::Variant any_variant(const char* tag) {
    tmx::Variant variant{language(tag), any_text()};
    add_codes(variant);
    variant.attributes = any_attributes("tuv");
    if (any_number(3) == 0) variant.notes = {any_text()};
    if (any_number(3) == 0) variant.properties = {{any_text(), any_text()}};
    return variant;
}

tmx::TranslationUnit any_unit() {
    tmx::TranslationUnit unit;
    unit.id = any_text();
    unit.notes = {any_text(), any_text()};
    unit.properties = {{"file", any_text()}, {any_text(), any_text()}};
    unit.source = any_variant("zh-CN");
    unit.target = any_variant("en");
    if (any_number(2) == 0) unit.further = {any_variant("fr"), any_variant("zh-TW"), any_variant("en")};
    unit.changed_by = any_text();
    const auto time = [] {
        return std::chrono::sys_seconds(std::chrono::seconds(any_number(4'000'000'000)));
    };
    if (any_number(2) == 0) unit.changed_when = time();
    if (any_number(2) == 0) unit.created_when = time();
    for (auto& attribute : any_attributes("tu")) {
        const bool has_own_member = attribute.first == "creationdate" || attribute.first == "changedate";
        if (!has_own_member) unit.attributes.push_back(attribute);
    }
    return unit;
}

tmx::WriterOptions verbatim() {
    tmx::WriterOptions options = tmx::chinese_to_english();
    options.verbatim = true;
    return options;
}

std::vector<tmx::TranslationUnit> written_for(tmx::Preset preset,
                                              const std::vector<tmx::TranslationUnit>& units) {
    tmx::WriterOptions options = tmx::chinese_to_english();
    options.preset = preset;
    const tmx::Read read = tmx::read_all("tmx", tmx::write_all("tmx", units, options).bytes);
    REQUIRE(read.refused.empty());
    return read.units;
}

}  // namespace

TEST_CASE("a memory that is passed on reads back equal, whatever it holds") {
    CHECK(rc::check([] {
        const std::vector<tmx::TranslationUnit> units = {any_unit(), any_unit()};
        tmx::WriterOptions options = verbatim();
        options.utf16 = any_number(2) == 0;
        const tmx::Read read = tmx::read_all("tmx", tmx::write_all("tmx", units, options).bytes);
        RC_ASSERT(read.refused.empty());
        RC_ASSERT(read.diagnostics.empty());
        RC_ASSERT(read.units == units);
    }));
}

TEST_CASE("a header that is passed on keeps what it says") {
    tmx::WriterOptions options = verbatim();
    options.header.attributes = {{"segtype", "block"},       {"o-tmf", "SDL TM8 Format"},
                                 {"creationtool", "OmegaT"}, {"datatype", "html"},
                                 {"creationid", "wu"},       {"creationdate", "20200101T000000Z"},
                                 {"srclang", "zh-CN"}};
    options.header.notes = {"a & b"};
    options.header.properties = {{"p", "<v>"}};
    const tmx::Read read = tmx::read_all("tmx", tmx::write_all("tmx", {}, options).bytes);
    CHECK(read.header.attributes == tmx::Attributes{{"creationtool", "tongwen"},
                                                    {"creationtoolversion", "0.1.0"},
                                                    {"segtype", "block"},
                                                    {"o-tmf", "tongwen"},
                                                    {"adminlang", "en"},
                                                    {"srclang", "zh-CN"},
                                                    {"datatype", "html"},
                                                    {"creationdate", "20200101T000000Z"},
                                                    {"creationid", "wu"}});
    CHECK(read.header.notes == options.header.notes);
    CHECK(read.header.properties == options.header.properties);
}

TEST_CASE("a source in another language than the file's says so itself") {
    tmx::TranslationUnit unit = tmx::unit("1", "x", "y");
    unit.source.language = language("ja");
    const std::string bytes = tmx::write_all("tmx", {unit}, verbatim()).bytes;
    CHECK_THAT(bytes, Contains("<tu tuid=\"1\" srclang=\"ja\">"));
    CHECK(tmx::read_all("tmx", bytes).units == std::vector{unit});
}

TEST_CASE("codes that no file could hold are mended") {
    tmx::TranslationUnit unit = tmx::unit("1", "甲乙", "AB");
    unit.source.codes = {{CodeKind::bpt, 0, {{"i", "1"}}, "<not xml"},
                         {CodeKind::hi_end, 3},
                         {CodeKind::ept, 6, {{"i", "2"}, {"odd", "x"}}, "&bad;"},
                         {CodeKind::hi_start, 99}};
    CHECK_THAT(
        tmx::write_all("tmx", {unit}).bytes,
        Contains("<seg><it pos=\"begin\">&lt;not xml</it>甲乙<it pos=\"end\">&amp;bad;</it><hi></hi></seg>"));
    unit.source.text = " e\u0301 ";
    unit.source.codes = {{CodeKind::ph, 1}, {CodeKind::ph, 5}};
    CHECK_THAT(tmx::write_all("tmx", {unit}).bytes, Contains("<seg><ph></ph>\u00E9<ph></ph></seg>"));
}

TEST_CASE("each preset writes what its tool wants") {
    tmx::TranslationUnit one = tmx::unit("1", "甲 <", "A");
    one.properties = {
        {"x-tongwen-source-file", "a.txt"}, {"x-tongwen-source-segments", "1-2"}, {"mine", "m"}};
    tmx::TranslationUnit two = tmx::unit("2", "乙", "B");
    two.properties = {{"x-ConfirmationLevel", "ApprovedTranslation"},
                      {"x-tongwen-source-file", "a.txt"},
                      {"x-tongwen-source-segments", "3"}};
    two.target.properties = {{"q", "r"}};
    tmx::TranslationUnit far = tmx::unit("3", "丙", "C");
    far.properties = {{"x-tongwen-source-file", "a.txt"}, {"x-tongwen-source-segments", "5"}};
    far.further = {{language("en"), "C2"}, {language("fr"), "C3"}, {language("en"), "C4"}};
    const std::vector units = {one, two, far};

    const auto generic = written_for(tmx::Preset::generic, units);
    CHECK(generic[0].source.properties.empty());
    CHECK(generic[2].further.size() == 3);
    const auto omegat = written_for(tmx::Preset::omegat, units);
    CHECK(omegat[1].target.properties.empty());
    CHECK(omegat[1].properties.back() == std::pair<std::string, std::string>("q", "r"));
    CHECK(written_for(tmx::Preset::trados, units)[0].properties[2].first == "x-mine");
    const auto memoq = written_for(tmx::Preset::memoq, units);
    REQUIRE(memoq.size() == 3);
    CHECK(memoq[0].source.properties == tmx::Attributes{{"x-context-post", "<seg>乙</seg>"}});
    CHECK(memoq[1].source.properties == tmx::Attributes{{"x-context-pre", "<seg>甲 &lt;</seg>"}});
    CHECK(memoq[2].source.properties.empty());
    const auto xtm = written_for(tmx::Preset::xtm, units);
    CHECK(xtm[0].properties.back() == std::pair<std::string, std::string>("x-xtm-status", "not approved"));
    CHECK(xtm[1].properties.back() == std::pair<std::string, std::string>("x-xtm-status", "approved"));
    const auto phrase = written_for(tmx::Preset::phrase, units);
    REQUIRE(phrase.size() == 5);
    CHECK(phrase[2].further == std::vector<tmx::Variant>{{language("fr"), "C3"}});
    CHECK(phrase[3].target.text == "C2");
    CHECK(phrase[4].id == "3-3");
    for (const std::string_view name : tmx::preset_names) CHECK(tmx::name(*tmx::find_preset(name)) == name);
}
