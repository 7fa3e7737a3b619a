// SPDX-License-Identifier: Apache-2.0
// Tests beads, alignments and their spelling.
#include "align/alignment.h"

#include <stdexcept>

#include <rapidcheck.h>

#include "tests/align/segments.h"
#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

TEST_CASE("an alignment's spelling tells its beads") {
    const Alignment alignment = parse_alignment("1-1 2-1 0-1 1-0 1-3");
    REQUIRE(alignment.beads().size() == 5);
    CHECK(alignment.source_size() == 5);
    CHECK(alignment.target_size() == 6);
    CHECK(alignment.beads()[1].source == make_run<Source>(1, 3));
    CHECK(alignment.beads()[1].target == make_run<Target>(1, 2));
    CHECK(alignment.beads()[2].source == make_run<Source>(3, 3));
    CHECK_FALSE(alignment.beads()[2].linked());
    CHECK_FALSE(alignment.beads()[3].linked());
    CHECK(alignment.beads()[4].linked());
    CHECK(shape(alignment.beads()[4]) == "1-3");
}

TEST_CASE("no beads") {
    CHECK(parse_alignment("") == Alignment());
    CHECK(spell(Alignment()).empty());
}

TEST_CASE("what is no spelling is refused") {
    const auto spelling = GENERATE(values<std::string_view>(
        {"0-0", "1-1 0-0", "1", "1-", "-1", "1-1 ", " 1-1", "1-1  1-1", "1-1,1-1", "a-b", "1-1x", "1--1",
         "+1-1", "99999999999999999999-1", "4294967296-0", "4294967295-1 1-0", "0-4294967295 0-1",
         "9223372036854775808-9223372036854775808"}));
    INFO(spelling);
    CHECK_THROWS_AS(parse_alignment(spelling), std::invalid_argument);
}

TEST_CASE("any alignment is read back from its spelling") {
    REQUIRE(rc::check([] {
        const auto size = rc::gen::inRange<std::uint32_t>(0, 7);
        std::vector<Bead> beads;
        std::uint32_t i = 0;
        std::uint32_t j = 0;
        for (const auto& [m, n] : *rc::gen::container<std::vector<std::pair<std::uint32_t, std::uint32_t>>>(
                 rc::gen::pair(size, size))) {
            if (m + n == 0) continue;
            beads.push_back({make_run<Source>(i, i + m), make_run<Target>(j, j + n)});
            i += m;
            j += n;
        }
        const Alignment alignment(beads, i, j);
        RC_ASSERT(parse_alignment(spell(alignment)) == alignment);
    }));
}

TEST_CASE("a bead's text is its segments, joined") {
    const Bitext bitext{segmented({"一。", "二。", "三。"}, "zh"), segmented({"One.", "Two."}, "en"),
                        parse_alignment("2-1 0-1 1-0")};
    const auto& beads = bitext.alignment.beads();
    CHECK(bitext.source_text(beads[0], "") == "一。二。");
    CHECK(bitext.source_text(beads[0], " | ") == "一。 | 二。");
    CHECK(bitext.target_text(beads[0], " ") == "One.");
    CHECK(bitext.source_text(beads[1], " ").empty());
    CHECK(bitext.target_text(beads[1], " ") == "Two.");
    CHECK(bitext.target_text(beads[2], " ").empty());
}

TEST_CASE("segments on one line are kept apart by a space but in Chinese and Japanese") {
    const auto separator = [](std::string_view tag) {
        return separator_of(text::Language::parse(tag).value());
    };
    CHECK(separator("zh-TW").empty());
    CHECK(separator("ja").empty());
    CHECK(separator("yue").empty());
    CHECK(separator("en-GB") == " ");
    CHECK(separator("ko") == " ");
    CHECK(separator_of(text::Language()) == " ");
}

TEST_CASE("kinds of evidence have names of their own") {
    std::vector<std::string_view> names;
    for (std::size_t kind = 0; kind < evidence_count; ++kind)
        names.push_back(name(static_cast<Evidence>(kind)));
    CHECK(names == std::vector<std::string_view>{"length", "words", "numbers", "names", "punctuation",
                                                 "structure", "shape"});
}

}  // namespace
}  // namespace tongwen::align
