// SPDX-License-Identifier: Apache-2.0
// Owns `tongwen import`: what a translator made of exported units becomes decisions.
#include <optional>

#include <unistd.h>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/import_report.h"
#include "cli/messages.h"
#include "cli/reviewed_file.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "review/returned_units.h"
#include "text/diagnostic.h"
#include "tmx/readers.h"

namespace tongwen::cli {
namespace {

struct ImportOptions {
    std::string file, returned, format, user;
    CommonOptions common;
    bool dry_run = false, overwrite = false, json = false, take_over = false;
};

std::string list_readers() {
    std::string names;
    for (const tmx::Reader& reader : tmx::readers())
        names.append(names.empty() ? "" : ", ").append(reader.name);
    return names;
}

void declare(CommandLine& line, ImportOptions& options) {
    line.group(tr("Arguments:"));
    line.argument("FILE", options.file, tr("An alignment file (.tongwen)."));
    line.argument("RETURNED", options.returned,
                  tr("What 'tongwen export' made of it, as it came back: .xlf, .tmx, .xlsx, .csv, .tsv."));
    line.group(tr("Options:"));
    line.flag("--dry-run", options.dry_run, tr("Only tell what would change."));
    line.flag("--overwrite", options.overwrite,
              tr("Take what the file says also where a row was decided since the export."));
    line.option("--from", options.format, tr("FORMAT"),
                tr("The format of RETURNED, where its name does not tell: {1}.", {list_readers()}));
    line.flag("--json", options.json, tr("Write JSON."));
    line.option("--user", options.user, tr("NAME"),
                tr("Who decided, where the file does not say; without it, $USER."));
    line.flag("--take-over", options.take_over, tr("Work in the file even if somebody else has it open."));
    declare_common(line, options.common);
    line.example("tongwen export speech.tongwen -o speech.xlf", tr("Write what a translator is to look at."));
    line.example("tongwen import speech.tongwen speech.xlf --dry-run", tr("See what came back."));
}

/// Reads the file that came back; throws InputError no-units {} when there is none in it.
review::Returns read_returns(const review::Review& review, const ImportOptions& options,
                             const review::Stamp& stamp, Messages& messages) {
    tmx::ReaderOptions reading;
    reading.source_language = review.source().language;
    reading.target_language = review.target().language;
    reading.file = options.returned;
    reading.sink = messages.sink();
    const auto reader = tmx::open_units(options.returned, reading, options.format);
    review::UnitReturns returns(review);
    std::size_t number = 0;
    while (const auto unit = reader->next())
        returns.add(review::returned_unit(*unit, ++number, reader->line(), reader->states_notes()));
    if (number == 0) text::refuse_file("no-units", options.returned);
    return returns.finish(stamp, options.overwrite);
}

/// Decides what came back; the entries that make it so.
std::vector<review::Entry> decide(review::Review& review, const review::Returns& returns) {
    std::vector<review::Entry> entries;
    for (const review::Arrival& arrival : returns.arrivals) {
        for (const review::Request& request : arrival.requests) {
            auto outcome = review.plan(request, arrival.stamp);
            if (const auto* const entry = std::get_if<review::Entry>(&outcome)) {
                review.apply(*entry);
                entries.push_back(*entry);
            }
        }
    }
    return entries;
}

int tell(const ImportReport& report, const ImportOptions& options) {
    const review::Returns& returns = *report.returns;
    const Terminal out = look_at_terminal(STDOUT_FILENO, process_environment(), ColourChoice::never);
    write_fully(STDOUT_FILENO, options.json ? write_json(report) : spell(report, out.width, 1));
    if (returns.arrivals.empty() && returns.unchanged == 0)
        text::refuse_file("no-unit-taken", options.returned, {std::to_string(returns.units), options.file});
    return returns.troubled.empty() ? exit_clean : exit_findings;
}

int run(const ImportOptions& options) {
    const Environment environment = process_environment();
    Messages messages(look_at_terminal(STDERR_FILENO, environment, ColourChoice::automatic), false);
    const review::Stamp stamp = {reviewer_name(options.user, environment),
                                 spell_time(present_time(environment))};
    if (options.dry_run) {
        const review::AlignmentFile file = review::read_alignment_file(options.file, messages.sink());
        const review::Returns returns = read_returns(file.review, options, stamp, messages);
        review::Review after = file.review;
        const std::size_t entries = decide(after, returns).size();
        return tell({options.file, options.returned, false, entries, &returns, &file.review}, options);
    }
    OpenReview open(options.file, stamp.who, options.take_over, environment, messages.sink());
    const review::Returns returns = read_returns(open.file.review, options, stamp, messages);
    review::Review after = open.file.review;
    const std::vector<review::Entry> entries = decide(after, returns);
    open.ledger.append(entries);
    return tell({options.file, options.returned, true, entries.size(), &returns, &open.file.review}, options);
}

}  // namespace

int run_import(const std::vector<std::string>& arguments) {
    ImportOptions options;
    CommandLine line(tr("tongwen import [OPTIONS] FILE RETURNED"),
                     tr("Takes texts, statuses and notes of exported units that a translator worked on back "
                        "into the alignment file, as decisions. Ends with exit status 1 when something could "
                        "not be taken."));
    declare(line, options);
    line.parse(arguments);
    if (options.common.help) return show_help(line);
    if (options.file.empty()) text::refuse("missing-argument", {"FILE"});
    if (options.returned.empty()) text::refuse("missing-argument", {"RETURNED"});
    return run(options);
}

}  // namespace tongwen::cli
