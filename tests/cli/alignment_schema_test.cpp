// SPDX-License-Identifier: Apache-2.0
// Holds the lines of alignment files to the schema in docs/formats.
#include <set>
#include <sstream>

#include "corpus/readers.h"
#include "review/alignment_file.h"
#include "tests/cli/json_schema.h"
#include "tests/review/small_review.h"
#include "tests/support/catch.h"

namespace tongwen::cli {
namespace {

/// A file with every kind of line.
review::AlignmentFile rich_file() {
    align::Bitext bitext{review::numbered_segments("s", 3, "zh"), review::numbered_segments("t", 3, "en"),
                         align::parse_alignment("1-0 1-0 1-1 0-1 0-1")};
    const auto markdown = [](std::string_view bytes) {
        corpus::ReadOptions options;
        options.format = "markdown";
        return corpus::make_document(bytes, "a.md", options, [](const text::Diagnostic&) {});
    };
    bitext.source = markdown("\n# One\n\n- *Two*.\n\n\n> Three.\n");
    bitext.target = markdown("甲。\n\n乙。  丙。\n");
    bitext.source.segments[1].kind = corpus::Kind::note;
    REQUIRE(bitext.source.segments.size() == 3);
    REQUIRE(bitext.target.segments.size() == 3);
    bitext.moved = {{align::make_run<align::Source>(0, 2),
                     align::make_run<align::Target>(1, 3),
                     {{align::make_run<align::Source>(0, 1), align::make_run<align::Target>(1, 2), 0.5},
                      {align::make_run<align::Source>(1, 2), align::make_run<align::Target>(2, 3), 0.75}}}};
    bitext.page = {align::make_run<align::Target>(4, 7), 9};
    std::vector<review::Decision> decisions(5);
    decisions[2] = {review::Status::changed, true, true, true, "?", "T", "lin", review::lin.when};
    review::AlignmentFile file{review::Review(std::move(bitext), decisions), {}, "tongwen test"};
    file.history = {"an older line"};
    review::ask(file.review, {.operation = review::Operation::merge, .bead = 2});
    review::ask(file.review, {.operation = review::Operation::undo});
    file.review.cursor = 1;
    return file;
}

TEST_CASE("every line of an alignment file is as the schema says") {
    const Json schema = schema_of("alignment-file");
    std::string bytes;
    review::write_alignment(rich_file(), "x.tongwen", [&](std::string_view part) { bytes += part; });
    std::istringstream lines(bytes);
    std::set<std::string> kinds;
    for (std::string line; std::getline(lines, line);) {
        const Json value = Json::parse(line);
        const std::string kind = value.begin().key();
        INFO(line);
        REQUIRE(schema["$defs"].contains(kind));
        CHECK(violation(value, schema["$defs"][kind], schema).empty());
        kinds.insert(kind);
    }
    CHECK(kinds == std::set<std::string>{"bead", "document", "entry", "format", "history", "moved", "offsets",
                                         "page", "paragraph", "place", "settings", "snapshot_end"});
    CHECK(schema["oneOf"].size() == kinds.size());
}

}  // namespace
}  // namespace tongwen::cli
