// SPDX-License-Identifier: Apache-2.0
// Tests how far reviewers agree, on tables computed by hand.
#include "review/agreement.h"

#include "review/areas.h"
#include "tests/review/small_review.h"
#include "tests/support/catch.h"

namespace tongwen::review {
namespace {

TEST_CASE("kappa of tables computed by hand") {
    CHECK(kappa(Table<2>{{{20, 5}, {10, 15}}}).value() == Approx(.4));         // .70 seen, .50 by chance
    CHECK(kappa(Table<2>{{{45, 15}, {25, 15}}}).value() == Approx(.1304348));  // .60, .54
    CHECK(kappa(Table<2>{{{25, 35}, {5, 35}}}).value() == Approx(.2592593));   // .60, .46
    CHECK(kappa(Table<3>{{{44, 5, 1}, {7, 20, 3}, {9, 5, 6}}}).value() == Approx(.29 / .59));
    CHECK(kappa(Table<2>{{{0, 5}, {5, 0}}}).value() == Approx(-1));
    CHECK(kappa(Table<2>{{{3, 0}, {0, 4}}}).value() == Approx(1));
    CHECK_FALSE(kappa(Table<2>{}).has_value());
    CHECK_FALSE(kappa(Table<2>{{{0, 0}, {0, 7}}}).has_value());
}

TEST_CASE("a table's share") {
    CHECK(share_of(Table<3>{{{44, 5, 1}, {7, 20, 3}, {9, 5, 6}}}) == Share{100, 70});
    CHECK(share_of(Table<2>{}) == Share{0, 0});
}

TEST_CASE("two tilings have common areas") {
    const auto areas = [](const char* one, const char* other) {
        return common_areas(small_review(one).beads(), small_review(other).beads());
    };
    CHECK(areas("1-1 1-1", "1-1 1-1") == std::vector<Area>{{0, 1, 0, 1}, {1, 2, 1, 2}});
    CHECK(areas("1-1 1-1 1-1", "2-2 1-1") == std::vector<Area>{{0, 2, 0, 1}, {2, 3, 1, 2}});
    CHECK(areas("1-2 2-1", "2-1 1-2") == std::vector<Area>{{0, 2, 0, 2}});
    CHECK(areas("1-0 0-1", "0-1 1-0") == std::vector<Area>{{0, 2, 0, 2}});
    CHECK(areas("", "").empty());
}

TEST_CASE("only what both decided counts") {
    Review a = small_review("1-1 1-1 1-1 1-1 1-1");
    Review b = small_review("1-1 2-2 1-1 1-1");
    ask(a, {Operation::accept, 0});
    ask(b, {Operation::accept, 0});
    ask(a, {Operation::accept, 1});
    ask(a, {Operation::accept, 2});
    ask(b, {Operation::needs_work, 1});
    ask(a, {Operation::accept, 3});
    ask(b, {Operation::drop, 2});
    ask(a, {Operation::accept, 4});
    const auto decided = [](const Review& review) {
        std::vector<bool> flags;
        for (const ReviewedBead& bead : review.beads()) flags.push_back(bead.fixed());
        return flags;
    };
    const std::vector<bool> by_a = decided(a);
    const std::vector<bool> by_b = decided(b);
    const Agreement agreement = agreement_of({a.beads(), by_a}, {b.beads(), by_b});
    CHECK(agreement.status == Table<3>{{{1, 0, 1}, {0, 0, 0}, {0, 0, 0}}});
    // On each side: between 1 and 2 both, between 2 and 3 a alone, between 3 and 4 both.
    CHECK(agreement.boundaries == Table<2>{{{0, 0}, {2, 4}}});
    CHECK(agreement.links == Share{8, 4});
}

}  // namespace
}  // namespace tongwen::review
