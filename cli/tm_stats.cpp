// SPDX-License-Identifier: Apache-2.0
// Owns `tongwen tm stats`: the figures of a memory, as text and as JSON.
#include "memory/statistics.h"
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/line_breaking.h"
#include "cli/reviewed_file.h"
#include "cli/terminal.h"
#include "cli/text_table.h"
#include "cli/tm_actions.h"
#include "cli/tm_files.h"
#include "cli/words.h"
#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

using Json = nlohmann::ordered_json;
using memory::MemoryFigures;

// Longer lists are for JSON.
constexpr std::size_t most_rows = 20;

std::string number(std::uint64_t value) { return std::to_string(value); }

std::string tag_of(const text::Language& language) { return language.known() ? language.tag() : "und"; }

std::string list(const std::string& title, const memory::Tally& tally) {
    const auto counts = tally.by_frequency();
    if (counts.empty()) return {};
    std::vector<TableRow> table;
    for (std::size_t k = 0; k < std::min(counts.size(), most_rows); ++k)
        table.push_back({"  " + legible(counts[k].first), number(counts[k].second)});
    std::uint64_t rest = tally.others();
    for (std::size_t k = most_rows; k < counts.size(); ++k) rest += counts[k].second;
    if (rest > 0) table.push_back({"  " + tr("(others)"), number(rest)});
    return title + '\n' + draw_table(table);
}

std::string list_languages(const MemoryFigures& figures) {
    std::vector<TableRow> table = {{tr("languages"), tr("texts"), tr("characters"), tr("words")}};
    for (const auto& [tag, language] : figures.languages) {
        if (table.size() > most_rows) break;
        table.push_back({"  " + (tag.empty() ? "und" : tag), number(language.texts),
                         number(language.characters), number(language.words)});
    }
    std::vector<TableRow> pairs = {{tr("pairs of languages"), tr("units")}};
    for (const memory::LanguagePair& pair : figures.pairs) {
        if (pairs.size() > most_rows) break;
        pairs.push_back({"  " + tag_of(pair.source) + " → " + tag_of(pair.target), number(pair.units)});
    }
    return draw_table(table) + draw_table(pairs);
}

std::string list_lengths(const MemoryFigures& figures) {
    std::vector<TableRow> table = {
        {tr("lengths in characters"), tr("median"), "90 %", "99 %", tr("longest")}};
    const auto row = [&table](const std::string& side, const memory::Lengths& lengths) {
        table.push_back({"  " + side, number(lengths.quantile(0.5)), number(lengths.quantile(0.9)),
                         number(lengths.quantile(0.99)), number(lengths.longest())});
    };
    row(tr("source"), figures.source_lengths);
    row(tr("target"), figures.target_lengths);
    return draw_table(table);
}

std::string spell(const MemoryFigures& figures) {
    std::vector<TableRow> table = {
        {tr("units"), number(figures.units)},
        {"  " + tr("with one side only"), number(figures.one_sided)},
        {"  " + tr("duplicates"), number(figures.duplicates)},
        {"  " + tr("sources with several translations"), number(figures.alternatives)},
        {"  " + tr("with markup"), number(figures.with_codes)},
        {"  " + tr("with notes"), number(figures.with_notes)},
        {"  " + tr("with ids"), number(figures.with_ids)},
        {"  " + tr("in more than two languages"), number(figures.with_further)}};
    std::string text = draw_table(table) + list_languages(figures) + list_lengths(figures);
    if (figures.oldest)
        text += tr("dates: {1} to {2}", {spell_time(*figures.oldest), spell_time(*figures.newest)}) + '\n';
    return text + list(tr("people"), figures.people) + list(tr("statuses"), figures.statuses) +
           list(tr("properties"), figures.properties);
}

Json json_of(const memory::Tally& tally) {
    Json json = Json::object();
    for (const auto& [name, count] : tally.by_frequency()) json[name] = count;
    return json;
}

Json json_of(const memory::Lengths& lengths) {
    return {{"median", lengths.quantile(0.5)},
            {"p90", lengths.quantile(0.9)},
            {"p99", lengths.quantile(0.99)},
            {"longest", lengths.longest()}};
}

Json json_of(const MemoryFigures& figures) {
    Json json = {{"units", figures.units},
                 {"one_sided", figures.one_sided},
                 {"duplicates", figures.duplicates},
                 {"sources_with_alternatives", figures.alternatives},
                 {"with_markup", figures.with_codes},
                 {"with_notes", figures.with_notes},
                 {"with_ids", figures.with_ids},
                 {"with_further_languages", figures.with_further},
                 {"languages", Json::object()},
                 {"pairs", Json::array()},
                 {"source_lengths", json_of(figures.source_lengths)},
                 {"target_lengths", json_of(figures.target_lengths)},
                 {"oldest", nullptr},
                 {"newest", nullptr},
                 {"years", Json::object()},
                 {"people", json_of(figures.people)},
                 {"statuses", json_of(figures.statuses)},
                 {"properties", json_of(figures.properties)}};
    for (const auto& [tag, language] : figures.languages)
        json["languages"][tag.empty() ? "und" : tag] = {
            {"texts", language.texts}, {"characters", language.characters}, {"words", language.words}};
    for (const memory::LanguagePair& pair : figures.pairs)
        json["pairs"].push_back(
            {{"source", tag_of(pair.source)}, {"target", tag_of(pair.target)}, {"units", pair.units}});
    for (const auto& [year, count] : figures.years) json["years"][std::to_string(year)] = count;
    if (figures.oldest) {
        json["oldest"] = spell_time(*figures.oldest);
        json["newest"] = spell_time(*figures.newest);
    }
    return json;
}

}  // namespace

int run_tm_stats(const std::vector<std::string>& arguments) {
    CommonOptions common;
    std::string path;
    MemoryChoice choice;
    bool as_json = false;
    CommandLine line(
        tr("tongwen tm stats [OPTIONS] MEMORY"),
        tr("Shows what is in a translation memory: units, languages, lengths, duplicates, dates, people, "
           "properties."));
    line.group(tr("Arguments:"));
    line.argument("MEMORY", path, tr("The memory to look at; - is standard input."));
    line.group(tr("Options:"));
    line.flag("--json", as_json, tr("Write JSON."));
    declare_memory(line, choice);
    declare_common(line, common);
    line.parse(arguments);
    if (common.help) return show_help(line);
    if (path.empty()) text::refuse("missing-argument", {"MEMORY"});
    Messages messages(look_at_terminal(STDERR_FILENO, process_environment(), ColourChoice::automatic), false);
    const memory::UnitInput input = memory_to_read_once(path, choice);
    const auto reader = input.open(messages.sink());
    memory::Statistics statistics;
    while (const auto unit = reader->next()) statistics.add(*unit);
    input.require_unchanged();
    const MemoryFigures figures = statistics.finish();
    if (figures.units == 0) text::refuse_file("no-units", path);
    const std::string json = json_of(figures).dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
    write_fully(STDOUT_FILENO, as_json ? json : spell(figures));
    return exit_clean;
}

}  // namespace tongwen::cli
