// SPDX-License-Identifier: Apache-2.0
// Owns the tests of XLIFF: what is written reads back, states mean what they should, and both versions have
// the structure that their standards ask for.
#include <cstdio>
#include <fstream>

#include "tests/support/catch.h"
#include "tests/support/scratch_folder.h"
#include "tests/tmx/read.h"
#include "tests/tmx/written.h"
#include "tmx/xliff_state.h"

using namespace tongwen;

namespace {

tmx::TranslationUnit full_unit() {
    tmx::TranslationUnit full = tmx::unit("a1b2", "甲 < 乙 & \"丙\"。", "A < B & \"C\".");
    full.notes = {"first\nline", "second"};
    full.properties = {{"x-ConfirmationLevel", "ApprovedTranslation"},
                       {"x-Origin", "Alignment"},
                       {"x-tongwen-confidence", "0.97"},
                       {"x-tongwen-status", "accepted"},
                       {"x-tongwen-entry", "3-0a1b2c3d"}};
    full.changed_by = "lin";
    full.changed_when = std::chrono::sys_seconds(std::chrono::seconds(1'795'512'600));
    return full;
}

tmx::TranslationUnit unit_with_status(const std::string& status) {
    tmx::TranslationUnit unit = tmx::unit("1", "甲", "A");
    unit.properties = {{"x-tongwen-status", status}};
    return unit;
}

std::string status_in(const tmx::TranslationUnit& unit) { return tmx::status_of(unit); }

std::string xliff12(const std::string& attributes, const std::string& target) {
    return "<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'><file original='a' "
           "source-language='zh-CN' target-language='en' datatype='plaintext'><body><trans-unit id='1'" +
           attributes + "><source>甲</source>" + target + "</trans-unit></body></file></xliff>";
}

std::string segment21(const std::string& attributes) {
    return "<xliff version='2.1' srcLang='zh-CN' trgLang='en' "
           "xmlns='urn:oasis:names:tc:xliff:document:2.0'><file id='f'><unit id='1'><segment " +
           attributes + "><source>甲</source><target>A</target></segment></unit></file></xliff>";
}

}  // namespace

TEST_CASE("a unit of everything reads back from both versions as it was") {
    for (const char* const format : {"xliff", "xliff21"}) {
        CAPTURE(format);
        tmx::TranslationUnit plain = tmx::unit("2", "只有文字", "text only");
        const tmx::Written written = tmx::write_all(format, {full_unit(), plain});
        CHECK(written.diagnostics.empty());
        const tmx::ReadBack back = tmx::read_back("xliff", written.bytes);
        CHECK(back.said.empty());
        REQUIRE(back.units.size() == 2);
        CHECK(back.units[0] == full_unit());
        CHECK(back.units[1] == plain);
        CHECK(back.header.source_language.tag() == "zh-CN");
        CHECK(back.header.target_language.tag() == "en");
    }
}

TEST_CASE("codes go through both versions") {
    tmx::TranslationUnit unit = tmx::unit("1", "点击 这里 完", "click here end");
    unit.source.codes = {{tmx::CodeKind::bpt, 7, {{"i", "1"}, {"x", "1"}}, "&lt;b&gt;"},
                         {tmx::CodeKind::ept, 13, {{"i", "1"}, {"x", "1"}}, "&lt;/b&gt;"},
                         {tmx::CodeKind::ph, 14, {{"x", "2"}}, "&lt;br/&gt;"}};
    unit.target.codes = {{tmx::CodeKind::hi_start, 0},
                         {tmx::CodeKind::hi_end, 5},
                         {tmx::CodeKind::ph, 6, {{"x", "2"}}, "&lt;br/&gt;"}};
    const tmx::ReadBack back = tmx::read_back("xliff", tmx::write_all("xliff", {unit}).bytes);
    CHECK(back.units.at(0) == unit);
    const tmx::ReadBack back21 = tmx::read_back("xliff", tmx::write_all("xliff21", {unit}).bytes);
    CHECK(back21.units.at(0).source.text == unit.source.text);
    CHECK(back21.units.at(0).target.codes == unit.target.codes);
    REQUIRE(back21.units.at(0).source.codes.size() == 3);
    CHECK(back21.units.at(0).source.codes[1].content == "&lt;/b&gt;");
}

TEST_CASE("each status survives in both versions") {
    for (const char* const format : {"xliff", "xliff21"})
        for (const char* const status : {"unreviewed", "accepted", "needs-work", "changed", "dropped"}) {
            CAPTURE(format, status);
            const std::string bytes = tmx::write_all(format, {unit_with_status(status)}).bytes;
            CHECK(status_in(tmx::read_back("xliff", bytes).units.at(0)) == status);
        }
}

TEST_CASE("what another tool's states of 1.2 mean") {
    struct Case {
        const char* attributes;
        const char* target;
        const char* status;
    };
    const Case cases[] = {
        {"", "<target>A</target>", ""},
        {" approved='yes'", "<target>A</target>", "accepted"},
        {"", "<target state='final'>A</target>", "accepted"},
        {"", "<target state='signed-off'>A</target>", "accepted"},
        {"", "<target state='translated'>A</target>", "accepted"},
        {"", "<target state='new'>A</target>", "needs-work"},
        {"", "<target state='needs-review-translation'>A</target>", "unreviewed"},
        {"", "<target state='translated' state-qualifier='rejected-grammar'>A</target>", "needs-work"},
        {" approved='yes'",
         "<target state='needs-review-translation' state-qualifier='mt-suggestion'>A</target>", "accepted"},
    };
    for (const Case& one : cases) {
        CAPTURE(one.attributes, one.target);
        const auto back = tmx::read_back("xliff", xliff12(one.attributes, one.target));
        CHECK(status_in(back.units.at(0)) == one.status);
        CHECK(back.units.at(0).target.text == "A");
    }
}

TEST_CASE("what another tool's states of 2 mean; a sub-state that does not fit is an old one") {
    const std::pair<const char*, const char*> cases[] = {
        {"", ""},
        {"state='initial'", "needs-work"},
        {"state='translated'", "unreviewed"},
        {"state='reviewed'", "accepted"},
        {"state='final'", "accepted"},
        {"state='final' subState='tongwen:needs-work'", "accepted"},
        {"state='translated' subState='tongwen:changed'", "changed"},
    };
    for (const auto& [attributes, status] : cases) {
        CAPTURE(attributes);
        CHECK(status_in(tmx::read_back("xliff", segment21(attributes)).units.at(0)) == status);
    }
}

TEST_CASE("a unit of several segments is several units, one without target has an empty one") {
    const auto back = tmx::read_back(
        "xliff",
        "<xliff version='2.0' srcLang='en' xmlns='urn:oasis:names:tc:xliff:document:2.0'><file id='f'>\n"
        "<unit id='u'><segment id='s1'><source>One.</source></segment><ignorable><source> </source>"
        "</ignorable><segment><source>T<pc id='1'>w</pc>o<cp hex='1F600'/>.</source></segment></unit>"
        "</file></xliff>");
    REQUIRE(back.units.size() == 2);
    CHECK(back.units[0].id == "u#s1");
    CHECK(back.units[0].target.text.empty());
    CHECK(back.units[1].id == "u#2");
    CHECK(back.units[1].source.text == "Two😀.");
    CHECK(back.units[1].source.codes.size() == 2);
    CHECK(back.lines[1] == 2);
}

TEST_CASE("what is no XLIFF is refused, whatever it is instead") {
    CHECK(tmx::refusal_of("xliff", "<tmx version='1.4'/>") == "xliff-not-xliff");
    CHECK(tmx::refusal_of("xliff", "") == "empty-file");
    CHECK(tmx::refusal_of("xliff", "<xliff><file><body><trans-unit id='1'>") == "xml-truncated");
}

TEST_CASE("characters that XML does not allow are dropped and told; UTF-16 is read") {
    const tmx::Written written = tmx::write_all("xliff", {tmx::unit("1",
                                                                    "a\x0B"
                                                                    "b",
                                                                    "c")});
    REQUIRE(written.diagnostics.size() == 1);
    CHECK(written.diagnostics[0].id == "illegal-characters-dropped");
    tmx::WriterOptions options = tmx::chinese_to_english();
    options.utf16 = true;
    const auto back = tmx::read_back("xliff", tmx::write_all("xliff", {full_unit()}, options).bytes);
    CHECK(back.units.at(0) == full_unit());
}

// The content models of what we write, from the published standards; where there is no xmllint nothing is
// said.
TEST_CASE("files have the structure that the standards ask for") {
    if (std::system("command -v xmllint >/dev/null 2>&1") != 0) {
        WARN("SKIPPED: xmllint is not installed, so nothing was checked against the schemas");
        return;
    }
    const ScratchFolder folder;
    tmx::TranslationUnit coded = tmx::unit("3 with space", "甲", "A");
    coded.source.codes = {{tmx::CodeKind::ph, 0, {}, "&lt;br/&gt;"}};
    for (const char* const format : {"xliff", "xliff21"}) {
        CAPTURE(format);
        const auto file = folder.path() / format;
        std::ofstream(file)
            << tmx::write_all(format, {full_unit(), unit_with_status("needs-work"), coded}).bytes;
        const std::string command = std::string("xmllint --noout --relaxng '") + TONGWEN_SOURCE_DIR +
                                    "/tests/tmx/" + format + ".rng' '" + file.string() + "' 2>&1";
        CHECK(std::system(command.c_str()) == 0);
    }
}
