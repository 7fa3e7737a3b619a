// SPDX-License-Identifier: Apache-2.0
// Owns `tongwen tm search`: words and sentences in a translation memory.
#include <optional>
#include <utility>

#include <unistd.h>

#include "cli/commands.h"
#include "cli/lexicon_files.h"
#include "cli/messages.h"
#include "cli/terminal.h"
#include "cli/tm_actions.h"
#include "cli/tm_search_report.h"
#include "cli/words.h"
#include "text/diagnostic.h"
#include "text/regex.h"

namespace tongwen::cli {
namespace {

/// The options as people wrote them.
struct Written {
    CommonOptions common;
    std::string file, query, side = "both", limit, format = "text", min_match;
    bool exact = false, words = false, regex = false, fuzzy = false, count_all = false, details = false,
         quiet = false;
};

void declare(CommandLine& line, Written& written) {
    line.group(tr("Arguments:"));
    line.argument("MEMORY", written.file, tr("A translation memory in any format that is read."));
    line.argument("QUERY", written.query, tr("What is looked for; a sentence with --fuzzy."));
    line.group(tr("Options:"));
    line.option("--side", written.side, tr("SIDE"), tr("Where to look: source, target or both."));
    line.flag(
        "--exact", written.exact,
        tr("Find the text as it is written, punctuation and capitals too; without it, words are found in "
           "all inflections, and Traditional Chinese with Simplified."));
    line.flag("--words", written.words,
              tr("Find the parts of the query between spaces anywhere in a text; without it, in their order, "
                 "one behind the other."));
    line.flag(
        "--regex", written.regex,
        tr("The query is an ICU regular expression, for the text as it is written; (?i) before it makes "
           "capitals the same. Every unit is read, so this takes seconds where a memory is large."));
    line.flag("--fuzzy", written.fuzzy,
              tr("Find units whose source is like a sentence, and how much, in per cent."));
    line.option("--min-match", written.min_match, tr("PERCENT"),
                tr("With --fuzzy: how much at least, 1 to 100; 75 without it."));
    line.option("-n,--limit", written.limit, tr("NUMBER"),
                tr("Show so many hits at most, 0 for all; 20 without it, 5 with --fuzzy."));
    line.flag("--count-all", written.count_all,
              tr("Count all units in which something is found; without it, counting stops beyond 10000."));
    line.option("--format", written.format, tr("FORMAT"), tr("How to show them: text, json or tsv."));
    line.flag("--details", written.details, tr("Show properties, notes, who changed the unit and when."));
    line.flag("-q,--quiet", written.quiet, tr("Show errors only."));
    declare_common(line, written.common);
    line.example("tongwen tm search speeches.tmx 发展", tr("Find a word in both languages."));
    line.example("tongwen tm search laws.tmx --regex '第[0-9]+条'",
                 tr("Find articles of laws by their numbers."));
    line.example("tongwen tm search speeches.tmx --fuzzy '今天天气很好。'",
                 tr("Find sentences like this one."));
}

void check(const Written& written) {
    if (written.file.empty()) text::refuse("missing-argument", {"MEMORY"});
    if (written.query.empty()) text::refuse("missing-argument", {"QUERY"});
    require_choice("--side", written.side, {"source", "target", "both"});
    require_choice("--format", written.format, {"text", "json", "tsv"});
    const std::pair<bool, const char*> manners[] = {{written.exact, "--exact"},
                                                    {written.words, "--words"},
                                                    {written.regex, "--regex"},
                                                    {written.fuzzy, "--fuzzy"}};
    const char* first = nullptr;
    for (const auto& [given, name] : manners) {
        if (!given) continue;
        if (first != nullptr) text::refuse("options-exclude", {first, name});
        first = name;
    }
    if (written.fuzzy && written.side != "both") text::refuse("options-exclude", {"--fuzzy", "--side"});
    if (written.fuzzy && written.count_all) text::refuse("options-exclude", {"--fuzzy", "--count-all"});
    if (!written.fuzzy && !written.min_match.empty())
        text::refuse("option-needs-option", {"--min-match", "--fuzzy"});
}

memory::SearchQuery search_of(const Written& written) {
    memory::SearchQuery query = {written.query};
    if (written.side == "source") query.side = memory::SearchSide::source;
    if (written.side == "target") query.side = memory::SearchSide::target;
    if (written.exact) query.manner = memory::SearchManner::exact;
    if (written.words) query.manner = memory::SearchManner::words;
    if (written.regex) query.manner = memory::SearchManner::regex;
    if (written.count_all) query.count_to = 0;
    if (!written.limit.empty()) query.limit = parse_whole_number("-n", written.limit, 0, 100'000'000, "hits");
    return query;
}

memory::FuzzyQuery fuzzy_of(const Written& written) {
    memory::FuzzyQuery query = {written.query};
    if (!written.min_match.empty())
        query.least =
            static_cast<int>(parse_whole_number("--min-match", written.min_match, 1, 100, "percent"));
    if (!written.limit.empty()) query.limit = parse_whole_number("-n", written.limit, 0, 100'000'000, "hits");
    if (query.limit == 0) query.limit = 100'000'000;
    return query;
}

SearchReport report_of(const Written& written, memory::MemoryIndex& index) {
    SearchReport report = {
        written.file, written.query, index.source_language(), index.target_language(), {}, 0,
        false,        written.fuzzy, written.details};
    if (written.fuzzy) {
        for (memory::FuzzyHit& hit : index.fuzzy(fuzzy_of(written)))
            report.hits.push_back({std::move(hit.unit), {}, {}, hit.percent});
        report.units = report.hits.size();
        return report;
    }
    memory::SearchResult result = index.search(search_of(written));
    for (memory::SearchHit& hit : result.hits)
        report.hits.push_back(
            {std::move(hit.unit), std::move(hit.source_marks), std::move(hit.target_marks)});
    report.units = result.units;
    report.more = result.more;
    return report;
}

std::string written_as(const SearchReport& report, const std::string& format) {
    if (format == "json") return write_json(report);
    if (format == "tsv") return write_tsv(report);
    return spell(report, look_at_terminal(STDOUT_FILENO, process_environment(), ColourChoice::automatic));
}

}  // namespace

int run_tm_search(const std::vector<std::string>& arguments) {
    Written written;
    CommandLine line(
        tr("tongwen tm search [OPTIONS] MEMORY QUERY"),
        tr("Finds words, in either language, and sentences in a translation memory. An index is "
           "kept beside it, so that only the first search takes long. Ends with exit status 1 when "
           "nothing is found."));
    declare(line, written);
    line.parse(arguments);
    if (written.common.help) return show_help(line);
    check(written);
    if (written.regex) text::Regex(written.query);  // no index is made for a mistake
    const Environment environment = process_environment();
    Messages messages(look_at_terminal(STDERR_FILENO, environment, ColourChoice::automatic), written.quiet);
    memory::MemoryIndex index(written.file,
                              {.cache_folder = cache_folder(environment), .sink = messages.sink()});
    const SearchReport report = report_of(written, index);
    write_fully(STDOUT_FILENO, written_as(report, written.format));
    return report.units > 0 ? exit_clean : exit_findings;
}

}  // namespace tongwen::cli
