// SPDX-License-Identifier: Apache-2.0
// Tests the drawing of tables.
#include "cli/text_table.h"

#include "tests/support/catch.h"

namespace tongwen::cli {
namespace {

TEST_CASE("columns are as wide as their widest cell, in display columns") {
    struct Case {
        std::vector<TableRow> rows;
        std::string drawn;
    };
    const std::vector<Case> cases = {
        {{}, ""},
        {{{}}, "\n"},
        {{{"a"}}, "a\n"},
        {{{"name", "n"}, {"a", "100"}}, "name    n\na     100\n"},
        {{{"", "精确率"}, {"句组", "0.5"}}, "      精确率\n句组     0.5\n"},
        // Rows may end early, and cells be empty.
        {{{"a", "b", "c"}, {"long"}, {"x", "", "1"}}, "a     b  c\nlong\nx        1\n"},
    };
    for (const Case& c : cases) CHECK(draw_table(c.rows) == c.drawn);
}

}  // namespace
}  // namespace tongwen::cli
