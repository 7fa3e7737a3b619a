// SPDX-License-Identifier: Apache-2.0
// Tests random samples and what a reviewer's decisions say of them.
#include "review/sample.h"

#include <set>
#include <vector>

#include "tests/review/small_review.h"
#include "tests/support/catch.h"

namespace tongwen::review {
namespace {

std::vector<std::size_t> drawn(const Review& review, std::size_t size, std::uint64_t seed) {
    const Queue queue = queue_of(review, draw_sample(review, size, seed));
    std::vector<std::size_t> beads;
    for (std::size_t i = 0; i < queue.size(); ++i) beads.push_back(queue.bead(i));
    return beads;
}

TEST_CASE("a sample has as many beads as are wanted, each once, in order, all equally often") {
    const Review review = small_review("1-1 1-0 0-1 1-1 2-1 1-1 1-1 1-1");
    std::vector<int> times(8);
    for (std::uint64_t seed = 0; seed < 4000; ++seed) {
        const std::vector<std::size_t> beads = drawn(review, 2, seed);
        REQUIRE(beads.size() == 2);
        REQUIRE(beads[0] < beads[1]);
        for (const std::size_t bead : beads) ++times[bead];
    }
    for (const int count : times) CHECK(std::abs(count - 1000) < 120);  // four standard deviations
    CHECK(drawn(review, 3, 7) == drawn(review, 3, 7));
    CHECK(drawn(review, 100, 1) == std::vector<std::size_t>{0, 1, 2, 3, 4, 5, 6, 7});
    CHECK(drawn(review, 0, 1).empty());
}

TEST_CASE("a bead is wrong when it needs work, was dropped or cut; right when accepted as it was") {
    Review review = small_review("1-1 1-1 1-1 1-1 2-2");
    const Sample sample = draw_sample(review, 5, 1);
    CHECK(judge(review, sample) == SampleVerdict{5, 0, 0});
    ask(review, {.operation = Operation::accept, .bead = 0});
    CHECK(judge(review, sample) == SampleVerdict{5, 1, 0});
    ask(review, {.operation = Operation::needs_work, .bead = 1});
    ask(review, {.operation = Operation::drop, .bead = 2});
    CHECK(judge(review, sample) == SampleVerdict{5, 3, 2});
    ask(review, {.operation = Operation::split, .bead = 4, .source_split = 1, .target_split = 1});
    CHECK(judge(review, sample) == SampleVerdict{5, 4, 3});
    ask(review, {.operation = Operation::undo});
    CHECK(judge(review, sample) == SampleVerdict{5, 3, 2});
    CHECK(judge(review, {}) == SampleVerdict{});
}

}  // namespace
}  // namespace tongwen::review
