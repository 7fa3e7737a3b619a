// SPDX-License-Identifier: Apache-2.0
// Owns the markup of rows.
#include "cli/html_rows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "cli/html_text.h"
#include "cli/html_word_marks.h"
#include "cli/wording.h"
#include "cli/words.h"

namespace tongwen::cli {
namespace {

struct StatusSign {
    std::string_view sign;  // never colour alone
    const char* word;
};

/// By review::Status.
constexpr std::array<StatusSign, review::status_count> status_signs = {{{"·", mark("undecided")},
                                                                        {"✓", mark("accepted")},
                                                                        {"!", mark("needs work")},
                                                                        {"⊘", mark("not exported")},
                                                                        {"~", mark("changed since")}}};

bool is_about_missing(const check::Finding& finding) {
    return finding.check == "missing-target" || finding.check == "missing-source";
}

/// "2026-11-24T09:30:00Z" as people read it; anything else as it is.
std::string legible_time(std::string when) {
    if (when.size() == 20 && when[10] == 'T') {
        when[10] = ' ';
        when.erase(16, 3);
        when.replace(16, 1, " UTC");
    }
    return when;
}

}  // namespace

/// The making of one row.
class HtmlRows::Row {
  public:
    Row(const HtmlRows& rows, std::size_t index)
        : rows_(rows),
          bitext_(rows.bitext_),
          index_(index),
          bead_(rows.bitext_.alignment.beads()[index]),
          traits_(rows.traits(index)),
          findings_(rows.findings_at(index)) {}

    std::string write() {
        out_ = fmt::format("<article id=\"b{}\" class=\"{}\"{}>", index_ + 1, classes(), word_marks());
        write_head();
        write_source();
        write_target();
        write_notes();
        out_ += "</article>\n";
        return std::move(out_);
    }

  private:
    /// Shown in the place of its source; at its target, the row only points there.
    [[nodiscard]] bool points_to_moved() const { return traits_.moved && bead_.source.empty(); }

    [[nodiscard]] std::string classes() const {
        std::string classes = traits_.by_hand() ? "by-hand" : fmt::format("c{}", traits_.level());
        if (begins_paragraph()) classes += " paragraph";
        for (const HtmlFilter& filter : html_filters())
            if (filter.shows(traits_)) classes.append(" ").append(filter.name);
        return classes;
    }

    [[nodiscard]] bool begins_paragraph() const {
        const bool by_source = !bead_.source.empty();
        const corpus::Document& document = by_source ? bitext_.source : bitext_.target;
        const std::uint32_t first = by_source ? bead_.source.begin.value : bead_.target.begin.value;
        return document.paragraphs[document.segments[first].paragraph].first_segment == first;
    }

    [[nodiscard]] std::string word_marks() const {
        if (points_to_moved()) return {};
        return word_mark_attributes(bitext_, *traits_.bead, rows_.explainer_.explain(*traits_.bead));
    }

    void write_head() {
        out_ += "<header>" + link_to_bead(index_, std::to_string(index_ + 1));
        if (points_to_moved()) {
            out_ += "<i>⇄</i>";
        } else {
            out_ += "<i>" + align::shape(*traits_.bead) + "</i>";
            write_confidence();
        }
        write_status();
        out_ += "</header>";
    }

    void write_confidence() {
        if (traits_.by_hand()) {
            out_ += "<b>" + escape_html(tr("by hand")) + "</b>";
            return;
        }
        // Rounded down: only what is certain reads 1.00.
        const double confidence = std::floor(std::clamp(traits_.bead->confidence, 0.0, 1.0) * 100 + 1e-9);
        out_ += fmt::format("<b>{}{:.2f}</b>", is_doubtful(traits_) ? "? " : "", confidence / 100);
    }

    void write_status() {
        if (traits_.decision == nullptr) return;
        const review::Decision& decision = *traits_.decision;
        const auto add = [this](std::string_view sign, const char* word) {
            out_.append("<span>").append(sign).append(" ").append(escape_html(tr(word))).append("</span>");
        };
        const StatusSign& status = status_signs[static_cast<std::size_t>(decision.status)];
        if (decision.status != review::Status::undecided) add(status.sign, status.word);
        if (decision.pinned) add("◆", mark("pinned"));
        if (decision.bookmarked) add("★", mark("bookmarked"));
    }

    void write_source() {
        out_ += "<div" + language_attributes(bitext_.source.language) + ">";
        if (points_to_moved()) {
            write_moved(tr("{1} moved, see {2}", {"⇄", std::to_string(place() + 1)}), place());
        } else if (bead_.source.empty()) {
            write_missing();
        } else {
            write_segments(bitext_.source, traits_.bead->source);
        }
        out_ += "</div>";
    }

    void write_target() {
        out_ += "<div" + language_attributes(bitext_.target.language) + ">";
        if (!bead_.target.empty()) {
            write_edited_target();
        } else if (!traits_.moved) {
            write_missing();
        } else {
            const std::size_t there = rows_.moved_.place(traits_.bead->target);
            write_moved(tr("{1} moved: stands at {2}", {"⇄", std::to_string(there + 1)}), there);
            write_segments(bitext_.target, traits_.bead->target);
        }
        out_ += "</div>";
    }

    [[nodiscard]] std::size_t place() const { return rows_.moved_.place(traits_.bead->source); }

    void write_moved(const std::string& text, std::size_t there) {
        out_ += "<p class=\"pointer\"" + own_words() + ">" + link_to_bead(there, escape_html(text)) + "</p>";
    }

    /// Attributes of what the page itself says within a cell.
    [[nodiscard]] static std::string own_words() {
        return " lang=\"" + interface_language() + "\" dir=\"ltr\"";
    }

    template <class Side>
    void write_segments(const corpus::Document& document, align::Run<Side> run) {
        for (std::uint32_t i = run.begin.value; i < run.end.value; ++i) {
            const corpus::Kind kind = document.segments[i].kind;
            const std::string kind_class =
                kind == corpus::Kind::body ? "" : fmt::format(" class=\"{}\"", corpus::name(kind));
            out_ +=
                fmt::format("<p data-n=\"{}\"{}>{}</p>", number_in_file(bitext_, align::Position<Side>{i}),
                            kind_class, segment_html(document, i));
        }
    }

    void write_edited_target() {
        const bool edited = traits_.decision != nullptr && traits_.decision->target_edit.has_value();
        if (edited) out_ += "<del>";
        write_segments(bitext_.target, bead_.target);
        if (!edited) return;
        out_ += "</del><ins>" +
                escape_html(ShownText(*traits_.decision->target_edit, bitext_.target.language).text()) +
                "</ins>";
    }

    void write_missing() {
        const bool dropped = bead_.target.empty();
        std::string kinds;
        bool mild = !findings_.empty();
        for (const check::Finding& finding : findings_) {
            if (!is_about_missing(finding)) continue;
            mild = mild && finding.severity == text::Severity::note;
            const bool plain = finding.arguments.empty() || finding.arguments[0] == "body";
            if (!plain) kinds += (kinds.empty() ? "" : ", ") + word_argument(finding.arguments[0]);
        }
        const std::string text = dropped ? "✗ " + tr("no translation") : "+ " + tr("not in the source");
        out_ += fmt::format("<p class=\"nothing{}\"{}>{}</p>", mild ? " mild" : "", own_words(),
                            escape_html(kinds.empty() ? text : tr("{1} ({2})", {text, kinds})));
    }

    void write_notes() {
        std::string notes;
        for (const check::Finding& finding : findings_)
            if (!is_about_missing(finding)) notes += "<p>! " + escape_html(word(finding)) + "</p>";
        if (traits_.decision != nullptr) notes += comment(*traits_.decision);
        if (!notes.empty()) out_ += "<footer>" + notes + "</footer>";
    }

    [[nodiscard]] static std::string comment(const review::Decision& decision) {
        std::string note;
        const text::Language unknown;
        if (!decision.comment.empty())
            note = "<q>" + escape_html(ShownText(decision.comment, unknown).text()) + "</q>";
        if (!decision.who.empty()) {
            const std::string by =
                ShownText(decision.who + ", " + legible_time(decision.when), unknown).text();
            note += " <small>— " + escape_html(by) + "</small>";
        }
        return note.empty() ? note : "<p>" + note + "</p>";
    }

    const HtmlRows& rows_;
    const align::Bitext& bitext_;
    std::size_t index_;
    const align::Bead& bead_;
    BeadTraits traits_;
    std::span<const check::Finding> findings_;
    std::string out_;
};

namespace {

const align::LexiconSet& no_lexicons() {
    static const align::LexiconSet none;
    return none;
}

}  // namespace

HtmlRows::HtmlRows(const align::Bitext& bitext, const OutputContext& context)
    : bitext_(bitext),
      context_(context),
      moved_(bitext),
      explainer_(bitext, context.lexicons != nullptr ? *context.lexicons : no_lexicons()) {}

std::span<const check::Finding> HtmlRows::findings_at(std::size_t index) const {
    // Not equal_range: clang 14 cannot compile libstdc++'s.
    const auto begin = std::ranges::lower_bound(context_.findings, index, {}, &check::Finding::bead);
    const auto end = std::ranges::upper_bound(context_.findings, index, {}, &check::Finding::bead);
    return {begin, end};
}

BeadTraits HtmlRows::traits(std::size_t index) const {
    const align::Bead* const moved = moved_.bead(index);
    return {.bead = moved != nullptr ? moved : &bitext_.alignment.beads()[index],
            .moved = moved != nullptr,
            .has_finding = !findings_at(index).empty(),
            .decision = context_.review != nullptr ? &context_.review->beads()[index].decision : nullptr};
}

std::string HtmlRows::row(std::size_t index) const { return Row(*this, index).write(); }

}  // namespace tongwen::cli
