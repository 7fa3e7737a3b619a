// SPDX-License-Identifier: Apache-2.0
// Tests the progress bar's line.
#include "cli/progress.h"

#include "tests/support/catch.h"
#include "text/unicode.h"

namespace tongwen::cli {
namespace {

TEST_CASE("label, bar and per cent share the line") {
    CHECK(progress_line("a.txt", 0.5, 30, true) == "a.txt  ████████░░░░░░░░   50 %");
    CHECK(progress_line("a.txt", 1, 30, false) == "a.txt  ################  100 %");
    CHECK(progress_line("a.txt", -1, 30, false) == "a.txt  ................    0 %");
    CHECK(progress_line("讲话讲话讲话讲话.txt", 0.999, 24, true) == "讲话讲话讲…  ███░   99 %");
}

TEST_CASE("where there is no room for a bar, only the per cent stay") {
    CHECK(progress_line("a.txt", 0.5, 12, true) == " 50 %");
}

TEST_CASE("no line is wider than the terminal") {
    for (std::size_t width = 6; width < 200; ++width)
        CHECK(text::display_width(
                  progress_line("a rather long name of a file, 讲话.txt", 0.3, width, true)) <= width);
}

}  // namespace
}  // namespace tongwen::cli
