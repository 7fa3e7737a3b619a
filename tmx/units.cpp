// SPDX-License-Identifier: Apache-2.0
// Owns what a unit says about the bead that it was made of: texts, id, properties.
#include "tmx/units.h"

#include <filesystem>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "align/moved_beads.h"
#include "text/files.h"
#include "text/unicode.h"
#include "tmx/unit_warnings.h"

namespace tongwen::tmx {
namespace {

/// Trados' words for what we call a status.
std::string_view confirmation_level(std::string_view status) {
    if (status == "accepted") return "ApprovedTranslation";
    return status == "needs-work" ? "RejectedTranslation" : "Draft";
}

// "12" or "12-14": people count from 1 and include the last.
std::string segment_numbers(const auto& run) {
    if (run.empty()) return {};
    return run.size() == 1 ? fmt::format("{}", run.end.value)
                           : fmt::format("{}-{}", run.begin.value + 1, run.end.value);
}

std::string line_of_source(const align::Bitext& bitext, const align::Bead& bead) {
    const text::Language& language = bitext.source.language;
    return one_line(bitext.source_text(bead, align::separator_of(language)), language);
}

std::string line_of_target(const align::Bitext& bitext, const align::Bead& bead) {
    const text::Language& language = bitext.target.language;
    return one_line(bitext.target_text(bead, align::separator_of(language)), language);
}

std::string id_of(const align::Bitext& bitext, const align::Bead& bead, const std::string& source,
                  const std::string& target) {
    // Lengths before the texts: no two units run together into the same bytes.
    const std::string key = fmt::format("{} {} {} {} {} {}{}", bitext.source.provenance.content_hash,
                                        bitext.target.provenance.content_hash, bead.source.begin.value,
                                        bead.target.begin.value, source.size(), source, target);
    const std::string hash = text::content_hash(key);
    return hash.substr(hash.find(':') + 1);
}

std::vector<std::pair<std::string, std::string>> properties(const align::Bitext& bitext,
                                                            const align::OrderedBead& ordered,
                                                            const std::string& status) {
    const align::Bead& bead = ordered.bead;
    const std::filesystem::path path(bitext.source.provenance.path);
    std::vector<std::pair<std::string, std::string>> result = {
        {"x-ConfirmationLevel", std::string(confirmation_level(status))},
        {"x-Origin", "Alignment"},
        {"x-tongwen-confidence", fmt::format("{:.2f}", bead.confidence)},
        {"x-tongwen-shape", align::shape(bead)},
        {"x-tongwen-status", status},
        {"x-tongwen-source-file", path.filename().string()},
        {"x-tongwen-source-segments", segment_numbers(bead.source)},
        {"x-tongwen-target-segments", segment_numbers(bitext.target_in_file(bead.target))}};
    if (ordered.block) result.emplace_back("x-tongwen-moved", std::to_string(*ordered.block + 1));
    return result;
}

const text::Language& chosen(const text::Language& given, const text::Language& documents) {
    return given.known() ? given : documents;
}

TranslationUnit make_unit(const align::Bitext& bitext, const align::OrderedBead& ordered,
                          const UnitOptions& options, const UnitDecision& decision) {
    const align::Bead& bead = ordered.bead;
    const text::Language& target = bitext.target.language;
    TranslationUnit unit;
    unit.source = {chosen(options.source_language, bitext.source.language), line_of_source(bitext, bead)};
    unit.target = {chosen(options.target_language, target), line_of_target(bitext, bead)};
    // An edit does not change it: it is the same unit still.
    unit.id = id_of(bitext, bead, unit.source.text, unit.target.text);
    if (decision.target) unit.target.text = one_line(*decision.target, target);
    if (!decision.note.empty()) unit.notes.push_back(decision.note);
    unit.changed_by = decision.who;
    unit.changed_when = decision.when;
    unit.properties = properties(bitext, ordered, decision.status);
    if (!options.entry.empty()) unit.properties.emplace_back("x-tongwen-entry", options.entry);
    return unit;
}

/// Why the bead makes no unit; nothing when it makes one.
std::optional<Omission> omission_of(const align::Bead& bead, const UnitOptions& options,
                                    const UnitDecision& decision) {
    if (decision.left_out) return Omission::left_out;
    if (!options.one_sided && bead.source.empty()) return Omission::no_source;
    if (!options.one_sided && bead.target.empty()) return Omission::no_target;
    if (bead.confidence < options.min_confidence) return Omission::low_confidence;
    return std::nullopt;
}

/// What people said of the beads, in the order in which they make units.
class Decisions {
  public:
    Decisions(const align::Bitext& bitext, const std::vector<UnitDecision>& decisions)
        : decisions_(decisions), moved_(bitext) {}

    [[nodiscard]] UnitDecision of(const align::OrderedBead& ordered) const {
        if (decisions_.empty()) return {};
        if (ordered.alignment_index) return decisions_[*ordered.alignment_index];
        const UnitDecision& source = decisions_[moved_.place(ordered.bead.source)];
        const UnitDecision& target = decisions_[moved_.place(ordered.bead.target)];
        UnitDecision both = source == UnitDecision{} ? target : source;
        both.left_out = source.left_out || target.left_out;
        if (!both.target) both.target = target.target;
        return both;
    }

  private:
    const std::vector<UnitDecision>& decisions_;
    align::MovedBeads moved_;
};

bool is_line_end(char32_t c) {
    return c == '\n' || c == '\r' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

// Hangul is wide too, but is written with spaces.
bool is_spaceless(char32_t c) { return text::display_width(c) == 2 && !text::is_hangul(c); }

struct Gap {
    std::size_t end = 0;
    bool has_line_end = false;
};

Gap read_gap(std::string_view utf8, std::size_t begin) {
    Gap gap{begin};
    for (std::size_t at = begin; at < utf8.size(); gap.end = at) {
        const char32_t c = text::next_code_point(utf8, at);
        if (!text::is_space(c)) break;
        gap.has_line_end = gap.has_line_end || is_line_end(c);
    }
    return gap;
}

// What stands for white space with a line end between `left` and the text that begins at `right`.
std::string_view joint(std::string_view left, std::string_view right, const text::Language& language) {
    std::size_t left_end = left.size();
    std::size_t right_begin = 0;
    const bool wide = is_spaceless(text::previous_code_point(left, left_end)) ||
                      is_spaceless(text::next_code_point(right, right_begin));
    return wide ? align::separator_of(language) : " ";
}

}  // namespace

std::string unit_id(const align::Bitext& bitext, const align::Bead& bead) {
    return id_of(bitext, bead, line_of_source(bitext, bead), line_of_target(bitext, bead));
}

std::string_view name(Omission reason) {
    switch (reason) {
        case Omission::no_source:
            return "no-source";
        case Omission::no_target:
            return "no-target";
        case Omission::low_confidence:
            return "low-confidence";
        case Omission::left_out:
            return "left-out";
    }
    return "";
}

std::string one_line(std::string_view utf8, const text::Language& language) {
    const std::string_view whole = text::trim(utf8);
    std::string out;
    out.reserve(whole.size());
    for (std::size_t at = 0; at < whole.size();) {
        const Gap gap = read_gap(whole, at);
        if (gap.has_line_end) {
            out += joint(whole.substr(0, at), whole.substr(gap.end), language);
        } else {
            out += whole.substr(at, gap.end - at);
        }
        at = gap.end;
        if (at < whole.size()) text::append_utf8(out, text::next_code_point(whole, at));
    }
    return out;
}

UnitReport make_units(const align::Bitext& bitext, const UnitOptions& options,
                      const text::DiagnosticSink& sink, const UnitReceiver& receive) {
    UnitReport report;
    UnitWarnings warnings(bitext.source.provenance.path, sink);
    const std::vector<align::OrderedBead> beads = align::beads_in_source_order(bitext);
    const Decisions decisions(bitext, options.decisions);
    for (std::size_t i = 0; i < beads.size(); ++i) {
        const align::Bead& bead = beads[i].bead;
        const UnitDecision decision = decisions.of(beads[i]);
        if (const auto omission = omission_of(bead, options, decision)) {
            report.omitted.push_back({i, *omission});
            continue;
        }
        const TranslationUnit unit = make_unit(bitext, beads[i], options, decision);
        // The warnings compare both sides, or are about memories, which have no other units.
        if (bead.linked()) warnings.look_at(unit, segment_numbers(bead.source));
        receive(unit);
        ++report.made;
    }
    return report;
}

}  // namespace tongwen::tmx
