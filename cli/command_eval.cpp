// SPDX-License-Identifier: Apache-2.0
// Owns `tongwen eval`: judges alignments by gold.
#include <fmt/format.h>
#include <unistd.h>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/eval_inputs.h"
#include "cli/eval_report.h"
#include "cli/messages.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

/// The options as people wrote them.
struct Written {
    CommonOptions common;
    std::string gold, found;
    std::vector<std::string> more, others;
    std::string to = "text", samples = "10000", seed = "1", min_strict = "0", min_lax = "0";
    bool by_document = false;
};

void declare(CommandLine& line, Written& written) {
    line.group(tr("Arguments:"));
    line.argument("GOLD", written.gold,
                  tr("Alignments that are right: a file of beads, a folder of them, or a folder with the "
                     "folders gold, src and tgt."));
    line.argument("AUTO", written.found,
                  tr("Alignments to judge: a file, or a folder with files of the same names, also with "
                     ".beads, .align or .tongwen; - is standard input."));
    line.arguments("MORE", written.more, tr("Further pairs of both, counted together with the first."));
    line.group(tr("Options:"));
    line.option("--against", written.others, tr("OTHER"),
                tr("Compare AUTO with these alignments, and say how far the difference may be chance; once "
                   "for each pair, in their order."));
    line.option("--samples", written.samples, tr("NUMBER"),
                tr("How often to resample for that (paired bootstrap); 10000 without it."));
    line.option("--seed", written.seed, tr("NUMBER"), tr("Where its random numbers begin; 1 without it."));
    line.flag("--by-document", written.by_document, tr("Show each document's scores, too."));
    line.option("--min-strict", written.min_strict, tr("NUMBER"),
                tr("End with exit code 1 when the strict F1 of beads is lower, 0 to 1."));
    line.option("--min-lax", written.min_lax, tr("NUMBER"), tr("The same for the lax F1."));
    line.option("--to", written.to, tr("FORMAT"), tr("text, tables for people, or json."));
    declare_common(line, written.common);
    line.example("tongwen eval gold/ aligned/",
                 tr("Judge the files of a folder by those of the same names in another."));
    line.example("tongwen eval gold/ new/ --against old/",
                 tr("See whether a change made alignments better."));
    line.example("tongwen eval news/ auto/news/ laws/ auto/laws/", tr("Judge two sets as if they were one."));
}

struct EvalRequest {
    std::vector<EvalPaths> pairs;
    align::BootstrapOptions bootstrap;
    double min_strict = 0;
    double min_lax = 0;
};

std::vector<EvalPaths> pairs_of(const Written& written) {
    if (written.gold.empty()) text::refuse("missing-argument", {"GOLD"});
    if (written.found.empty() || written.more.size() % 2 > 0) text::refuse("missing-argument", {"AUTO"});
    std::vector<EvalPaths> pairs = {{written.gold, written.found, {}}};
    for (std::size_t k = 0; k < written.more.size(); k += 2)
        pairs.push_back({written.more[k], written.more[k + 1], {}});
    if (written.others.empty()) return pairs;
    if (written.others.size() != pairs.size())
        text::refuse("against-count", {std::to_string(written.others.size()), std::to_string(pairs.size())});
    for (std::size_t k = 0; k < pairs.size(); ++k) pairs[k].other = written.others[k];
    return pairs;
}

EvalRequest check(const Written& written) {
    EvalRequest request;
    request.pairs = pairs_of(written);
    require_single_input(request.pairs);
    require_choice("--to", written.to, {"text", "json"});
    request.bootstrap.samples = parse_whole_number("--samples", written.samples, 100, 1'000'000, "samples");
    request.bootstrap.seed = parse_whole_number("--seed", written.seed, 0, 999'999'999, "seed");
    request.min_strict = parse_number("--min-strict", written.min_strict, 0, 1, "share");
    request.min_lax = parse_number("--min-lax", written.min_lax, 0, 1, "share");
    return request;
}

/// Judges all documents of a pair; those that are to be compared are kept in `alternatives`.
void judge_pair(const EvalPaths& paths, bool by_document, EvalReport& report,
                std::vector<align::Alternatives>& alternatives) {
    JudgedPair pair{paths.gold, paths.found, paths.other};
    for (const EvalFiles& files : find_eval_files(paths)) {
        align::Alternatives beads = {read_eval_beads(files.gold), read_eval_beads(files.found)};
        if (!files.other.empty()) beads.push_back(read_eval_beads(files.other));
        const align::Evaluation one = align::evaluate(beads[0], beads[1], read_lengths(files));
        pair.evaluation += one;
        ++pair.documents;
        report.with_texts = report.with_texts || !files.source.empty();
        if (by_document) report.by_document.push_back({files.name, one});
        if (!files.other.empty()) alternatives.push_back(std::move(beads));
    }
    report.total += pair.evaluation;
    report.documents += pair.documents;
    report.pairs.push_back(std::move(pair));
}

EvalReport judge(const EvalRequest& request, bool by_document) {
    EvalReport report;
    report.bootstrap = request.bootstrap;
    std::vector<align::Alternatives> alternatives;
    for (const EvalPaths& pair : request.pairs) judge_pair(pair, by_document, report, alternatives);
    if (!alternatives.empty()) report.comparison = compare(count_pieces(alternatives), request.bootstrap);
    return report;
}

/// Whether both scores are as high as they have to be; says of each that is not.
bool is_good(const EvalReport& report, const Written& written, const EvalRequest& request) {
    Messages messages(look_at_terminal(STDERR_FILENO, process_environment(), ColourChoice::automatic), true);
    const align::Counts& counts = report.total.counts;
    const double strict = strict_rates(counts.beads, counts.gold_links).f1;
    const double lax = lax_rates(counts.beads, counts.gold_links).f1;
    const auto spell = [](double score) { return fmt::format("{:.4f}", score); };
    if (strict < request.min_strict)
        messages.show({"strict-below", text::Severity::error, {}, {spell(strict), written.min_strict}});
    if (lax < request.min_lax)
        messages.show({"lax-below", text::Severity::error, {}, {spell(lax), written.min_lax}});
    return strict >= request.min_strict && lax >= request.min_lax;
}

}  // namespace

int run_eval(const std::vector<std::string>& arguments) {
    Written written;
    CommandLine line(tr("tongwen eval [OPTIONS] GOLD AUTO [GOLD AUTO]..."),
                     tr("Judges alignments by gold: precision, recall and F1, by shape, of what was dropped "
                        "and added, and how far confidences keep their word."));
    declare(line, written);
    line.parse(arguments);
    if (written.common.help) return show_help(line);
    const EvalRequest request = check(written);
    const EvalReport report = judge(request, written.by_document);
    write_fully(STDOUT_FILENO, written.to == "json" ? write_eval_json(report) : write_eval_text(report));
    return is_good(report, written, request) ? exit_clean : exit_findings;
}

}  // namespace tongwen::cli
