// SPDX-License-Identifier: Apache-2.0
// Tests "did you mean".
#include "cli/suggestion.h"

#include "tests/support/catch.h"

namespace tongwen::cli {
namespace {

TEST_CASE("edits are insertions, deletions, replacements and swaps of neighbours") {
    CHECK(edit_distance("", "") == 0);
    CHECK(edit_distance("align", "align") == 0);
    CHECK(edit_distance("", "abc") == 3);
    CHECK(edit_distance("algin", "align") == 1);
    CHECK(edit_distance("alin", "align") == 1);
    CHECK(edit_distance("aligns", "align") == 1);
    CHECK(edit_distance("slign", "align") == 1);
    CHECK(edit_distance("kitten", "sitting") == 3);
}

TEST_CASE("the nearest name is suggested when it is near") {
    const std::vector<std::string> names = {"--output", "--quiet", "--to", "--width"};
    CHECK(nearest("--ouptut", names) == "--output");
    CHECK(nearest("--wdth", names) == "--width");
    CHECK(nearest("--frobnicate", names).empty());
    CHECK(nearest("x", {}).empty());
    CHECK(nearest(std::string(100000, 'x'), names).empty());
}

}  // namespace
}  // namespace tongwen::cli
