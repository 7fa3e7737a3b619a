// SPDX-License-Identifier: Apache-2.0
// Tests the typing of a line.
#include "cli/line_input.h"

#include <string>

#include "tests/cli/reviewer.h"
#include "tests/support/catch.h"

namespace tongwen::cli {
namespace {

TEST_CASE("keys change a line") {
    struct Row {
        const char* begin;
        const char* keys;
        const char* text;
        std::size_t cursor;
    };
    const auto row = GENERATE(values<Row>({
        {"", "'a中é'", "a中é", 6},
        {"abc", "Left 'x'", "abxc", 3},
        {"a中c", "Left Left 'x'", "ax中c", 2},
        {"a中c", "Left Backspace", "ac", 1},
        {"a中c", "Home Right Delete", "ac", 1},
        {"abc", "Home Left Backspace", "abc", 0},
        {"abc", "Right Delete", "abc", 3},
        {"abc", "Home 'x' End 'y'", "xabcy", 5},
        {"e\u0301x", "Left Backspace", "x", 0},
        {"e\u0301x", "Home Delete", "x", 0},
        {"e\u0301x", "Home Right 'y'", "e\u0301yx", 4},
        {"abc", "Ctrl-U", "", 0},
        {"one two ", "Ctrl-W", "one ", 4},
        {"one", "Ctrl-W Ctrl-W", "", 0},
        {"abc", "Ctrl-H Up Tab Ctrl-A PageDown", "ab", 2},
    }));
    CAPTURE(row.begin, row.keys);
    LineInput input = LineInput::with(row.begin);
    for (const Key key : parse_keys(row.keys)) input.press(key);
    CHECK(input.text == row.text);
    CHECK(input.cursor == row.cursor);
}

TEST_CASE("a line does not grow without end") {
    LineInput input;
    for (int i = 0; i < 10'000; ++i) input.press(U'x');
    CHECK(input.text.size() == 4096);
}

}  // namespace
}  // namespace tongwen::cli
