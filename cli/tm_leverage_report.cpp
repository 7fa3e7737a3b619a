// SPDX-License-Identifier: Apache-2.0
// Owns the tables of leverage.
#include "cli/tm_leverage_report.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "cli/line_breaking.h"
#include "cli/text_table.h"
#include "cli/wording.h"
#include "cli/words.h"

namespace tongwen::cli {
namespace {

using Json = nlohmann::ordered_json;
using memory::LeverageBand;
using memory::LeverageCounts;
using memory::TextVolume;

std::string word_band(LeverageBand band) {
    switch (band) {
        case LeverageBand::context:
            return tr("context match");
        case LeverageBand::repetition:
            return tr("repetition");
        case LeverageBand::fresh:
            return tr("new");
        default:
            return tr("{1} %", {std::string(memory::name(band))});
    }
}

LeverageBand band_at(std::size_t i) { return static_cast<LeverageBand>(i); }

std::string per_cent(std::size_t part, std::size_t whole) {
    const double share = whole == 0 ? 0 : 100 * static_cast<double>(part) / static_cast<double>(whole);
    return tr("{1} %", {std::to_string(std::lround(share))});
}

TableRow row(const std::string& name, const TextVolume& volume, const TextVolume& total) {
    return {name, std::to_string(volume.segments), std::to_string(volume.words),
            std::to_string(volume.characters), per_cent(volume.characters, total.characters)};
}

std::string table(const LeverageCounts& counts) {
    const TextVolume total = counts.total();
    std::vector<TableRow> rows = {{"", tr("segments"), tr("words"), tr("characters"), tr("share")}};
    for (std::size_t i = 0; i < memory::leverage_bands; ++i)
        rows.push_back(row(word_band(band_at(i)), counts.bands[i], total));
    rows.push_back(row(tr("all"), total, total));
    return draw_table(rows);
}

/// "97 %", or the band's name where that says more.
std::string word_match(const memory::SegmentLeverage& leverage) {
    if (leverage.band == LeverageBand::context || leverage.band == LeverageBand::repetition ||
        leverage.percent == 0)
        return word_band(leverage.band);
    return tr("{1} %", {std::to_string(leverage.percent)});
}

std::string list(const DocumentLeverage& document, const LeverageReport& report) {
    std::string out;
    for (const ListedSegment& segment : document.segments) {
        const memory::SegmentLeverage& leverage = segment.leverage;
        out += std::to_string(leverage.segment + 1) + ": " + word_match(leverage) + "\n  " +
               legible(segment.text) + "\n";
        if (leverage.unit)
            out += "  " + word_path(report.memories[leverage.memory]) + ":" +
                   std::to_string(leverage.unit->line) + ": " + legible(leverage.unit->source) + "\n";
    }
    return out + "\n";
}

Json json_of(const TextVolume& volume) {
    return {{"segments", volume.segments}, {"words", volume.words}, {"characters", volume.characters}};
}

Json json_of(const LeverageCounts& counts) {
    Json json;
    for (std::size_t i = 0; i < memory::leverage_bands; ++i)
        json[std::string(memory::name(band_at(i)))] = json_of(counts.bands[i]);
    json["all"] = json_of(counts.total());
    return json;
}

Json json_of(const ListedSegment& segment, const LeverageReport& report) {
    const memory::SegmentLeverage& leverage = segment.leverage;
    Json json = {{"segment", leverage.segment},
                 {"text", segment.text},
                 {"band", memory::name(leverage.band)},
                 {"words", leverage.volume.words},
                 {"characters", leverage.volume.characters},
                 {"match", leverage.percent}};
    if (leverage.unit)
        json["unit"] = {{"memory", report.memories[leverage.memory]},
                        {"unit", leverage.unit->number},
                        {"line", leverage.unit->line},
                        {"source", leverage.unit->source},
                        {"target", leverage.unit->target}};
    return json;
}

/// RFC 4180: in quotation marks where it needs them.
std::string cell(const std::string& value) {
    if (value.find_first_of(",\"\r\n") == std::string::npos) return value;
    std::string out = "\"";
    for (const char c : value) out.append(c == '"' ? 2 : 1, c);
    return out + "\"";
}

std::string csv_row(const std::vector<std::string>& values) {
    std::string out;
    for (const std::string& value : values) out += (out.empty() ? "" : ",") + cell(value);
    return out + "\r\n";
}

std::string csv_of(const DocumentLeverage& document) {
    std::string out;
    for (std::size_t i = 0; i < memory::leverage_bands; ++i) {
        const TextVolume& volume = document.counts.bands[i];
        out += csv_row({document.path, std::string(memory::name(band_at(i))), std::to_string(volume.segments),
                        std::to_string(volume.words), std::to_string(volume.characters)});
    }
    return out;
}

std::string csv_of_segments(const DocumentLeverage& document, const LeverageReport& report) {
    std::string out;
    for (const ListedSegment& segment : document.segments) {
        const memory::SegmentLeverage& leverage = segment.leverage;
        const bool matched = leverage.unit.has_value();
        out += csv_row({document.path, std::to_string(leverage.segment + 1),
                        std::string(memory::name(leverage.band)), std::to_string(leverage.percent),
                        std::to_string(leverage.volume.words), std::to_string(leverage.volume.characters),
                        segment.text, matched ? report.memories[leverage.memory] : "",
                        matched ? std::to_string(leverage.unit->line) : "",
                        matched ? leverage.unit->source : "", matched ? leverage.unit->target : ""});
    }
    return out;
}

}  // namespace

LeverageCounts LeverageReport::total() const {
    LeverageCounts all;
    for (const DocumentLeverage& document : documents) all += document.counts;
    return all;
}

std::string spell(const LeverageReport& report) {
    std::string out;
    for (const DocumentLeverage& document : report.documents) {
        out += word_path(document.path) + "\n";
        if (report.list) out += list(document, report);
        out += table(document.counts) + "\n";
    }
    if (report.documents.size() > 1)
        out += tr("all documents: {1}", {std::to_string(report.documents.size())}) + "\n" +
               table(report.total());
    else
        out.pop_back();
    return out;
}

std::string write_json(const LeverageReport& report) {
    Json documents = Json::array();
    for (const DocumentLeverage& document : report.documents) {
        Json json = {
            {"path", document.path}, {"language", document.language}, {"bands", json_of(document.counts)}};
        if (report.list) {
            json["segments"] = Json::array();
            for (const ListedSegment& segment : document.segments)
                json["segments"].push_back(json_of(segment, report));
        }
        documents.push_back(std::move(json));
    }
    const Json json = {{"memories", report.memories},
                       {"documents", std::move(documents)},
                       {"bands", json_of(report.total())}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string write_csv(const LeverageReport& report) {
    std::string out = report.list ? csv_row({"document", "segment", "band", "match", "words", "characters",
                                             "text", "memory", "line", "source", "target"})
                                  : csv_row({"document", "band", "segments", "words", "characters"});
    for (const DocumentLeverage& document : report.documents)
        out += report.list ? csv_of_segments(document, report) : csv_of(document);
    return out;
}

}  // namespace tongwen::cli
