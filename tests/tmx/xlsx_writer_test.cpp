// SPDX-License-Identifier: Apache-2.0
// Owns the tests of spreadsheets; cells that read back are in csv_writer_test.cpp.
#include "tests/support/catch.h"
#include "tests/tmx/read.h"
#include "tests/tmx/written.h"

using namespace tongwen;

TEST_CASE("a text too long for a cell is told and left out") {
    const tmx::Written written =
        tmx::write_all("xlsx", {tmx::unit("1", "甲", std::string(32768, 'a')), tmx::unit("2", "乙", "B")});
    REQUIRE(written.diagnostics.size() == 1);
    CHECK(written.diagnostics[0].id == "cell-too-long");
    const auto units = tmx::read_back("xlsx", written.bytes).units;
    REQUIRE(units.size() == 1);
    CHECK(units[0].target.text == "B");
}

TEST_CASE("the same units make the same spreadsheet") {
    const std::vector<tmx::TranslationUnit> units = {tmx::unit("1", "=1+1", "007")};
    CHECK(tmx::write_all("xlsx", units).bytes == tmx::write_all("xlsx", units).bytes);
}

TEST_CASE("what is no spreadsheet is refused") {
    CHECK(tmx::refusal_of("xlsx", "") == "xlsx-not-xlsx");
    CHECK(tmx::refusal_of("xlsx", "\xD0\xCF\x11\xE0 an old one") == "xlsx-not-xlsx");
    const std::string bytes = tmx::write_all("xlsx", {tmx::unit("1", "甲", "A")}).bytes;
    CHECK(tmx::refusal_of("xlsx", bytes.substr(0, bytes.size() / 2)) == "xlsx-not-xlsx");
}
