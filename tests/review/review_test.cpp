// SPDX-License-Identifier: Apache-2.0
#include "review/review.h"

#include <stdexcept>

#include <rapidcheck.h>

#include "tests/review/small_review.h"
#include "tests/support/catch.h"

using namespace tongwen;
using namespace tongwen::review;

namespace {

using enum Operation;

std::vector<Status> statuses(const Review& review) {
    std::vector<Status> result;
    for (const ReviewedBead& bead : review.beads()) result.push_back(bead.decision.status);
    return result;
}

struct Row {
    const char* before;
    Request request;
    const char* outcome;
    const char* after;
    bool source_anchored = false;
};

void check_rows(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        INFO(row.before << " " << name(row.request.operation) << " at " << row.request.bead);
        Review review = small_review(row.before);
        review.source_anchored = row.source_anchored;
        CHECK(ask(review, row.request) == row.outcome);
        CHECK(shapes(review) == row.after);
    }
}

}  // namespace

TEST_CASE("operations and refusals have names, and an operation's name leads back") {
    for (std::size_t i = 0; i < operation_count; ++i) {
        const auto operation = static_cast<Operation>(i);
        CHECK(find_operation(name(operation)) == operation);
    }
    CHECK_FALSE(find_operation("approve"));
    CHECK(name(unbookmark) == "unbookmark");
    CHECK(name(redo) == "redo");
    CHECK(name(Refusal::no_such_bead) == "no-such-bead");
    CHECK(name(Refusal::no_change) == "no-change");
}

TEST_CASE("a status is set, by somebody, at a time") {
    Review review = small_review("1-1 1-1");
    CHECK(ask(review, {.operation = accept}) == "done");
    CHECK(ask(review, {.operation = accept}) == "no-change");
    CHECK(ask(review, {.operation = needs_work, .bead = 1}) == "done");
    CHECK(ask(review, {.operation = drop, .bead = 1}) == "done");
    CHECK(ask(review, {.operation = accept, .bead = 2}) == "no-such-bead");
    CHECK(statuses(review) == std::vector{Status::accepted, Status::dropped});
    CHECK(review.beads()[0].decision == Decision{.status = Status::accepted, .who = "lin", .when = lin.when});
    CHECK(review.beads()[0].bead.confidence == 0.5);
    CHECK(ask(review, {.operation = clear}) == "done");
    CHECK(statuses(review) == std::vector{Status::undecided, Status::dropped});
    CHECK(ask(review, {.operation = clear}) == "no-change");
}

TEST_CASE("pins, bookmarks, comments") {
    Review review = small_review("1-1");
    CHECK(ask(review, {.operation = unpin}) == "no-change");
    CHECK(ask(review, {.operation = pin}) == "done");
    CHECK(ask(review, {.operation = bookmark}) == "done");
    CHECK(ask(review, {.operation = comment, .text = "Why?"}) == "done");
    CHECK(review.beads()[0].decision ==
          Decision{.pinned = true, .bookmarked = true, .comment = "Why?", .who = "lin", .when = lin.when});
    CHECK(ask(review, {.operation = unpin}) == "done");
    CHECK(ask(review, {.operation = unbookmark}) == "done");
    CHECK(ask(review, {.operation = comment}) == "done");
    CHECK(ask(review, {.operation = comment}) == "no-change");
    CHECK_FALSE(review.beads()[0].fixed());
}

TEST_CASE("a target is edited, and the edit is taken back") {
    Review review = small_review("1-2 1-0");
    CHECK(review.target_text(0) == "t1 t2");
    CHECK(review.source_text(0) == "s1");
    CHECK(ask(review, {.operation = edit, .text = "t1, t2"}) == "done");
    CHECK(review.target_text(0) == "t1, t2");
    CHECK(ask(review, {.operation = edit, .text = "t1 t2"}) == "done");
    CHECK_FALSE(review.beads()[0].decision.target_edit);
    CHECK(ask(review, {.operation = edit, .text = ""}) == "no-change");
    CHECK(ask(review, {.operation = edit, .bead = 1, .text = "x"}) == "no-target");
    CHECK(ask(review, {.operation = edit, .text = "a\xFF"}) == "done");
    CHECK(review.target_text(0) == "a\xEF\xBF\xBD");
}

TEST_CASE("beads are merged") {
    check_rows({{"1-1 1-1", {.operation = merge}, "done", "2-2"},
                {"1-1 1-1", {.operation = merge, .bead = 1}, "no-next-bead", "1-1 1-1"},
                {"1-0 0-1", {.operation = merge}, "done", "1-1"},
                {"1-1 1-1", {.operation = merge}, "source-anchored", "1-1 1-1", true},
                {"1-1 0-1", {.operation = merge}, "done", "1-2", true}});
}

TEST_CASE("a merged bead is by hand and keeps what was said") {
    Review review = small_review("1-1 1-1 1-1");
    ask(review, {.operation = accept});
    ask(review, {.operation = comment, .text = "one"});
    ask(review, {.operation = comment, .bead = 1, .text = "two"});
    ask(review, {.operation = edit, .bead = 1, .text = "T2"});
    ask(review, {.operation = bookmark, .bead = 1});
    CHECK(ask(review, {.operation = merge}, {"wei", "2026-11-25T00:00:00Z"}) == "done");
    const ReviewedBead& bead = review.beads()[0];
    CHECK(bead.bead ==
          align::Bead{align::make_run<align::Source>(0, 2), align::make_run<align::Target>(0, 2)});
    CHECK(bead.decision == Decision{.bookmarked = true,
                                    .by_hand = true,
                                    .comment = "one\ntwo",
                                    .target_edit = "t1 T2",
                                    .who = "wei",
                                    .when = "2026-11-25T00:00:00Z"});
    CHECK(ask(review, {.operation = merge}) == "done");
    CHECK(review.target_text(0) == "t1 T2 t3");
}

TEST_CASE("a bead is split") {
    const auto at = [](std::size_t m, std::size_t n) {
        return Request{.operation = split, .source_split = m, .target_split = n};
    };
    check_rows({{"2-2", at(1, 1), "done", "1-1 1-1"},
                {"2-2", at(2, 1), "done", "2-1 0-1"},
                {"1-1", at(1, 0), "done", "1-0 0-1"},
                {"1-1", at(0, 1), "done", "0-1 1-0"},
                {"2-0", at(1, 0), "done", "1-0 1-0"},
                {"1-0", at(1, 0), "nothing-to-split", "1-0"},
                {"2-2", at(0, 0), "empty-part", "2-2"},
                {"2-2", at(2, 2), "empty-part", "2-2"},
                {"2-2", at(3, 1), "empty-part", "2-2"},
                {"2-2", at(1, 1), "source-anchored", "2-2", true},
                {"2-2", at(2, 1), "done", "2-1 0-1", true}});
}

TEST_CASE("the first part keeps the comment, an edit goes with its target") {
    Review review = small_review("1-2");
    ask(review, {.operation = comment, .text = "one"});
    ask(review, {.operation = edit, .text = "T"});
    ask(review, {.operation = pin});
    CHECK(ask(review, {.operation = split, .source_split = 1, .target_split = 1}) == "edited-text");
    CHECK(ask(review, {.operation = split, .source_split = 1, .target_split = 0}) == "done");
    CHECK(shapes(review) == "1-0 0-2");
    CHECK(review.beads()[0].decision.comment == "one");
    CHECK_FALSE(review.beads()[0].decision.target_edit);
    CHECK(review.beads()[1].decision.comment.empty());
    CHECK(review.beads()[1].decision.target_edit == "T");
    CHECK(review.beads()[1].decision.pinned);
}

TEST_CASE("boundaries are shifted") {
    const auto shift = [](Operation operation, int by) { return Request{.operation = operation, .by = by}; };
    check_rows({{"1-1 2-1", shift(shift_source, 1), "done", "2-1 1-1"},
                {"2-1 1-1", shift(shift_source, -1), "done", "1-1 2-1"},
                {"1-1 1-1", shift(shift_source, 1), "done", "2-1 0-1"},
                {"1-1 1-1", shift(shift_target, 1), "done", "1-2 1-0"},
                {"1-1 1-1", shift(shift_target, -1), "done", "1-0 1-2"},
                {"1-1 0-1", shift(shift_target, 1), "done", "1-2"},
                {"1-0 0-1", shift(shift_target, 1), "done", "1-1"},
                {"0-1 1-1", shift(shift_target, -1), "done", "1-2"},
                {"1-1 3-1", shift(shift_source, 3), "done", "4-1 0-1"},
                {"1-1 1-0", shift(shift_target, 1), "nothing-to-shift", "1-1 1-0"},
                {"1-1 1-1", shift(shift_target, 2), "nothing-to-shift", "1-1 1-1"},
                {"1-0 1-1", shift(shift_target, -1), "nothing-to-shift", "1-0 1-1"},
                {"1-1 1-1", shift(shift_target, 0), "no-change", "1-1 1-1"},
                {"1-1", shift(shift_target, 1), "no-next-bead", "1-1"},
                {"1-1", shift(shift_source, 1), "no-next-bead", "1-1"},
                {"1-1 1-1", shift(shift_source, 1), "source-anchored", "1-1 1-1", true},
                {"1-1 1-1", shift(shift_target, 1), "done", "1-2 1-0", true}});
}

TEST_CASE("a bead that a shift empties leaves its comment; an edited target stays whole") {
    Review review = small_review("1-1 0-1");
    ask(review, {.operation = comment, .text = "one"});
    ask(review, {.operation = comment, .bead = 1, .text = "two"});
    ask(review, {.operation = edit, .bead = 1, .text = "T2"});
    CHECK(ask(review, {.operation = shift_target}) == "edited-text");
    ask(review, {.operation = undo});
    CHECK(ask(review, {.operation = shift_target}) == "done");
    CHECK(review.beads()[0].decision.comment == "one\ntwo");
    CHECK(review.beads()[0].decision.by_hand);
    CHECK(review.beads()[0].bead.confidence == 1.0);
}

TEST_CASE("undo appends the inverse, redo the same again") {
    Review review = small_review("1-1 1-1");
    CHECK(ask(review, {.operation = undo}) == "nothing-to-undo");
    ask(review, {.operation = accept});
    ask(review, {.operation = merge});
    CHECK(ask(review, {.operation = undo}, {"wei", "2026-11-25T00:00:00Z"}) == "done");
    CHECK(shapes(review) == "1-1 1-1");
    const Entry& entry = review.ledger().back();
    CHECK(entry.number == 3);
    CHECK(entry.of == 2);
    CHECK(entry.stamp.who == "wei");
    CHECK(entry.changes[0].before == review.ledger()[1].changes[0].after);
    CHECK(entry.changes[0].after == review.ledger()[1].changes[0].before);
    CHECK(review.beads()[0].decision.who == "lin");
    CHECK(review.redoable() == std::vector<std::size_t>{2});
    CHECK(ask(review, {.operation = redo}) == "done");
    CHECK(shapes(review) == "2-2");
    CHECK(ask(review, {.operation = redo}) == "nothing-to-redo");
    ask(review, {.operation = undo});
    ask(review, {.operation = pin});
    CHECK(review.redoable().empty());
    CHECK(review.undoable() == std::vector<std::size_t>{1, 6});
}

TEST_CASE("an entry that does not fit changes nothing") {
    const Review fresh = small_review("1-1 1-1 1-1");
    const Entry good = std::get<Entry>(fresh.plan({.operation = merge, .bead = 1}, lin));
    std::vector<Entry> bad(9, good);
    bad[0].number = 2;
    bad[1].changes[0].before[0].bead.confidence = 0.1;
    bad[2].changes[0].before.pop_back();
    bad[3].changes[0].after[0].bead.source.end.value = 2;
    bad[4].changes[0].after.clear();
    bad[5].changes.push_back(bad[5].changes[0]);
    bad[6].operation = undo;
    bad[7].changes[0].before[0].bead.source.begin.value = 7;
    bad[8].changes[0].after = {{{align::make_run<align::Source>(1, 1), align::make_run<align::Target>(1, 1)}},
                               good.changes[0].after[0]};
    for (const Entry& entry : bad) {
        Review review = fresh;
        CHECK_THROWS_AS(review.apply(entry), std::invalid_argument);
        CHECK(review.beads() == fresh.beads());
        CHECK(review.ledger().empty());
        std::vector<Entry> ledger = {entry};
        ledger.resize(100, entry);
        CHECK(review.replay(ledger) == 0);
        CHECK(review.beads() == fresh.beads());
    }
}

TEST_CASE("the bead that holds a segment") {
    const Review review = small_review("1-1 2-0 0-1 1-2");
    CHECK(review.bead_at(align::SourcePosition{0}) == 0);
    CHECK(review.bead_at(align::SourcePosition{2}) == 1);
    CHECK(review.bead_at(align::SourcePosition{3}) == 3);
    CHECK(review.bead_at(align::TargetPosition{1}) == 2);
    CHECK(review.bead_at(align::TargetPosition{3}) == 3);
}

TEST_CASE("what was decided is counted") {
    Review review = small_review("1-1 1-1 1-1");
    ask(review, {.operation = accept});
    ask(review, {.operation = drop, .bead = 1});
    ask(review, {.operation = pin, .bead = 1});
    ask(review, {.operation = edit, .bead = 2, .text = "T"});
    ask(review, {.operation = comment, .bead = 2, .text = "?"});
    ask(review, {.operation = bookmark, .bead = 2});
    const Counts counts = count(review);
    CHECK(counts.beads == 3);
    CHECK(counts.by_status == std::array<std::size_t, status_count>{1, 1, 0, 1, 0});
    CHECK(counts.pinned == 1);
    CHECK(counts.edited == 1);
    CHECK(counts.commented == 1);
    CHECK(counts.bookmarked == 1);
    CHECK(counts.by_hand == 0);
}

TEST_CASE("decisions from before the ledger are those of the first beads") {
    const Review first = small_review("1-1 1-1");
    const std::vector<Decision> decisions = {{.status = Status::changed}, {.pinned = true}};
    const Review review(first.origin(), decisions);
    CHECK(review.beads()[0].decision.status == Status::changed);
    CHECK(review.beads()[1].decision.pinned);
    CHECK(review.first_decisions() == decisions);
}

TEST_CASE("a moved block stays as long as its links stand free") {
    align::Bitext bitext{numbered_segments("s", 3, "zh"), numbered_segments("t", 3, "en"),
                         align::parse_alignment("1-0 1-0 1-1 0-1 0-1")};
    bitext.moved = {{align::make_run<align::Source>(0, 2),
                     align::make_run<align::Target>(1, 3),
                     {{align::make_run<align::Source>(0, 1), align::make_run<align::Target>(1, 2), 0.9},
                      {align::make_run<align::Source>(1, 2), align::make_run<align::Target>(2, 3), 0.8}}}};
    Review review(bitext);
    CHECK(review.current().moved == bitext.moved);

    SECTION("one link is gone: its segments stand alone") {
        ask(review, {.operation = merge, .bead = 3});
        ask(review, {.operation = split, .bead = 3, .target_split = 1});
        CHECK(review.current().moved == bitext.moved);
        ask(review, {.operation = merge, .bead = 2});  // t2 is with s3 and t1 now
        const auto moved = review.current().moved;
        REQUIRE(moved.size() == 1);
        CHECK(moved[0].beads ==
              std::vector<align::Bead>{
                  {align::make_run<align::Source>(0, 1), align::make_run<align::Target>(1, 1)},
                  {align::make_run<align::Source>(1, 1), align::make_run<align::Target>(1, 2)},
                  bitext.moved[0].beads[1]});
    }
    SECTION("one bead for the segments of two links: neither is known any more") {
        ask(review, {.operation = merge});
        CHECK(review.current().moved.empty());
        ask(review, {.operation = undo});
        CHECK(review.current().moved == bitext.moved);
    }
}

TEST_CASE("whatever is asked for: undo leads back to the first beads, redo to the last, replay anywhere") {
    REQUIRE(rc::check([] {
        const auto shape =
            rc::gen::elementOf(std::vector<std::string>{"1-1", "1-2", "2-1", "0-1", "1-0", "2-2"});
        std::string spelling;
        for (const std::string& one : *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(shape)))
            spelling += (spelling.empty() ? "" : " ") + one;
        const Review fresh = small_review(spelling);
        Review review = fresh;
        const auto small = [](int least, int most) { return *rc::gen::inRange(least, most); };
        const int steps = small(0, 120);
        for (int step = 0; step < steps; ++step) {
            review.source_anchored = small(0, 4) == 0;
            auto operation = static_cast<Operation>(small(0, static_cast<int>(operation_count)));
            if (operation == realign) operation = merge;
            ask(review, {.operation = operation,
                         .bead = static_cast<std::size_t>(small(0, static_cast<int>(review.beads().size()))),
                         .source_split = static_cast<std::size_t>(small(0, 3)),
                         .target_split = static_cast<std::size_t>(small(0, 3)),
                         .by = small(-2, 3),
                         .text = *rc::gen::elementOf(std::vector<std::string>{"", "x", "y"})});
        }
        align::SourcePosition i;
        align::TargetPosition j;
        for (const ReviewedBead& bead : review.beads()) {
            RC_ASSERT(bead.bead.source.begin == i);
            RC_ASSERT(bead.bead.target.begin == j);
            RC_ASSERT(!bead.bead.source.empty() || !bead.bead.target.empty());
            i = bead.bead.source.end;
            j = bead.bead.target.end;
        }
        RC_ASSERT(i.value == review.source().segments.size());
        RC_ASSERT(j.value == review.target().segments.size());

        Review replayed = fresh;
        RC_ASSERT(replayed.replay(review.ledger()) == review.ledger().size());
        RC_ASSERT(replayed.beads() == review.beads());
        RC_ASSERT(replayed.undoable() == review.undoable());
        RC_ASSERT(replayed.redoable() == review.redoable());

        while (ask(review, {.operation = redo}) == "done") {
        }
        const std::vector<ReviewedBead> last = review.beads();
        while (ask(review, {.operation = undo}) == "done") {
        }
        RC_ASSERT(review.beads() == fresh.beads());
        while (ask(review, {.operation = redo}) == "done") {
        }
        RC_ASSERT(review.beads() == last);
    }));
}
