// SPDX-License-Identifier: Apache-2.0
// Owns `tongwen export`: a reviewed alignment in the formats that other programs take.
#include <algorithm>
#include <filesystem>
#include <iterator>
#include <system_error>

#include <unistd.h>

#include "cli/align_settings.h"
#include "cli/align_stage.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/exchange_options.h"
#include "cli/export_report.h"
#include "cli/reviewed_file.h"
#include "cli/words.h"
#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

/// The options as people wrote them.
struct Written {
    std::string file, to, status, min_confidence = "0", report, split;
    std::vector<std::string> outputs;
    ExchangeOptions exchange;
    CommonOptions common;
    bool only_accepted = false, force = false, quiet = false;
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
    line.option("--split-by-status", written.split, tr("DIR"),
                tr("Write two files to DIR, in the format of --to (TMX without it): approved, of beads that "
                   "were accepted, and unreviewed, of the others."));
    line.option(
        "--report", written.report, tr("FILE"),
        tr("Write what was not written to translation memories and tables, and why, to FILE: text, or "
           "by its suffix .tsv or .json."));
    declare_exchange(line, written.exchange);
    line.flag("-q,--quiet", written.quiet, tr("Show errors only."));
    declare_common(line, written.common);
    line.example("tongwen export speech.tongwen -o speech.tmx --only-accepted",
                 tr("Write a translation memory of what a reviewer accepted."));
    line.example("tongwen export speech.tongwen -o speech.html", tr("Write a page to read and to print."));
    line.example("tongwen export speech.tongwen --split-by-status memories --for omegat",
                 tr("Write a memory to trust and one to look at."));
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
    if (request.output_paths.empty() && written.split.empty()) request.output_paths = {"-"};
    if (!written.to.empty()) {
        request.format = find_output(written.to);
        if (request.format == nullptr) text::refuse("bad-option-value", {"--to", written.to, list_outputs()});
    }
    if (written.only_accepted && !written.status.empty())
        text::refuse("options-exclude", {"--only-accepted", "--status"});
    if (written.only_accepted) request.wanted = {review::Status::accepted};
    if (!written.status.empty()) request.wanted = parse_statuses(written.status);
    request.min_confidence = parse_number("--min-confidence", written.min_confidence, 0, 1, "share");
    take_exchange(written.exchange, request);
    request.force = written.force;
    request.quiet = written.quiet;
    request.created = present_time(process_environment());
    return request;
}

/// An output, and which statuses go to it.
struct Part {
    OutputTarget target;
    std::vector<review::Status> wanted;
};

/// What is to be written: the outputs, and both files of --split-by-status.
std::vector<Part> parts_of(const Written& written, const AlignRequest& request) {
    std::vector<Part> parts;
    if (!request.output_paths.empty())
        for (const OutputTarget& target : choose_targets(request)) parts.push_back({target, request.wanted});
    if (written.split.empty()) return parts;
    const std::filesystem::path folder = written.split;
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) text::refuse_file("cannot-write", folder, {error.message()});
    const Output* const format = request.format != nullptr ? request.format : find_output("tmx");
    std::vector<review::Status> others;
    std::ranges::copy_if(request.wanted, std::back_inserter(others),
                         [](review::Status status) { return status != review::Status::accepted; });
    const std::string suffix(format->suffixes[0]);
    parts.push_back({{folder / ("approved" + suffix), format}, {review::Status::accepted}});
    parts.push_back({{folder / ("unreviewed" + suffix), format}, others});
    return parts;
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
    if (written.common.help) return show_help(line);
    AlignRequest request = check(written);
    const std::vector<Part> parts = parts_of(written, request);
    std::vector<text::Diagnostic> said;
    const review::AlignmentFile file = review::read_alignment_file(
        written.file, [&said](const text::Diagnostic& diagnostic) { said.push_back(diagnostic); });
    take_settings(file.settings, request);
    Stage stage(request);
    for (const text::Diagnostic& diagnostic : said) stage.messages.show(diagnostic);
    AlignedPair pair = pair_of(file);
    if (std::ranges::any_of(parts, needs_lexicons, &Part::target))
        pair.lexicons = &stage.lexicons.find(pair.bitext.source.language, pair.bitext.target.language);
    std::vector<LeftOut> left_out;
    for (const Part& part : parts) {
        request.wanted = part.wanted;
        write_output(pair, part.target, request, stage.messages);
        const OutputContext context = context_for(pair, part.target, request, stage.messages);
        if (!written.report.empty())
            std::ranges::move(find_left_out(pair.bitext, *part.target.format, context),
                              std::back_inserter(left_out));
    }
    if (!written.report.empty()) write_export_report(left_out, written.report);
    return exit_clean;
}

}  // namespace tongwen::cli
