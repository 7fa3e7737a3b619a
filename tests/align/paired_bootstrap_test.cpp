// SPDX-License-Identifier: Apache-2.0
// Tests the comparison of two systems.
#include "align/paired_bootstrap.h"

#include "tests/align/listed_beads.h"
#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

/// Counts of a piece with `all` links in gold and result, of which some are found exactly or with an overlap.
Counts counts_of(std::size_t strict, std::size_t lax, std::size_t all) {
    Counts counts;
    counts.beads = counts.gold_links = {strict, lax, all};
    return counts;
}

std::vector<PairedCounts> repeat(std::size_t times, const PairedCounts& piece) {
    return std::vector<PairedCounts>(times, piece);
}

TEST_CASE("equal systems do not differ") {
    const auto pieces = repeat(8, {counts_of(3, 4, 5), counts_of(3, 4, 5)});
    const Comparison result = compare(pieces, {.samples = 200, .seed = 1});
    CHECK(result.pieces == 8);
    for (const Difference& difference : {result.strict, result.lax}) {
        CHECK(difference.value() == 0);
        CHECK(difference.interval == Interval{0, 0});
        CHECK(difference.p == 1);
    }
    CHECK(result.strict.first == Approx(0.6));
    CHECK(result.lax.second == Approx(0.8));
}

TEST_CASE("an advantage in every piece is no chance") {
    const Comparison result =
        compare(repeat(5, {counts_of(4, 4, 5), counts_of(3, 4, 5)}), {.samples = 199, .seed = 7});
    CHECK(result.strict.value() == Approx(0.2));
    CHECK(result.strict.interval->low == Approx(0.2));
    CHECK(result.strict.interval->high == Approx(0.2));
    CHECK(*result.strict.p == Approx(2.0 / 200));  // the sample added for fairness
    CHECK(result.lax.p == 1);
}

TEST_CASE("an advantage here and a disadvantage there is chance") {
    std::vector<PairedCounts> pieces = repeat(10, {counts_of(5, 5, 10), counts_of(6, 6, 10)});
    for (std::size_t k = 0; k < 5; ++k) std::swap(pieces[k].first, pieces[k].second);
    const Comparison result = compare(pieces, {.samples = 2000, .seed = 3});
    CHECK(result.strict.value() == 0);
    CHECK(result.strict.interval->low < -0.03);
    CHECK(result.strict.interval->high > 0.03);
    CHECK(*result.strict.p > 0.8);
}

TEST_CASE("the interval is about as wide as theory has it") {
    // Differences of +0.1 and -0.1 in half of 100 pieces each: the mean's standard error is 0.01.
    std::vector<PairedCounts> pieces = repeat(100, {counts_of(5, 5, 10), counts_of(6, 6, 10)});
    for (std::size_t k = 0; k < 50; ++k) std::swap(pieces[k].first, pieces[k].second);
    const Comparison result = compare(pieces, {.samples = 5000, .seed = 5});
    CHECK(result.strict.interval->low == Approx(-0.0196).margin(0.002));
    CHECK(result.strict.interval->high == Approx(0.0196).margin(0.002));
}

TEST_CASE("the same seed gives the same result, another one nearly") {
    std::vector<PairedCounts> pieces;
    for (std::size_t k = 0; k < 20; ++k) pieces.push_back({counts_of(k % 7, 8, 9), counts_of(k % 5, 7, 9)});
    const Comparison one = compare(pieces, {.samples = 500, .seed = 11});
    CHECK(one == compare(pieces, {.samples = 500, .seed = 11}));
    const Comparison other = compare(pieces, {.samples = 500, .seed = 12});
    CHECK(other.strict.interval != one.strict.interval);
    CHECK(other.strict.interval->low == Approx(one.strict.interval->low).margin(0.05));
    // The same on every machine, and as a program in another language has it.
    CHECK(*one.strict.p == Approx(66.0 / 501));
    CHECK(one.strict.interval->low == Approx(-5.0 / 180));
    CHECK(one.strict.interval->high == Approx(35.0 / 180));
}

TEST_CASE("too few pieces say nothing of chance") {
    for (const std::size_t count : {0U, 1U, 4U}) {
        const Comparison result =
            compare(repeat(count, {counts_of(2, 2, 2), counts_of(1, 1, 2)}), {.samples = 100, .seed = 1});
        CHECK(result.pieces == count);
        CHECK(result.strict.value() == Approx(count == 0 ? 0 : 0.5));
        CHECK_FALSE(result.strict.interval);
        CHECK_FALSE(result.strict.p);
        CHECK_FALSE(result.lax.p);
    }
}

std::vector<ListedBead> ladder(std::uint32_t count) {
    std::vector<ListedBead> beads;
    for (std::uint32_t k = 0; k < count; ++k) beads.push_back({{k}, {k}});
    return beads;
}

TEST_CASE("pieces are documents, and blocks where there are few documents") {
    const Alternatives document = {ladder(120), ladder(120), ladder(60)};
    const auto of_many = count_pieces(std::vector<Alternatives>(5, document));
    REQUIRE(of_many.size() == 5);
    CHECK(of_many[0].first.beads == Hits{120, 120, 120});
    CHECK(of_many[0].second.beads == Hits{60, 60, 60});
    const auto of_few = count_pieces({document, document});
    REQUIRE(of_few.size() == 6);
    CHECK(of_few[0].second.beads == Hits{50, 50, 50});
    CHECK(of_few[1].second.gold_links == Hits{10, 10, 50});
    CHECK(of_few[2].first.beads == Hits{20, 20, 20});
    CHECK(count_pieces({}).empty());
}

}  // namespace
}  // namespace tongwen::align
