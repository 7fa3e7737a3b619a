// SPDX-License-Identifier: Apache-2.0
// Owns the arrangement of the review screen.
#include "cli/review_screen.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "cli/bead_rows.h"
#include "cli/line_breaking.h"
#include "cli/review_panels.h"
#include "cli/review_words.h"
#include "cli/words.h"
#include "text/unicode.h"

namespace tongwen::cli {
namespace {

constexpr std::size_t head_lines = 2;

class Drawing {
  public:
    explicit Drawing(const ReviewState& state)
        : state_(state), cells_(state.size, state.settings.ambiguous), columns_(row_columns(state)) {}

    Screen draw() {
        cells_.put({0, 0}, head_line(state_, columns_));
        cells_.put({1, 0}, rule_line(state_, columns_));
        if (panel_is_open()) {
            draw_panel();
        } else {
            draw_rows();
        }
        draw_status();
        draw_bottom();
        if (!state_.settings.colour) cells_.drop_looks(look::colours);
        return {std::move(cells_), cursor_};
    }

  private:
    [[nodiscard]] bool panel_is_open() const {
        return state_.mode == Mode::help || state_.mode == Mode::why || state_.mode == Mode::split;
    }
    [[nodiscard]] std::size_t view_end() const { return head_lines + state_.view_height(); }

    void draw_rows() {
        std::size_t row = head_lines;
        std::size_t hidden = state_.top_lines;
        for (std::size_t i = state_.top; i < state_.queue.size() && row < view_end(); ++i) {
            const RowWish wish{i == state_.position, true};
            for (const StyledLine& line : bead_lines(state_, columns_, state_.queue.bead(i), wish)) {
                if (hidden > 0) {
                    --hidden;
                } else if (row < view_end()) {
                    cells_.put({row++, 0}, line);
                }
            }
        }
        if (state_.queue.size() == 0) cells_.put({row, 1}, tr("There is nothing in this queue."), look::dim);
    }

    void draw_panel() {
        const std::vector<StyledLine> lines = panel_lines(state_);
        std::size_t row = head_lines;
        for (std::size_t i = state_.panel_top; i < lines.size() && row < view_end(); ++i)
            cells_.put({row++, 0}, lines[i]);
    }

    [[nodiscard]] std::size_t width(const std::string& text) const {
        return text::display_width(text, state_.settings.ambiguous);
    }

    /// What is left out first when there is no room stands last.
    [[nodiscard]] std::vector<std::string> status_parts() const {
        const std::size_t place = state_.queue.size() == 0 ? 0 : state_.position + 1;
        std::vector<std::string> parts = {std::to_string(place) + "/" + std::to_string(state_.queue.size()),
                                          tr("{1} to fix", {std::to_string(state_.tally.to_fix)}),
                                          tr("{1} undecided", {std::to_string(state_.tally.undecided)})};
        if (state_.queue.kind() != review::QueueKind::all)
            parts.push_back(tr("queue: {1}", {word(state_.queue.kind())}));
        if (state_.review.source_anchored) parts.push_back(tr("source anchored"));
        return parts;
    }

    /// What the signs of the reviewer's row say, in words.
    [[nodiscard]] std::string row_words() const {
        if (!state_.bead()) return "";
        const review::Decision& decision = state_.review.beads()[*state_.bead()].decision;
        std::string words = tr("row {1}: {2}", {std::to_string(*state_.bead() + 1), word(decision.status)});
        const auto add = [&words](const std::string& more) { words = tr("{1}, {2}", {words, more}); };
        if (decision.pinned) add(tr("pinned"));
        if (decision.bookmarked) add(tr("bookmarked"));
        if (decision.by_hand) add(tr("by hand"));
        return words;
    }

    void draw_status() {
        const std::string gap = " " + std::string(signs_of(state_.settings).dot) + " ";
        std::string line = " ";
        for (const std::string& part : status_parts()) {
            const std::string next = (line == " " ? "" : gap) + part;
            if (width(line) + width(next) > state_.size.width) break;
            line += next;
        }
        const std::string right = row_words() + " ";
        if (width(line) + 2 + width(right) <= state_.size.width)
            line = pad(line, state_.size.width - width(right), state_.settings.ambiguous) + right;
        cells_.put({view_end(), 0}, pad(line, state_.size.width, state_.settings.ambiguous), look::reverse);
    }

    void draw_bottom() {
        const std::size_t row = view_end() + 1;
        const std::string label = prompt();
        if (!label.empty()) return draw_prompt(row, label);
        const std::string message = state_.message.empty() ? hints() : legible(state_.message);
        const Look look = state_.message.empty() ? look::dim : look::bold;
        cells_.put({row, 1},
                   shorten(message, state_.size.width - std::min<std::size_t>(state_.size.width, 1),
                           state_.settings.unicode, state_.settings.ambiguous),
                   look);
    }

    [[nodiscard]] std::string prompt() const {
        switch (state_.mode) {
            case Mode::search:
                return state_.query.empty() ? tr("search: ")
                                            : tr("search (nothing: {1} again): ", {legible(state_.query)});
            case Mode::comment:
                return tr("comment: ");
            case Mode::go_to:
                return tr("go to row (s12, t12: segment of source, target): ");
            case Mode::sample_size:
                return tr("rows in the sample: ");
            default:
                return {};
        }
    }

    /// The end of what is typed is seen, with the cursor.
    void draw_prompt(std::size_t row, const std::string& label) {
        const std::size_t room = state_.size.width;
        const std::string shown =
            shorten(label, room / 2, state_.settings.unicode, state_.settings.ambiguous);
        const std::size_t begin = cells_.put({row, 0}, " " + shown, look::bold);
        const LineInput& input = state_.input;
        std::size_t from = 0;
        const std::string_view text = input.text;
        while (from < input.cursor && begin + text::display_width(text.substr(from, input.cursor - from),
                                                                  state_.settings.ambiguous) >=
                                          room)
            text::next_code_point(text, from);
        cells_.put({row, begin}, text.substr(from), look::plain);
        const std::size_t column =
            begin + text::display_width(text.substr(from, input.cursor - from), state_.settings.ambiguous);
        cursor_ = Place{row, std::min(column, room - std::min<std::size_t>(room, 1))};
    }

    [[nodiscard]] std::string hint(Action action, const char* meaning) const {
        const std::vector<Key> keys = keys_of(state_.settings.keys, action);
        return (keys.empty() ? "" : key_name(keys.front())) + " " + tr(meaning);
    }

    [[nodiscard]] std::string hints() const {
        std::vector<std::string> parts;
        if (state_.mode == Mode::split) {
            parts = {"Enter " + tr("split"), "Esc " + tr("cancel"),
                     hint(Action::source_shorter, "") + hint(Action::source_longer, mark("source boundary")),
                     hint(Action::target_shorter, "") + hint(Action::target_longer, mark("target boundary"))};
        } else if (panel_is_open()) {
            parts = {"Esc " + tr("back"), hint(Action::next_row, mark("down")),
                     hint(Action::previous_row, mark("up")), hint(Action::next_page, mark("next page"))};
        } else {
            parts = {hint(Action::accept_and_next, mark("accept, next")),
                     hint(Action::needs_work, mark("needs work")),
                     hint(Action::merge, mark("merge")),
                     hint(Action::split, mark("split")),
                     hint(Action::help, mark("help")),
                     hint(Action::quit, mark("quit")),
                     hint(Action::undo, mark("undo")),
                     hint(Action::why, mark("why"))};
        }
        return join_fitting(parts);
    }

    [[nodiscard]] std::string join_fitting(const std::vector<std::string>& parts) const {
        std::string line;
        for (const std::string& part : parts) {
            const std::string next = (line.empty() ? "" : "  ") + part;
            if (width(line) + width(next) + 1 > state_.size.width) break;
            line += next;
        }
        return line;
    }

    const ReviewState& state_;
    Cells cells_;
    RowColumns columns_;
    std::optional<Place> cursor_;
};

}  // namespace

Screen draw_review(const ReviewState& state) { return Drawing(state).draw(); }

}  // namespace tongwen::cli
