// SPDX-License-Identifier: Apache-2.0
// Owns the JSON of `tongwen eval` (docs/formats/eval.md) and of `tongwen train --cross`
// (docs/formats/weights.md).
#include <cmath>
#include <string_view>

#include <nlohmann/json.hpp>

#include "cli/eval_report.h"

namespace tongwen::cli {
namespace {

using Json = nlohmann::ordered_json;

/// Figures of six digits: more would only be noise, and would differ between compilers.
double rounded(double value) {
    const double shifted = std::round(value * 1e6) / 1e6;
    return shifted == 0 ? 0.0 : shifted;  // no "-0.0"
}

/// Of nothing, there is no share.
Json share(double part, std::size_t whole) {
    return whole == 0 ? Json() : Json(rounded(part / static_cast<double>(whole)));
}
Json share(std::size_t part, std::size_t whole) { return share(static_cast<double>(part), whole); }

Json json_of(const align::Rates& rates) {
    return {{"precision", rounded(rates.precision)},
            {"recall", rounded(rates.recall)},
            {"f1", rounded(rates.f1)}};
}

Json json_of(const align::Hits& hits) {
    return {{"all", hits.all}, {"strict", hits.strict}, {"lax", hits.lax}};
}

Json rates_of(const align::Hits& found, const align::Hits& gold) {
    return {{"found", json_of(found)},
            {"gold", json_of(gold)},
            {"strict", json_of(strict_rates(found, gold))},
            {"lax", json_of(lax_rates(found, gold))}};
}

Json json_of(const align::SegmentHits& hits) {
    Json json = {{"gold", hits.gold}, {"found", hits.found}, {"right", hits.right}};
    json.update(json_of(segment_rates(hits)));
    return json;
}

Json json_of(const align::ByLength& by_length) {
    Json list = Json::array();
    double from = 0;
    for (std::size_t k = 0; k < by_length.size(); ++k) {
        const bool last = k == align::length_limits.size();
        const double to = last ? 0 : align::length_limits[k];
        Json row = {{"from", from}, {"to", last ? Json() : Json(to)}};
        row.update(json_of(by_length[k]));
        list.push_back(std::move(row));
        from = to;
    }
    return list;
}

/// Omissions, or additions.
Json one_sided(const align::SegmentHits& all, const align::SegmentHits& beside,
               const align::ByLength* by_length) {
    Json json = json_of(all);
    json["beside"] = {
        {"gold", beside.gold}, {"right", beside.right}, {"recall", share(beside.right, beside.gold)}};
    if (by_length != nullptr) json["by_length"] = json_of(*by_length);
    return json;
}

Json json_of(const std::map<align::Shape, align::ShapeHits>& shapes) {
    Json list = Json::array();
    for (const auto& [shape, hits] : shapes) {
        list.push_back({{"source", shape.source},
                        {"target", shape.target},
                        {"gold", json_of(hits.gold)},
                        {"found", json_of(hits.found)}});
    }
    return list;
}

Json bins_of(const align::Calibration& calibration) {
    Json list = Json::array();
    for (std::size_t b = 0; b < align::Calibration::bin_count; ++b) {
        const align::ConfidenceBin& bin = calibration.bins()[b];
        list.push_back({{"from", align::Calibration::edges[b]},
                        {"to", align::Calibration::edges[b + 1]},
                        {"links", bin.beads},
                        {"right", bin.right},
                        {"mean_confidence", share(bin.confidence_sum, bin.beads)}});
    }
    return list;
}

/// `gold_links` is how many links the gold has.
Json thresholds_of(const align::Calibration& calibration, std::size_t gold_links) {
    Json list = Json::array();
    for (const double threshold : align::confidence_thresholds) {
        const align::ConfidenceBin kept = calibration.at_least(threshold);
        list.push_back({{"at_least", threshold},
                        {"links", kept.beads},
                        {"right", kept.right},
                        {"share", share(kept.beads, calibration.all().beads)},
                        {"precision", share(kept.right, kept.beads)},
                        {"recall", share(kept.right, gold_links)}});
    }
    return list;
}

Json json_of(const align::Calibration& calibration, std::size_t gold_links) {
    return {{"links", calibration.all().beads},
            {"expected_error", rounded(calibration.expected_error())},
            {"brier", rounded(calibration.brier())},
            {"bins", bins_of(calibration)},
            {"thresholds", thresholds_of(calibration, gold_links)}};
}

Json calibration_of(const align::Evaluation& total) {
    if (total.calibration.all().beads == 0) return {};
    Json json = json_of(total.calibration, total.counts.gold_links.all);
    json["known"] = json_of(total.known, total.counts.gold_links.all);
    return json;
}

Json json_of(const align::BesidePlaces& places) {
    return {{"places", places.all},
            {"found", places.found},
            {"linked", places.glued},
            {"linked_1_1", places.glued_singly}};
}

/// What is told of a part of the whole: a document, or a set.
void add_scores(Json& json, const align::Counts& counts) {
    json["beads"] = rates_of(counts.beads, counts.gold_links);
    json["links"] = rates_of(counts.links, counts.gold_links);
    json["omissions"] = json_of(counts.omissions);
    json["additions"] = json_of(counts.additions);
}

Json documents_of(const EvalReport& report) {
    Json list = Json::array();
    for (const auto& [name, evaluation] : report.by_document) {
        Json one = {{"name", name}};
        add_scores(one, evaluation.counts);
        list.push_back(std::move(one));
    }
    return list;
}

Json pairs_of(const EvalReport& report) {
    Json list = Json::array();
    for (const JudgedPair& pair : report.pairs) {
        Json one = {{"gold", pair.gold}, {"found", pair.found}};
        if (!pair.other.empty()) one["against"] = pair.other;
        one["documents"] = pair.documents;
        add_scores(one, pair.evaluation.counts);
        list.push_back(std::move(one));
    }
    return list;
}

/// Where there is one pair only: its path.
Json with_path(const EvalReport& report, std::string JudgedPair::*path) {
    Json json = Json::object();
    if (report.pairs.size() == 1) json["path"] = report.pairs[0].*path;
    return json;
}

Json json_of(const align::Difference& difference) {
    Json json = {{"first", rounded(difference.first)},
                 {"second", rounded(difference.second)},
                 {"difference", rounded(difference.value())},
                 {"interval", nullptr},
                 {"p", nullptr}};
    if (difference.interval)
        json["interval"] = {rounded(difference.interval->low), rounded(difference.interval->high)};
    if (difference.p) json["p"] = rounded(*difference.p);
    return json;
}

Json comparison_of(const EvalReport& report) {
    Json json = with_path(report, &JudgedPair::other);
    json["pieces"] = report.comparison->pieces;
    json["samples"] = report.bootstrap.samples;
    json["seed"] = report.bootstrap.seed;
    json["strict_f1"] = json_of(report.comparison->strict);
    json["lax_f1"] = json_of(report.comparison->lax);
    return json;
}

Json json_of(const align::Judgement& judgement) {
    Json json = {{"documents", judgement.documents}};
    add_scores(json, judgement.evaluation.counts);
    json["calibration"] = calibration_of(judgement.evaluation);
    return json;
}

/// Paths need not be UTF-8; everything else is.
std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// A field a line, and an element of a list a line, so that line tools and diffs work.
std::string spread(const Json& json) {
    std::string out = "{";
    for (const auto& [key, value] : json.items()) {
        out += (out.size() > 1 ? ",\n  " : "\n  ") + dump(key) + ": ";
        if (!value.is_array() || value.empty()) {
            out += dump(value);
            continue;
        }
        std::string_view separator = "[\n    ";
        for (const Json& element : value) {
            out.append(separator).append(dump(element));
            separator = ",\n    ";
        }
        out += "\n  ]";
    }
    return out + "\n}\n";
}

}  // namespace

std::string write_eval_json(const EvalReport& report) {
    const align::Evaluation& total = report.total;
    const align::Counts& counts = total.counts;
    const auto lengths = [&](const align::ByLength& by_length) {
        return report.with_texts ? &by_length : nullptr;
    };
    Json json = {{"format", "tongwen-evaluation"}, {"version", 1}};
    json["gold"] = with_path(report, &JudgedPair::gold);
    json["gold"]["documents"] = report.documents;
    json["gold"]["beads"] = total.gold_beads;
    json["found"] = with_path(report, &JudgedPair::found);
    json["beads"] = rates_of(counts.beads, counts.gold_links);
    json["links"] = rates_of(counts.links, counts.gold_links);
    json["omissions"] =
        one_sided(counts.omissions, total.omissions_beside, lengths(total.omissions_by_length));
    json["additions"] =
        one_sided(counts.additions, total.additions_beside, lengths(total.additions_by_length));
    json["beside"] = json_of(total.beside);
    json["shapes"] = json_of(total.shapes);
    json["calibration"] = calibration_of(total);
    if (report.pairs.size() > 1) json["pairs"] = pairs_of(report);
    if (!report.by_document.empty()) json["by_document"] = documents_of(report);
    if (report.comparison) json["against"] = comparison_of(report);
    return spread(json);
}

std::string write_cross_json(const CrossReport& report) {
    Json sets = Json::array();
    for (const JudgedSet& set : report.sets) {
        Json one = {{"name", set.name}};
        one.update(json_of(set.judgement));
        sets.push_back(std::move(one));
    }
    return spread({{"format", "tongwen-cross-validation"},
                   {"version", 1},
                   {"sets", std::move(sets)},
                   {"all", json_of(report.total)}});
}

}  // namespace tongwen::cli
