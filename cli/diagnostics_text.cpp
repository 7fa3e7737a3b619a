// SPDX-License-Identifier: Apache-2.0
// Owns the rendering of a diagnostic.
#include "cli/diagnostics_text.h"

#include <algorithm>
#include <vector>

#include "cli/line_breaking.h"
#include "cli/paint.h"
#include "cli/wording.h"
#include "text/unicode.h"

namespace tongwen::cli {
namespace {

constexpr std::string_view indent = "  ";

std::string place(const text::Location& where) {
    if (where.file.empty()) return "tongwen:";
    std::string out = word_path(where.file);
    if (where.line > 0) out += ":" + std::to_string(where.line);
    if (where.line > 0 && where.column > 0) out += ":" + std::to_string(where.column);
    if (where.unit > 0) out += ": tu " + std::to_string(where.unit);
    return out + ":";
}

Colour colour_of(text::Severity severity) {
    switch (severity) {
        case text::Severity::error:
            return Colour::red;
        case text::Severity::warning:
            return Colour::yellow;
        case text::Severity::note:
            break;
    }
    return Colour::dim;
}

struct Sign {
    std::string text;
    std::size_t width = 0;
};

/// The line's characters, one for one, so that columns still count; a terminal must not obey any of them.
std::vector<Sign> signs_of(std::string_view line) {
    std::vector<Sign> signs;
    for (std::size_t offset = 0; offset < line.size();) {
        const std::size_t begin = offset;
        const char32_t c = text::next_code_point(line, offset);
        Sign sign{legible(line.substr(begin, offset - begin)), 0};
        if (text::is_space(c)) sign.text = " ";
        sign.width = text::display_width(sign.text);
        signs.push_back(std::move(sign));
    }
    return signs;
}

/// The first sign to show, so that no more than `room` columns stand before the caret.
std::size_t first_shown(const std::vector<Sign>& signs, std::size_t caret, std::size_t room) {
    std::size_t used = 0;
    std::size_t first = caret;
    while (first > 0 && used + signs[first - 1].width <= room) used += signs[--first].width;
    return first;
}

std::string excerpt(const text::Location& where, const Terminal& terminal) {
    const std::vector<Sign> signs = signs_of(where.excerpt);
    const std::size_t width = std::max<std::size_t>(terminal.width, 20) - indent.size() - 1;
    const std::size_t caret = std::min(where.column == 0 ? 0 : where.column - 1, signs.size());
    std::string line(indent);
    std::string below(indent);
    std::size_t used = 0;
    for (std::size_t i = first_shown(signs, caret, width * 2 / 3); i < signs.size(); ++i) {
        if (used + signs[i].width > width) break;
        used += signs[i].width;
        line += signs[i].text;
        if (i < caret) below.append(signs[i].width, ' ');
    }
    if (where.column == 0) return line + "\n";
    return line + "\n" + below + paint("^", Colour::green, terminal.colour) + "\n";
}

}  // namespace

std::string render(const text::Diagnostic& diagnostic, const Terminal& terminal) {
    const std::string severity =
        paint(word(diagnostic.severity) + ":", colour_of(diagnostic.severity), terminal.colour);
    std::string out = place(diagnostic.where) + " " + severity + " " + word(diagnostic) + "\n";
    if (!diagnostic.where.excerpt.empty()) out += excerpt(diagnostic.where, terminal);
    return out;
}

}  // namespace tongwen::cli
