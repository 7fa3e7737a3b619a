// SPDX-License-Identifier: Apache-2.0
// Owns the drawing of panels.
#include "cli/review_panels.h"

#include <algorithm>
#include <string>

#include "cli/bead_rows.h"
#include "cli/explanation_view.h"
#include "cli/line_breaking.h"
#include "cli/review_words.h"
#include "cli/split_choices.h"
#include "cli/words.h"
#include "text/unicode.h"

namespace tongwen::cli {
namespace {

constexpr std::size_t narrowest = 40;
constexpr std::size_t help_column = 38;  // columns that a key and its meaning take at least

std::size_t width_of(const ReviewState& state) { return std::max(state.size.width, narrowest); }

void add_wrapped(std::vector<StyledLine>& lines, const ReviewState& state, const std::string& text,
                 Look look) {
    for (const std::string& line : wrap(text, width_of(state), state.settings.ambiguous))
        lines.push_back({{line, look}});
}

/// "k, ↑"; the most usual name first.
std::string name_keys(const ReviewState& state, Action action) {
    std::string names;
    const bool unicode = state.settings.unicode && state.settings.ambiguous == 1;
    for (const Key key : keys_of(state.settings.keys, action))
        names.append(names.empty() ? "" : ", ").append(key_name(key, unicode));
    return names;
}

struct HelpEntry {
    std::string keys;
    std::string meaning;
};

/// As many columns as there is room for, read downwards.
void add_help_table(std::vector<StyledLine>& lines, const ReviewState& state,
                    const std::vector<HelpEntry>& entries) {
    const int ambiguous = state.settings.ambiguous;
    std::size_t keys_width = 0;
    for (const HelpEntry& entry : entries)
        keys_width = std::max(keys_width, text::display_width(entry.keys, ambiguous));
    const std::size_t columns = std::max<std::size_t>(1, width_of(state) / help_column);
    const std::size_t width = width_of(state) / columns;
    const std::size_t room = width - std::min(width, keys_width + 3);
    const std::size_t height = (entries.size() + columns - 1) / columns;
    for (std::size_t row = 0; row < height; ++row) {
        StyledLine line;
        for (std::size_t i = row; i < entries.size(); i += height) {
            line.push_back({" " + pad(entries[i].keys, keys_width, ambiguous), look::bold});
            const std::string meaning = shorten(entries[i].meaning, room, state.settings.unicode, ambiguous);
            line.push_back({" " + pad(meaning, room + 1, ambiguous)});
        }
        lines.push_back(std::move(line));
    }
}

std::vector<StyledPiece> sign_legend(const ReviewState& state) {
    const ReviewSigns& signs = signs_of(state.settings);
    std::vector<StyledPiece> legend;
    const auto add = [&legend](std::string_view sign, const std::string& meaning) {
        legend.push_back({std::string(sign) + " " + meaning});
    };
    add(signs.accepted, word(review::Status::accepted));
    add(signs.needs_work, word(review::Status::needs_work));
    add(signs.dropped, word(review::Status::dropped));
    add(signs.changed, word(review::Status::changed));
    add(signs.doubtful, tr("doubtful: confidence under 0.5"));
    add(signs.pinned, tr("pinned"));
    add(signs.bookmarked, tr("bookmarked"));
    return legend;
}

std::vector<StyledPiece> word_legend() {
    return {{tr("word with its counterpart"), look::underline},
            {tr("number"), look::bold | look::cyan},
            {tr("name"), look::bold | look::underline | look::green},
            {tr("source word without counterpart (your row)"), look::reverse | look::red}};
}

/// Pieces one after the other, on as many lines as they take.
void add_flowing(std::vector<StyledLine>& lines, const ReviewState& state,
                 const std::vector<StyledPiece>& pieces) {
    StyledLine line;
    std::size_t used = 0;
    for (StyledPiece piece : pieces) {
        piece.text =
            shorten(piece.text, width_of(state) - 1, state.settings.unicode, state.settings.ambiguous);
        const std::size_t width = text::display_width(piece.text, state.settings.ambiguous) + 3;
        if (used > 0 && used + width > width_of(state)) {
            lines.push_back(std::move(line));
            line.clear();
            used = 0;
        }
        line.push_back({used == 0 ? " " : "   "});
        line.push_back(piece);
        used += width;
    }
    lines.push_back(std::move(line));
}

std::vector<StyledLine> help_lines(const ReviewState& state) {
    std::vector<StyledLine> lines;
    std::vector<HelpEntry> entries;
    for (const ActionRow& row : action_rows())
        entries.push_back({name_keys(state, row.action), tr(row.meaning)});
    add_help_table(lines, state, entries);
    lines.emplace_back();
    add_flowing(lines, state, sign_legend(state));
    lines.emplace_back();
    add_flowing(lines, state, word_legend());
    return lines;
}

void add_decision(std::vector<StyledLine>& lines, const ReviewState& state,
                  const review::ReviewedBead& bead) {
    const review::Decision& decision = bead.decision;
    if (!decision.who.empty())
        add_wrapped(
            lines, state,
            tr("{1}, by {2} at {3}", {word(decision.status), legible(decision.who), legible(decision.when)}),
            look::plain);
    if (decision.by_hand)
        add_wrapped(lines, state, tr("Its boundaries were set by hand, so no score speaks for it."),
                    look::plain);
    if (!decision.comment.empty())
        add_wrapped(lines, state, tr("comment: {1}", {legible(decision.comment)}), look::cyan);
    if (!decision.target_edit) return;
    add_wrapped(lines, state, tr("The target as edited:"), look::bold);
    add_wrapped(lines, state, legible(*decision.target_edit), look::plain);
}

std::vector<StyledLine> why_lines(const ReviewState& state) {
    std::vector<StyledLine> lines;
    const std::size_t index = *state.bead();
    const review::ReviewedBead& bead = state.review.beads()[index];
    add_decision(lines, state, bead);
    if (!lines.empty()) lines.emplace_back();
    const align::Bead* const moved = state.moved(bead.bead);
    const align::Bead& shown = moved == nullptr ? bead.bead : *moved;
    const Layout layout{width_of(state), state.settings.ambiguous, false, state.settings.unicode};
    const align::Explanation explanation =
        state.explainer == nullptr ? align::Explanation{} : state.explainer->explain(shown);
    for (std::string& line :
         explain_bead({state.review.source(), state.review.target(), shown, index + 1}, explanation, layout))
        lines.push_back({{std::move(line)}});
    if (state.explaining) {
        lines.emplace_back();
        add_wrapped(lines, state, tr("The words are still being looked up; open this again in a moment."),
                    look::bold);
    }
    return lines;
}

std::vector<StyledLine> split_lines(const ReviewState& state) {
    std::vector<StyledLine> lines;
    const align::Bead& bead = state.review.beads()[*state.bead()].bead;
    const RowColumns columns = row_columns(state);
    const auto [first, second] = split_parts(bead, state.split);
    const auto add_part = [&](const std::string& title, const align::Bead& part) {
        const bool empty = part.source.empty() && part.target.empty();
        add_wrapped(lines, state, tr("{1} ({2})", {title, empty ? tr("nothing") : align::shape(part)}),
                    look::bold);
        if (empty) return;
        const std::vector<StyledLine> sides = side_lines(state, columns, part);
        lines.insert(lines.end(), sides.begin(), sides.end());
    };
    add_part(tr("First part"), first);
    lines.push_back(rule_line(state, columns));
    add_part(tr("Second part"), second);
    return lines;
}

}  // namespace

std::vector<StyledLine> panel_lines(const ReviewState& state) {
    switch (state.mode) {
        case Mode::help:
            return help_lines(state);
        case Mode::why:
            return why_lines(state);
        case Mode::split:
            return split_lines(state);
        default:
            return {};
    }
}

}  // namespace tongwen::cli
