// SPDX-License-Identifier: Apache-2.0
// Tests missing-source.
#include "check/unlinked_beads.h"
#include "tests/check/sample_bitext.h"
#include "tests/support/catch.h"

namespace tongwen::check {
namespace {

using corpus::Kind;
using text::Severity;

TEST_CASE("a target segment without a source is found at its bead") {
    const auto bitext = bitext_of({Kind::body}, {Kind::body, Kind::list_item, Kind::list_item}, "1-1 0-2");
    const std::vector<Finding> expected = {{"missing-source", Severity::warning, 1, {"list-item", "2"}}};
    CHECK(find_missing_source(bitext) == expected);
}

TEST_CASE("an added editors' note is only a note") {
    const std::vector<Finding> expected = {{"missing-source", Severity::note, 0, {"note", "1"}}};
    CHECK(find_missing_source(bitext_of({}, {Kind::note}, "0-1")) == expected);
}

TEST_CASE("linked beads and dropped source segments are silent for missing-source") {
    CHECK(find_missing_source(bitext_of({Kind::body, Kind::body}, {Kind::body}, "1-1 1-0")).empty());
}

}  // namespace
}  // namespace tongwen::check
