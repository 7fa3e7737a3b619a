// SPDX-License-Identifier: Apache-2.0
// Tests the summary: figures and wording.
#include "cli/summary.h"

#include "cli/words.h"
#include "tests/cli/sample_bitext.h"
#include "tests/support/catch.h"

namespace tongwen::cli {
namespace {

TEST_CASE("the figures of a small speech") {
    const Summary summary = summarise(speech());
    CHECK(summary.beads == 6);
    CHECK(summary.shapes ==
          std::map<std::string, std::size_t>{{"0-1", 1}, {"1-0", 2}, {"1-1", 2}, {"1-2", 1}});
    CHECK(summary.confidence_sum == Approx(4.825));
    CHECK(summary.source_characters == 4 + 17 + 13 + 16 + 5);
    CHECK(summary.source_linked_characters == 17 + 16 + 5);
    CHECK(summary.dropped_segments == 2);
    CHECK(summary.dropped_beads == std::vector<std::size_t>{1, 3});
    CHECK(summary.added_segments == 1);
    CHECK(summary.added_beads == std::vector<std::size_t>{5});
}

TEST_CASE("what was moved is neither dropped nor added") {
    speak("en");
    const Summary summary = summarise(letter());
    CHECK(summary.beads == 6);
    CHECK(summary.shapes == std::map<std::string, std::size_t>{{"0-1", 1}, {"1-0", 1}, {"1-1", 4}});
    CHECK(summary.moved_segments == 2);
    CHECK(summary.moved_beads == std::vector<std::size_t>{2, 3});
    CHECK(summary.dropped_beads == std::vector<std::size_t>{4});
    CHECK(summary.added_beads == std::vector<std::size_t>{8});
    CHECK(summary.source_linked_characters == 3 + 5 + 5 + 3);
    CHECK(word_missing(summary, true) ==
          "✗ dropped: 1 (bead 4); + added: 1 (bead 8); ⇄ moved: 2 (beads 2, 3)");
    CHECK(add_up({summary, summary}).moved_segments == 4);
    CHECK(word_missing(add_up({summary}), false) == "x dropped: 1; + added: 1; ~ moved: 2");
}

TEST_CASE("the summary is one line") {
    speak("en");
    CHECK(word(summarise(speech()), true) ==
          "6 beads (2 × 1-0, 2 × 1-1, 1 × 0-1, 1 × 1-2); linked: source 69 %, target 92 %; mean confidence "
          "0.80; "
          "✗ dropped: 2 (beads 1, 3); + added: 1 (bead 5)");
    CHECK(word(summarise({}), true) == "no beads");
}

TEST_CASE("nothing dropped is said too, and percentages are rounded down") {
    speak("en");
    Summary summary;
    summary.beads = 1000;
    summary.shapes = {{"1-1", 1000}};
    summary.confidence_sum = 1000;
    summary.source_characters = summary.target_characters = 1000;
    summary.source_linked_characters = 1000;
    summary.target_linked_characters = 999;
    CHECK(word(summary, false) ==
          "1000 beads (1000 x 1-1); linked: source 100 %, target 99 %; mean confidence 1.00; x dropped: 0; + "
          "added: 0");
}

TEST_CASE("a total adds up and names no beads") {
    const Summary total = add_up({summarise(speech()), summarise(speech())});
    CHECK(total.beads == 12);
    CHECK(total.shapes.at("1-0") == 4);
    CHECK(total.dropped_segments == 4);
    CHECK(total.dropped_beads.empty());
    CHECK(total.added_beads.empty());
    CHECK(total.target_characters == 2 * summarise(speech()).target_characters);
}

TEST_CASE("numbers are listed, runs joined, the rest counted") {
    speak("en");
    CHECK(list_numbers({}, 3, true).empty());
    CHECK(list_numbers({4}, 3, true) == "4");
    CHECK(list_numbers({1, 2, 4, 5, 6, 9}, 9, true) == "1, 2, 4-6, 9");
    CHECK(list_numbers({1, 3, 5, 7, 9}, 3, true) == "1, 3, 5, … (2 more)");
    CHECK(list_numbers({1, 3, 5, 7}, 3, false) == "1, 3, 5, ... (1 more)");
    CHECK(list_numbers({1, 3, 5}, 3, true) == "1, 3, 5");
}

}  // namespace
}  // namespace tongwen::cli
