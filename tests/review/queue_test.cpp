// SPDX-License-Identifier: Apache-2.0
// Tests queues, and where beads go when others are merged or split.
#include "review/queue.h"

#include <vector>

#include "tests/review/small_review.h"
#include "tests/support/catch.h"

namespace tongwen::review {
namespace {

using Beads = std::vector<std::size_t>;

Beads beads_of(const Queue& queue) {
    Beads beads;
    for (std::size_t i = 0; i < queue.size(); ++i) beads.push_back(queue.bead(i));
    return beads;
}

Entry plan(const Review& review, const Request& request) {
    return std::get<Entry>(review.plan(request, lin));
}

Request merge(std::size_t bead) { return {.operation = Operation::merge, .bead = bead}; }

TEST_CASE("each queue has its beads in its order") {
    std::vector<ReviewedBead> none;
    CHECK(tally(none) == Tally{});
    Review review = small_review("1-1 1-2 1-1 1-0 1-1");
    ask(review, {.operation = Operation::accept, .bead = 0});
    ask(review, {.operation = Operation::needs_work, .bead = 2});
    ask(review, {.operation = Operation::pin, .bead = 4});
    const Beads with_findings = {3};
    const auto beads = [&](QueueKind kind) { return beads_of(make_queue(kind, review, with_findings)); };
    CHECK(beads(QueueKind::all) == Beads{0, 1, 2, 3, 4});
    CHECK(beads(QueueKind::least_sure) == Beads{1, 3});
    CHECK(beads(QueueKind::uneven) == Beads{1, 3});
    CHECK(beads(QueueKind::findings) == Beads{3});
    CHECK(beads(QueueKind::undecided) == Beads{1, 3, 4});
    CHECK(beads(QueueKind::to_fix) == Beads{2});
    CHECK(tally(review.beads()) == Tally{3, 1});
}

TEST_CASE("the least sure comes first") {
    align::Bitext bitext = small_review("1-1 1-1 1-1").origin();
    std::vector<align::Bead> beads = bitext.alignment.beads();
    beads[0].confidence = 0.9;
    beads[2].confidence = 0.2;
    bitext.alignment = align::Alignment(beads, 3, 3);
    const Review review(bitext);
    CHECK(beads_of(make_queue(QueueKind::least_sure, review, {})) == Beads{2, 1, 0});
    const auto first = next_doubtful(review, {});
    REQUIRE(first);
    CHECK(first->bead == 2);
    CHECK(next_doubtful(review, first)->bead == 1);
    CHECK_FALSE(next_doubtful(review, Doubt{0.9, 0}));
}

TEST_CASE("places of beads in a queue") {
    const Queue all(4);
    CHECK(all.position_of(3) == 3);
    CHECK_FALSE(all.position_of(4));
    const Queue some(QueueKind::uneven, {1, 4});
    CHECK(some.position_of(4) == 1);
    CHECK_FALSE(some.position_of(2));
    CHECK(some.position_near(2) == 1);
    CHECK(some.position_near(5) == 0);
    CHECK(Queue(QueueKind::least_sure, {4, 1}).position_near(2) == 0);
}

TEST_CASE("beads are renumbered by merges, splits and what undoes them") {
    struct Row {
        const char* shapes;
        Request request;
        Beads renumbered;
        Beads cut;
    };
    const auto row = GENERATE(values<Row>({
        {"1-1 1-1 1-1 1-1", merge(1), {0, 1, 1, 2}, {1, 2}},
        {"1-1 1-1 1-1 1-1", merge(0), {0, 0, 1, 2}, {0, 1}},
        {"1-1 2-2 1-1",
         {.operation = Operation::split, .bead = 1, .source_split = 1, .target_split = 1},
         {0, 1, 3},
         {1}},
        {"1-1 1-1", {.operation = Operation::accept, .bead = 0}, {0, 1}, {}},
        {"1-0 0-1 1-1", merge(1), {0, 1, 1}, {1, 2}},
    }));
    Review review = small_review(row.shapes);
    const Entry entry = plan(review, row.request);
    const Renumbering renumbering(review, entry);
    Beads renumbered;
    Beads cut;
    for (std::size_t i = 0; i < review.beads().size(); ++i) {
        renumbered.push_back(renumbering(i));
        if (renumbering.cuts(i)) cut.push_back(i);
    }
    CHECK(renumbered == row.renumbered);
    CHECK(cut == row.cut);
    CHECK(renumbering.cuts_any() == !row.cut.empty());
    CHECK(renumbering.first() == row.request.bead);
    review.apply(entry);
    const Entry back = plan(review, {.operation = Operation::undo});
    CHECK(Renumbering(review, back).first() == row.request.bead);
}

TEST_CASE("several changes in one entry add up") {
    Review review = small_review("1-1 1-1 1-1 1-1 1-1 1-1");
    const auto& beads = review.beads();
    const auto join = [](const ReviewedBead& one, const ReviewedBead& other) {
        return ReviewedBead{
            {{one.bead.source.begin, other.bead.source.end}, {one.bead.target.begin, other.bead.target.end}}};
    };
    const Entry entry{1,
                      Operation::realign,
                      {{{beads[0], beads[1]}, {join(beads[0], beads[1])}},
                       {{beads[3], beads[4]}, {join(beads[3], beads[4])}}},
                      0,
                      lin};
    const Renumbering renumbering(review, entry);
    Beads renumbered;
    for (std::size_t i = 0; i < 6; ++i) renumbered.push_back(renumbering(i));
    CHECK(renumbered == Beads{0, 0, 1, 2, 2, 3});
}

TEST_CASE("a queue follows; what is merged stands in it once") {
    Review review = small_review("1-1 1-1 1-1 1-1");
    const Entry entry = plan(review, merge(1));
    const Renumbering renumbering(review, entry);
    Queue some(QueueKind::undecided, {1, 2, 3});
    some.follow(renumbering, 3);
    CHECK(beads_of(some) == Beads{1, 2});
    Queue all(4);
    all.follow(renumbering, 3);
    CHECK(all.size() == 3);
}

}  // namespace
}  // namespace tongwen::review
