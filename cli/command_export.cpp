// SPDX-License-Identifier: Apache-2.0
// Owns `tongwen export`: a reviewed alignment in the formats that other programs take.
#include <algorithm>

#include <unistd.h>

#include "cli/align_settings.h"
#include "cli/align_stage.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/reviewed_file.h"
#include "cli/words.h"
#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

/// The options as people wrote them.
struct Written {
    std::string file, to, status, min_confidence = "0", ui_language;
    std::vector<std::string> outputs;
    bool only_accepted = false, force = false, quiet = false, help = false;
};

void declare(CommandLine& line, Written& written) {
    line.group(tr("Arguments:"));
    line.argument("FILE", written.file, tr("An alignment file (.tongwen)."));
    line.group(tr("Options:"));
    line.option("-o,--output", written.outputs, tr("FILE"),
                tr("Write to FILE, in the format of its suffix; may be repeated; - is standard output, as "
                   "without this option."));
    line.option(
        "--to", written.to, tr("FORMAT"),
        tr("The format of standard output, and of files whose suffix does not tell: {1}.", {list_outputs()}));
    line.option("--status", written.status, tr("LIST"),
                tr("Write units of beads with these statuses only, separated by commas: undecided, accepted, "
                   "needs-work, changed, dropped; without it, all but dropped."));
    line.flag("--only-accepted", written.only_accepted, tr("The same as --status accepted."));
    line.option("--min-confidence", written.min_confidence, tr("NUMBER"),
                tr("Leave translation units (TMX) and rows (TSV) under this confidence out, 0 to 1."));
    line.flag("--force", written.force,
              tr("Overwrite an alignment file (.tongwen) even if somebody has reviewed it."));
    line.flag("-q,--quiet", written.quiet, tr("Show errors only."));
    line.option("--ui-lang", written.ui_language, tr("LANG"),
                tr("The language of messages, en or zh-CN; without it, that of the environment."));
    line.flag("-h,--help", written.help, tr("Show this help."));
    line.example("tongwen export speech.tongwen -o speech.tmx --only-accepted",
                 tr("Write a translation memory of what a reviewer accepted."));
    line.example("tongwen export speech.tongwen -o speech.html", tr("Write a page to read and to print."));
}

std::vector<review::Status> parse_statuses(const std::string& list) {
    std::vector<review::Status> statuses;
    for (std::size_t begin = 0; begin <= list.size();) {
        const std::size_t end = std::min(list.find(',', begin), list.size());
        const auto status = review::find_status(list.substr(begin, end - begin));
        if (!status)
            text::refuse("bad-option-value",
                         {"--status", list, "undecided, accepted, needs-work, changed, dropped"});
        statuses.push_back(*status);
        begin = end + 1;
    }
    return statuses;
}

AlignRequest check(const Written& written) {
    if (written.file.empty()) text::refuse("missing-argument", {"FILE"});
    AlignRequest request;
    request.source = written.file;
    request.output_paths = written.outputs;
    if (request.output_paths.empty()) request.output_paths = {"-"};
    if (!written.to.empty()) {
        request.format = find_output(written.to);
        if (request.format == nullptr) text::refuse("bad-option-value", {"--to", written.to, list_outputs()});
    }
    if (written.only_accepted && !written.status.empty())
        text::refuse("options-exclude", {"--only-accepted", "--status"});
    if (written.only_accepted) request.wanted = {review::Status::accepted};
    if (!written.status.empty()) request.wanted = parse_statuses(written.status);
    request.min_confidence = parse_number("--min-confidence", written.min_confidence, 0, 1, "share");
    request.force = written.force;
    request.quiet = written.quiet;
    request.created = present_time(process_environment());
    return request;
}

/// Formats that tell words apart need lexicons; the others are written without looking for any.
bool needs_lexicons(const OutputTarget& target) {
    return target.format == find_output("json") || target.format == find_output("html");
}

}  // namespace

int run_export(const std::vector<std::string>& arguments) {
    Written written;
    CommandLine line(tr("tongwen export [OPTIONS] FILE"),
                     tr("Writes a reviewed alignment as a translation memory, a table, a page or what else "
                        "other programs take."));
    declare(line, written);
    line.parse(arguments);
    if (written.help) {
        write_fully(STDOUT_FILENO, line.help(help_width(process_environment())));
        return exit_clean;
    }
    AlignRequest request = check(written);
    const std::vector<OutputTarget> targets = choose_targets(request);
    std::vector<text::Diagnostic> said;
    const review::AlignmentFile file = review::read_alignment_file(
        written.file, [&said](const text::Diagnostic& diagnostic) { said.push_back(diagnostic); });
    take_settings(file.settings, request);
    Stage stage(request);
    for (const text::Diagnostic& diagnostic : said) stage.messages.show(diagnostic);
    AlignedPair pair = pair_of(file);
    if (std::ranges::any_of(targets, needs_lexicons))
        pair.lexicons = &stage.lexicons.find(pair.bitext.source.language, pair.bitext.target.language);
    for (const OutputTarget& target : targets) write_output(pair, target, request, stage.messages);
    return exit_clean;
}

}  // namespace tongwen::cli
