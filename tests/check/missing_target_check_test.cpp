// SPDX-License-Identifier: Apache-2.0
// Tests missing-target.
#include "check/unlinked_beads.h"
#include "tests/check/sample_bitext.h"
#include "tests/support/catch.h"

namespace tongwen::check {
namespace {

using corpus::Kind;
using text::Severity;

TEST_CASE("a source segment without a target is found at its bead") {
    const auto bitext =
        bitext_of({Kind::body, Kind::body, Kind::body}, {Kind::body, Kind::body}, "1-1 1-0 1-1");
    const std::vector<Finding> expected = {{"missing-target", Severity::warning, 1, {"body", "1"}}};
    CHECK(find_missing_target(bitext) == expected);
}

TEST_CASE("a bead of several kinds has a finding for each, with its count") {
    const auto bitext =
        bitext_of({Kind::heading, Kind::body, Kind::note, Kind::body}, {Kind::body}, "4-0 0-1");
    const std::vector<Finding> expected = {{"missing-target", Severity::warning, 0, {"heading", "1"}},
                                           {"missing-target", Severity::warning, 0, {"body", "2"}},
                                           {"missing-target", Severity::note, 0, {"note", "1"}}};
    CHECK(find_missing_target(bitext) == expected);
}

TEST_CASE("datelines and editors' notes are notes, everything else is a warning") {
    const std::vector<std::pair<Kind, Severity>> cases = {
        {Kind::body, Severity::warning},      {Kind::heading, Severity::warning},
        {Kind::list_item, Severity::warning}, {Kind::quotation, Severity::warning},
        {Kind::code, Severity::warning},      {Kind::dateline, Severity::note},
        {Kind::note, Severity::note}};
    for (const auto& [kind, severity] : cases) {
        const auto findings = find_missing_target(bitext_of({kind}, {}, "1-0"));
        REQUIRE(findings.size() == 1);
        CHECK(findings[0].severity == severity);
    }
}

TEST_CASE("linked beads and added target segments are silent") {
    CHECK(find_missing_target(bitext_of({Kind::body}, {Kind::body, Kind::body, Kind::body}, "1-2 0-1"))
              .empty());
    CHECK(find_missing_target(bitext_of({}, {}, "")).empty());
}

}  // namespace
}  // namespace tongwen::check
