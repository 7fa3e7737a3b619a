// SPDX-License-Identifier: Apache-2.0
// Owns the texts and the JSON of an update.
#include "cli/update_report.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "cli/line_breaking.h"
#include "cli/review_words.h"
#include "cli/words.h"

namespace tongwen::cli {
namespace {

using Json = nlohmann::ordered_json;

/// Rows as people count them.
std::string list_rows(const std::vector<std::size_t>& beads) {
    std::string rows;
    for (const std::size_t bead : beads) rows += (rows.empty() ? "" : ", ") + std::to_string(bead + 1);
    return rows;
}

std::string spell(const review::CarriedDecision& carried, const UpdateReport& report, std::size_t width,
                  int ambiguous_width) {
    const std::string row = std::to_string(carried.before + 1);
    const std::string status = word(report.before->beads()[carried.before].decision.status);
    std::string text = carried.fate == review::Fate::lost ? tr("lost: row {1} ({2})", {row, status})
                                                          : tr("changed: row {1} ({2}), now row {3}",
                                                               {row, status, list_rows(carried.after)});
    text += '\n';
    for (const std::string& side :
         {report.before->source_text(carried.before), report.before->target_text(carried.before)}) {
        constexpr std::size_t indent = 2;
        if (!side.empty())
            text += std::string(indent, ' ') +
                    shorten(legible(side), std::max(width, indent + 2) - indent, true, ambiguous_width) +
                    '\n';
    }
    return text;
}

Json json_of(const review::CarriedDecision& carried, const review::Review& before) {
    const review::Decision& decision = before.beads()[carried.before].decision;
    Json rows = Json::array();
    for (const std::size_t bead : carried.after) rows.push_back(bead + 1);
    return {{"row", carried.before + 1},
            {"status", review::name(decision.status)},
            {"comment", decision.comment},
            {"who", decision.who},
            {"when", decision.when},
            {"source", before.source_text(carried.before)},
            {"target", before.target_text(carried.before)},
            {"rows", std::move(rows)}};
}

}  // namespace

std::size_t count(const review::Update& update, review::Fate fate) {
    return static_cast<std::size_t>(
        std::ranges::count(update.decisions, fate, &review::CarriedDecision::fate));
}

std::string spell(const UpdateReport& report, std::size_t width, int ambiguous_width) {
    if (report.update == nullptr) return tr("Nothing to do: both documents are as they were.") + '\n';
    const review::Update& update = *report.update;
    const auto number = [&](review::Fate fate) { return std::to_string(count(update, fate)); };
    std::string text = tr("decisions kept: {1}, changed: {2}, lost: {3}; rows aligned anew: {4}",
                          {number(review::Fate::kept), number(review::Fate::changed),
                           number(review::Fate::lost), std::to_string(update.realigned)}) +
                       '\n';
    for (const review::CarriedDecision& carried : update.decisions)
        if (carried.fate != review::Fate::kept) text += spell(carried, report, width, ambiguous_width);
    return text;
}

std::string write_json(const UpdateReport& report) {
    Json json = {{"file", report.file},
                 {"source_changed", report.source_changed},
                 {"target_changed", report.target_changed},
                 {"edition", report.edition},
                 {"written", report.written},
                 {"kept", 0},
                 {"changed", Json::array()},
                 {"lost", Json::array()},
                 {"realigned", 0}};
    if (report.update != nullptr) {
        json["kept"] = count(*report.update, review::Fate::kept);
        json["realigned"] = report.update->realigned;
        for (const review::CarriedDecision& carried : report.update->decisions) {
            if (carried.fate == review::Fate::kept) continue;
            json[carried.fate == review::Fate::lost ? "lost" : "changed"].push_back(
                json_of(carried, *report.before));
        }
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace tongwen::cli
