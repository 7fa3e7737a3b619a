// SPDX-License-Identifier: Apache-2.0
// Tests the names of a page's results.
#include "cli/page_job.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace tongwen::cli {
namespace {

TEST_CASE("every original has a name of its own, and none that of the report") {
    using Names = std::vector<std::string>;
    CHECK(output_names({}).empty());
    CHECK(output_names({"zh/report.zh.txt", "speech.md", "-"}) == Names{"report", "speech", "stdin"});
    CHECK(output_names({"a/x.txt", "b/x.zh.txt", "c/x.md"}) == Names{"x", "x-2", "x-3"});
    CHECK(output_names({"page.zh.txt", "page-2.txt", "page.md"}) == Names{"page-2", "page-2-2", "page-3"});
}

}  // namespace
}  // namespace tongwen::cli
