// SPDX-License-Identifier: Apache-2.0
// Owns `tongwen tm clean`: a memory in, a better one out, and a line for everything that was done.
#include <optional>

#include "memory/clean.h"
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/line_breaking.h"
#include "cli/terminal.h"
#include "cli/text_table.h"
#include "cli/tm_actions.h"
#include "cli/tm_files.h"
#include "cli/wording.h"
#include "cli/words.h"
#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

using memory::CleanRule;

struct CleanOptions {
    CommonOptions common;
    std::string input, rules, without, report;
    MemoryChoice choice;
    MemoryTarget target;
    bool dry_run = false, quiet = false;
};

std::string list_rules() {
    std::string list;
    for (std::size_t k = 0; k < memory::clean_rule_count; ++k)
        list.append(list.empty() ? "" : ", ").append(name(static_cast<CleanRule>(k)));
    return list;
}

void declare(CommandLine& line, CleanOptions& options) {
    line.group(tr("Arguments:"));
    line.argument("MEMORY", options.input, tr("The memory to clean."));
    line.group(tr("Options:"));
    declare_target(line, options.target);
    line.flag("--dry-run", options.dry_run, tr("Write no memory; say what would be done."));
    line.option("--rules", options.rules, tr("LIST"),
                tr("Apply these rules only, separated by commas: {1}.", {list_rules()}));
    line.option("--without", options.without, tr("LIST"), tr("Apply all rules but these."));
    line.option(
        "--report", options.report, tr("FILE"),
        tr("List every unit that was removed or mended, by which rule and why; as .tsv, .jsonl or else "
           "as text; - is standard output."));
    declare_memory(line, options.choice);
    line.flag("-q,--quiet", options.quiet, tr("Show errors only."));
    declare_common(line, options.common);
    line.example("tongwen tm clean old.tmx --dry-run --report -", tr("See what would be removed, and why."));
    line.example("tongwen tm clean old.tmx -o new.tmx --without same-as-source",
                 tr("Keep translations that are the same as their source."));
}

memory::CleanRules parse_rules(const std::string& option, const std::string& list) {
    memory::CleanRules rules;
    for (std::size_t begin = 0; begin <= list.size();) {
        const std::size_t end = std::min(list.find(',', begin), list.size());
        const auto rule = memory::find_clean_rule(list.substr(begin, end - begin));
        if (!rule) text::refuse("bad-option-value", {option, list, list_rules()});
        rules.set(static_cast<std::size_t>(*rule));
        begin = end + 1;
    }
    return rules;
}

memory::CleanRules rules_of(const CleanOptions& options) {
    if (!options.rules.empty() && !options.without.empty())
        text::refuse("options-exclude", {"--rules", "--without"});
    if (!options.rules.empty()) return parse_rules("--rules", options.rules);
    memory::CleanRules rules = memory::CleanRules().set();
    if (!options.without.empty()) rules &= ~parse_rules("--without", options.without);
    return rules;
}

std::string word_rule(CleanRule rule) {
    switch (rule) {
        case CleanRule::illegal_characters:
            return tr("characters that XML does not allow, dropped");
        case CleanRule::markup_unbalanced:
            return tr("markup without its partner, made to stand alone");
        case CleanRule::empty:
            return tr("empty, removed");
        case CleanRule::same_as_source:
            return tr("the same as the source, removed");
        case CleanRule::wrong_direction:
            return tr("source and target exchanged, put right");
        case CleanRule::wrong_language:
            return tr("in another language, removed");
        case CleanRule::length_outlier:
            return tr("far too long or short, removed");
        case CleanRule::duplicate:
            return tr("duplicate, removed");
    }
    return {};
}

std::string word_details(const memory::CleanEvent& event) {
    switch (event.rule) {
        case CleanRule::wrong_language:
            return event.details[0] == "source" ? tr("the source is in {1}", {event.details[1]})
                                                : tr("the target is in {1}", {event.details[1]});
        case CleanRule::length_outlier:
            return tr("{1} standard deviations", {event.details[0]});
        case CleanRule::duplicate:
            return tr("of unit {1} in line {2}", {event.details[0], event.details[1]});
        default:
            return event.details.empty() ? std::string() : event.details[0];
    }
}

/// Receives what the rules did.
class CleanReport {
  public:
    CleanReport(const std::string& path, std::string input)
        : suffix_(suffix_of(path)), input_(std::move(input)), file_(path == "-" ? "/dev/stdout" : path) {
        if (suffix_ == ".tsv") file_.write("file\tline\tunit\tid\trule\taction\tdetails\tsource\ttarget\n");
    }

    void tell(const memory::CleanEvent& event) {
        if (suffix_ == ".tsv") {
            file_.write(row(event));
        } else if (suffix_ == ".jsonl") {
            file_.write(object(event));
        } else {
            file_.write(lines(event));
        }
    }
    void finish() { file_.commit(); }

  private:
    static const char* action(CleanRule rule) { return memory::mends(rule) ? "mended" : "removed"; }
    static std::string joined(const memory::CleanEvent& event) {
        return fmt::format("{}", fmt::join(event.details, " "));
    }

    [[nodiscard]] std::string row(const memory::CleanEvent& event) const {
        return fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", one_cell(input_), event.line, event.number,
                           one_cell(event.unit->id), name(event.rule), action(event.rule), joined(event),
                           one_cell(event.unit->source.text), one_cell(event.unit->target.text));
    }
    [[nodiscard]] std::string object(const memory::CleanEvent& event) const {
        const nlohmann::ordered_json json = {{"file", input_},
                                             {"line", event.line},
                                             {"unit", event.number},
                                             {"id", event.unit->id},
                                             {"rule", name(event.rule)},
                                             {"action", action(event.rule)},
                                             {"details", event.details},
                                             {"source", event.unit->source.text},
                                             {"target", event.unit->target.text}};
        return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
    }
    [[nodiscard]] std::string lines(const memory::CleanEvent& event) const {
        const std::string details = word_details(event);
        return fmt::format("{}:{}: {}: {}{}\n    {}\n    {}\n", word_path(input_), event.line,
                           tr("unit {1}", {std::to_string(event.number)}), word_rule(event.rule),
                           details.empty() ? "" : " (" + details + ")", legible(event.unit->source.text),
                           legible(event.unit->target.text));
    }

    std::string suffix_;
    std::string input_;
    text::AtomicFile file_;
};

std::string spell(const memory::CleanSummary& summary, const memory::CleanRules& rules) {
    std::vector<TableRow> table;
    for (std::size_t k = 0; k < memory::clean_rule_count; ++k)
        if (rules[k]) {
            const auto rule = static_cast<CleanRule>(k);
            table.push_back(
                {std::string(name(rule)) + ": " + word_rule(rule), std::to_string(summary.counts[k])});
        }
    return draw_table(table) +
           tr("units: {1}, kept: {2}, removed: {3}",
              {std::to_string(summary.read), std::to_string(summary.kept),
               std::to_string(summary.read - summary.kept)}) +
           '\n';
}

int run(const CleanOptions& options) {
    const memory::CleanRules rules = rules_of(options);
    if (!options.dry_run) static_cast<void>(writer_of(options.target));
    Messages messages(look_at_terminal(STDERR_FILENO, process_environment(), ColourChoice::automatic),
                      options.quiet);
    const memory::UnitInput input = memory_input(options.input, options.choice);
    memory::Cleaning cleaning(input, rules, messages.sink());
    std::optional<MemoryOutput> output;
    if (!options.dry_run)
        output.emplace(options.target, cleaning.header(), main_pair(cleaning.languages(), cleaning.header()),
                       messages);
    std::optional<CleanReport> report;
    if (!options.report.empty()) report.emplace(options.report, options.input);
    const memory::CleanSummary summary = cleaning.write(
        [&](const tmx::TranslationUnit& unit) {
            if (output) output->write(unit);
        },
        [&](const memory::CleanEvent& event) {
            if (report) report->tell(event);
        });
    if (output) output->finish();
    if (report) report->finish();
    const bool is_taken = (output && options.target.path == "-") || options.report == "-";
    if (!options.quiet) write_fully(is_taken ? STDERR_FILENO : STDOUT_FILENO, spell(summary, rules));
    return exit_clean;
}

}  // namespace

int run_tm_clean(const std::vector<std::string>& arguments) {
    CleanOptions options;
    CommandLine line(
        tr("tongwen tm clean [OPTIONS] MEMORY -o FILE"),
        tr("Mends what can be mended in a translation memory, and removes what is of no use: by rules "
           "that can be chosen, each counted."));
    declare(line, options);
    line.parse(arguments);
    if (options.common.help) return show_help(line);
    if (options.input.empty()) text::refuse("missing-argument", {"MEMORY"});
    return run(options);
}

}  // namespace tongwen::cli
