// SPDX-License-Identifier: Apache-2.0
// Tests the judging of alignments against a scorer that knows only the definitions, and by hand.
#include "align/evaluation.h"

#include <set>

#include "tests/align/listed_beads.h"
#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

using Beads = std::vector<ListedBead>;

/// The slow truth: plain loops over plain sets.
namespace reference {

using Bead = std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>>;

bool share_segment(const std::vector<std::uint32_t>& one, const std::vector<std::uint32_t>& other) {
    for (const std::uint32_t a : one)
        for (const std::uint32_t b : other)
            if (a == b) return true;
    return false;
}

Hits hits(const Beads& judged, const Beads& truth) {
    std::set<Bead> pool;
    for (const ListedBead& bead : judged)
        if (!bead.source.empty() || !bead.target.empty()) pool.insert({bead.source, bead.target});
    Hits result;
    for (const auto& [source, target] : pool) {
        bool strict = false;
        bool lax = false;
        for (const ListedBead& other : truth) {
            strict = strict || (other.source == source && other.target == target);
            lax = lax || (share_segment(source, other.source) && share_segment(target, other.target));
        }
        result += {strict ? 1U : 0U, strict || lax ? 1U : 0U, 1};
    }
    return result;
}

Beads linked(Beads beads) {
    std::erase_if(beads, [](const ListedBead& bead) { return bead.source.empty() || bead.target.empty(); });
    return beads;
}

SegmentHits omissions(const Beads& gold, const Beads& found) {
    const auto alone = [](const Beads& beads) {
        std::set<std::uint32_t> segments;
        for (const ListedBead& bead : beads)
            if (bead.target.empty()) segments.insert(bead.source.begin(), bead.source.end());
        return segments;
    };
    SegmentHits result{0, alone(found).size(), alone(gold).size()};
    for (const std::uint32_t segment : alone(gold)) result.right += alone(found).count(segment);
    return result;
}

Beads turned(Beads beads) {
    for (ListedBead& bead : beads) std::swap(bead.source, bead.target);
    return beads;
}

Counts count(const Beads& gold, const Beads& found) {
    return {hits(found, gold), hits(linked(found), linked(gold)), hits(linked(gold), linked(found)),
            omissions(gold, found), omissions(turned(gold), turned(found))};
}

}  // namespace reference

TEST_CASE("counts are those of the definitions") {
    REQUIRE(rc::check([] {
        const Beads gold = *any_beads();
        const Beads found = *any_beads();
        RC_ASSERT(count(gold, found) == reference::count(gold, found));
    }));
    REQUIRE(rc::check([] {
        const Beads gold = tiling_beads(30, 30);
        const Beads found = tiling_beads(30, 30);
        RC_ASSERT(count(gold, found) == reference::count(gold, found));
    }));
}

TEST_CASE("shapes add up to the counts") {
    REQUIRE(rc::check([] {
        const Beads gold = *any_beads();
        const Beads found = *any_beads();
        const Evaluation one = evaluate(gold, found);
        Hits found_sum;
        Hits gold_links;
        std::size_t gold_beads = 0;
        for (const auto& [shape, hits] : one.shapes) {
            found_sum += hits.found;
            gold_beads += hits.gold.all;
            if (shape.source > 0 && shape.target > 0) gold_links += hits.gold;
        }
        RC_ASSERT(found_sum == one.counts.beads);
        RC_ASSERT(gold_links == one.counts.gold_links);
        RC_ASSERT(gold_beads == one.gold_beads);
    }));
}

TEST_CASE("small cases, by hand") {
    struct Case {
        const char* gold;
        const char* found;
        Rates strict;
        Rates lax;
        Rates strict_links;
    };
    const double two_thirds = 2.0 / 3;
    const std::vector<Case> cases = {
        {"", "", {0, 0, 0}, {0, 0, 0}, {0, 0, 0}},
        {"[0]:[0]", "", {0, 0, 0}, {0, 0, 0}, {0, 0, 0}},
        {"", "[0]:[0]", {0, 0, 0}, {0, 0, 0}, {0, 0, 0}},
        {"[0]:[0]", "[0]:[0]", {1, 1, 1}, {1, 1, 1}, {1, 1, 1}},
        {"[0]:[0]", "[0]:[1]", {0, 0, 0}, {0, 0, 0}, {0, 0, 0}},
        {"[0, 1]:[0]", "[0]:[0] / [1]:[]", {0, 0, 0}, {0.5, 1, two_thirds}, {0, 0, 0}},
        // Listed twice is found once.
        {"[0]:[0] / [1]:[1]",
         "[0]:[0] / [0]:[0]",
         {1, 0.5, two_thirds},
         {1, 0.5, two_thirds},
         {1, 0.5, two_thirds}},
        // A dropped segment that is found helps precision, one that is not does not hurt recall.
        {"[0]:[0] / [1]:[]", "[0]:[0] / [1]:[]", {1, 1, 1}, {1, 1, 1}, {1, 1, 1}},
        {"[0]:[0] / [1]:[]", "[0]:[0]", {1, 1, 1}, {1, 1, 1}, {1, 1, 1}},
        {"[0]:[0]", "[0]:[0] / [1]:[]", {0.5, 1, two_thirds}, {0.5, 1, two_thirds}, {1, 1, 1}},
        // Only one-sided beads: nothing to recall.
        {"[0]:[]", "[0]:[]", {1, 0, 0}, {1, 0, 0}, {0, 0, 0}},
    };
    const auto check = [](const Rates& rates, const Rates& expected) {
        CHECK(rates.precision == Approx(expected.precision));
        CHECK(rates.recall == Approx(expected.recall));
        CHECK(rates.f1 == Approx(expected.f1));
    };
    for (const Case& c : cases) {
        INFO("gold " << c.gold << ", found " << c.found);
        const Counts counts = count(listed(c.gold), listed(c.found));
        check(strict_rates(counts.beads, counts.gold_links), c.strict);
        check(lax_rates(counts.beads, counts.gold_links), c.lax);
        check(strict_rates(counts.links, counts.gold_links), c.strict_links);
    }
}

TEST_CASE("of segments, nothing to find is all found") {
    CHECK(segment_rates({0, 0, 0}).f1 == 1);
    CHECK(segment_rates({0, 2, 0}).precision == 0);
    CHECK(segment_rates({0, 2, 0}).recall == 1);
    CHECK(segment_rates({1, 2, 4}).precision == 0.5);
    CHECK(segment_rates({1, 2, 4}).recall == 0.25);
    CHECK(segment_rates({1, 2, 4}).f1 == Approx(1.0 / 3));
}

TEST_CASE("evaluations of documents add up") {
    const Beads gold = listed("[0]:[0] / [1]:[] / []:[1] / [2, 3]:[2]");
    const Beads found = listed("[0]:[0]:0.9 / [1]:[1]:0.3 / [2, 3]:[2]:1 / []:[3]:0.5");
    const SegmentLengths lengths{{5, 20, 50, 12}, {5, 20, 50, 40}};
    const Evaluation one = evaluate(gold, found, lengths);
    Evaluation two = one;
    two += one;
    CHECK(one.counts == Counts{{2, 2, 4}, {2, 2, 3}, {2, 2, 2}, {0, 0, 1}, {0, 1, 1}});
    CHECK(two.counts == Counts{{4, 4, 8}, {4, 4, 6}, {4, 4, 4}, {0, 0, 2}, {0, 2, 2}});
    CHECK(two.gold_beads == 8);
    CHECK(two.shapes.at({2, 1}) == ShapeHits{{2, 2, 2}, {2, 2, 2}});
    CHECK(two.shapes.at({1, 1}) == ShapeHits{{2, 2, 2}, {2, 2, 4}});
    CHECK(two.shapes.at({0, 1}) == ShapeHits{{0, 0, 2}, {0, 0, 2}});
    CHECK(two.omissions_by_length == ByLength{{{0, 0, 0}, {0, 0, 2}, {0, 0, 0}, {0, 0, 0}}});
    CHECK(two.additions_by_length == ByLength{{{0, 0, 0}, {0, 0, 2}, {0, 2, 0}, {0, 0, 0}}});
    CHECK(two.omissions_beside == SegmentHits{0, 0, 2});
    CHECK(two.beside == BesidePlaces{2, 0, 2, 2});
    CHECK(two.known.all().beads == 6);
    CHECK(two.calibration.all().beads == 6);
}

TEST_CASE("one-sided segments are counted by length; those of unknown length are left out") {
    const Beads gold = listed("[0]:[] / [1]:[] / [2]:[] / [3]:[] / [9]:[]");
    const Beads found = listed("[1]:[] / [2]:[] / [4]:[] / [9]:[]");
    const Evaluation one = evaluate(gold, found, {{11.9, 12, 24.9, 25, 49.9}, {}});
    CHECK(one.omissions_by_length == ByLength{{{0, 0, 1}, {2, 2, 2}, {0, 1, 1}, {0, 0, 0}}});
    CHECK(evaluate(gold, found, {{0, 49.9, 50, 0, 0}, {}}).omissions_by_length ==
          ByLength{{{0, 1, 2}, {0, 0, 0}, {1, 1, 1}, {1, 1, 1}}});
    CHECK(one.counts.omissions == SegmentHits{3, 4, 5});
    CHECK(evaluate(gold, found).omissions_by_length == ByLength{});
}

TEST_CASE("an omission is beside an addition when both stand between the same links") {
    struct Case {
        const char* gold;
        std::size_t omissions;
        std::size_t additions;
    };
    const std::vector<Case> cases = {
        {"[0]:[0] / [1]:[] / []:[1] / [2]:[2]", 1, 1},
        {"[0]:[0] / []:[1] / [1]:[] / [2]:[2]", 1, 1},
        {"[0]:[0] / [1]:[] / [2]:[] / []:[1] / [3]:[2]", 2, 1},
        // In different places.
        {"[0]:[0] / [1]:[] / [2]:[1] / []:[2] / [3]:[3]", 0, 0},
        // At the ends of the documents.
        {"[0]:[] / []:[0] / [1]:[1]", 1, 1},
        {"[0]:[0] / [1]:[] / []:[1]", 1, 1},
        {"[0]:[] / [1]:[0] / []:[1]", 0, 0},
        {"[0]:[] / []:[0]", 1, 1},
        // The order of the lines does not matter.
        {"[0]:[0] / [2]:[2] / []:[1] / [4]:[] / [1]:[] / [3]:[3]", 1, 1},
        // Segments that the gold does not speak of part the one from the other.
        {"[0]:[0] / [2]:[] / []:[2] / [4]:[4]", 0, 0},
        {"[4294967295]:[] / []:[4294967295]", 0, 0},
    };
    for (const Case& c : cases) {
        INFO(c.gold);
        const Beads gold = listed(c.gold);
        const Evaluation none = evaluate(gold, {});
        CHECK(none.omissions_beside == SegmentHits{0, 0, c.omissions});
        CHECK(none.additions_beside == SegmentHits{0, 0, c.additions});
        const Evaluation all = evaluate(gold, gold);
        CHECK(all.omissions_beside == SegmentHits{c.omissions, c.omissions, c.omissions});
        CHECK(all.additions_beside == SegmentHits{c.additions, c.additions, c.additions});
    }
}

TEST_CASE("links with a confidence are calibrated, each once; others are not") {
    const Beads gold = listed("[0]:[0] / [1]:[1] / [2]:[]");
    const Beads found = listed("[0]:[0]:0.25 / [0]:[0]:0.75 / [1]:[1, 2]:0.5 / [2]:[]:1 / [3]:[3]");
    const Calibration calibration = evaluate(gold, found).calibration;
    CHECK(calibration.all() == ConfidenceBin{2, 1, 0.75});
    CHECK(calibration.bins()[2] == ConfidenceBin{1, 1, 0.25});
    CHECK(calibration.bins()[5] == ConfidenceBin{1, 0, 0.5});
}

TEST_CASE("links inside unspecified gold are calibrated, but not among what is known") {
    const Beads gold = listed("[0, 1, 2, 3]:[0, 1, 2, 3, 4] / [4]:[5]");
    const Beads found = listed("[0]:[0]:0.9 / [1, 2, 3, 4]:[4]:0.5 / [5]:[5]:0.25");
    const Evaluation one = evaluate(gold, found);
    CHECK(one.calibration.all() == ConfidenceBin{3, 0, 1.65});
    CHECK(one.known.all() == ConfidenceBin{2, 0, 0.75});
}

TEST_CASE("lengths are counted in Han characters, letters of other scripts as two fifths") {
    struct Case {
        const char* text;
        double length;
    };
    const std::vector<Case> cases = {{"", 0},           {"你好，世界。", 4}, {"hello", 2},
                                     {"你好 abcde", 4}, {"2024 - 12", 0},    {"Привет, мир!", 3.6},
                                     {"\xFF\xFE", 0}};
    for (const Case& c : cases) {
        INFO(c.text);
        CHECK(length_of(c.text) == Approx(c.length));
    }
}

TEST_CASE("many beads and large ones are judged in time") {
    Beads many;
    ListedBead large;
    for (std::uint32_t k = 0; k < 100'000; ++k) {
        many.push_back({{k}, {k}});
        large.source.push_back(k);
        large.target.push_back(k);
    }
    CHECK(count({large}, many).beads == Hits{0, 100'000, 100'000});
    CHECK(count(many, {large}).gold_links == Hits{0, 100'000, 100'000});
}

}  // namespace
}  // namespace tongwen::align
