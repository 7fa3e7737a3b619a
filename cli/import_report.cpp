// SPDX-License-Identifier: Apache-2.0
// Owns the texts and the JSON of an import.
#include "cli/import_report.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "cli/line_breaking.h"
#include "cli/review_words.h"
#include "cli/words.h"

namespace tongwen::cli {
namespace {

using Json = nlohmann::ordered_json;
using review::Arrival;
using review::Operation;
using review::Trouble;
using review::TroubledUnit;

std::string reason_of(Trouble trouble) {
    switch (trouble) {
        case Trouble::unknown_id:
            return tr("no row ever had its id");
        case Trouble::bead_changed:
            return tr("its row was merged, split or aligned anew since the export");
        case Trouble::other_source:
            return tr("its source text is not the row's");
        case Trouble::duplicate_id:
            return tr("another unit of this file has the same id and says something else");
        case Trouble::unknown_source:
            return tr("it has no id, and its source text is no row's");
        case Trouble::many_sources:
            return tr("it has no id, and several rows have its source text");
        case Trouble::empty_target:
            return tr("its target is empty; the row keeps its own");
        case Trouble::no_target:
            return tr("it has a target, but nothing stands in the document that could be corrected");
        case Trouble::unknown_status:
            return tr("there is no such status; the row keeps its own");
        case Trouble::conflict:
            return tr(
                "the row was decided since the export, or nobody knows when; --overwrite takes the file's");
    }
    return {};
}

/// Lines of an indented text, cut to the width.
struct Lines {
    std::size_t width;
    int ambiguous_width;

    [[nodiscard]] std::string line(const std::string& text) const {
        constexpr std::size_t indent = 2;
        if (text.empty()) return {};
        return std::string(indent, ' ') +
               shorten(legible(text), std::max(width, indent + 2) - indent, true, ambiguous_width) + '\n';
    }
};

std::string quoted_change(const std::string& before, const std::string& after) {
    return before.empty() ? after : before + " → " + after;
}

std::string spell(const review::Request& request, const Arrival& arrival, const Lines& lines) {
    switch (request.operation) {
        case Operation::edit:
            return lines.line("- " + arrival.old_target) + lines.line("+ " + arrival.unit.target);
        case Operation::comment:
            return lines.line(tr("comment: {1}", {quoted_change(arrival.old_comment, request.text)}));
        default:
            return lines.line(quoted_change(word(arrival.old_status), word(request.operation)));
    }
}

std::string spell(const Arrival& arrival, const Lines& lines) {
    const std::vector<std::string> numbers = {std::to_string(arrival.bead + 1),
                                              std::to_string(arrival.unit.number)};
    std::string text = arrival.overwrites ? tr("row {1} (unit {2}), overwriting what was decided:", numbers)
                                          : tr("row {1} (unit {2}):", numbers);
    text += '\n';
    std::string last;  // of what was moved, both beads get the status: once is enough to read
    for (const review::Request& request : arrival.requests) {
        std::string line = spell(request, arrival, lines);
        if (line != last) text += line;
        last = std::move(line);
    }
    return text;
}

std::string spell(const TroubledUnit& troubled, const ImportReport& report, const Lines& lines) {
    const review::ReturnedUnit& unit = troubled.unit;
    const bool conflict = troubled.trouble == Trouble::conflict;
    std::string text =
        (conflict
             ? tr("conflict: unit {1}, line {2}: {3}",
                  {std::to_string(unit.number), std::to_string(unit.line), reason_of(troubled.trouble)})
             : tr("not taken: unit {1}, line {2}: {3}",
                  {std::to_string(unit.number), std::to_string(unit.line), reason_of(troubled.trouble)})) +
        '\n';
    if (!troubled.bead) return text + lines.line(unit.source) + lines.line(unit.target);
    // Of what was moved, the bead may have no source.
    const std::string source = report.before->source_text(*troubled.bead);
    text += lines.line(tr("row {1}: {2}", {std::to_string(*troubled.bead + 1),
                                           legible(source.empty() ? unit.source : source)}));
    if (troubled.trouble == Trouble::other_source) return text + lines.line(unit.source);
    if (troubled.trouble == Trouble::unknown_status) return text + lines.line(unit.status);
    if (!conflict) return text;
    const review::Decision& decision = report.before->beads()[*troubled.bead].decision;
    text += lines.line("- " + report.before->target_text(*troubled.bead) + " (" + word(decision.status) +
                       ", " + decision.who + ", " + decision.when + ")");
    return text + lines.line("+ " + unit.target + (unit.status.empty() ? "" : " (" + unit.status + ")"));
}

bool is_conflict(const TroubledUnit& troubled) { return troubled.trouble == Trouble::conflict; }

Json json_of(const Arrival& arrival) {
    Json operations = Json::array();
    for (const review::Request& request : arrival.requests) operations.push_back(name(request.operation));
    Json json = {
        {"row", arrival.bead + 1},    {"unit", arrival.unit.number},         {"line", arrival.unit.line},
        {"id", arrival.unit.id},      {"operations", std::move(operations)}, {"who", arrival.stamp.who},
        {"when", arrival.stamp.when}, {"overwrites", arrival.overwrites}};
    for (const review::Request& request : arrival.requests) {
        if (request.operation == Operation::edit)
            json["target"] = {{"before", arrival.old_target}, {"after", arrival.unit.target}};
        if (request.operation == Operation::comment)
            json["comment"] = {{"before", arrival.old_comment}, {"after", request.text}};
    }
    return json;
}

Json json_of(const TroubledUnit& troubled) {
    Json json = {{"reason", name(troubled.trouble)},
                 {"unit", troubled.unit.number},
                 {"line", troubled.unit.line},
                 {"id", troubled.unit.id},
                 {"row", nullptr},
                 {"source", troubled.unit.source},
                 {"target", troubled.unit.target},
                 {"status", troubled.unit.status}};
    if (troubled.bead) json["row"] = *troubled.bead + 1;
    return json;
}

}  // namespace

std::string spell(const ImportReport& report, std::size_t width, int ambiguous_width) {
    const review::Returns& returns = *report.returns;
    const Lines lines{width, ambiguous_width};
    const auto conflicts = static_cast<std::size_t>(std::ranges::count_if(returns.troubled, is_conflict));
    const auto number = [](std::size_t value) { return std::to_string(value); };
    std::string text =
        tr("units: {1}; rows that change: {2}, decisions: {3}; units that say nothing new: {4}; not taken: "
           "{5}, "
           "conflicts: {6}",
           {number(returns.units), number(returns.arrivals.size()), number(report.entries),
            number(returns.unchanged), number(returns.troubled.size() - conflicts), number(conflicts)}) +
        '\n';
    for (const Arrival& arrival : returns.arrivals) text += spell(arrival, lines);
    for (const TroubledUnit& troubled : returns.troubled) text += spell(troubled, report, lines);
    return text;
}

std::string write_json(const ImportReport& report) {
    const review::Returns& returns = *report.returns;
    Json changed = Json::array();
    Json troubled = Json::array();
    for (const Arrival& arrival : returns.arrivals) changed.push_back(json_of(arrival));
    for (const TroubledUnit& one : returns.troubled) troubled.push_back(json_of(one));
    const Json json = {
        {"file", report.file},           {"returned", report.returned},     {"written", report.written},
        {"units", returns.units},        {"unchanged", returns.unchanged},  {"decisions", report.entries},
        {"changed", std::move(changed)}, {"not_taken", std::move(troubled)}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace tongwen::cli
