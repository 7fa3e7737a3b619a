// SPDX-License-Identifier: Apache-2.0
// Owns the drawing of an explained bead.
#include "cli/explanation_view.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "align/moved_beads.h"
#include "cli/line_breaking.h"
#include "cli/paint.h"
#include "cli/wording.h"
#include "cli/words.h"
#include "text/unicode.h"
#include "tmx/units.h"

namespace tongwen::cli {
namespace {

constexpr std::size_t narrowest = 40;
constexpr std::size_t indent = 2;
constexpr std::size_t number_columns = 7;  // "-123.45"
constexpr std::size_t longest_bar = 12;
constexpr std::size_t widest_word = 24;

struct Marks {
    std::string_view divider;
    std::string_view block;
};
constexpr Marks unicode_marks = {"│", "█"};
constexpr Marks ascii_marks = {"|", "#"};

std::string repeat(std::string_view sign, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += sign;
    return out;
}

/// No "-0.00".
std::string two_decimals(double value) {
    const double rounded = std::round(value * 100) / 100;
    return fmt::format("{:.2f}", rounded == 0 ? 0.0 : rounded);
}

/// Flush right; what is positive has a sign, too.
std::string signed_number(double value) {
    const std::string digits = two_decimals(value);
    const bool positive = value > 0 && digits != "0.00";
    return fmt::format("{:>{}}", (positive ? "+" : "") + digits, number_columns);
}

std::string word_kind(align::TokenKind kind) {
    switch (kind) {
        case align::TokenKind::word:
            return tr("word");
        case align::TokenKind::number:
            return tr("number");
        case align::TokenKind::name:
            return tr("name");
    }
    return {};
}

class View {
  public:
    View(const NumberedBead& bead, const align::Explanation& explanation, const Layout& layout)
        : source_(bead.source),
          target_(bead.target),
          number_(bead.number),
          bead_(bead.bead),
          explanation_(explanation),
          layout_(layout),
          width_(std::max(layout.width, narrowest)),
          marks_(layout.unicode && layout.ambiguous == 1 ? unicode_marks : ascii_marks) {}

    std::vector<std::string> draw() {
        draw_head();
        draw_texts();
        draw_reasons();
        draw_matches();
        draw_unmatched();
        return std::move(lines_);
    }

  private:
    void draw_head() {
        // Rounded down: only what is certain reads 1.00.
        const double confidence = std::floor(std::clamp(bead_.confidence, 0.0, 1.0) * 100 + 1e-9) / 100;
        add_wrapped(tr("Bead {1} ({2}): confidence {3}, cost {4} nats",
                       {std::to_string(number_), align::shape(bead_), fmt::format("{:.2f}", confidence),
                        two_decimals(bead_.cost)}),
                    Colour::bold);
    }

    void draw_title(const std::string& title) {
        lines_.emplace_back();
        add_wrapped(title, Colour::bold);
    }

    void draw_texts() {
        lines_.emplace_back();
        const std::size_t half = (width_ - 3) / 2;
        std::vector<std::string> source = cell_of(source_, bead_.source, half);
        std::vector<std::string> target = cell_of(target_, bead_.target, half);
        if (source.empty()) source = wrap(tr("not in the source"), half, layout_.ambiguous);
        if (target.empty()) target = wrap(tr("no translation"), half, layout_.ambiguous);
        for (std::size_t i = 0; i < std::max(source.size(), target.size()); ++i) {
            std::string line = pad(i < source.size() ? source[i] : "", half, layout_.ambiguous);
            line.append(" ").append(marks_.divider).append(" ");
            add(line + (i < target.size() ? target[i] : ""));
        }
    }

    template <class Side>
    [[nodiscard]] std::vector<std::string> cell_of(const corpus::Document& document, align::Run<Side> run,
                                                   std::size_t width) const {
        std::vector<std::string> lines;
        for (std::size_t i = run.begin.value; i < run.end.value; ++i) {
            const std::string text = legible(tmx::one_line(document.segment_text(i), document.language));
            for (std::string& line : wrap(text, width, layout_.ambiguous)) lines.push_back(std::move(line));
        }
        return lines;
    }

    void draw_reasons() {
        draw_title(tr("Evidence, in nats"));
        std::array<std::string, align::evidence_count> names;
        std::size_t widest = 0;
        float greatest = 0;
        for (std::size_t i = 0; i < names.size(); ++i) {
            names[i] = word_argument(std::string(align::name(static_cast<align::Evidence>(i))));
            widest = std::max(widest, columns(names[i]));
            greatest = std::max(greatest, std::abs(bead_.reasons[i]));
        }
        const std::size_t fixed = indent + widest + 2 + number_columns + 2 + 1;
        const std::size_t half =
            std::clamp<std::size_t>((width_ - std::min(width_, fixed)) / 2, 1, longest_bar);
        for (std::size_t i = 0; i < names.size(); ++i) {
            const float share = bead_.reasons[i];
            add(std::string(indent, ' ') + pad(names[i], widest, layout_.ambiguous) + "  " +
                signed_number(static_cast<double>(share)) + "  " +
                bar(greatest > 0 ? share / greatest : 0, half));
        }
    }

    /// `share` is -1 to 1, its bar at most `half` columns to one side of the axis.
    [[nodiscard]] std::string bar(float share, std::size_t half) const {
        const auto size = static_cast<std::size_t>(std::lround(std::abs(share) * static_cast<float>(half)));
        const std::string blocks = repeat(marks_.block, size);
        const std::string axis(marks_.divider);
        if (share < 0)
            return std::string(half - size, ' ') + paint(blocks, Colour::red, layout_.colour) + axis;
        return std::string(half, ' ') + axis + paint(blocks, Colour::green, layout_.colour);
    }

    void draw_matches() {
        draw_title(tr("Matched words"));
        if (explanation_.matches.empty()) return add(std::string(indent, ' ') + tr("none"));
        std::vector<Row> rows = {{tr("source"), tr("target"), tr("kind"), tr("strength")}};
        for (const align::WordMatch& match : explanation_.matches) {
            rows.push_back({legible(match.source.of(source_.text)), legible(match.target.of(target_.text)),
                            word_kind(match.kind), two_decimals(static_cast<double>(match.strength))});
        }
        draw_table(rows);
    }

    using Row = std::array<std::string, 4>;

    /// The first row is the head; words that are too wide are cut.
    void draw_table(std::vector<Row>& rows) {
        const bool unicode = &marks_ == &unicode_marks;
        const std::size_t rest = indent + 6 + widest_in(rows, 2) + widest_in(rows, 3);
        const std::size_t room =
            std::clamp<std::size_t>((width_ - std::min(width_, rest)) / 2, 4, widest_word);
        for (Row& row : rows)
            for (const std::size_t c : {0, 1}) row[c] = shorten(row[c], room, unicode, layout_.ambiguous);
        const std::array<std::size_t, 4> widths = {widest_in(rows, 0), widest_in(rows, 1), widest_in(rows, 2),
                                                   widest_in(rows, 3)};
        for (std::size_t i = 0; i < rows.size(); ++i) {
            std::string line(indent, ' ');
            for (std::size_t c = 0; c < widths.size(); ++c)
                line += pad(rows[i][c], widths[c], layout_.ambiguous) + "  ";
            line.erase(line.find_last_not_of(' ') + 1);
            add(i == 0 ? paint(line, Colour::dim, layout_.colour) : line);
        }
    }

    [[nodiscard]] std::size_t widest_in(const std::vector<Row>& rows, std::size_t column) const {
        std::size_t widest = 0;
        for (const Row& row : rows) widest = std::max(widest, columns(row[column]));
        return widest;
    }

    void draw_unmatched() {
        draw_title(tr("Words without counterpart"));
        const std::size_t widest = std::max(columns(tr("source")), columns(tr("target")));
        draw_list(pad(tr("source"), widest, layout_.ambiguous),
                  list_of(source_, explanation_.source_unmatched));
        draw_list(pad(tr("target"), widest, layout_.ambiguous),
                  list_of(target_, explanation_.target_unmatched));
    }

    [[nodiscard]] static std::string list_of(const corpus::Document& document,
                                             const std::vector<text::ByteSpan>& spans) {
        std::string list;
        for (const text::ByteSpan span : spans)
            list.append(list.empty() ? "" : ", ").append(legible(span.of(document.text)));
        return list.empty() ? tr("none") : list;
    }

    void draw_list(const std::string& label, const std::string& list) {
        const std::size_t begin = indent + columns(label) + 2;
        std::string lead = std::string(indent, ' ') + label + "  ";
        for (const std::string& line : wrap(list, width_ - begin, layout_.ambiguous)) {
            add(lead + line);
            lead = std::string(begin, ' ');
        }
    }

    [[nodiscard]] std::size_t columns(std::string_view text) const {
        return text::display_width(text, layout_.ambiguous);
    }

    void add_wrapped(const std::string& text, Colour colour) {
        for (const std::string& line : wrap(text, width_, layout_.ambiguous))
            add(paint(line, colour, layout_.colour));
    }

    void add(std::string line) {
        line.erase(line.find_last_not_of(' ') + 1);
        lines_.push_back(std::move(line));
    }

    const corpus::Document& source_;
    const corpus::Document& target_;
    std::size_t number_;
    const align::Bead& bead_;
    const align::Explanation& explanation_;
    Layout layout_;
    std::size_t width_;
    const Marks& marks_;
    std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> explain_bead(const NumberedBead& bead, const align::Explanation& explanation,
                                      const Layout& layout) {
    return View(bead, explanation, layout).draw();
}

std::vector<std::string> explain_bead(const align::Bitext& bitext, std::size_t bead,
                                      const align::Explanation& explanation, const Layout& layout) {
    return explain_bead({bitext.source, bitext.target, align::link_at(bitext, bead), bead + 1}, explanation,
                        layout);
}

}  // namespace tongwen::cli
