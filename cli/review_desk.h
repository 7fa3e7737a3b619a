// SPDX-License-Identifier: Apache-2.0
// Owns what keys and events make of a ReviewState: pure, for what touches files or the terminal is asked for
// as effects.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/review_state.h"

namespace tongwen::cli {

/// To be put into the ledger; then `recorded` or `not_recorded` is to be told.
struct RecordEntry {
    review::Entry entry;
};
/// The beads' boundaries have changed: `checked` is to be told what looks wrong now.
struct CheckAgain {};
/// A person is to edit this text; then `edited` is to be told.
struct EditTarget {
    std::string text;
};
/// To be aligned again between what is fixed; then `realigned` is to be told.
struct AlignOpen {};
/// The mode with the source anchored was switched: the place is to be kept.
struct KeepPlace {};
/// The reviewer leaves.
struct Leave {};
using Effect = std::variant<RecordEntry, CheckAgain, EditTarget, AlignOpen, KeepPlace, Leave>;
using Effects = std::vector<Effect>;

class ReviewDesk {
  public:
    explicit ReviewDesk(ReviewState state);

    [[nodiscard]] const ReviewState& state() const { return state_; }
    /// The review back, when all is over.
    [[nodiscard]] review::Review take_review() { return std::move(state_.review); }

    /// `stamp` is who types, and when.
    Effects press(Key key, const review::Stamp& stamp);
    void resize(ScreenSize size);
    /// The entry is on the disk: it is applied, and the reviewer stands where it changed something.
    Effects recorded(review::Entry entry);
    /// It is not; nothing has changed.
    void not_recorded(std::string reason);
    Effects edited(const std::string& text, const review::Stamp& stamp);
    Effects realigned(review::Entry entry);
    /// What looks wrong in the present beads.
    void checked(std::vector<check::Finding> findings);
    /// Words can be marked now; null: they never can.
    void explained(std::shared_ptr<const align::Explainer> explainer);
    /// An explainer is on its way.
    void expect_explainer() { state_.explaining = true; }
    /// For the bottom line, until the next key.
    void say(std::string message) { state_.message = std::move(message); }

  private:
    Effects press_in_list(Key key, const review::Stamp& stamp);
    Effects act(Action action, const review::Stamp& stamp);
    bool move(Action action);
    bool open(Action action);
    Effects decide(Action action, const review::Stamp& stamp);
    Effects accept_and_next(const review::Stamp& stamp);
    Effects ask(const review::Request& request, const review::Stamp& stamp);
    void look_for(Action action);
    void go_to_doubtful();
    template <class Matches>
    void go_to_next(Matches matches);
    void search();
    [[nodiscard]] std::optional<std::size_t> find_text(const std::string& query) const;
    void turn_queue(bool forward);
    void stand_on(std::size_t bead);
    void go_on();

    void open_prompt(Mode mode, std::string text);
    void open_split();
    Effects press_in_prompt(Key key, const review::Stamp& stamp);
    Effects finish_prompt(const review::Stamp& stamp);
    void go_to_number(const std::string& wanted);
    void draw_sample(std::size_t size);
    Effects press_in_split(Key key, const review::Stamp& stamp);
    void move_split(Action action);
    void press_in_panel(Key key);
    [[nodiscard]] std::optional<Action> action_of(Key key) const;
    void judge_sample();

    ReviewState state_;
    bool advance_ = false;  ///< when the entry on its way is recorded, the reviewer goes on
};

}  // namespace tongwen::cli
