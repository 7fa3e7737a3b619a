// SPDX-License-Identifier: Apache-2.0
// Tests finding segments again.
#include "review/segment_tracking.h"

#include "tests/align/segments.h"
#include "tests/support/catch.h"

namespace tongwen::review {
namespace {

using Segments = std::vector<std::string>;

/// "0 1+2 - ~3": whole, in two parts, nowhere, in part.
std::string spell(const std::vector<Track>& tracks) {
    std::string text;
    for (const Track& track : tracks) {
        if (!text.empty()) text += ' ';
        if (track.segments.empty()) text += '-';
        if (!track.segments.empty() && !track.whole) text += '~';
        for (std::size_t k = 0; k < track.segments.size(); ++k)
            text += (k > 0 ? "+" : "") + std::to_string(track.segments[k]);
    }
    return text;
}

std::string tracks(const Segments& before, const Segments& after) {
    return spell(track_segments(align::segmented(before, "en"), align::segmented(after, "en")));
}

TEST_CASE("segments are found again") {
    struct Row {
        const char* what;
        Segments before, after;
        const char* tracks;
    };
    const std::string lamp = "The lamp was lit at seven.";
    const std::string keeper = "The keeper left the tower at nine.";
    const std::string storm = "A storm broke all panes of glass.";
    for (const auto& [what, before, after, expected] : std::vector<Row>{
             {"as they were", {lamp, keeper, storm}, {lamp, keeper, storm}, "0 1 2"},
             {"with other white space", {lamp, keeper}, {"The lamp  was lit\nat seven.", keeper}, "0 1"},
             {"one more", {lamp, storm}, {lamp, keeper, storm}, "0 2"},
             {"one less", {lamp, keeper, storm}, {lamp, storm}, "0 - 1"},
             {"moved", {lamp, keeper, storm}, {storm, lamp, keeper}, "1 2 0"},
             {"split",
              {lamp, keeper, storm},
              {lamp, "The keeper left the tower", "at nine.", storm},
              "0 ~1+2 3"},
             {"joined", {lamp, keeper, storm}, {lamp + " " + keeper, storm}, "~0 ~0 1"},
             {"reworded", {lamp, keeper}, {"The lamp was lit at eight.", keeper}, "~0 1"},
             {"moved and reworded",
              {lamp, keeper, storm},
              {keeper, storm, "The lamp was lit at six."},
              "~2 0 1"},
             {"something else", {lamp, keeper}, {"Mix flour and water!", keeper}, "- 1"},
             {"a full stop is not enough", {"No."}, {"He came."}, "-"},
             {"the same over and over",
              {"Yes.", "No.", "Yes.", "Yes."},
              {"Yes.", "Yes.", "No.", "Yes."},
              "0 2 1 3"},
             {"fewer of the same", {"Yes.", "Yes.", "Yes."}, {"Yes.", "Yes."}, "0 1 -"},
             {"nothing left", {lamp}, {}, "-"},
             {"nothing before", {}, {lamp}, ""},
         }) {
        INFO(what);
        CHECK(tracks(before, after) == expected);
    }
}

TEST_CASE("Han text is followed by its characters") {
    CHECK(tracks({"塔高27米，墙厚1.5米。", "首任守塔人林海在这里住了41年。"},
                 {"塔高27米，", "墙厚1.5米。", "首任守塔人林海在此住了41年。"}) == "~0+1 ~2");
}

TEST_CASE("the text of segments without white space") {
    const corpus::Document document = align::segmented({"a b",
                                                        "　c\xC2\xA0"
                                                        "d"},
                                                       "en");
    CHECK(text_of(document, 0, 2) == "abcd");
    CHECK(text_of(document, 1, 1).empty());
}

}  // namespace
}  // namespace tongwen::review
