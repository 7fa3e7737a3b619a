// SPDX-License-Identifier: Apache-2.0
// Tests the places of moved beads among those of the alignment.
#include "align/moved_beads.h"

#include <set>
#include <string>
#include <vector>

#include "tests/align/segments.h"
#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

Bead link(std::size_t i, std::size_t m, std::size_t j, std::size_t n) {
    return {make_run<Source>(i, i + m), make_run<Target>(j, j + n), 0.9};
}

/// Sources 1 to 4 are translated behind what follows: 1 and 2 together, 4 by two segments, 3 not at all.
Bitext crossing() {
    Bitext bitext;
    bitext.source = segmented({"0", "1", "2", "3", "4", "5"}, "zh");
    bitext.target = segmented({"0", "5", "1+2", "4a", "4b", "new"}, "en");
    bitext.alignment = parse_alignment("1-1 1-0 1-0 1-0 1-0 1-1 0-1 0-1 0-1 0-1");
    const Bead dropped{make_run<Source>(3, 4), make_run<Target>(3, 3)};
    bitext.moved = {
        {make_run<Source>(1, 5), make_run<Target>(2, 5), {link(1, 2, 2, 1), dropped, link(4, 1, 3, 2)}}};
    return bitext;
}

/// "1:0+1>2": the alignment's bead (its index, or the block's as b0), its sources, its targets.
std::string spell_ordered(const std::vector<OrderedBead>& beads) {
    std::string out;
    for (const OrderedBead& ordered : beads) {
        out +=
            ordered.block ? "b" + std::to_string(*ordered.block) : std::to_string(*ordered.alignment_index);
        const auto list = [&out](auto run) {
            for (auto k = run.begin.value; k < run.end.value; ++k)
                out += (k > run.begin.value ? "+" : "") + std::to_string(k);
        };
        list((out += ":", ordered.bead.source));
        list((out += ">", ordered.bead.target));
        out += " ";
    }
    return out;
}

TEST_CASE("moved beads stand where their source stands, what they do not link stays in its place") {
    CHECK(spell_ordered(beads_in_source_order(crossing())) == "0:0>0 b0:1+2>2 3:3> b0:4>3+4 5:5>1 9:>5 ");
}

TEST_CASE("without moved blocks they are the beads of the alignment") {
    Bitext bitext = crossing();
    bitext.moved.clear();
    const std::vector<OrderedBead> ordered = beads_in_source_order(bitext);
    REQUIRE(ordered.size() == bitext.alignment.beads().size());
    for (std::size_t i = 0; i < ordered.size(); ++i)
        CHECK(ordered[i] == OrderedBead{bitext.alignment.beads()[i], i, std::nullopt});
    CHECK(beads_in_source_order({}).empty());
}

TEST_CASE("beads of the alignment know the link that a block gives them, and links their beads") {
    const Bitext bitext = crossing();
    const MovedBeads moved(bitext);
    const std::vector<std::size_t> linked = {1, 2, 4, 6, 7, 8};
    for (std::size_t i = 0; i < bitext.alignment.beads().size(); ++i) {
        INFO(i);
        const bool expected = std::set<std::size_t>(linked.begin(), linked.end()).contains(i);
        CHECK((moved.bead(i) != nullptr) == expected);
        CHECK(moved.block(i).has_value() == expected);
    }
    CHECK(moved.bead(2) == &bitext.moved[0].beads[0]);
    CHECK(moved.bead(8) == &bitext.moved[0].beads[2]);
    CHECK(moved.place(bitext.moved[0].beads[0].source) == 1);
    CHECK(moved.place(bitext.moved[0].beads[2].target) == 7);
    CHECK(link_at(bitext, 8) == bitext.moved[0].beads[2]);
    CHECK(link_at(bitext, 3) == bitext.alignment.beads()[3]);
}

TEST_CASE("an excerpt's segments are counted as in the page that it is from") {
    Bitext bitext = crossing();
    CHECK(bitext.target_in_file(make_run<Target>(1, 3)) == make_run<Target>(1, 3));
    bitext.page = PagePlace{make_run<Target>(40, 46), 90};
    CHECK(bitext.target_in_file(make_run<Target>(1, 3)) == make_run<Target>(41, 43));
}

}  // namespace
}  // namespace tongwen::align
