// SPDX-License-Identifier: Apache-2.0
// Owns the tests of the writer of tab-separated values.
#include "tmx/tsv_writer.h"

#include "tests/support/catch.h"
#include "tests/tmx/written.h"

using namespace tongwen;
using namespace std::string_literals;

namespace {
const std::string head =
    "id\tzh-CN\ten\tconfidence\tshape\tstatus\tsource-file\tsource-segments\ttarget-"
    "segments\tmoved\tnotes\treviewer\treviewed\tentry\n";
}

TEST_CASE("an empty memory is a header row") { CHECK(tmx::write_all("tsv", {}).bytes == head); }

TEST_CASE("a unit is a row; a property that is missing is an empty field") {
    tmx::TranslationUnit full = tmx::unit("1", "甲。乙。", "A; B.");
    full.properties = {{"x-Origin", "Alignment"},
                       {"x-tongwen-shape", "2-1"},
                       {"x-tongwen-confidence", "0.50"},
                       {"x-tongwen-status", "unreviewed"},
                       {"x-tongwen-source-file", "a.txt"},
                       {"x-tongwen-source-segments", "1-2"},
                       {"x-tongwen-target-segments", "7"},
                       {"x-tongwen-moved", "3"},
                       {"shape", "not ours"}};
    full.notes = {"one", "two"};
    CHECK(tmx::write_all("tsv", {full, tmx::unit("", "丙", "C")}).bytes ==
          head + "1\t甲。乙。\tA; B.\t0.50\t2-1\tunreviewed\ta.txt\t1-2\t7\t3\tone\\ntwo\t\t\t\n" +
              "\t丙\tC\t\t\t\t\t\t\t\t\t\t\t\n");
}

TEST_CASE("tabs, line ends and backslashes are escaped, so that a row is one line of fourteen fields") {
    CHECK(tmx::write_all("tsv", {tmx::unit("a\tb", "x\ty\nz\rw\\v", "  \\t ")}).bytes ==
          head + "a\\tb\tx\\ty\\nz\\rw\\\\v\t\\\\t\t\t\t\t\t\t\t\t\t\t\t\n");
}

TEST_CASE(
    "a unit without a source or without a target is a row with an empty field, one without both is none") {
    const tmx::Written written =
        tmx::write_all("tsv", {tmx::unit("1", "甲", ""), tmx::unit("2", "", "B"), tmx::unit("3", " ", "\n")});
    CHECK(written.bytes == head + "1\t甲\t\t\t\t\t\t\t\t\t\t\t\t\n2\t\tB\t\t\t\t\t\t\t\t\t\t\t\n");
    CHECK(written.diagnostics ==
          std::vector{text::Diagnostic{"unit-without-text", text::Severity::warning, {"out.tmx"}, {"3"}}});
}

TEST_CASE("texts are in NFC") {
    CHECK(tmx::write_all("tsv", {tmx::unit("1", "e\u0301", "A")}).bytes ==
          head + "1\t\u00E9\tA\t\t\t\t\t\t\t\t\t\t\t\n");
}

TEST_CASE("UTF-16 for spreadsheets begins with a byte-order mark") {
    tmx::WriterOptions options = tmx::chinese_to_english();
    options.utf16 = true;
    CHECK(tmx::write_all("tsv", {}, options).bytes.starts_with("\xFF\xFEi\0d\0\t\0z\0h\0"s));
}

TEST_CASE("who changed a unit, and when, are its last columns") {
    tmx::TranslationUnit unit = tmx::unit("1", "甲", "A");
    unit.changed_by = "lin";
    unit.changed_when = std::chrono::sys_seconds(std::chrono::seconds(951'782'400));
    CHECK(tmx::write_all("tsv", {unit}).bytes.ends_with("\tlin\t20000229T000000Z\t\n"));
}
