// SPDX-License-Identifier: Apache-2.0
// Tests the grid of cells.
#include "cli/cells.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace tongwen::cli {
namespace {

TEST_CASE("wide characters cover two places, combining marks none") {
    Cells cells({6, 1}, 1);
    CHECK(cells.put({0, 0}, "a中e\u0301", look::bold) == 4);
    CHECK(cells.at({0, 1}) == Cell{"中", 2, look::bold});
    CHECK(cells.at({0, 2}) == Cell{"", 0, look::bold});
    CHECK(cells.at({0, 3}) == Cell{"e\u0301", 1, look::bold});
    CHECK(cells.text(0) == "a中e\u0301");
    Cells marks({4, 1}, 1);
    marks.put({0, 0}, "中\u0301", look::plain);
    CHECK(marks.at({0, 0}).text == "中\u0301");
    marks.put({0, 2}, "\u0301x", look::plain);  // nothing to combine with
    CHECK(marks.at({0, 2}).text == "x");
}

TEST_CASE("what does not fit is left out; a wide character is never cut") {
    struct Row {
        std::size_t column;
        const char* text;
        const char* line;
        std::size_t end;
    };
    const auto row = GENERATE(values<Row>({
        {0, "abcdef", "abcd", 4},
        {0, "abc中", "abc", 3},
        {3, "中", "", 3},
        {2, "中文", "  中", 4},
        {9, "x", "", 9},
    }));
    Cells cells({4, 1}, 1);
    CHECK(cells.put({0, row.column}, row.text, look::plain) == row.end);
    CHECK(cells.text(0) == row.line);
    CHECK(cells.put({1, 0}, "below", look::plain) == 0);
}

TEST_CASE("writing over one half of a wide character takes the other, too") {
    for (const std::size_t column : {1, 2}) {
        Cells cells({5, 1}, 1);
        cells.put({0, 1}, "中z", look::plain);
        cells.put({0, column}, "x", look::plain);
        CHECK(cells.text(0) == (column == 1 ? " x z" : "  xz"));
        for (std::size_t i = 0; i < 5; ++i) CHECK(cells.at({0, i}).columns == 1);
    }
}

TEST_CASE("ambiguous characters are as wide as is wished") {
    Cells narrow({4, 1}, 1);
    CHECK(narrow.put({0, 0}, "“a", look::plain) == 2);
    Cells wide({4, 1}, 2);
    CHECK(wide.put({0, 0}, "“a", look::plain) == 3);
    CHECK(display_width(StyledLine{{"“"}, {"中"}}, 2) == 4);
}

TEST_CASE("pieces follow each other; looks can be taken away") {
    Cells cells({8, 1}, 1);
    CHECK(cells.put({0, 1}, {{"ab", look::bold | look::red}, {"c", look::green}}) == 4);
    cells.drop_looks(look::colours);
    CHECK(cells.at({0, 2}).look == look::bold);
    CHECK(cells.at({0, 3}).look == look::plain);
}

}  // namespace
}  // namespace tongwen::cli
