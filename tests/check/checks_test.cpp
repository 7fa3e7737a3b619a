// SPDX-License-Identifier: Apache-2.0
// Tests the table of checks as a whole.
#include <filesystem>
#include <set>
#include <string>

#include "check/check.h"
#include "tests/check/sample_bitext.h"
#include "tests/support/catch.h"

namespace tongwen::check {
namespace {

using corpus::Kind;

TEST_CASE("findings of all checks come in the order of the document") {
    const auto bitext =
        bitext_of({Kind::body, Kind::body, Kind::body}, {Kind::body, Kind::body}, "0-1 1-0 1-1 1-0");
    std::vector<std::pair<std::size_t, std::string_view>> places;
    for (const Finding& finding : run_checks(bitext)) places.emplace_back(finding.bead, finding.check);
    const std::vector<std::pair<std::size_t, std::string_view>> expected = {
        {0, "missing-source"}, {1, "missing-target"}, {3, "missing-target"}};
    CHECK(places == expected);
}

TEST_CASE("what was moved is neither missing nor added") {
    auto bitext = bitext_of({Kind::body, Kind::body, Kind::body}, {Kind::body, Kind::body, Kind::body},
                            "1-0 1-1 1-0 0-1 0-1");
    bitext.moved = {{align::make_run<align::Source>(0, 1),
                     align::make_run<align::Target>(2, 3),
                     {{align::make_run<align::Source>(0, 1), align::make_run<align::Target>(2, 3)}}}};
    const std::vector<Finding> expected = {{"missing-target", text::Severity::warning, 2, {"body", "1"}},
                                           {"missing-source", text::Severity::warning, 3, {"body", "1"}}};
    CHECK(run_checks(bitext) == expected);
}

TEST_CASE("every check has a unique id, a summary that is a sentence, and a test of its name") {
    std::set<std::string_view> ids;
    for (const Check& check : checks()) {
        CHECK(ids.insert(check.id).second);
        CHECK(check.summary.ends_with('.'));
        std::string file(check.id);
        for (char& c : file) c = c == '-' ? '_' : c;
        CHECK(std::filesystem::exists(TONGWEN_SOURCE_DIR "/check/" + file + "_check.cpp"));
        CHECK(std::filesystem::exists(TONGWEN_SOURCE_DIR "/tests/check/" + file + "_check_test.cpp"));
    }
}

}  // namespace
}  // namespace tongwen::check
