// SPDX-License-Identifier: Apache-2.0
// Owns the texts and the JSON of joined reviews.
#include "cli/merge_report.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/line_breaking.h"
#include "cli/review_words.h"
#include "cli/words.h"

namespace tongwen::cli {
namespace {

using Json = nlohmann::ordered_json;
using review::Share;

std::string percent(const Share& share) {
    if (share.all == 0) return "-";
    return fmt::format("{:.1f}", 100 * static_cast<double>(share.equal) / static_cast<double>(share.all));
}

std::string spell(const std::optional<double>& kappa) { return kappa ? fmt::format("{:.3f}", *kappa) : "-"; }

std::string spell(const review::Agreement& agreement) {
    const Share status = review::share_of(agreement.status);
    const Share boundaries = review::share_of(agreement.boundaries);
    const auto number = [](std::size_t value) { return std::to_string(value); };
    return tr("agreement on status: {1} of {2} rows that both judged, {3} %; kappa {4}",
              {number(status.equal), number(status.all), percent(status),
               spell(review::kappa(agreement.status))}) +
           '\n' +
           tr("agreement on boundaries: {1} of {2} places between segments, {3} %; kappa {4}",
              {number(boundaries.equal), number(boundaries.all), percent(boundaries),
               spell(review::kappa(agreement.boundaries))}) +
           '\n' +
           tr("agreement on links: {1} of {2} segments, {3} %",
              {number(agreement.links.equal), number(agreement.links.all), percent(agreement.links)}) +
           '\n';
}

/// "1-1 accepted, 0-1 undecided".
std::string spell(const std::vector<review::ReviewedBead>& opinion) {
    std::string text;
    for (const review::ReviewedBead& bead : opinion) {
        if (!text.empty()) text += ", ";
        text += align::shape(bead.bead) + ' ' + word(bead.decision.status);
        if (bead.decision.target_edit) text += " \"" + legible(*bead.decision.target_edit) + '"';
    }
    return text;
}

/// All the text of a conflict on both sides.
struct Texts {
    std::string source;
    std::string target;
};
Texts texts_of(const review::Conflict& conflict, const review::Review& review) {
    align::Bead all = conflict.a.front().bead;
    all.source.end = conflict.a.back().bead.source.end;
    all.target.end = conflict.a.back().bead.target.end;
    const align::Bitext& bitext = review.origin();
    return {bitext.source_text(all, align::separator_of(review.source().language)),
            bitext.target_text(all, align::separator_of(review.target().language))};
}

Json json_of(const std::vector<review::ReviewedBead>& opinion) {
    Json json = Json::array();
    for (const review::ReviewedBead& bead : opinion) {
        Json one = {{"shape", align::shape(bead.bead)}, {"status", review::name(bead.decision.status)},
                    {"comment", bead.decision.comment}, {"edit", nullptr},
                    {"who", bead.decision.who},         {"when", bead.decision.when}};
        if (bead.decision.target_edit) one["edit"] = *bead.decision.target_edit;
        json.push_back(std::move(one));
    }
    return json;
}

Json json_of(const Share& share) {
    Json json = {{"count", share.all}, {"equal", share.equal}, {"share", nullptr}};
    if (share.all > 0)
        json["share"] =
            std::round(1e6 * static_cast<double>(share.equal) / static_cast<double>(share.all)) / 1e6;
    return json;
}

template <std::size_t choices>
Json json_of(const review::Table<choices>& table) {
    Json json = json_of(review::share_of(table));
    const auto kappa = review::kappa(table);
    json["kappa"] = kappa ? Json(std::round(*kappa * 1e6) / 1e6) : Json(nullptr);
    json["table"] = table;
    return json;
}

}  // namespace

std::string spell(const review::Merged& merged, const review::ReviewerNames& names, std::size_t width,
                  int ambiguous_width) {
    constexpr std::size_t indent = 2;
    const auto line = [&](const std::string& text) {
        if (text.empty()) return std::string();
        return std::string(indent, ' ') +
               shorten(legible(text), std::max(width, indent + 2) - indent, true, ambiguous_width) + '\n';
    };
    std::string text =
        tr("places decided by {1} alone: {2}, by {3} alone: {4}, by both alike: {5}, conflicts: {6}",
           {names.a, std::to_string(merged.from_a), names.b, std::to_string(merged.from_b),
            std::to_string(merged.equal), std::to_string(merged.conflicts.size())}) +
        '\n' + spell(merged.agreement);
    for (const review::Conflict& conflict : merged.conflicts) {
        text += tr("conflict: row {1}", {std::to_string(conflict.bead + 1)}) + '\n';
        const Texts texts = texts_of(conflict, merged.review);
        text += line(texts.source) + line(texts.target);
        text += line(names.a + ": " + spell(conflict.a)) + line(names.b + ": " + spell(conflict.b));
    }
    return text;
}

std::string write_json(const review::Merged& merged, const review::ReviewerNames& names) {
    Json conflicts = Json::array();
    for (const review::Conflict& conflict : merged.conflicts) {
        const Texts texts = texts_of(conflict, merged.review);
        conflicts.push_back({{"row", conflict.bead + 1},
                             {"source", texts.source},
                             {"target", texts.target},
                             {"a", json_of(conflict.a)},
                             {"b", json_of(conflict.b)}});
    }
    Json agreement = {{"status", json_of(merged.agreement.status)},
                      {"boundaries", json_of(merged.agreement.boundaries)},
                      {"links", json_of(merged.agreement.links)}};
    const Json json = {{"a", names.a},
                       {"b", names.b},
                       {"from_a", merged.from_a},
                       {"from_b", merged.from_b},
                       {"equal", merged.equal},
                       {"agreement", std::move(agreement)},
                       {"conflicts", std::move(conflicts)}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace tongwen::cli
