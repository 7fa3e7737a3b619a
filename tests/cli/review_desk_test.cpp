// SPDX-License-Identifier: Apache-2.0
// Tests what keys make of the state, without a terminal.
#include "cli/review_desk.h"

#include <string>
#include <vector>

#include "tests/cli/reviewer.h"
#include "tests/cli/sample_bitext.h"
#include "tests/support/catch.h"

namespace tongwen::cli {
namespace {

using review::small_review;
using review::Status;

std::string statuses(const Reviewer& reviewer) {
    std::string out;
    for (const review::ReviewedBead& bead : reviewer.state().review.beads())
        out.append(out.empty() ? "" : " ").append(review::name(bead.decision.status));
    return out;
}

TEST_CASE("each key has its meaning in the list") {
    struct Row {
        const char* begin;
        const char* keys;
        const char* shapes;
        std::size_t row;
        const char* message;
    };
    const auto row = GENERATE(values<Row>({
        {"1-1 1-1 1-1", "j", "1-1 1-1 1-1", 2, ""},
        {"1-1 1-1 1-1", "Down Down Down", "1-1 1-1 1-1", 3, ""},
        {"1-1 1-1 1-1", "End k", "1-1 1-1 1-1", 2, ""},
        {"1-1 1-1 1-1", "End Home", "1-1 1-1 1-1", 1, ""},
        {"1-1 1-1 1-1", "PageDown", "1-1 1-1 1-1", 3, ""},
        {"1-1 1-1 1-1", "End PageUp", "1-1 1-1 1-1", 1, ""},
        {"1-1 1-1 1-1", "m", "2-2 1-1", 1, "merged"},
        {"1-1 1-1 1-1", "End m", "1-1 1-1 1-1", 3, "there is no next row"},
        {"1-1 1-1 1-1", "j m u", "1-1 1-1 1-1", 2, "taken back: merged"},
        {"1-1 1-1 1-1", "j m Home u", "1-1 1-1 1-1", 2, "taken back: merged"},
        {"1-1 1-1 1-1", "m u Ctrl-R", "2-2 1-1", 1, "done again: merged"},
        {"1-1 1-1 1-1", "u", "1-1 1-1 1-1", 1, "there is nothing to take back"},
        {"1-1 1-1 1-1", "Ctrl-R", "1-1 1-1 1-1", 1, "there is nothing to do again"},
        {"1-2 1-1", "}", "1-3 1-0", 1, "target boundary moved"},
        {"1-2 1-1", "{", "1-1 1-2", 1, "target boundary moved"},
        {"2-1 1-1", "[", "1-1 2-1", 1, "source boundary moved"},
        {"1-1 2-1", "]", "2-1 1-1", 1, "source boundary moved"},
        {"1-1 1-1", "S ]", "1-1 1-1", 1, "the source's boundaries are kept"},
        {"1-1 1-1", "S S", "1-1 1-1", 1, "the source's boundaries may move"},
        {"2-2", "s Enter", "1-1 1-1", 1, "split"},
        {"2-2", "s s", "1-1 1-1", 1, "split"},
        {"2-2", "s { Enter", "1-0 1-2", 1, "split"},
        {"3-3", "s j Enter", "2-2 1-1", 1, "split"},
        {"3-3", "s Right } Left Enter", "1-2 2-1", 1, "split"},
        {"1-1", "s Enter", "1-0 0-1", 1, "split"},
        {"2-2", "s Esc", "2-2", 1, ""},
        {"2-2", "s q", "2-2", 1, ""},
        {"2-2", "s ] } Enter", "2-2", 1, "one of the parts would be empty"},
        {"1-0", "s", "1-0", 1, "there is nothing to split here"},
        {"1-1 1-1 1-2 1-1 2-1", "N", "1-1 1-1 1-2 1-1 2-1", 3, ""},
        {"1-1 1-1 1-2 1-1 2-1", "N N N", "1-1 1-1 1-2 1-1 2-1", 3, "from the beginning again"},
        {"1-1 1-1", "N", "1-1 1-1", 1, "there is none"},
        {"1-1 1-1 1-1", "j b Home B", "1-1 1-1 1-1", 2, ""},
        {"1-1 1-1 1-1", "g '3' Enter", "1-1 1-1 1-1", 3, ""},
        {"1-2 1-1", "g 't3' Enter", "1-2 1-1", 2, ""},
        {"2-1 1-1", "g 's2' Enter", "2-1 1-1", 1, ""},
        {"1-1 1-1", "g '3' Enter", "1-1 1-1", 1, "there is no such row"},
        {"1-1 1-1", "g 's3' Enter", "1-1 1-1", 1, "there is no such row"},
        {"1-1 1-1", "g '0' Enter", "1-1 1-1", 1, "there is no such row"},
        {"1-1 1-1", "g '99999999999999999999' Enter", "1-1 1-1", 1, "there is no such row"},
        {"1-1 1-1", "g Enter", "1-1 1-1", 1, ""},
        {"1-1 1-1", "g '2' Esc", "1-1 1-1", 1, ""},
        {"1-1 1-1", "/ 'T2' Enter", "1-1 1-1", 2, ""},
        {"1-1 1-1 1-1", "/ 's2' Enter / Enter", "1-1 1-1 1-1", 2, "from the beginning again"},
        {"1-1 1-1", "/ 'x9' Enter", "1-1 1-1", 1, "not found: x9"},
        {"1-1 1-1", "Z", "1-1 1-1", 1, "Z does nothing here; ? lists the keys"},
    }));
    CAPTURE(row.begin, row.keys);
    Reviewer reviewer(small_review(row.begin));
    reviewer.press(row.keys);
    CHECK(reviewer.shapes() == row.shapes);
    CHECK(reviewer.row() == row.row);
    CHECK(reviewer.state().message == row.message);
    CHECK(reviewer.state().mode == Mode::list);
}

TEST_CASE("statuses are set, and counted") {
    struct Row {
        const char* keys;
        const char* statuses;
        review::Tally tally;
    };
    const auto row = GENERATE(values<Row>({
        {"", "undecided undecided undecided", {3, 0}},
        {"a", "accepted undecided undecided", {2, 0}},
        {"a x", "undecided undecided undecided", {3, 0}},
        {"r j d", "needs-work dropped undecided", {1, 1}},
        {"Space Space r", "accepted accepted needs-work", {0, 1}},
        {"Space k Space r", "accepted needs-work undecided", {1, 1}},
        {"r u", "undecided undecided undecided", {3, 0}},
        {"r u Ctrl-R", "needs-work undecided undecided", {2, 1}},
        {"a m", "undecided undecided", {2, 0}},
    }));
    CAPTURE(row.keys);
    Reviewer reviewer(small_review("1-1 1-1 1-1"));
    reviewer.press(row.keys);
    CHECK(statuses(reviewer) == row.statuses);
    CHECK(reviewer.state().tally == row.tally);
    CHECK(reviewer.state().tally == review::tally(reviewer.state().review.beads()));
}

TEST_CASE("what goes to the disk is there before it is done") {
    Reviewer reviewer(small_review("1-1 1-1"));
    reviewer.full = true;
    reviewer.press("Space");
    CHECK(statuses(reviewer) == "undecided undecided");
    CHECK(reviewer.row() == 1);
    CHECK(reviewer.state().message == "not saved, so not done: No space left on device");
    reviewer.full = false;
    reviewer.press("a");
    CHECK(reviewer.row() == 1);
    CHECK(statuses(reviewer) == "accepted undecided");
}

TEST_CASE("pins and bookmarks are turned on and off") {
    Reviewer reviewer(small_review("1-1"));
    const auto decision = [&reviewer] { return reviewer.state().review.beads()[0].decision; };
    reviewer.press("p b");
    CHECK(decision().pinned);
    CHECK(decision().bookmarked);
    reviewer.press("p b");
    CHECK_FALSE(decision().pinned);
    CHECK_FALSE(decision().bookmarked);
}

TEST_CASE("a comment is typed, changed and taken away") {
    Reviewer reviewer(small_review("1-1"));
    const auto comment = [&reviewer] { return reviewer.state().review.beads()[0].decision.comment; };
    reviewer.press("c '译名不一致' Enter");
    CHECK(comment() == "译名不一致");
    reviewer.press("c Backspace '!' Enter");
    CHECK(comment() == "译名不一!");
    reviewer.press("c 'nothing' Esc");
    CHECK(comment() == "译名不一!");
    reviewer.press("c Ctrl-U Enter");
    CHECK(comment().empty());
}

TEST_CASE("an edit is asked for and taken") {
    Reviewer reviewer(small_review("1-1 1-0"));
    reviewer.press("e");
    REQUIRE(reviewer.other.size() == 1);
    CHECK(std::get<EditTarget>(reviewer.other[0]).text == "t1");
    reviewer.carry_out(reviewer.desk.edited("Better.", review::lin));
    CHECK(reviewer.state().review.target_text(0) == "Better.");
    reviewer.press("j e");
    CHECK(reviewer.other.size() == 1);
    CHECK(reviewer.state().message == "there is no target here");
}

TEST_CASE("q and Ctrl-C leave; Ctrl-C from anywhere") {
    for (const char* const typed : {"q", "Ctrl-C", "/ Ctrl-C", "? Ctrl-C", "c 'x' Ctrl-C"}) {
        CAPTURE(typed);
        Reviewer reviewer(small_review("2-2"));
        reviewer.press(typed);
        REQUIRE(reviewer.other.size() == 1);
        CHECK(std::holds_alternative<Leave>(reviewer.other[0]));
    }
}

TEST_CASE("aligning again is asked for, and told of") {
    Reviewer reviewer(small_review("1-1 1-1"));
    reviewer.press("R");
    REQUIRE(reviewer.other.size() == 1);
    CHECK(std::holds_alternative<AlignOpen>(reviewer.other[0]));
    reviewer.carry_out(reviewer.desk.realigned({.number = 1, .operation = review::Operation::realign}));
    CHECK(reviewer.state().message == "aligned again: nothing has changed");
    const auto beads = reviewer.state().review.beads();
    const review::ReviewedBead both{{{beads[0].bead.source.begin, beads[1].bead.source.end},
                                     {beads[0].bead.target.begin, beads[1].bead.target.end}}};
    reviewer.carry_out(
        reviewer.desk.realigned({1, review::Operation::realign, {{beads, {both}}}, 0, review::lin}));
    CHECK(reviewer.shapes() == "2-2");
    CHECK(reviewer.state().message == "aligned again: 1 places changed");
}

TEST_CASE("n goes to the least sure row that nobody has decided, then to the next least sure") {
    Reviewer reviewer(small_review("1-1 1-1 1-1 1-1"));
    std::vector<std::size_t> rows;
    for (const char* const typed : {"End n", "n", "a n", "n", "n"})
        rows.push_back(reviewer.press(typed).row());
    CHECK(rows == std::vector<std::size_t>{1, 2, 3, 4, 1});
    CHECK(reviewer.state().message == "from the least sure row again");
    reviewer.press("a n a n a n a n");
    CHECK(reviewer.state().message == "nothing is undecided");
}

TEST_CASE("w goes from finding to finding, which follow what is merged") {
    Reviewer reviewer(small_review("1-1 1-0 1-1 0-1 1-1"));
    reviewer.desk.checked(check::run_checks(reviewer.state().review.current()));
    CHECK(reviewer.press("w").row() == 2);
    CHECK(reviewer.press("w").row() == 4);
    CHECK(reviewer.press("Home m").shapes() == "2-1 1-1 0-1 1-1");
    CHECK(reviewer.press("w").row() == 3);
    CHECK(reviewer.press("w").row() == 3);
}

TEST_CASE("Tab turns the queues, Shift-Tab back; empty ones are passed over") {
    Reviewer reviewer(small_review("1-1 1-2 1-1"));
    const auto queue = [&reviewer] { return reviewer.state().queue.kind(); };
    reviewer.press("j Tab");
    CHECK(queue() == review::QueueKind::least_sure);
    CHECK(reviewer.row() == 2);
    reviewer.press("Tab");
    CHECK(queue() == review::QueueKind::uneven);
    CHECK(reviewer.state().queue.size() == 1);
    reviewer.press("Tab");  // no findings
    CHECK(queue() == review::QueueKind::undecided);
    reviewer.press("Tab");  // nothing to fix
    CHECK(queue() == review::QueueKind::all);
    reviewer.press("Shift-Tab");
    CHECK(queue() == review::QueueKind::undecided);
    reviewer.press("Shift-Tab g '1' Enter");
    CHECK(queue() == review::QueueKind::all);
    CHECK(reviewer.row() == 1);
}

TEST_CASE("what is decided stays in its queue") {
    Reviewer reviewer(small_review("1-1 1-1 1-1"));
    reviewer.press("Tab Space");
    CHECK(reviewer.row() == 2);
    CHECK(reviewer.state().queue.size() == 3);
    reviewer.press("Space Space");
    CHECK(reviewer.state().message == "this is the last row of this queue");
}

TEST_CASE("a sample is drawn, judged, and tells of all rows") {
    Reviewer reviewer(small_review("1-1 1-1 1-1 1-1 1-1 1-1"));
    reviewer.press("t Ctrl-U '4' Enter");
    CHECK(reviewer.state().queue.kind() == review::QueueKind::sample);
    CHECK(reviewer.state().queue.size() == 4);
    reviewer.press("Space Space Space r");
    CHECK(reviewer.state().message ==
          "sample judged: 1 of 4 wrong; of all rows 25.0 %, at most 75.1 % (95 % certain)");
    CHECK(reviewer.press("t Ctrl-U 'x' Enter").state().queue.size() == 4);
}

TEST_CASE("keys can be bound otherwise") {
    ScreenSettings settings;
    settings.keys = {{U'y', Action::accept}, {U'?', Action::help}};
    Reviewer reviewer(small_review("1-1"), {80, 24}, settings);
    CHECK(statuses(reviewer.press("a")) == "undecided");
    CHECK(statuses(reviewer.press("y")) == "accepted");
}

TEST_CASE("a row taller than the screen is scrolled through") {
    std::vector<std::string> long_text = {""};
    for (int i = 0; i < 400; ++i) long_text[0] += "word" + std::to_string(i) + " ";
    align::Bitext bitext;
    bitext.source = document_of("a.txt", "en", {long_text, {"End."}});
    bitext.target = document_of("b.txt", "de", {{"Kurz."}, {"Ende."}});
    bitext.alignment = align::parse_alignment("1-1 1-1");
    Reviewer reviewer(review::Review(bitext), {80, 24});
    const std::string first = reviewer.screen();
    int presses = 0;
    for (; reviewer.row() == 1 && presses < 20; ++presses) {
        if (presses > 0) CHECK(reviewer.screen() != first);
        reviewer.press("j");
    }
    CHECK(presses > 3);
    CHECK(presses < 10);
    CHECK(reviewer.screen().find("Ende.") != std::string::npos);
    CHECK(reviewer.press("k").row() == 1);
    CHECK(reviewer.screen().find("word399") != std::string::npos);
    for (int i = 0; i < presses; ++i) reviewer.press("k");
    CHECK(reviewer.screen() == first);
}

}  // namespace
}  // namespace tongwen::cli
