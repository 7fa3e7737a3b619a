// SPDX-License-Identifier: Apache-2.0
// Tests anchors: that they increase whatever the documents, and that generated bitexts have true ones.
#include "align/anchors.h"

#include <algorithm>
#include <set>

#include <rapidcheck.h>

#include "align/alignment.h"
#include "tests/align/generated.h"
#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

std::vector<Anchor> anchors_of(const corpus::Document& source, const corpus::Document& target) {
    const TokenSide source_side{source, names_of(source)};
    const TokenSide target_side{target, names_of(target)};
    const TokenTable source_table = make_tokens(source_side, target_side);
    const TokenTable target_table = make_tokens(target_side, source_side);
    return find_anchors(source_table, target_table, associate(source_table, target_table));
}

bool increases(const std::vector<Anchor>& anchors) {
    return std::adjacent_find(anchors.begin(), anchors.end(), [](const Anchor& a, const Anchor& b) {
               return a.source >= b.source || a.target >= b.target;
           }) == anchors.end();
}

TEST_CASE("any two documents have anchors that increase within their bounds") {
    const std::vector<std::string> words = {"1932", "250,000", "stone", "lamp", "Anna", "bridge", "7", "41"};
    REQUIRE(rc::check([&] {
        const auto sentence =
            rc::gen::map(rc::gen::container<std::vector<std::string>>(3, rc::gen::elementOf(words)),
                         [](const auto& parts) { return parts[0] + " " + parts[1] + " " + parts[2]; });
        const auto document = [&] {
            const auto size = *rc::gen::inRange<std::size_t>(0, 60);
            return *rc::gen::container<std::vector<std::string>>(size, sentence);
        };
        const auto source = document();
        const auto target = document();
        const std::vector<Anchor> anchors = anchors_of(segmented(source, "de"), segmented(target, "en"));
        RC_ASSERT(increases(anchors));
        for (const Anchor& anchor : anchors) {
            RC_ASSERT(anchor.source < source.size());
            RC_ASSERT(anchor.target < target.size());
            RC_ASSERT(anchor.score > 0.0F);
        }
    }));
}

TEST_CASE("a generated bitext has many anchors, and they are true") {
    const GeneratedBitext bitext = generate_bitext(500, 1);
    std::set<std::pair<std::uint32_t, std::uint32_t>> true_pairs;
    const Alignment gold = parse_alignment(bitext.shapes);
    for (const Bead& bead : gold.beads()) {
        for (std::uint32_t i = bead.source.begin.value; i < bead.source.end.value; ++i) {
            for (std::uint32_t j = bead.target.begin.value; j < bead.target.end.value; ++j)
                true_pairs.insert({i, j});
        }
    }
    const std::vector<Anchor> anchors = anchors_of(bitext.source_document(), bitext.target_document());
    CHECK(increases(anchors));
    CHECK(anchors.size() > 350);
    const auto is_true = [&](const Anchor& anchor) {
        return true_pairs.contains({anchor.source, anchor.target});
    };
    CHECK(std::count_if(anchors.begin(), anchors.end(), is_true) * 100 >=
          99 * static_cast<std::ptrdiff_t>(anchors.size()));
}

TEST_CASE("a block that one side lacks leaves the anchors around it true") {
    const GeneratedBitext bitext = generate_bitext(300, 2);
    std::vector<std::string> target = bitext.target;
    target.erase(target.begin() + 100, target.begin() + 180);
    std::size_t behind = 0;
    const auto all = anchors_of(bitext.source_document(), bitext.target_document());
    for (const Anchor& anchor : anchors_of(bitext.source_document(), segmented(target, "en"))) {
        const std::uint32_t in_whole = anchor.target < 100 ? anchor.target : anchor.target + 80;
        const auto same = [&](const Anchor& other) { return other.source == anchor.source; };
        const auto found = std::find_if(all.begin(), all.end(), same);
        if (found != all.end()) CHECK(found->target == in_whole);
        behind += anchor.target >= 100;
    }
    CHECK(behind > 60);
}

TEST_CASE("nothing in common, no anchors") {
    const std::vector<std::string> words = {"stone", "lamp", "bridge", "river", "night", "road",
                                            "hill",  "door", "boat",   "snow",  "tree",  "wind"};
    CHECK(anchors_of(segmented(words, "en"), segmented(std::vector<std::string>(12, "桥"), "zh")).empty());
    CHECK(anchors_of(segmented({}, "zh"), segmented(words, "en")).empty());
    CHECK(anchors_of(segmented({}, "zh"), segmented({}, "en")).empty());
}

TEST_CASE("what is everywhere anchors nothing") {
    const std::vector<std::string> same(300, "In 1932 Anna came.");
    CHECK(anchors_of(segmented(same, "en"), segmented(same, "en")).empty());
}

}  // namespace
}  // namespace tongwen::align
