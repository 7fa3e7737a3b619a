// SPDX-License-Identifier: Apache-2.0
// Owns the drawing of a bead's lines.
#include "cli/bead_rows.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "cli/line_breaking.h"
#include "cli/marked_text.h"
#include "cli/text_search.h"
#include "cli/wording.h"
#include "cli/words.h"
#include "text/unicode.h"

namespace tongwen::cli {
namespace {

constexpr double doubtful = 0.5;  // more likely wrong than right
constexpr double sure = 0.9;

std::string flush_right(const std::string& text, std::size_t width) {
    return std::string(width - std::min(width, text.size()), ' ') + text;
}

/// One line of one side: a segment's number where one begins, and text.
struct SideLine {
    std::string number;
    StyledLine text;
    bool blank = false;  ///< the side has nothing: the rest of the line is filled
};

Look look_of(corpus::Kind kind) {
    if (kind == corpus::Kind::heading) return look::bold;
    return kind == corpus::Kind::dateline || kind == corpus::Kind::note ? look::dim : look::plain;
}

Look look_of(align::TokenKind kind) {
    switch (kind) {
        case align::TokenKind::number:
            return look::bold | look::cyan;
        case align::TokenKind::name:
            return look::bold | look::underline | look::green;
        case align::TokenKind::word:
            return look::underline;
    }
    return look::plain;
}

/// What is marked in the texts of a bead, and what was searched for.
struct Marks {
    std::vector<TextMark> source;
    std::vector<TextMark> target;
};

/// Words without counterpart stand out where the reviewer is; everywhere they would be too many.
Marks marks_of(const ReviewState& state, const align::Bead& bead, bool selected) {
    Marks marks;
    if (state.explainer == nullptr || !bead.linked()) return marks;
    const align::Explanation explanation = state.explainer->explain(bead);
    for (const align::WordMatch& match : explanation.matches) {
        marks.source.push_back({match.source, look_of(match.kind)});
        marks.target.push_back({match.target, look_of(match.kind)});
    }
    for (const text::ByteSpan span : selected ? explanation.source_unmatched : std::vector<text::ByteSpan>{})
        marks.source.push_back({span, look::reverse | look::red});
    const auto begin = [](const TextMark& mark) { return mark.span.begin; };
    std::ranges::sort(marks.source, {}, begin);
    std::ranges::sort(marks.target, {}, begin);
    return marks;
}

/// Draws the sides of beads.
class Sides {
  public:
    Sides(const ReviewState& state, const RowColumns& columns)
        : state_(state), columns_(columns), signs_(signs_of(state.settings)), found_(state.query) {}

    [[nodiscard]] std::vector<SideLine> source(const align::Bead& bead, const Marks& marks) const {
        if (bead.source.empty()) return hole(bead, columns_.source);
        return segments(state_.review.source(), {bead.source.begin.value, bead.source.end.value},
                        marks.source, columns_.source);
    }

    [[nodiscard]] std::vector<SideLine> target(const align::Bead& bead, const Marks& marks) const {
        if (bead.target.empty()) return hole(bead, columns_.target);
        return segments(state_.review.target(), {bead.target.begin.value, bead.target.end.value},
                        marks.target, columns_.target);
    }

    /// A target that a person corrected: one text, however many segments it had.
    [[nodiscard]] std::vector<SideLine> edited(const align::Bead& bead, const std::string& edit) const {
        const std::string text = legible(edit);
        std::vector<SideLine> lines;
        for (StyledLine& line : wrap_marked(text, found_in(text, 0), width(columns_.target)))
            lines.push_back({"", std::move(line)});
        if (lines.empty()) lines.emplace_back();
        lines.front().number = std::to_string(bead.target.begin.value + 1);
        return lines;
    }

    /// Both sides next to each other, indented; one line at least.
    [[nodiscard]] std::vector<StyledLine> join(const std::vector<SideLine>& source,
                                               const std::vector<SideLine>& target) const {
        const auto line_of = [](const std::vector<SideLine>& side, std::size_t i) {
            return i < side.size() ? side[i] : SideLine{"", {}, !side.empty() && side[0].blank};
        };
        std::vector<StyledLine> lines;
        for (std::size_t i = 0; i < std::max(source.size(), target.size()); ++i) {
            StyledLine line = {{std::string(columns_.indent(), ' ')}};
            add_side(line, line_of(source, i), columns_.source_number, columns_.source);
            line.push_back({" " + std::string(signs_.divider) + " ", look::dim});
            add_side(line, line_of(target, i), columns_.target_number, columns_.target);
            lines.push_back(std::move(line));
        }
        return lines;
    }

  private:
    [[nodiscard]] WrapWidth width(std::size_t columns) const { return {columns, state_.settings.ambiguous}; }

    [[nodiscard]] std::vector<TextMark> found_in(std::string_view text, std::size_t origin) const {
        std::vector<TextMark> marks;
        for (auto found = found_.find(text); found; found = found_.find(text, found->end))
            marks.push_back({{found->begin + origin, found->end + origin}, look::reverse | look::yellow});
        return marks;
    }

    [[nodiscard]] std::vector<SideLine> segments(const corpus::Document& document,
                                                 std::pair<std::size_t, std::size_t> run,
                                                 const std::vector<TextMark>& marks,
                                                 std::size_t columns) const {
        std::vector<SideLine> lines;
        for (std::size_t i = run.first; i < run.second; ++i) {
            const text::ByteSpan span = document.segments[i].span;
            std::vector<TextMark> mine = found_in(document.segment_text(i), span.begin);
            const auto from = [](const TextMark& mark) { return mark.span.begin; };
            for (auto mark = std::ranges::lower_bound(marks, span.begin, {}, from);
                 mark != marks.end() && mark->span.end <= span.end; ++mark)
                mine.push_back(*mark);
            if (const Look kind = look_of(document.segments[i].kind); kind != look::plain)
                mine.push_back({span, kind});
            const std::size_t first = lines.size();
            for (StyledLine& line : wrap_segment(document, i, mine, width(columns)))
                lines.push_back({"", std::move(line)});
            if (lines.size() == first) lines.emplace_back();  // nothing in it can be shown
            lines[first].number = std::to_string(i + 1);
        }
        return lines;
    }

    /// The empty cell says what it is.
    [[nodiscard]] std::vector<SideLine> hole(const align::Bead& bead, std::size_t columns) const {
        std::vector<SideLine> lines;
        for (const std::string& line : wrap(say_hole(bead), columns, state_.settings.ambiguous))
            lines.push_back({"", {{line, look::dim}}, true});
        return lines;
    }

    [[nodiscard]] std::string say_hole(const align::Bead& bead) const {
        if (const align::Bead* const moved = state_.moved(bead)) {
            const std::size_t place = bead.target.empty() ? state_.review.bead_at(moved->target.begin)
                                                          : state_.review.bead_at(moved->source.begin);
            return tr("{1} moved, see {2}", {std::string(signs_.moved), std::to_string(place + 1)});
        }
        if (bead.target.empty()) return std::string(signs_.no_target) + " " + tr("no translation");
        return std::string(signs_.no_source) + " " + tr("not in the source");
    }

    void add_side(StyledLine& line, const SideLine& side, std::size_t number_columns,
                  std::size_t columns) const {
        line.push_back({flush_right(side.number, number_columns) + " ", look::dim});
        line.insert(line.end(), side.text.begin(), side.text.end());
        const std::size_t used = display_width(side.text, state_.settings.ambiguous);
        const std::size_t rest = columns - std::min(columns, used);
        if (!side.blank) return line.push_back({std::string(rest, ' ')});
        const std::string gap(std::min<std::size_t>(rest, used > 0 ? 1 : 0), ' ');
        line.push_back({gap + repeat(signs_.blank, rest - gap.size()), look::dim});
    }

    const ReviewState& state_;
    const RowColumns& columns_;
    const ReviewSigns& signs_;
    TextSearch found_;
};

StyledPiece confidence(const ReviewState& state, const review::ReviewedBead& bead) {
    if (bead.decision.by_hand) return {pad(tr("hand"), confidence_columns, state.settings.ambiguous)};
    const double value = std::clamp(bead.bead.confidence, 0.0, 1.0);
    const auto level = std::min<std::size_t>(static_cast<std::size_t>(value * 8), 7);
    // Rounded down: only what is certain reads 1.00.
    const std::string text =
        fmt::format("{:.2f} {}", std::floor(value * 100 + 1e-9) / 100, signs_of(state.settings).bar[level]);
    return {text, value < doubtful ? look::red : (value < sure ? look::yellow : look::green)};
}

std::string flag(const ReviewState& state, const review::Decision& decision) {
    const ReviewSigns& signs = signs_of(state.settings);
    if (decision.bookmarked) return std::string(signs.bookmarked);
    return decision.pinned ? std::string(signs.pinned) : " ";
}

/// A bead by its index, and whether the reviewer stands on it.
struct RowPlace {
    std::size_t bead;
    bool selected;
};

/// Puts number, signs and confidence around a bead's first line, of which the first piece is its indent.
void add_margins(StyledLine& line, const ReviewState& state, const RowColumns& columns, RowPlace place) {
    const review::ReviewedBead& bead = state.review.beads()[place.bead];
    const Look look = place.selected ? look::reverse | look::bold : look::dim;
    const bool numbered = columns.number > 0;
    const std::string number = numbered ? flush_right(std::to_string(place.bead + 1), columns.number) : "";
    StyledLine margin = {{(place.selected ? ">" : " ") + number, look}, {numbered ? " " : ""}};
    margin.push_back(status_sign(state, bead));
    margin.push_back({flag(state, bead.decision) + " "});
    margin.insert(margin.end(), std::next(line.begin()), line.end());
    margin.push_back({" "});
    margin.push_back(confidence(state, bead));
    line = std::move(margin);
}

std::vector<StyledPiece> remarks_of(const ReviewState& state, std::size_t index) {
    std::vector<StyledPiece> remarks;
    for (const check::Finding& finding : state.findings_of(index))
        remarks.push_back({word(finding.severity) + ": " + word(finding), look::yellow});
    const review::Decision& decision = state.review.beads()[index].decision;
    if (decision.target_edit) remarks.push_back({tr("target edited by hand"), look::cyan});
    if (!decision.comment.empty())
        remarks.push_back({tr("comment: {1}", {legible(decision.comment)}), look::cyan});
    return remarks;
}

}  // namespace

StyledPiece status_sign(const ReviewState& state, const review::ReviewedBead& bead) {
    const ReviewSigns& signs = signs_of(state.settings);
    switch (bead.decision.status) {
        case review::Status::accepted:
            return {std::string(signs.accepted), look::green | look::bold};
        case review::Status::needs_work:
            return {std::string(signs.needs_work), look::yellow | look::bold};
        case review::Status::dropped:
            return {std::string(signs.dropped), look::red | look::bold};
        case review::Status::changed:
            return {std::string(signs.changed), look::yellow | look::bold};
        case review::Status::undecided:
            break;
    }
    const bool doubt = !bead.decision.by_hand && bead.bead.confidence < doubtful;
    return {doubt ? std::string(signs.doubtful) : " ", look::red | look::bold};
}

std::vector<StyledLine> bead_lines(const ReviewState& state, const RowColumns& columns, std::size_t index,
                                   RowWish wish) {
    const review::ReviewedBead& bead = state.review.beads()[index];
    const Sides sides(state, columns);
    const Marks marks = wish.marks ? marks_of(state, bead.bead, wish.selected) : Marks{};
    const auto& edit = bead.decision.target_edit;
    std::vector<StyledLine> lines =
        sides.join(sides.source(bead.bead, marks),
                   edit ? sides.edited(bead.bead, *edit) : sides.target(bead.bead, marks));
    add_margins(lines.front(), state, columns, {index, wish.selected});
    const std::string indent(columns.indent() + columns.source_number + 1, ' ');
    const std::size_t room = drawn_width(state) - indent.size();
    for (const StyledPiece& remark : remarks_of(state, index))
        for (const std::string& text : wrap(remark.text, room, state.settings.ambiguous))
            lines.push_back({{indent}, {text, remark.look}});
    return lines;
}

std::vector<StyledLine> side_lines(const ReviewState& state, const RowColumns& columns,
                                   const align::Bead& bead) {
    const Sides sides(state, columns);
    const Marks marks = marks_of(state, bead, true);
    return sides.join(sides.source(bead, marks), sides.target(bead, marks));
}

}  // namespace tongwen::cli
