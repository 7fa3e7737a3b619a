// SPDX-License-Identifier: Apache-2.0
// Owns what events make of the state, and where the reviewer stands afterwards.
#include "cli/review_desk.h"

#include <algorithm>
#include <span>
#include <utility>

#include "cli/review_scrolling.h"
#include "cli/review_words.h"
#include "cli/words.h"

namespace tongwen::cli {
namespace {

/// "merged", "taken back: merged".
std::string say_done(const review::Review& review, const review::Entry& entry) {
    const std::string done = word(entry.operation);
    if (entry.operation == review::Operation::realign)
        return tr("aligned again: {1} places changed", {std::to_string(entry.changes.size())});
    if (entry.of == 0 || entry.of > review.ledger().size()) return done;
    return done + ": " + word(review.ledger()[entry.of - 1].operation);
}

void count(review::Tally& tally, const review::Entry& entry) {
    for (const review::Change& change : entry.changes) {
        const review::Tally before = review::tally(change.before);
        const review::Tally after = review::tally(change.after);
        tally.undecided = tally.undecided + after.undecided - before.undecided;
        tally.to_fix = tally.to_fix + after.to_fix - before.to_fix;
    }
}

/// Findings of beads that are no more go; the new ones' come when they have been checked.
void follow(std::vector<check::Finding>& findings, const review::Renumbering& renumbering) {
    std::erase_if(findings,
                  [&renumbering](const check::Finding& finding) { return renumbering.cuts(finding.bead); });
    for (check::Finding& finding : findings) finding.bead = renumbering(finding.bead);
}

}  // namespace

ReviewDesk::ReviewDesk(ReviewState state) : state_(std::move(state)) { show_cursor(state_, true); }

Effects ReviewDesk::press(Key key, const review::Stamp& stamp) {
    if (key == keys::ctrl('C')) return {Leave{}};
    state_.message.clear();
    const std::size_t before = state_.position;
    Effects effects;
    switch (state_.mode) {
        case Mode::list:
            effects = press_in_list(key, stamp);
            break;
        case Mode::search:
        case Mode::comment:
        case Mode::go_to:
        case Mode::sample_size:
            effects = press_in_prompt(key, stamp);
            break;
        case Mode::split:
            effects = press_in_split(key, stamp);
            break;
        case Mode::why:
        case Mode::help:
            press_in_panel(key);
            break;
    }
    const std::size_t now = state_.position;
    show_cursor(state_, std::max(before, now) - std::min(before, now) > 1);
    return effects;
}

void ReviewDesk::resize(ScreenSize size) {
    state_.size = size;
    show_cursor(state_, true);
}

Effects ReviewDesk::recorded(review::Entry entry) {
    const review::Renumbering renumbering(state_.review, entry);
    const bool elsewhere = entry.of != 0;
    const std::size_t here = state_.bead().value_or(0);
    const std::size_t bead = renumbering(elsewhere ? renumbering.first().value_or(here) : here);
    state_.message = say_done(state_.review, entry);
    count(state_.tally, entry);
    const bool cut = renumbering.cuts_any();
    state_.review.apply(std::move(entry));
    state_.queue.follow(renumbering, state_.review.beads().size());
    if (cut) follow(state_.findings, renumbering);
    if (state_.doubt) state_.doubt->bead = renumbering(state_.doubt->bead);
    stand_on(bead);
    if (std::exchange(advance_, false)) go_on();
    judge_sample();
    show_cursor(state_, elsewhere);
    if (cut) return {CheckAgain{}};
    return {};
}

void ReviewDesk::not_recorded(std::string reason) {
    advance_ = false;
    state_.message = tr("not saved, so not done: {1}", {std::move(reason)});
}

Effects ReviewDesk::edited(const std::string& text, const review::Stamp& stamp) {
    if (!state_.bead()) return {};
    return ask({.operation = review::Operation::edit, .bead = *state_.bead(), .text = text}, stamp);
}

Effects ReviewDesk::realigned(review::Entry entry) {
    if (!entry.changes.empty()) return {RecordEntry{std::move(entry)}};
    state_.message = tr("aligned again: nothing has changed");
    return {};
}

void ReviewDesk::checked(std::vector<check::Finding> findings) {
    state_.findings = std::move(findings);
    show_cursor(state_, false);
}

void ReviewDesk::explained(std::shared_ptr<const align::Explainer> explainer) {
    state_.explainer = std::move(explainer);
    state_.explaining = false;
}

Effects ReviewDesk::ask(const review::Request& request, const review::Stamp& stamp) {
    auto planned = state_.review.plan(request, stamp);
    if (auto* const entry = std::get_if<review::Entry>(&planned)) return {RecordEntry{std::move(*entry)}};
    state_.message = word(std::get<review::Refusal>(planned));
    return {};
}

/// Where the queue has not got the bead, all beads are shown.
void ReviewDesk::stand_on(std::size_t bead) {
    if (const auto position = state_.queue.position_of(bead)) {
        state_.position = *position;
        return;
    }
    state_.queue = review::Queue(state_.review.beads().size());
    state_.position = state_.top = bead;
}

void ReviewDesk::go_on() {
    if (state_.position + 1 < state_.queue.size()) {
        ++state_.position;
    } else {
        state_.message = tr("this is the last row of this queue");
    }
}

std::optional<Action> ReviewDesk::action_of(Key key) const {
    const auto found = state_.settings.keys.find(key);
    if (found == state_.settings.keys.end()) return std::nullopt;
    return found->second;
}

}  // namespace tongwen::cli
