// SPDX-License-Identifier: Apache-2.0
// Owns the drawing of the side-by-side view.
#include "cli/side_by_side.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "align/moved_beads.h"
#include "cli/line_breaking.h"
#include "cli/paint.h"
#include "cli/short_names.h"
#include "cli/summary.h"
#include "cli/wording.h"
#include "cli/words.h"
#include "text/unicode.h"
#include "tmx/units.h"

namespace tongwen::cli {
namespace {

constexpr double doubtful = 0.5;  // more likely wrong than right
constexpr double sure = 0.9;
constexpr std::size_t narrowest = 40;
constexpr std::size_t confidence_columns = 6;  // "0.97" and a space and the bar
constexpr double smallest_share = 0.35;

struct Marks {
    std::string_view dropped, added, doubtful, finding, moved;
    std::string_view accepted, needs_work, left_out, changed;
    std::string_view divider, rule, crossing, blank;
    std::array<std::string_view, 8> bar;
};

constexpr Marks unicode_marks = {"✗", "+", "?", "!", "⇄", "✓", "!",
                                 "–", "~", "│", "─", "┼", "·", {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"}};
constexpr Marks ascii_marks = {"x", "+", "?", "!", "~", "v", "!",
                               "-", "~", "|", "-", "+", ".", {" ", ".", ":", "-", "=", "+", "*", "#"}};

struct StatusMark {
    std::string_view Marks::*mark = nullptr;  ///< null: the status shows nothing
    Colour colour = Colour::plain;
};

/// In the order of review::Status.
constexpr std::array<StatusMark, review::status_count> status_marks = {{{},
                                                                        {&Marks::accepted, Colour::green},
                                                                        {&Marks::needs_work, Colour::red},
                                                                        {&Marks::left_out, Colour::dim},
                                                                        {&Marks::changed, Colour::yellow}}};

/// Widths of the columns; number, mark and confidence are fixed, source and target share the rest.
struct Columns {
    std::size_t number = 3;
    std::size_t source = 0;
    std::size_t target = 0;
};

std::string repeat(std::string_view sign, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += sign;
    return out;
}

Columns share_out(const align::Bitext& bitext, const Layout& layout) {
    Columns columns;
    columns.number = std::max<std::size_t>(3, std::to_string(bitext.alignment.beads().size()).size());
    // number, space, mark, space … space, divider, space … space, confidence
    const std::size_t fixed = columns.number + 3 + 3 + 1 + confidence_columns;
    const std::size_t room = std::max(layout.width, narrowest) - fixed;
    const auto source = static_cast<double>(text::display_width(bitext.source.text, layout.ambiguous)) + 1;
    const auto target = static_cast<double>(text::display_width(bitext.target.text, layout.ambiguous)) + 1;
    const double share = std::clamp(source / (source + target), smallest_share, 1 - smallest_share);
    columns.source = static_cast<std::size_t>(std::lround(share * static_cast<double>(room)));
    columns.target = room - columns.source;
    return columns;
}

/// A side of a bead: its lines and how they look.
struct Cell {
    std::vector<std::string> lines;
    Colour colour = Colour::plain;
    bool empty = false;
};

class View {
  public:
    View(const align::Bitext& bitext, std::span<const check::Finding> findings, const Layout& layout,
         const review::Review* review)
        : bitext_(bitext),
          findings_(findings),
          review_(review),
          moved_(bitext),
          layout_(layout),
          marks_(layout.unicode && layout.ambiguous == 1 ? unicode_marks : ascii_marks),
          columns_(share_out(bitext, layout)) {}

    std::vector<std::string> draw() {
        draw_missing();
        draw_head();
        for (std::size_t i = 0; i < bitext_.alignment.beads().size(); ++i) draw_bead(i);
        return std::move(lines_);
    }

  private:
    /// Ahead of everything: what was dropped or added, for the eye to know what to look for.
    void draw_missing() {
        const Summary summary = summarise(bitext_);
        if (summary.dropped_segments + summary.added_segments + summary.moved_segments == 0) return;
        const std::string text = word_missing(summary, &marks_ == &unicode_marks);
        const Colour colour = summary.dropped_segments > 0 ? Colour::red : Colour::yellow;
        for (const std::string& line : wrap(text, std::max(layout_.width, narrowest), layout_.ambiguous))
            end_line(paint(line, colour, layout_.colour));
    }

    void draw_head() {
        const auto [source_name, target_name] =
            short_names(bitext_.source.provenance.path, bitext_.target.provenance.path);
        const Cell source = head_cell(source_name, bitext_.source.language, columns_.source);
        const Cell target = head_cell(target_name, bitext_.target.language, columns_.target);
        draw_row({"", " ", Colour::plain, "", Colour::plain}, source, target);
        lines_.push_back(repeat(marks_.rule, columns_.number + 3 + columns_.source + 1) +
                         std::string(marks_.crossing) +
                         repeat(marks_.rule, 1 + columns_.target + 1 + confidence_columns));
    }

    /// Name and language on one line, or on one each.
    [[nodiscard]] Cell head_cell(const std::string& name, const text::Language& language,
                                 std::size_t width) const {
        const std::string tag = "(" + (language.known() ? language.tag() : "?") + ")";
        const std::string both = name + " " + tag;
        if (text::display_width(both, layout_.ambiguous) <= width) return {{both}, Colour::bold};
        const bool unicode = &marks_ == &unicode_marks;
        return {{shorten_middle(name, width, unicode, layout_.ambiguous),
                 shorten(tag, width, unicode, layout_.ambiguous)},
                Colour::bold};
    }

    /// What stands around the two cells.
    struct Margin {
        std::string number;
        std::string mark;
        Colour mark_colour;
        std::string confidence;
        Colour confidence_colour;
    };

    void draw_bead(std::size_t index) {
        const align::Bead& bead = bitext_.alignment.beads()[index];
        if (const align::Bead* const moved = moved_.bead(index)) {
            if (index > 0 && begins_paragraph(bead)) draw_gap();
            return bead.source.empty() ? draw_moved_target(index, *moved) : draw_moved_source(index, *moved);
        }
        const std::vector<check::Finding> findings = findings_at(index);
        const Cell source = bead.source.empty() ? empty_cell(findings, columns_.source) : source_cell(bead);
        const Cell target =
            bead.target.empty() ? empty_cell(findings, columns_.target) : target_cell(bead, index);
        if (index > 0 && begins_paragraph(bead)) draw_gap();
        draw_row(margin_of(index, bead, findings), source, target);
        for (const check::Finding& finding : findings)
            if (!is_about_missing(finding)) draw_finding(finding);
        if (review_ != nullptr) draw_remark(legible(review_->beads()[index].decision.comment));
    }

    /// The source of a moved bead beside its target, and for the block's first where the target stands.
    void draw_moved_source(std::size_t index, const align::Bead& moved) {
        if (moved_.place(moved.source) != index) return;  // the row above has it already
        Margin margin = margin_of(index, moved, {});
        margin.mark = marks_.moved;
        margin.mark_colour = Colour::yellow;
        draw_row(margin, source_cell(moved), target_cell(moved));
        const align::MovedBlock& block = bitext_.moved[*moved_.block(index)];
        if (block.beads.front().source != moved.source) return;
        draw_remark(tr("{1} moved: the translation of {2} stands at {3}",
                       {std::string(marks_.moved), beads_of(block.source), beads_of(block.target)}));
    }

    /// The numbers of the first and the last bead of the alignment in a run: "12-14".
    template <class Side>
    [[nodiscard]] std::string beads_of(align::Run<Side> run) const {
        const std::size_t first = moved_.place(run) + 1;
        const std::size_t last = moved_.place(align::make_run<Side>(run.end.value - 1, run.end.value)) + 1;
        return std::to_string(first) + (first == last ? "" : "-" + std::to_string(last));
    }

    /// Where a moved target stands in its own text: a pointer to its bead.
    void draw_moved_target(std::size_t index, const align::Bead& moved) {
        Cell source;
        source.empty = true;
        source.colour = Colour::dim;
        source.lines = wrap(tr("{1} moved, see {2}",
                               {std::string(marks_.moved), std::to_string(moved_.place(moved.source) + 1)}),
                            columns_.source, layout_.ambiguous);
        const Margin margin{
            std::to_string(index + 1), std::string(marks_.moved), Colour::yellow, {}, Colour::plain};
        draw_row(margin, source, target_cell(bitext_.alignment.beads()[index]));
    }

    [[nodiscard]] std::vector<check::Finding> findings_at(std::size_t bead) const {
        // Not equal_range: clang 14 cannot compile libstdc++'s.
        const auto begin = std::ranges::lower_bound(findings_, bead, {}, &check::Finding::bead);
        const auto end = std::ranges::upper_bound(findings_, bead, {}, &check::Finding::bead);
        return {begin, end};
    }

    static bool is_about_missing(const check::Finding& finding) {
        return finding.check == "missing-target" || finding.check == "missing-source";
    }

    [[nodiscard]] bool begins_paragraph(const align::Bead& bead) const {
        const bool by_source = !bead.source.empty();
        const corpus::Document& document = by_source ? bitext_.source : bitext_.target;
        const std::uint32_t first = by_source ? bead.source.begin.value : bead.target.begin.value;
        return document.paragraphs[document.segments[first].paragraph].first_segment == first;
    }

    [[nodiscard]] Cell source_cell(const align::Bead& bead) const {
        return cell_of(bitext_.source, bead.source.begin.value, bead.source.end.value, columns_.source);
    }
    /// As a person corrected it, if one did.
    [[nodiscard]] Cell target_cell(const align::Bead& bead, std::size_t index) const {
        Cell cell = target_cell(bead);
        if (review_ == nullptr || !review_->beads()[index].decision.target_edit) return cell;
        const std::string& edit = *review_->beads()[index].decision.target_edit;
        cell.lines =
            wrap(legible(tmx::one_line(edit, bitext_.target.language)), columns_.target, layout_.ambiguous);
        return cell;
    }
    [[nodiscard]] Cell target_cell(const align::Bead& bead) const {
        return cell_of(bitext_.target, bead.target.begin.value, bead.target.end.value, columns_.target);
    }
    [[nodiscard]] Cell cell_of(const corpus::Document& document, std::size_t begin, std::size_t end,
                               std::size_t width) const {
        Cell cell;
        for (std::size_t i = begin; i < end; ++i) {
            const std::string text = legible(tmx::one_line(document.segment_text(i), document.language));
            for (std::string& line : wrap(text, width, layout_.ambiguous))
                cell.lines.push_back(std::move(line));
        }
        const corpus::Kind kind = document.segments[begin].kind;
        if (kind == corpus::Kind::heading) cell.colour = Colour::bold;
        if (kind == corpus::Kind::dateline || kind == corpus::Kind::note) cell.colour = Colour::dim;
        return cell;
    }

    /// "✗ no translation" or "+ not in the source", with the kind of segment when it is no plain sentence.
    [[nodiscard]] std::string say_missing(const check::Finding& finding) const {
        const bool dropped = finding.check == "missing-target";
        const std::string mark(dropped ? marks_.dropped : marks_.added);
        const std::string text = mark + " " + (dropped ? tr("no translation") : tr("not in the source"));
        const bool plain = finding.arguments.empty() || finding.arguments[0] == "body";
        return plain ? text : tr("{1} ({2})", {text, word_argument(finding.arguments[0])});
    }

    [[nodiscard]] Cell empty_cell(const std::vector<check::Finding>& findings, std::size_t width) const {
        Cell cell;
        cell.empty = true;
        cell.colour = Colour::dim;
        for (const check::Finding& finding : findings) {
            if (!is_about_missing(finding)) continue;
            for (std::string& line : wrap(say_missing(finding), width, layout_.ambiguous))
                cell.lines.push_back(std::move(line));
            if (finding.severity != text::Severity::note)
                cell.colour =
                    finding.check == "missing-target" ? Colour::white_on_red : Colour::black_on_yellow;
        }
        return cell;
    }

    [[nodiscard]] Margin margin_of(std::size_t index, const align::Bead& bead,
                                   const std::vector<check::Finding>& findings) const {
        Margin margin{std::to_string(index + 1), " ", Colour::plain, {}, Colour::plain};
        const double confidence = std::clamp(bead.confidence, 0.0, 1.0);
        const auto level = std::min<std::size_t>(static_cast<std::size_t>(confidence * 8), 7);
        // Rounded down: only what is certain reads 1.00.
        margin.confidence =
            fmt::format("{:.2f} {}", std::floor(confidence * 100 + 1e-9) / 100, marks_.bar[level]);
        margin.confidence_colour =
            confidence < doubtful ? Colour::red : (confidence < sure ? Colour::yellow : Colour::green);
        const auto set = [&margin](std::string_view mark, Colour colour) {
            margin.mark = mark;
            margin.mark_colour = colour;
        };
        if (bead.target.empty()) {
            set(marks_.dropped, Colour::red);
        } else if (bead.source.empty()) {
            set(marks_.added, Colour::yellow);
        } else if (!findings.empty()) {
            set(marks_.finding, Colour::yellow);
        } else if (confidence < doubtful) {
            set(marks_.doubtful, Colour::red);
        }
        if (review_ != nullptr) set_status(review_->beads()[index].decision.status, margin);
        return margin;
    }

    /// What a person says goes before what a machine thinks.
    void set_status(review::Status status, Margin& margin) const {
        const StatusMark& own = status_marks[static_cast<std::size_t>(status)];
        if (own.mark == nullptr) return;
        margin.mark = marks_.*own.mark;
        margin.mark_colour = own.colour;
    }

    void draw_row(const Margin& margin, const Cell& source, const Cell& target) {
        const std::size_t height = std::max(source.lines.size(), target.lines.size());
        for (std::size_t i = 0; i < height; ++i) {
            const std::string number(columns_.number - std::min(columns_.number, margin.number.size()), ' ');
            std::string line = i == 0 ? number + paint(margin.number, Colour::dim, layout_.colour) + " " +
                                            paint(margin.mark, margin.mark_colour, layout_.colour) + " "
                                      : std::string(columns_.number + 3, ' ');
            line += line_of(source, i, columns_.source) + " ";
            line.append(marks_.divider).append(" ");
            line += line_of(target, i, columns_.target);
            if (i == 0) line += " " + paint(margin.confidence, margin.confidence_colour, layout_.colour);
            end_line(std::move(line));
        }
    }

    /// One line of a cell at its full width. An empty cell is filled, so that the hole is seen as one.
    [[nodiscard]] std::string line_of(const Cell& cell, std::size_t i, std::size_t width) const {
        std::string text = i < cell.lines.size() ? cell.lines[i] : "";
        if (cell.empty) {
            if (!text.empty() && text::display_width(text, layout_.ambiguous) < width) text += ' ';
            text +=
                repeat(marks_.blank, width - std::min(width, text::display_width(text, layout_.ambiguous)));
            return paint(text, cell.colour, layout_.colour);
        }
        const std::size_t used = text::display_width(text, layout_.ambiguous);
        return paint(text, cell.colour, layout_.colour) + std::string(width - std::min(width, used), ' ');
    }

    void draw_gap() {
        end_line(std::string(columns_.number + 3 + columns_.source + 1, ' ').append(marks_.divider));
    }

    void draw_finding(const check::Finding& finding) {
        draw_remark(word(finding.severity) + ": " + word(finding));
    }

    void draw_remark(const std::string& text) {
        if (text.empty()) return;
        const std::size_t indent = columns_.number + 3;
        const std::size_t width = indent + columns_.source + 3 + columns_.target + 1 + confidence_columns;
        for (const std::string& line : wrap(text, width - indent, layout_.ambiguous))
            end_line(std::string(indent, ' ') + paint(line, Colour::yellow, layout_.colour));
    }

    void end_line(std::string line) {
        line.erase(line.find_last_not_of(' ') + 1);
        lines_.push_back(std::move(line));
    }

    const align::Bitext& bitext_;
    std::span<const check::Finding> findings_;
    const review::Review* review_;
    align::MovedBeads moved_;
    Layout layout_;
    const Marks& marks_;
    Columns columns_;
    std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> side_by_side(const align::Bitext& bitext,
                                      const std::vector<check::Finding>& findings, const Layout& layout,
                                      const review::Review* review) {
    return View(bitext, findings, layout, review).draw();
}

}  // namespace tongwen::cli
