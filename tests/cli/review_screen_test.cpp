// SPDX-License-Identifier: Apache-2.0
// Tests how the review looks. The screens of screens/*.txt are compared whole; with TONGWEN_UPDATE_GOLDEN=1
// in the environment they are written anew: look at the difference before you believe it.
#include "cli/review_screen.h"

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "cli/bead_rows.h"
#include "cli/review_panels.h"
#include "tests/cli/reviewer.h"
#include "tests/cli/sample_bitext.h"
#include "tests/support/catch.h"
#include "text/unicode.h"

namespace tongwen::cli {
namespace {

/// The speech, reviewed in part: each status is in it, a comment, an edit, a bookmark.
Reviewer reviewer_of_speech(ScreenSize size, ScreenSettings settings = {}) {
    Reviewer reviewer(review::Review(speech()), size, std::move(settings));
    reviewer.desk.checked(check::run_checks(reviewer.state().review.current()));
    reviewer.desk.explained(
        std::make_shared<align::Explainer>(reviewer.state().review.origin(), align::LexiconSet{}));
    reviewer.press("d j a j r c '漏译了日期' Enter End");
    reviewer.carry_out(reviewer.desk.edited("Thank you all very much.", review::lin));
    reviewer.press("b p Home j j j");
    return reviewer;
}

void compare(const std::string& name, const std::string& screen) {
    const std::string path = TONGWEN_SOURCE_DIR "/tests/cli/screens/" + name + ".txt";
    if (std::getenv("TONGWEN_UPDATE_GOLDEN") != nullptr) std::ofstream(path) << screen;
    std::ostringstream expected;
    expected << std::ifstream(path).rdbuf();
    INFO(name);
    CHECK(screen == expected.str());
}

/// The looks of the cells of a row, a letter each: B bold, U underline, R reverse, D dim, * bold and
/// underlined, . none of them.
std::string looks(const Cells& cells, std::size_t row) {
    std::string all;
    for (std::size_t column = 0; column < cells.size().width; ++column) {
        const Look look = cells.at({row, column}).look;
        all += ".BD?U*??R???????"[look & 15U];
    }
    return all;
}

TEST_CASE("the screen in every width and both languages") {
    const auto width = GENERATE(values<std::size_t>({60, 80, 160, 300}));
    for (const std::string language : {"en", "zh"}) {
        Reviewer reviewer = reviewer_of_speech({width, 24});
        speak(language);
        compare("rows-" + std::to_string(width) + "-" + language, reviewer.screen());
    }
    speak("en");
}

TEST_CASE("the panels in both languages") {
    for (const std::string language : {"en", "zh"}) {
        for (const auto& [name, typed] : std::vector<std::pair<std::string, std::string>>{
                 {"help", "?"}, {"why", "Enter"}, {"split", "End s"}, {"search", "/ '你好'"}}) {
            Reviewer reviewer = reviewer_of_speech({80, 24});
            speak(language);
            for (const Key key : parse_keys(typed)) reviewer.desk.press(key, review::lin);
            compare(name + "-80-" + language, reviewer.screen());
        }
    }
    speak("en");
}

TEST_CASE("where Ambiguous is wide or the locale is not UTF-8, frame and signs are ASCII") {
    for (ScreenSettings settings : {ScreenSettings{.ambiguous = 2}, ScreenSettings{.unicode = false}}) {
        const Reviewer reviewer = reviewer_of_speech({80, 24}, settings);
        compare(settings.unicode ? "ambiguous-80" : "ascii-80", reviewer.screen());
    }
}

TEST_CASE("every line is as wide as the screen at most, whatever its width") {
    for (std::size_t width = 1; width <= 300; width += width < 100 ? 1 : 37) {
        for (const char* const typed : {"", "?", "Enter", "s", "/ 'wide 宽'", "c 'x'"}) {
            CAPTURE(width, typed);
            Reviewer reviewer = reviewer_of_speech({width, 24});
            for (const Key key : parse_keys(typed)) reviewer.desk.press(key, review::lin);
            const Screen screen = draw_review(reviewer.state());
            REQUIRE(screen.cells.size() == ScreenSize{width, 24});
            if (screen.cursor) CHECK(screen.cursor->column < width);
            if (width < 40) continue;  // narrower ones are cut
            const RowColumns columns = row_columns(reviewer.state());
            for (std::size_t bead = 0; bead < reviewer.state().review.beads().size(); ++bead)
                for (const StyledLine& line : bead_lines(reviewer.state(), columns, bead, {}))
                    REQUIRE(display_width(line, 1) <= width);
            for (const StyledLine& line : panel_lines(reviewer.state()))
                REQUIRE(display_width(line, 1) <= width);
        }
    }
}

TEST_CASE("the reviewer's row is always on the screen, whatever its height") {
    for (std::size_t height = 1; height <= 30; ++height) {
        Reviewer reviewer = reviewer_of_speech({80, height});
        for (const char* const key : {"Home", "j", "j", "End", "k", "PageUp", "PageDown", "Home"}) {
            CAPTURE(height, key);
            reviewer.press(key);
            const Screen screen = draw_review(reviewer.state());
            REQUIRE(screen.cells.size().height == height);
            bool found = height < 5;  // nothing but bars
            for (std::size_t row = 0; row < height; ++row)
                found = found || screen.cells.at({row, 0}).text == ">" || reviewer.state().top_lines > 0;
            CHECK(found);
        }
    }
}

TEST_CASE("words are marked by kind, in the reviewer's row those without counterpart, too") {
    align::Bitext bitext;
    bitext.source = document_of("a.de.txt", "de", {{"Rom hat 25 Brunnen."}, {"Ende."}});
    bitext.target = document_of("a.en.txt", "en", {{"Rom has 25 wells."}, {"End."}});
    bitext.alignment = align::parse_alignment("1-1 1-1");
    Reviewer reviewer{review::Review(bitext)};
    const auto row = [&reviewer] { return draw_review(reviewer.state()).cells; };
    const std::string unmarked = looks(row(), 2);
    reviewer.desk.explained(
        std::make_shared<align::Explainer>(reviewer.state().review.origin(), align::LexiconSet{}));
    const std::string text = row().text(2);
    const std::string marked = looks(row(), 2);
    const auto look_at = [&](const std::string& word) {
        return marked[text::display_width(text.substr(0, text.find(word)))];
    };
    CHECK(unmarked.find('R', 8) == std::string::npos);
    CHECK(look_at("25 B") == 'B');
    CHECK(look_at("25 w") == 'B');
    CHECK(look_at("Brunnen") == 'R');
    CHECK(look_at("wells") == '.');
    reviewer.press("j");
    CHECK(looks(row(), 2).find('R') == std::string::npos);
}

TEST_CASE("of what has moved, each side says where the other stands") {
    align::Bitext bitext = letter();
    bitext.moved[0].beads = {
        {align::make_run<align::Source>(1, 3), align::make_run<align::Target>(2, 4), 0.9}};
    Reviewer reviewer{review::Review(bitext)};
    const std::string screen = reviewer.screen();
    const auto line_of = [&screen](const std::string& text) {
        const std::size_t at = screen.find(text);
        const std::size_t begin = screen.rfind('\n', at) + 1;
        return screen.substr(begin, screen.find('\n', at) - begin);
    };
    CHECK(line_of("我在河湾").find("⇄ moved, see 6") != std::string::npos);
    CHECK(line_of("这里下雨").find("⇄ moved, see 6") != std::string::npos);
    CHECK(line_of("I am in Hewan").find("⇄ moved, see 2") != std::string::npos);
    CHECK(line_of("It is raining").find("⇄ moved, see 2") != std::string::npos);
    CHECK(line_of("P.S.").find("+ not in the source") != std::string::npos);
    reviewer.press("j m");  // two of its source's segments in one row
    CHECK(reviewer.screen().find("⇄ moved, see 5") != std::string::npos);
    reviewer.press("m");  // with one that has not moved
    CHECK(reviewer.screen().find("✗ no translation") != std::string::npos);
}

TEST_CASE("what was searched is marked, until Esc") {
    Reviewer reviewer = reviewer_of_speech({80, 24});
    reviewer.press("/ 'hewan CITY' Enter");
    CHECK(reviewer.row() == 4);
    constexpr Look found = look::reverse | look::yellow;
    const auto marked = [&reviewer] {
        const Cells cells = draw_review(reviewer.state()).cells;
        std::string text;
        for (std::size_t row = 2; row < 22; ++row)
            for (std::size_t column = 6; column < 80; ++column)
                if ((cells.at({row, column}).look & found) == found) text += cells.at({row, column}).text;
        return text;
    };
    CHECK(marked() == "Hewan City");
    reviewer.press("Esc");
    CHECK(marked().empty());
}

TEST_CASE("without colour no cell has one, and nothing else changes") {
    const Cells coloured = draw_review(reviewer_of_speech({80, 24}).state()).cells;
    ScreenSettings settings;
    settings.colour = false;
    const Cells plain = draw_review(reviewer_of_speech({80, 24}, settings).state()).cells;
    bool any = false;
    for (std::size_t row = 0; row < 24; ++row) {
        for (std::size_t column = 0; column < 80; ++column) {
            const Cell& cell = plain.at({row, column});
            REQUIRE(cell.text == coloured.at({row, column}).text);
            REQUIRE(cell.look == (coloured.at({row, column}).look & ~look::colours));
            any = any || (coloured.at({row, column}).look & look::colours) != 0;
        }
    }
    CHECK(any);
}

TEST_CASE("a terminal obeys nothing that stands in a text, a name, a comment or an edit") {
    align::Bitext bitext;
    bitext.source = document_of("a\033[31m.txt", "en", {{"One \033]0;x\a two\u202E."}});
    bitext.target = document_of("b.txt", "de", {{"Eins \x9b zwei."}});
    bitext.alignment = align::parse_alignment("1-1");
    Reviewer reviewer{review::Review(bitext)};
    reviewer.carry_out(reviewer.desk.edited("a\033[2Jb\r\nc", review::lin));
    for (const char* const typed : {"", "Enter", "Esc s"}) {
        reviewer.press(typed);
        const std::string screen = reviewer.screen();
        CHECK(screen.find('\033') == std::string::npos);
        CHECK(screen.find('\a') == std::string::npos);
        CHECK(screen.find('\r') == std::string::npos);
        CHECK(screen.find("\u202E") == std::string::npos);
        CHECK(text::is_valid_utf8(screen));
    }
}

}  // namespace
}  // namespace tongwen::cli
