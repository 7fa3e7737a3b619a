// SPDX-License-Identifier: Apache-2.0
// Owns the arithmetic of columns and the drawing of the head.
#include "cli/row_frame.h"

#include <algorithm>
#include <cmath>

#include "cli/line_breaking.h"
#include "cli/short_names.h"

namespace tongwen::cli {
namespace {

constexpr ReviewSigns unicode_signs = {
    "✓", "!", "✗", "?", "~", "=", "*", "✗",
    "+", "⇄", "│", "─", "┼", "·", "·", {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"}};
constexpr ReviewSigns ascii_signs = {
    "v", "!",  "x", "?", "~", "=", "*", "x",
    "+", "<>", "|", "-", "+", ".", "-", {" ", ".", ":", "-", "=", "+", "*", "#"}};

constexpr std::size_t narrowest = 40;
constexpr std::size_t wide_enough = 76;     // for the bead's number, too
constexpr std::size_t sign_columns = 3;     // status, pin or bookmark, space
constexpr std::size_t divider_columns = 3;  // space, line, space

std::size_t digits(std::size_t number) { return std::to_string(number).size(); }

}  // namespace

std::string repeat(std::string_view sign, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += sign;
    return out;
}

const ReviewSigns& signs_of(const ScreenSettings& settings) {
    return settings.unicode && settings.ambiguous == 1 ? unicode_signs : ascii_signs;
}

std::size_t RowColumns::indent() const { return 1 + number + (number > 0 ? 1 : 0) + sign_columns; }

std::size_t RowColumns::divider() const { return indent() + source_number + 1 + source + 1; }

RowColumns row_columns(const ReviewState& state) {
    RowColumns columns;
    const std::size_t width = drawn_width(state);
    if (width >= wide_enough) columns.number = std::max<std::size_t>(3, digits(state.review.beads().size()));
    columns.source_number = digits(state.review.source().segments.size());
    columns.target_number = digits(state.review.target().segments.size());
    const std::size_t fixed = columns.indent() + columns.source_number + 1 + divider_columns +
                              columns.target_number + 1 + 1 + confidence_columns;
    const std::size_t room = std::max<std::size_t>(width - std::min(width, fixed), 4);
    columns.source = static_cast<std::size_t>(std::lround(state.source_share * static_cast<double>(room)));
    columns.target = room - columns.source;
    return columns;
}

std::size_t drawn_width(const ReviewState& state) { return std::max(state.size.width, narrowest); }

StyledLine head_line(const ReviewState& state, const RowColumns& columns) {
    const corpus::Document& source = state.review.source();
    const corpus::Document& target = state.review.target();
    const auto [source_name, target_name] = short_names(source.provenance.path, target.provenance.path);
    const auto cell = [&state](const std::string& name, const text::Language& language, std::size_t width) {
        const std::string tag = " (" + (language.known() ? language.tag() : "?") + ")";
        const std::size_t room = width - std::min(width, tag.size());
        const std::string shown =
            shorten_middle(name, room, state.settings.unicode, state.settings.ambiguous);
        return pad(shown + tag, width, state.settings.ambiguous);
    };
    return {{std::string(columns.indent() + columns.source_number + 1, ' ')},
            {cell(source_name, source.language, columns.source), look::bold},
            {" " + std::string(signs_of(state.settings).divider) + " ", look::dim},
            {std::string(columns.target_number + 1, ' ')},
            {cell(target_name, target.language, columns.target), look::bold}};
}

StyledLine rule_line(const ReviewState& state, const RowColumns& columns) {
    const ReviewSigns& signs = signs_of(state.settings);
    const std::size_t width = std::max(state.size.width, narrowest);
    return {{repeat(signs.rule, columns.divider()) + std::string(signs.crossing) +
                 repeat(signs.rule, width - std::min(width, columns.divider() + 1)),
             look::dim}};
}

}  // namespace tongwen::cli
