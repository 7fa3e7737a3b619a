// SPDX-License-Identifier: Apache-2.0
// Tests joining the decisions of two people.
#include "review/merge.h"

#include <rapidcheck.h>

#include "tests/review/small_review.h"
#include "tests/support/catch.h"

namespace tongwen::review {
namespace {

const Stamp wang = {"wang", "2026-11-24T10:00:00Z"};
const Stamp joiner = {"chen", "2026-11-25T08:00:00Z"};
const ReviewerNames names = {"lin", "wang"};

Review reviewed(const char* spelling, const std::vector<Request>& requests, const Stamp& stamp) {
    Review review = small_review(spelling);
    for (const Request& request : requests) REQUIRE(ask(review, request, stamp) == "done");
    return review;
}

std::string statuses(const Review& review) {
    std::string text;
    for (const ReviewedBead& bead : review.beads())
        text += std::string(text.empty() ? "" : " ") + std::string(name(bead.decision.status));
    return text;
}

struct Row {
    std::string what;
    std::vector<Request> a, b;
    Preference preference;
    std::string shapes, statuses;
    std::size_t conflicts, from_a, from_b, equal;
};

TEST_CASE("decisions are joined place by place") {
    using enum Operation;
    const Request shift{.operation = shift_target, .bead = 1, .by = 1};
    const std::vector<Row> rows = {
        {"nothing decided",
         {},
         {},
         Preference::neither,
         "1-1 1-1 1-1",
         "undecided undecided undecided",
         0,
         0,
         0,
         0},
        {"each one's own",
         {{accept, 0}},
         {{drop, 2}},
         Preference::neither,
         "1-1 1-1 1-1",
         "accepted undecided dropped",
         0,
         1,
         1,
         0},
        {"the same",
         {{accept, 1}},
         {{accept, 1}},
         Preference::neither,
         "1-1 1-1 1-1",
         "undecided accepted undecided",
         0,
         0,
         0,
         1},
        {"contradiction",
         {{accept, 1}},
         {{drop, 1}},
         Preference::neither,
         "1-1 1-1 1-1",
         "undecided undecided undecided",
         1,
         0,
         0,
         0},
        {"a goes first",
         {{accept, 1}},
         {{drop, 1}},
         Preference::a,
         "1-1 1-1 1-1",
         "undecided accepted undecided",
         1,
         0,
         0,
         0},
        {"b goes first",
         {{accept, 1}},
         {{drop, 1}},
         Preference::b,
         "1-1 1-1 1-1",
         "undecided dropped undecided",
         1,
         0,
         0,
         0},
        {"the later goes first",
         {{accept, 1}},
         {{drop, 1}},
         Preference::later,
         "1-1 1-1 1-1",
         "undecided dropped undecided",
         1,
         0,
         0,
         0},
        {"boundaries of one",
         {},
         {{merge, 1}},
         Preference::neither,
         "1-1 2-2",
         "undecided undecided",
         0,
         0,
         1,
         0},
        {"boundaries of both, equal",
         {{merge, 1}},
         {{merge, 1}},
         Preference::neither,
         "1-1 2-2",
         "undecided undecided",
         0,
         0,
         0,
         1},
        {"boundaries against a decision",
         {{accept, 2}},
         {{merge, 1}},
         Preference::neither,
         "1-1 1-1 1-1",
         "undecided undecided undecided",
         1,
         0,
         0,
         0},
        {"boundaries against a decision, b first",
         {{accept, 2}},
         {{merge, 1}},
         Preference::b,
         "1-1 2-2",
         "undecided undecided",
         1,
         0,
         0,
         0},
        {"boundaries beside a decision",
         {{accept, 0}},
         {shift},
         Preference::neither,
         "1-1 1-2 1-0",
         "accepted undecided undecided",
         0,
         1,
         1,
         0},
        {"a comment and a status",
         {{.operation = comment, .bead = 0, .text = "?"}},
         {{accept, 0}},
         Preference::neither,
         "1-1 1-1 1-1",
         "accepted undecided undecided",
         0,
         0,
         0,
         1},
        {"two edits",
         {{.operation = edit, .bead = 0, .text = "x"}},
         {{.operation = edit, .bead = 0, .text = "y"}},
         Preference::neither,
         "1-1 1-1 1-1",
         "undecided undecided undecided",
         1,
         0,
         0,
         0},
    };
    for (const Row& row : rows) {
        INFO(row.what);
        const Review a = reviewed("1-1 1-1 1-1", row.a, lin);
        const Review b = reviewed("1-1 1-1 1-1", row.b, wang);
        const Merged merged = review::merge(a, b, row.preference, names, joiner);
        CHECK(shapes(merged.review) == row.shapes);
        CHECK(statuses(merged.review) == row.statuses);
        CHECK(merged.conflicts.size() == row.conflicts);
        CHECK(merged.from_a == row.from_a);
        CHECK(merged.from_b == row.from_b);
        CHECK(merged.equal == row.equal);
    }
}

TEST_CASE("a conflict is left open with both opinions in a comment") {
    const Review a = reviewed("1-1 1-1", {{Operation::accept, 0}}, lin);
    const Review b = reviewed(
        "1-1 1-1", {{.operation = Operation::edit, .bead = 0, .text = "T1"}, {Operation::drop, 0}}, wang);
    const Merged merged = merge(a, b, Preference::neither, names, joiner);
    const Decision& decision = merged.review.beads()[0].decision;
    CHECK(decision.comment == "lin: accepted; wang: dropped \"T1\"");
    CHECK(decision.who == "chen");
    CHECK_FALSE(decision.target_edit.has_value());
    REQUIRE(merged.conflicts.size() == 1);
    CHECK(merged.conflicts[0].bead == 0);
    const Review c = reviewed("1-1 1-1", {{Operation::merge, 0}, {Operation::needs_work, 0}}, wang);
    CHECK(merge(a, c, Preference::neither, names, joiner).review.beads()[0].decision.comment ==
          "lin: 1-1 accepted, 1-1 undecided; wang: 2-2 needs-work");
}

TEST_CASE("the ledger goes on with what was taken, whose it is, and can be taken back") {
    const Review a = reviewed("1-1 1-1", {{Operation::accept, 0}}, lin);
    const Review b = reviewed("1-1 1-1", {{Operation::drop, 1}}, wang);
    Review merged = merge(a, b, Preference::neither, names, joiner).review;
    REQUIRE(merged.ledger().size() == 2);
    CHECK(merged.ledger()[0] == a.ledger()[0]);
    CHECK(merged.ledger()[1].operation == Operation::drop);
    CHECK(merged.ledger()[1].stamp == wang);
    CHECK(ask(merged, {Operation::undo}) == "done");
    CHECK(merged.beads() == a.beads());
}

TEST_CASE("what both have of old is nobody's opinion") {
    Review a = reviewed("1-1 1-1", {{Operation::accept, 0}}, lin);
    Review b = a;
    ask(b, {Operation::drop, 0}, wang);
    ask(a, {Operation::accept, 1}, lin);
    const Merged merged = merge(a, b, Preference::neither, names, joiner);
    CHECK(statuses(merged.review) == "dropped accepted");
    CHECK(merged.conflicts.empty());
    CHECK(share_of(merged.agreement.status) == Share{0, 0});
    ask(b, {Operation::clear, 0}, wang);
    CHECK(statuses(merge(a, b, Preference::neither, names, joiner).review) == "undecided accepted");
}

TEST_CASE("reviews of other documents, or of another alignment, are not joined") {
    const Review a = small_review("1-1 1-1");
    CHECK(find_mismatch(a, a) == Mismatch::none);
    CHECK(find_mismatch(a, small_review("1-1 1-1 1-0")) == Mismatch::source);
    CHECK(find_mismatch(a, small_review("1-1 1-1 0-1")) == Mismatch::target);
    CHECK(find_mismatch(a, small_review("2-2")) == Mismatch::beads);
}

/// Any requests, those that are refused left out.
Review any_review(const Review& begin, const Stamp& stamp) {
    Review review = begin;
    const auto steps = *rc::gen::inRange(0, 12);
    for (int step = 0; step < steps; ++step) {
        const auto operation = static_cast<Operation>(*rc::gen::inRange(0, 14));
        ask(review,
            {.operation = operation,
             .bead = *rc::gen::inRange<std::size_t>(0, review.beads().size()),
             .source_split = *rc::gen::inRange<std::size_t>(0, 3),
             .target_split = *rc::gen::inRange<std::size_t>(0, 3),
             .by = *rc::gen::element(-1, 1),
             .text = *rc::gen::element<std::string>("", "x", "y")},
            stamp);
    }
    return review;
}

bool has_opinion(const Review& review) {
    for (const ReviewedBead& bead : review.beads())
        if (bead.fixed()) return true;
    return false;
}

TEST_CASE("joining is sound, whatever was decided") {
    REQUIRE(rc::check([] {
        const Review begin = small_review("1-1 2-1 1-1 0-1 1-2 1-0 1-1 1-1");
        const Review a = any_review(begin, lin);
        const Review b = any_review(begin, wang);
        for (const Preference preference :
             {Preference::neither, Preference::a, Preference::b, Preference::later}) {
            const Merged merged = merge(a, b, preference, names, joiner);
            Review again(begin.origin());
            RC_ASSERT(again.replay(merged.review.ledger()) == merged.review.ledger().size());
            RC_ASSERT(again.beads() == merged.review.beads());
            const Merged mirrored = merge(b, a, preference, names, joiner);
            RC_ASSERT(mirrored.conflicts.size() == merged.conflicts.size());
            RC_ASSERT(mirrored.from_a == merged.from_b);
            RC_ASSERT(mirrored.equal == merged.equal);
        }
        const Merged with_itself = merge(a, a, Preference::neither, names, joiner);
        RC_ASSERT(with_itself.conflicts.empty());
        RC_ASSERT(with_itself.review.beads() == a.beads());
        const Merged with_nothing = merge(begin, a, Preference::neither, names, joiner);
        RC_ASSERT(with_nothing.conflicts.empty());
        if (has_opinion(a)) RC_ASSERT(with_nothing.from_b > 0U);
    }));
}

}  // namespace
}  // namespace tongwen::review
