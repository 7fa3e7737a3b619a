// SPDX-License-Identifier: Apache-2.0
// Owns Reviewer: a person at a review screen without a terminal or files, for tests.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "cli/review_desk.h"
#include "cli/review_screen.h"
#include "cli/words.h"
#include "tests/review/small_review.h"
#include "text/unicode.h"

namespace tongwen::cli {

/// Keys are spelt as in the configuration file, with spaces between: "j Space Ctrl-R". What stands in quotes
/// is typed character by character: "/ 'hello' Enter".
inline std::vector<Key> parse_keys(const std::string& spelling) {
    std::vector<Key> typed;
    for (std::size_t at = 0; at < spelling.size();) {
        const bool quoted = spelling[at] == '\'';
        const std::size_t begin = at + (quoted ? 1 : 0);
        const std::size_t end = std::min(spelling.find(quoted ? '\'' : ' ', begin), spelling.size());
        const std::string word = spelling.substr(begin, end - begin);
        at = std::min(spelling.find_first_not_of(' ', end + (quoted ? 1 : 0)), spelling.size());
        if (quoted) {
            for (std::size_t i = 0; i < word.size();) typed.push_back(text::next_code_point(word, i));
        } else if (word == "Esc") {
            typed.push_back(keys::escape);
        } else {
            typed.push_back(word == "Ctrl-C" ? keys::ctrl('C') : parse_key(word).value());
        }
    }
    return typed;
}

class Reviewer {
  public:
    explicit Reviewer(review::Review review, ScreenSize size = {80, 24}, ScreenSettings settings = {})
        : desk(ReviewState(std::move(review), std::move(settings))) {
        speak("en");
        desk.resize(size);
    }

    /// Presses keys; what is to be recorded is recorded at once, and all beads are checked again.
    Reviewer& press(const std::string& spelling) {
        for (const Key key : parse_keys(spelling)) carry_out(desk.press(key, review::lin));
        return *this;
    }

    void carry_out(Effects effects) {
        for (Effect& effect : effects) {
            if (auto* const record = std::get_if<RecordEntry>(&effect)) {
                if (full) {
                    desk.not_recorded("No space left on device");
                } else {
                    carry_out(desk.recorded(std::move(record->entry)));
                }
            } else if (std::holds_alternative<CheckAgain>(effect)) {
                desk.checked(check::run_checks(state().review.current()));
            } else {
                other.push_back(std::move(effect));
            }
        }
    }

    [[nodiscard]] const ReviewState& state() const { return desk.state(); }
    [[nodiscard]] std::string shapes() const { return review::shapes(state().review); }
    /// The number of the reviewer's bead, from 1.
    [[nodiscard]] std::size_t row() const { return state().bead().value() + 1; }

    /// The screen's lines.
    [[nodiscard]] std::vector<std::string> lines() const {
        const Cells cells = draw_review(state()).cells;
        std::vector<std::string> all;
        for (std::size_t i = 0; i < cells.size().height; ++i) all.push_back(cells.text(i));
        return all;
    }
    [[nodiscard]] std::string screen() const {
        std::string text;
        for (const std::string& line : lines()) text += line + "\n";
        return text;
    }

    ReviewDesk desk;
    bool full = false;   ///< the disk is
    Effects other = {};  ///< what was asked for besides
};

}  // namespace tongwen::cli
