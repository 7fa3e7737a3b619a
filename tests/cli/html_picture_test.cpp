// SPDX-License-Identifier: Apache-2.0
// Tests the picture of an alignment.
#include "cli/html_picture.h"

#include <algorithm>

#include "tests/cli/sample_bitext.h"
#include "tests/support/catch.h"

namespace tongwen::cli {
namespace {

std::string picture_of(const align::Bitext& bitext) {
    const OutputContext context;
    return draw_picture(bitext, HtmlRows(bitext, context));
}

std::ptrdiff_t shapes_in(const std::string& picture) { return std::ranges::count(picture, '\n') - 2; }

TEST_CASE("beads are ribbons as wide as their texts; what is one-sided is a wedge from its side") {
    align::Bitext bitext;
    bitext.source = document_of("a", "zh", {{"一二三四五六七八九十", "一二三四五六七八九十", "一二三四五"}});
    bitext.target = document_of("b", "en", {{"12345", "1234567890", "12345"}});
    bitext.alignment =
        align::Alignment({{align::make_run<align::Source>(0, 1), align::make_run<align::Target>(0, 1), 0.97},
                          {align::make_run<align::Source>(1, 2), {{1}, {1}}, 0.6},
                          {{{2}, {2}}, align::make_run<align::Target>(1, 2), 0.6},
                          {align::make_run<align::Source>(2, 3), align::make_run<align::Target>(2, 3), 0.3}},
                         3, 3);
    CHECK(picture_of(bitext) ==
          "<svg viewBox=\"0 0 1000 100\" preserveAspectRatio=\"none\" role=\"img\" "
          "aria-label=\"Picture of the alignment: the source above, the target below\">\n"
          "<a href=\"#b1\" tabindex=\"-1\"><path class=\"c9\" d=\"M0 0L400 0L250 100L0 100Z\"><title>1: "
          "0.97</title></path></a>\n"
          "<a href=\"#b4\" tabindex=\"-1\"><path class=\"c3\" d=\"M800 0L1000 0L1000 100L750 "
          "100Z\"><title>4: 0.30</title></path></a>\n"
          "<a href=\"#b2\" tabindex=\"-1\"><path class=\"dropped\" d=\"M400 0L800 0L600 38Z\"><title>2: no "
          "translation</title></path></a>\n"
          "<a href=\"#b3\" tabindex=\"-1\"><path class=\"added\" d=\"M250 100L750 100L500 62Z\"><title>3: "
          "not in the source</title></path></a>\n"
          "</svg>\n");
}

TEST_CASE("moved beads cross the others, and lead to where their source stands") {
    const std::string picture = picture_of(letter());
    CHECK(picture.find("<a href=\"#b2\" tabindex=\"-1\"><path class=\"c9 moved\"") != std::string::npos);
    CHECK(picture.find("<title>3 ⇄: 0.85</title>") != std::string::npos);
    CHECK(shapes_in(picture) == 6);  // two linked, two moved, one dropped, one added
}

TEST_CASE("there is no picture of a text that corresponds to nothing") {
    CHECK(picture_of({}).empty());
    align::Bitext bitext;
    bitext.source = document_of("a", "zh", {{"一。"}});
    bitext.target.language = *text::Language::parse("en");
    bitext.alignment = align::parse_alignment("1-0");
    CHECK(picture_of(bitext).empty());
}

/// Every tenth bead dropped, every tenth added.
align::Bitext long_bitext(std::size_t tens) {
    std::vector<std::string> source(tens * 9, "一二三四");
    std::vector<std::string> target(tens * 9, "one two");
    align::Bitext bitext;
    bitext.source = document_of("a", "zh", {source});
    bitext.target = document_of("b", "en", {target});
    std::string spelling;
    for (std::size_t i = 0; i < tens; ++i) spelling += "1-0 1-1 1-1 1-1 1-1 0-1 1-1 1-1 1-1 1-1 ";
    spelling.pop_back();
    bitext.alignment = align::parse_alignment(spelling);
    return bitext;
}

TEST_CASE("a long alignment has a picture of bounded size") {
    CHECK(shapes_in(picture_of(long_bitext(40))) == 400);  // one for each bead
    const std::string picture = picture_of(long_bitext(3000));
    const auto places = static_cast<std::ptrdiff_t>(picture_places);
    CHECK(shapes_in(picture) > places);
    CHECK(shapes_in(picture) <= 3 * places);
    CHECK(picture.find(": 1.00</title>") != std::string::npos);
}

}  // namespace
}  // namespace tongwen::cli
