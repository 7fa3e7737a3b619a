// SPDX-License-Identifier: Apache-2.0
#include "cli/reviewed_file.h"

#include "cli/align_settings.h"
#include "tests/cli/made_up_environment.h"
#include "tests/review/small_review.h"
#include "tests/support/catch.h"
#include "tests/support/scratch_folder.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;
using review::Operation;

const text::DiagnosticSink ignore = [](const text::Diagnostic&) {};

/// Writes the review; its path.
fs::path write(const ScratchFolder& folder, const review::Review& review) {
    const fs::path path = folder.path() / "x.tongwen";
    review::write_alignment_file(path, {review, {}, "test"});
    return path;
}

TEST_CASE("alignment files are known by their suffix") {
    CHECK(names_alignment_file("a/x.tongwen"));
    CHECK(names_alignment_file("X.TONGWEN"));
    CHECK_FALSE(names_alignment_file("tongwen"));
    CHECK_FALSE(names_alignment_file("x.tongwen.lock"));
}

TEST_CASE("times are spelled and parsed; what is none is none") {
    const auto when = std::chrono::sys_seconds(std::chrono::seconds(951'782'400));
    CHECK(spell_time(when) == "2000-02-29T00:00:00Z");
    CHECK(parse_time("2000-02-29T00:00:00Z") == when);
    CHECK(parse_time("2000-02-29T23:59:59Z") == when + std::chrono::seconds(86'399));
    for (const char* const none :
         {"", "2000-02-30T00:00:00Z", "2000-02-29T24:00:00Z", "2000-02-29T00:00:00", "2000-02-29 00:00:00Z",
          "2000-13-01T00:00:00Z", "20000229T000000Z", "2000-02-29T00:60:00Z", "20x0-02-29T00:00:00Z",
          "2000-02-29T+1:00:00Z", "2000-02-29T00:00:-1Z"})
        CHECK_FALSE(parse_time(none));
}

TEST_CASE("who decides is named, or is the user") {
    CHECK(reviewer_name("wei", environment_of({{"USER", "lin"}})) == "wei");
    CHECK(reviewer_name("", environment_of({{"USER", "lin"}, {"LOGNAME", "an"}})) == "lin");
    CHECK(reviewer_name("", environment_of({{"LOGNAME", "an"}})) == "an");
    CHECK_FALSE(reviewer_name("", environment_of({})).empty());
}

TEST_CASE("beads are listed as they are now, without dropped ones, moved ones linked") {
    const ScratchFolder folder;
    align::Bitext bitext{review::numbered_segments("s", 3, "zh"), review::numbered_segments("t", 3, "en"),
                         align::parse_alignment("1-0 1-1 1-1 0-1")};
    bitext.moved = {{align::make_run<align::Source>(0, 1),
                     align::make_run<align::Target>(2, 3),
                     {{align::make_run<align::Source>(0, 1), align::make_run<align::Target>(2, 3), 0.5}}}};
    review::Review review(bitext);
    CHECK(list_beads(write(folder, review)) ==
          std::vector<align::ListedBead>{{{0}, {2}, 0.5}, {{1}, {0}, 1.0}, {{2}, {1}, 1.0}});
    review::ask(review, {.operation = Operation::drop, .bead = 3});
    review::ask(review, {.operation = Operation::merge, .bead = 1});
    CHECK(list_beads(write(folder, review)) == std::vector<align::ListedBead>{{{1, 2}, {0, 1}, 1.0}});
}

TEST_CASE("units are left out by status") {
    review::Review review = review::small_review("1-1 1-1 1-1");
    review::ask(review, {.operation = Operation::accept});
    review::ask(review, {.operation = Operation::drop, .bead = 1});
    review::ask(review, {.operation = Operation::edit, .bead = 2, .text = "T"});
    const auto decisions = unit_decisions(review, {review::Status::accepted});
    REQUIRE(decisions.size() == 3);
    CHECK(decisions[0] == tmx::UnitDecision{"accepted", {}, {}, "lin", parse_time(review::lin.when), false});
    CHECK(decisions[1].status == "dropped");
    CHECK(decisions[1].left_out);
    CHECK(decisions[2] ==
          tmx::UnitDecision{"unreviewed", {}, "T", "lin", parse_time(review::lin.when), true});
}

TEST_CASE("only what holds decisions is not overwritten") {
    const ScratchFolder folder;
    CHECK_NOTHROW(refuse_losing_decisions(folder.path() / "none.tongwen"));
    CHECK_NOTHROW(refuse_losing_decisions(folder.add("other.tongwen", "text")));
    review::Review review = review::small_review("1-1");
    CHECK_NOTHROW(refuse_losing_decisions(write(folder, review)));
    review::ask(review, {.operation = Operation::bookmark});
    CHECK_THROWS_AS(refuse_losing_decisions(write(folder, review)), text::InputError);
    const review::Review carried(review.origin(), {{.status = review::Status::changed}});
    CHECK_THROWS_AS(refuse_losing_decisions(write(folder, carried)), text::InputError);
    CHECK_THROWS_AS(refuse_losing_decisions(
                        folder.add("newer.tongwen", "{\"format\":\"tongwen-review\",\"version\":9}\n")),
                    text::InputError);
}

TEST_CASE("what a request says of reading and aligning comes back from the settings") {
    AlignRequest request;
    request.source_options.format = "text";
    request.source_options.language = text::Language::parse("zh-CN");
    request.target_options.encoding = "UTF-8";
    request.target_options.segmentation.break_at_semicolon = true;
    request.lexicon.none = true;
    request.lexicon.glossaries = {"terms.tsv"};
    request.weights = "my.weights";
    request.self_training = align::SelfTraining::never;
    request.style = align::Style::merge;
    request.source_translation = "mt.txt";
    request.embeddings = {"a", "b", "c", "d"};
    const review::AlignSettings settings = settings_of(request);
    CHECK(settings.self_training == "never");
    CHECK(settings.style == "merge");
    CHECK(settings_of(request_of(settings, "a", "b")) == settings);
    AlignRequest other;
    other.lexicon.files = {"own.lexicon"};
    take_settings(settings, other);
    CHECK(other.lexicon.files == std::vector<std::string>{"own.lexicon"});
    CHECK_FALSE(other.lexicon.none);
    CHECK(other.style == align::Style::merge);
}

}  // namespace
}  // namespace tongwen::cli
