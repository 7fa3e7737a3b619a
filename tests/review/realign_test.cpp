// SPDX-License-Identifier: Apache-2.0
// Tests aligning again around decisions.
#include "review/realign.h"

#include <algorithm>

#include <rapidcheck.h>

#include "tests/align/generated.h"
#include "tests/align/segments.h"
#include "tests/support/catch.h"

namespace tongwen::review {
namespace {

using align::make_run;
using align::Source;
using align::Target;

const Stamp stamp{"lin", "2026-11-24T09:30:00Z"};

Review reviewed(const align::GeneratedBitext& bitext, const align::Alignment& alignment) {
    return Review({bitext.source_document(), bitext.target_document(), alignment});
}

void decide(Review& review, const Request& request) {
    auto planned = review.plan(request, stamp);
    if (Entry* const entry = std::get_if<Entry>(&planned)) review.apply(std::move(*entry));
}

std::vector<align::Bead> beads_of(const Review& review) {
    std::vector<align::Bead> beads;
    for (const ReviewedBead& one : review.beads()) beads.push_back(one.bead);
    return beads;
}

TEST_CASE("where nothing is decided, the same is found again") {
    const align::GeneratedBitext bitext = align::generate_bitext(120, 3);
    const align::Alignment alignment = align::align(bitext.source_document(), bitext.target_document());
    const Entry entry = realign(reviewed(bitext, alignment), {}, stamp);
    CHECK(entry.operation == Operation::realign);
    CHECK(entry.number == 1);
    CHECK(entry.stamp == stamp);
    CHECK(entry.changes.empty());
}

TEST_CASE("where nothing is decided, the alignment is the aligner's") {
    const align::GeneratedBitext bitext = align::generate_bitext(120, 3);
    const align::Alignment alignment = align::align(bitext.source_document(), bitext.target_document());
    const std::vector<align::Bead> one = {
        {make_run<Source>(0, alignment.source_size()), make_run<Target>(0, alignment.target_size())}};
    Review review = reviewed(bitext, align::Alignment(one, alignment.source_size(), alignment.target_size()));
    review.apply(realign(review, {}, stamp));
    CHECK(beads_of(review) == alignment.beads());
    CHECK(review.ledger().size() == 1);
}

/// Ten pairs of made-up words of one length; the target lacks the second, which the aligner cannot know. All
/// behind it is wrong but the third, which a person set right.
Review puzzle() {
    const std::vector<std::string> words = {"zorg", "pemp", "tagh", "wint", "lomf",
                                            "drak", "fnit", "halb", "jusk", "quob"};
    const std::vector<std::string> foreign = {"炕", "河", "丫", "桥", "塔", "门", "票", "雨", "灯", "船"};
    std::vector<std::string> source;
    std::vector<std::string> target;
    for (std::size_t k = 0; k < words.size(); ++k) {
        source.push_back(foreign[k] + foreign[k] + foreign[k]);
        if (k != 1) target.push_back(words[k] + " " + words[k] + " " + words[k]);
    }
    const corpus::Document zh = align::segmented(source, "zh");
    const corpus::Document en = align::segmented(target, "en");
    std::vector<Decision> decisions(11);
    decisions[2].pinned = true;
    return Review({zh, en, align::parse_alignment("1-1 1-0 1-1 1-0 1-1 1-1 1-1 1-1 1-1 1-1 0-1")}, decisions);
}

TEST_CASE("a correction mends what stands around it, and can be taken back") {
    Review review = puzzle();
    const std::vector<ReviewedBead> first = review.beads();
    const auto count_right = [&] {
        return std::ranges::count_if(review.beads(), [](const ReviewedBead& one) {
            return one.bead.linked() && one.bead.source.begin.value == one.bead.target.begin.value + 1 &&
                   one.bead.source.size() == 1 && one.bead.target.size() == 1;
        });
    };
    REQUIRE(count_right() == 1);
    review.apply(realign(review, {}, stamp));
    CHECK(count_right() >= 8);
    decide(review, {Operation::undo});
    CHECK(review.beads() == first);
}

TEST_CASE("bookmarks do not hold a bead, but stay near") {
    Review review = puzzle();
    decide(review, {Operation::bookmark, 5});
    review.apply(realign(review, {}, stamp));
    std::vector<std::uint32_t> marked;
    for (const ReviewedBead& one : review.beads())
        if (one.decision.bookmarked) marked.push_back(one.bead.source.begin.value);
    REQUIRE(marked.size() == 1);
    CHECK(std::max(marked[0], 5U) - std::min(marked[0], 5U) <= 1);
}

TEST_CASE("fixed beads stay, whatever was decided of them; all segments are there still") {
    REQUIRE(rc::check([] {
        const align::GeneratedBitext bitext = align::generate_bitext(
            *rc::gen::inRange<std::size_t>(1, 60), *rc::gen::inRange<std::uint32_t>(0, 1'000'000));
        // Somewhat wrong: each bead as it is, or as the generator made it.
        Review review = reviewed(bitext, align::parse_alignment(bitext.shapes));
        const auto operations =
            *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, 14));
        for (const std::size_t operation : operations) {
            Request request{static_cast<Operation>(operation),
                            *rc::gen::inRange<std::size_t>(0, review.beads().size())};
            request.source_split = *rc::gen::inRange<std::size_t>(0, 3);
            request.target_split = *rc::gen::inRange<std::size_t>(0, 3);
            request.by = *rc::gen::element(-1, 1);
            request.text = "词";
            decide(review, request);
        }
        std::vector<ReviewedBead> fixed;
        std::ranges::copy_if(review.beads(), std::back_inserter(fixed), &ReviewedBead::fixed);
        review.apply(realign(review, {}, stamp));
        std::vector<ReviewedBead> left;
        std::ranges::copy_if(review.beads(), std::back_inserter(left), &ReviewedBead::fixed);
        RC_ASSERT(left == fixed);
        RC_ASSERT(review.beads().front().bead.source.begin.value == 0);
        RC_ASSERT(review.beads().front().bead.target.begin.value == 0);
        RC_ASSERT(review.beads().back().bead.source.end.value == bitext.source.size());
        RC_ASSERT(review.beads().back().bead.target.end.value == bitext.target.size());
        RC_ASSERT(realign(review, {}, stamp).changes.empty());
    }));
}

}  // namespace
}  // namespace tongwen::review
