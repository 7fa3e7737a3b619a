// SPDX-License-Identifier: Apache-2.0
// Owns what the keys do in the list of beads.
#include <algorithm>
#include <array>
#include <utility>

#include "cli/review_desk.h"
#include "cli/review_scrolling.h"
#include "cli/review_words.h"
#include "cli/text_search.h"
#include "cli/words.h"

namespace tongwen::cli {
namespace {

using review::Operation;

/// What an action asks for; nothing where it decides nothing.
std::optional<review::Request> request_of(Action action, const review::Decision& decision, std::size_t bead) {
    const auto request = [bead](Operation operation, int by = 1) {
        return review::Request{.operation = operation, .bead = bead, .by = by};
    };
    switch (action) {
        case Action::accept:
            return request(Operation::accept);
        case Action::needs_work:
            return request(Operation::needs_work);
        case Action::drop:
            return request(Operation::drop);
        case Action::clear:
            return request(Operation::clear);
        case Action::merge:
            return request(Operation::merge);
        case Action::source_shorter:
            return request(Operation::shift_source, -1);
        case Action::source_longer:
            return request(Operation::shift_source, 1);
        case Action::target_shorter:
            return request(Operation::shift_target, -1);
        case Action::target_longer:
            return request(Operation::shift_target, 1);
        case Action::pin:
            return request(decision.pinned ? Operation::unpin : Operation::pin);
        case Action::bookmark:
            return request(decision.bookmarked ? Operation::unbookmark : Operation::bookmark);
        case Action::undo:
            return request(Operation::undo);
        case Action::redo:
            return request(Operation::redo);
        default:
            return std::nullopt;
    }
}

/// The bytes of a run of segments, and what stands between them.
std::string_view text_of(const corpus::Document& document, std::size_t begin, std::size_t end) {
    if (begin == end) return {};
    const std::size_t from = document.segments[begin].span.begin;
    return std::string_view(document.text).substr(from, document.segments[end - 1].span.end - from);
}

bool holds(const review::Review& review, std::size_t index, const TextSearch& search) {
    const review::ReviewedBead& bead = review.beads()[index];
    const auto source = text_of(review.source(), bead.bead.source.begin.value, bead.bead.source.end.value);
    const auto target = text_of(review.target(), bead.bead.target.begin.value, bead.bead.target.end.value);
    return search.find(source) || search.find(target) || search.find(bead.decision.comment) ||
           (bead.decision.target_edit && search.find(*bead.decision.target_edit));
}

}  // namespace

Effects ReviewDesk::press_in_list(Key key, const review::Stamp& stamp) {
    if (key == keys::escape) {
        state_.query.clear();
        return {};
    }
    const std::optional<Action> action = action_of(key);
    if (action) return act(*action, stamp);
    state_.message = tr("{1} does nothing here; {2} lists the keys",
                        {key_name(key, state_.settings.unicode),
                         key_name(keys_of(state_.settings.keys, Action::help).front())});
    return {};
}

Effects ReviewDesk::act(Action action, const review::Stamp& stamp) {
    if (action == Action::quit) return {Leave{}};
    if (move(action) || open(action)) return {};
    return decide(action, stamp);
}

bool ReviewDesk::move(Action action) {
    switch (action) {
        case Action::next_row:
            step_down(state_);
            return true;
        case Action::previous_row:
            step_up(state_);
            return true;
        case Action::next_page:
            page_down(state_);
            return true;
        case Action::previous_page:
            page_up(state_);
            return true;
        case Action::first_row:
            state_.position = 0;
            return true;
        case Action::last_row:
            state_.position = std::max<std::size_t>(state_.queue.size(), 1) - 1;
            return true;
        case Action::next_queue:
        case Action::previous_queue:
            turn_queue(action == Action::next_queue);
            return true;
        case Action::next_doubtful:
            go_to_doubtful();
            return true;
        case Action::next_uneven:
        case Action::next_finding:
        case Action::next_bookmark:
            look_for(action);
            return true;
        default:
            return false;
    }
}

bool ReviewDesk::open(Action action) {
    switch (action) {
        case Action::search:
            open_prompt(Mode::search, "");
            return true;
        case Action::go_to:
            open_prompt(Mode::go_to, "");
            return true;
        case Action::sample:
            open_prompt(Mode::sample_size,
                        "59");  // none wrong among 59: at most 5 % are, with 95 % certainty
            return true;
        case Action::comment:
            if (state_.bead())
                open_prompt(Mode::comment, state_.review.beads()[*state_.bead()].decision.comment);
            return true;
        case Action::split:
            open_split();
            return true;
        case Action::why:
            state_.panel_top = 0;
            if (state_.bead()) state_.mode = Mode::why;
            return true;
        case Action::help:
            state_.panel_top = 0;
            state_.mode = Mode::help;
            return true;
        default:
            return false;
    }
}

Effects ReviewDesk::decide(Action action, const review::Stamp& stamp) {
    if (action == Action::realign) return {AlignOpen{}};
    if (action == Action::anchor_source) {
        bool& anchored = state_.review.source_anchored;
        anchored = !anchored;
        state_.message =
            anchored ? tr("the source's boundaries are kept") : tr("the source's boundaries may move");
        return {KeepPlace{}};
    }
    const std::optional<std::size_t> bead = state_.bead();
    if (!bead) return {};
    const review::Decision& decision = state_.review.beads()[*bead].decision;
    if (action == Action::accept_and_next) return accept_and_next(stamp);
    if (action == Action::edit) {
        if (state_.review.beads()[*bead].bead.target.empty()) {
            state_.message = word(review::Refusal::no_target);
            return {};
        }
        return {EditTarget{state_.review.target_text(*bead)}};
    }
    if (const auto request = request_of(action, decision, *bead)) return ask(*request, stamp);
    return {};
}

/// What is accepted already is passed over.
Effects ReviewDesk::accept_and_next(const review::Stamp& stamp) {
    const std::size_t bead = *state_.bead();
    if (state_.review.beads()[bead].decision.status == review::Status::accepted) {
        go_on();
        return {};
    }
    Effects effects = ask({.operation = review::Operation::accept, .bead = bead}, stamp);
    advance_ = !effects.empty();
    return effects;
}

void ReviewDesk::go_to_doubtful() {
    auto found = next_doubtful(state_.review, state_.doubt);
    if (!found && state_.doubt) {
        found = next_doubtful(state_.review, std::nullopt);
        state_.message = tr("from the least sure row again");
    }
    if (!found) {
        state_.message = tr("nothing is undecided");
        return;
    }
    state_.doubt = found;
    stand_on(found->bead);
}

/// The next bead behind this one, from the beginning again where the end is reached.
template <class Matches>
void ReviewDesk::go_to_next(Matches matches) {
    const std::size_t size = state_.review.beads().size();
    const std::size_t here = state_.bead().value_or(0);
    for (std::size_t step = 1; step <= size; ++step) {
        const std::size_t bead = (here + step) % size;
        if (!matches(bead)) continue;
        if (bead <= here) state_.message = tr("from the beginning again");
        return stand_on(bead);
    }
    state_.message = tr("there is none");
}

void ReviewDesk::look_for(Action action) {
    const auto& beads = state_.review.beads();
    if (action == Action::next_uneven) {
        go_to_next([&beads](std::size_t bead) { return !review::is_one_to_one(beads[bead]); });
    } else if (action == Action::next_bookmark) {
        go_to_next([&beads](std::size_t bead) { return beads[bead].decision.bookmarked; });
    } else {
        go_to_next([this](std::size_t bead) {
            return std::ranges::binary_search(state_.findings, bead, {}, &check::Finding::bead);
        });
    }
}

void ReviewDesk::search() {
    const TextSearch search(state_.query);
    go_to_next([this, &search](std::size_t bead) { return holds(state_.review, bead, search); });
    if (state_.message == tr("there is none")) state_.message = tr("not found: {1}", {state_.query});
}

/// To the next queue that has any row; the reviewer stays on the same bead where it is in it.
void ReviewDesk::turn_queue(bool forward) {
    constexpr std::size_t turning = review::queue_count - 1;  // a sample is drawn on request
    std::vector<std::size_t> with_findings;
    for (const check::Finding& finding : state_.findings)
        if (with_findings.empty() || with_findings.back() != finding.bead)
            with_findings.push_back(finding.bead);
    const std::size_t here = state_.bead().value_or(0);
    std::size_t kind = static_cast<std::size_t>(state_.queue.kind()) % turning;
    for (std::size_t tried = 0; tried < turning; ++tried) {
        kind = (kind + (forward ? 1 : turning - 1)) % turning;
        review::Queue queue = make_queue(static_cast<review::QueueKind>(kind), state_.review, with_findings);
        if (queue.size() == 0) continue;
        state_.position = queue.position_near(here);
        state_.queue = std::move(queue);
        state_.top = state_.position;
        state_.message =
            tr("queue: {1}, rows: {2}", {word(state_.queue.kind()), std::to_string(state_.queue.size())});
        return;
    }
}

}  // namespace tongwen::cli
