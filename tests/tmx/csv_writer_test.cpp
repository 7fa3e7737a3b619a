// SPDX-License-Identifier: Apache-2.0
// Owns the tests of tables (TSV, CSV, XLSX): what is written reads back, also after a spreadsheet had it.
#include "tmx/csv_writer.h"

#include "tests/support/catch.h"
#include "tests/tmx/read.h"
#include "tests/tmx/written.h"

using namespace tongwen;
using namespace std::string_literals;

namespace {

tmx::TranslationUnit row(std::string id, std::string source, std::string target) {
    tmx::TranslationUnit unit = tmx::unit(std::move(id), std::move(source), std::move(target));
    unit.properties = {{"x-tongwen-confidence", "0.97"},
                       {"x-tongwen-shape", "1-1"},
                       {"x-tongwen-status", "accepted"},
                       {"x-tongwen-source-segments", "2-4"},
                       {"x-tongwen-entry", "12-12345678"}};
    unit.notes = {"a note\nof two lines"};
    unit.changed_by = "林";
    unit.changed_when = std::chrono::sys_seconds(std::chrono::seconds(1'795'512'600));
    return unit;
}

std::vector<tmx::TranslationUnit> awkward_units() {
    return {row("1", "=1+1", "=SUM(A1:A9)"),
            row("2", "+86 10", "-5"),
            row("3", "@here", "007"),
            row("4", "'Tis", "'=quoted"),
            row("5", "5月3日", "May 3"),
            row("6", "a,b;c\td\"e\"", "line one\nline two"),
            row("7", "\\n is no line end", "\\"),
            row("8", "\"Hello, world\"", "\"Hello,\" he said."),
            row("9", "true", "1e5"),
            row("10", "2026", "3.50"),
            row("11", "😀 _x0041_", "\"unclosed"),
            row("12", "只有原文", "")};
}

std::string sources_and_targets(const std::vector<tmx::TranslationUnit>& units) {
    std::string all;
    for (const tmx::TranslationUnit& unit : units) all += unit.source.text + "|" + unit.target.text + "\n";
    return all;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
        text.replace(at, what.size(), by);
    return text;
}

}  // namespace

TEST_CASE("awkward cells read back from each kind of table as they were") {
    for (const char* const format : {"tsv", "csv", "xlsx"}) {
        CAPTURE(format);
        const tmx::ReadBack back = tmx::read_back(format, tmx::write_all(format, awkward_units()).bytes);
        CHECK(back.said.empty());
        REQUIRE(back.units.size() == awkward_units().size());
        for (std::size_t i = 0; i < back.units.size(); ++i) CHECK(back.units[i] == awkward_units()[i]);
        CHECK(back.header.source_language.tag() == "zh-CN");
    }
}

TEST_CASE("no cell of a CSV file is a formula, a date or a number with lost zeros") {
    struct Case {
        const char* text;
        const char* cell;
    };
    const Case cases[] = {{"=1+1", "'=1+1"}, {"-", "'-"},          {"'=1", "''=1"},
                          {"007", "'007"},   {"3-4", "'3-4"},      {"Mar 5", "'Mar 5"},
                          {"TRUE", "'TRUE"}, {"3.50", "'3.50"},    {"2026", "2026"},
                          {"0", "0"},        {"'Tis", "'Tis"},     {"Chapter 1", "Chapter 1"},
                          {"", ""},          {"1999年", "'1999年"}};
    for (const Case& one : cases) {
        CHECK(tmx::guard_cell(one.text) == one.cell);
        CHECK(tmx::unguard_cell(one.cell) == one.text);
    }
}

TEST_CASE("CSV as German and Chinese Excel save it") {
    const std::string ours = tmx::write_all("csv", {row("1", "中文，原文", "a plain text")}).bytes;
    CHECK(ours.starts_with("\xEF\xBB\xBFid,zh-CN,en,"));
    const std::string german = replaced(ours, ",", ";");
    CHECK(sources_and_targets(tmx::read_back("csv", german).units) == "中文，原文|a plain text\n");
    const std::string told = "sep=;\r\nid;zh;en\r\n1;甲;\"A;B\"\r\n";
    CHECK(sources_and_targets(tmx::read_back("csv", told).units) == "甲|A;B\n");
    // "id,zh,en" and then "1,中文文本的编码是这样的,text" in GB18030, ten times for the detector
    std::string chinese = "id,zh,en\r\n";
    for (int i = 0; i < 10; ++i)
        chinese += std::to_string(i) + ",\xD6\xD0\xB9\xFA\xB5\xC4\xB7\xAD\xD2\xEB\xB9\xA4\xD7\xF7,text\r\n";
    const tmx::ReadBack back = tmx::read_back("csv", chinese);
    CHECK(back.units.at(9).source.text == "中国的翻译工作");
    CHECK(back.said == std::vector<std::string>{"table-encoding"});
}

TEST_CASE("TSV that a spreadsheet saved has quotation marks, ours has none") {
    const std::string head = "id\tzh\ten\tnotes\n";
    CHECK(sources_and_targets(tmx::read_back("tsv", head + "1\t甲\t\"Yes, sir.\"\t\n").units) ==
          "甲|\"Yes, sir.\"\n");
    CHECK(sources_and_targets(tmx::read_back("tsv", head + "1\t甲\t\"\"\"Yes,\"\" he said.\"\t\n").units) ==
          "甲|\"Yes,\" he said.\n");
    CHECK(sources_and_targets(tmx::read_back("tsv", head + "1\t甲\t\"two\nlines\"\t\n2\t乙\tB\t\n").units) ==
          "甲|two\nlines\n乙|B\n");
    const std::string excel = replaced(head + "1\t甲\t\"Yes, sir.\"\t\n", "\n", "\r\n");
    CHECK(sources_and_targets(tmx::read_back("tsv", excel).units) == "甲|Yes, sir.\n");
}

TEST_CASE("a table without a head is source and target, and is told; backslashes stay there") {
    const tmx::ReadBack back = tmx::read_back("tsv", "甲\tC:\\new\n乙\tB\n");
    CHECK(sources_and_targets(back.units) == "甲|C:\\new\n乙|B\n");
    CHECK(back.said == std::vector<std::string>{"table-no-head"});
    CHECK(tmx::read_back("csv", "").units.empty());
    CHECK(tmx::read_back("csv", "\r\n\r\n").units.empty());
}

TEST_CASE("columns go by their names, in any order; others become properties, cells too many are told") {
    const tmx::ReadBack back =
        tmx::read_back("csv", "Comment,EN,zh-cn,client,status\nok,A,甲,ACME,accepted,surplus\n");
    REQUIRE(back.units.size() == 1);
    CHECK(back.units[0].source.text == "A");
    CHECK(back.units[0].target.language.tag() == "zh-CN");
    CHECK(back.units[0].notes == std::vector<std::string>{"ok"});
    CHECK(back.units[0].properties == std::vector<std::pair<std::string, std::string>>{
                                          {"client", "ACME"}, {"x-tongwen-status", "accepted"}});
    CHECK(back.said == std::vector<std::string>{"table-more-cells"});
}

TEST_CASE("lines are counted through cells of several lines; a quotation mark that stays open is refused") {
    const tmx::ReadBack back = tmx::read_back("csv", "id,zh,en\n1,甲,\"a\nb\"\n\n2,乙,B\n");
    CHECK(back.lines == std::vector<std::size_t>{2, 5});
    CHECK(tmx::refusal_of("csv", "id,zh,en\n1,甲,\"a\nb") == "table-open-quote");
}
