// SPDX-License-Identifier: Apache-2.0
// Owns what the keys do in prompts, while a split is chosen, and in panels.
#include <algorithm>
#include <charconv>
#include <utility>

#include "cli/line_breaking.h"
#include "cli/review_desk.h"
#include "cli/review_panels.h"
#include "cli/review_words.h"
#include "cli/split_choices.h"
#include "cli/words.h"

namespace tongwen::cli {
namespace {

/// A whole number from 1, or nothing.
std::optional<std::size_t> parse_count(std::string_view text) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number == 0) return std::nullopt;
    return number;
}

/// The bead that a person names: "12" is the twelfth, "s12" that of the twelfth source segment, "t12" of the
/// target's.
std::optional<std::size_t> find_bead(const review::Review& review, std::string_view name) {
    const char side = name.empty() ? '\0' : name.front();
    const bool of_segment = side == 's' || side == 't';
    const auto number = parse_count(name.substr(of_segment ? 1 : 0));
    if (!number) return std::nullopt;
    const std::size_t index = *number - 1;
    const auto position = static_cast<std::uint32_t>(index);
    if (side == 's' && index < review.source().segments.size())
        return review.bead_at(align::SourcePosition{position});
    if (side == 't' && index < review.target().segments.size())
        return review.bead_at(align::TargetPosition{position});
    if (!of_segment && index < review.beads().size()) return index;
    return std::nullopt;
}

}  // namespace

void ReviewDesk::open_prompt(Mode mode, std::string text) {
    state_.mode = mode;
    state_.input = LineInput::with(legible(text));
}

Effects ReviewDesk::press_in_prompt(Key key, const review::Stamp& stamp) {
    if (key == keys::escape) {
        state_.mode = Mode::list;
    } else if (key == keys::enter) {
        return finish_prompt(stamp);
    } else {
        state_.input.press(key);
    }
    return {};
}

Effects ReviewDesk::finish_prompt(const review::Stamp& stamp) {
    const std::string text = std::exchange(state_.input, {}).text;
    switch (std::exchange(state_.mode, Mode::list)) {
        case Mode::search:
            if (!text.empty()) state_.query = text;
            if (!state_.query.empty()) search();
            return {};
        case Mode::go_to:
            go_to_number(text);
            return {};
        case Mode::sample_size:
            if (const auto size = parse_count(text)) draw_sample(*size);
            return {};
        case Mode::comment:
            return ask({.operation = review::Operation::comment, .bead = *state_.bead(), .text = text},
                       stamp);
        default:
            return {};
    }
}

void ReviewDesk::go_to_number(const std::string& wanted) {
    if (wanted.empty()) return;
    if (const auto bead = find_bead(state_.review, wanted)) return stand_on(*bead);
    state_.message = word(review::Refusal::no_such_bead);
}

void ReviewDesk::open_split() {
    const std::optional<std::size_t> index = state_.bead();
    if (!index) return;
    const align::Bead& bead = state_.review.beads()[*index].bead;
    if (bead.source.size() + bead.target.size() < 2) {
        state_.message = word(review::Refusal::nothing_to_split);
        return;
    }
    state_.mode = Mode::split;
    state_.split = likely_split(state_.review.origin(), bead, state_.review.source_anchored);
}

Effects ReviewDesk::press_in_split(Key key, const review::Stamp& stamp) {
    const std::optional<Action> action = action_of(key);
    if (key == keys::escape || action == Action::quit) {
        state_.mode = Mode::list;
        return {};
    }
    if (key == keys::enter || action == Action::split) {
        state_.mode = Mode::list;
        return ask({.operation = review::Operation::split,
                    .bead = *state_.bead(),
                    .source_split = state_.split.source,
                    .target_split = state_.split.target},
                   stamp);
    }
    if (key == keys::left) {
        move_split(Action::source_shorter);
    } else if (key == keys::right) {
        move_split(Action::source_longer);
    } else if (action) {
        move_split(*action);
    }
    return {};
}

void ReviewDesk::move_split(Action action) {
    const align::Bead& bead = state_.review.beads()[*state_.bead()].bead;
    SplitChoice& split = state_.split;
    const bool first = split.source == 0;
    const bool last = split.source == bead.source.size();
    if (action == Action::source_shorter && !first) --split.source;
    if (action == Action::source_longer && !last) ++split.source;
    if (action == Action::target_shorter && split.target > 0) --split.target;
    if (action == Action::target_longer && split.target < bead.target.size()) ++split.target;
    // Up and down move both, in proportion; both parts keep some source, if there is enough.
    const std::size_t margin = bead.source.size() > 1 ? 1 : 0;
    if (action == Action::previous_row && split.source > margin)
        split = likely_split_at(state_.review.origin(), bead, split.source - 1);
    if (action == Action::next_row && split.source + margin < bead.source.size())
        split = likely_split_at(state_.review.origin(), bead, split.source + 1);
}

void ReviewDesk::press_in_panel(Key key) {
    const std::optional<Action> action = action_of(key);
    const std::size_t view = state_.view_height();
    const std::size_t lines = panel_lines(state_).size();
    const std::size_t lowest = lines - std::min(lines, view);
    std::size_t& top = state_.panel_top;
    if (action == Action::next_row) {
        top = std::min(top + 1, lowest);
    } else if (action == Action::previous_row) {
        top -= std::min<std::size_t>(top, 1);
    } else if (action == Action::next_page || key == keys::space) {
        top = std::min(top + view, lowest);
    } else if (action == Action::previous_page) {
        top -= std::min(top, view);
    } else if (action == Action::first_row) {
        top = 0;
    } else if (action == Action::last_row) {
        top = lowest;
    } else {
        state_.mode = Mode::list;
    }
}

}  // namespace tongwen::cli
