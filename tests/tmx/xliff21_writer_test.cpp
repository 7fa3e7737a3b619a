// SPDX-License-Identifier: Apache-2.0
// Owns the tests of the bytes of XLIFF 2.1; what reads back is in xliff_writer_test.cpp.
#include "tests/support/catch.h"
#include "tests/tmx/read.h"
#include "tests/tmx/written.h"

using namespace tongwen;

TEST_CASE("a unit of XLIFF 2.1 has its state, and an id that may stand there") {
    tmx::TranslationUnit unit = tmx::unit("no token", "甲", "A");
    unit.properties = {{"x-tongwen-status", "accepted"}};
    const std::string bytes = tmx::write_all("xliff21", {unit}).bytes;
    CHECK(bytes.find("<unit id=\"u1\">") != std::string::npos);
    CHECK(bytes.find("<mda:meta type=\"id\">no token</mda:meta>") != std::string::npos);
    CHECK(bytes.find("<segment state=\"reviewed\" subState=\"tongwen:accepted\">") != std::string::npos);
    CHECK(tmx::read_back("xliff", bytes).units.at(0) == unit);
}

TEST_CASE("without a target there is no state but the first") {
    tmx::WriterOptions options = tmx::chinese_to_english();
    options.verbatim = true;
    tmx::TranslationUnit unit = tmx::unit("1", "甲", "");
    unit.properties = {{"x-tongwen-status", "accepted"}};
    const std::string bytes = tmx::write_all("xliff21", {unit}, options).bytes;
    CHECK(bytes.find("<segment>") != std::string::npos);
    CHECK(bytes.find("<target>") == std::string::npos);
}
