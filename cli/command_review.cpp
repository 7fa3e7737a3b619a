// SPDX-License-Identifier: Apache-2.0
// Owns `tongwen review`: a person, or a script, decides.
#include <algorithm>
#include <memory>

#include <fcntl.h>
#include <unistd.h>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/realigner.h"
#include "cli/review_report.h"
#include "cli/review_script.h"
#include "cli/review_terminal.h"
#include "cli/reviewed_file.h"
#include "cli/script_lines.h"
#include "cli/terminal.h"
#include "cli/wording.h"
#include "cli/words.h"
#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

struct ReviewOptions {
    CommonOptions common;
    std::vector<std::string> paths;
    std::string user, ambiguous_width = "1";
    bool script = false, source_anchored = false, take_over = false;
};

void declare(CommandLine& line, ReviewOptions& options) {
    line.group(tr("Arguments:"));
    line.arguments("FILE", options.paths,
                   tr("An alignment file (.tongwen), and with --script a file of requests; - is standard "
                      "input, as without it."));
    line.group(tr("Options:"));
    line.flag("--script", options.script,
              tr("Take requests, one JSON object a line, and answer each when it is on the disk."));
    line.flag("--source-anchored", options.source_anchored,
              tr("Never split, merge or shift the source; only the target's boundaries move."));
    line.option("--user", options.user, tr("NAME"), tr("Who decides; without it, $USER."));
    line.flag("--take-over", options.take_over, tr("Work in the file even if somebody else has it open."));
    line.option("--ambiguous-width", options.ambiguous_width, tr("COLUMNS"),
                tr("How wide the terminal shows signs such as curly quotes and the ellipsis: 1 or 2."));
    declare_common(line, options.common);
    line.example("tongwen align speech.zh.txt speech.en.txt -o speech.tongwen",
                 tr("Make an alignment file."));
    line.example("tongwen review speech.tongwen", tr("Decide, bead by bead; ? shows the keys."));
    line.example("echo '{\"operation\":\"accept\",\"bead\":3}' | tongwen review speech.tongwen --script",
                 tr("Do the same without a terminal."));
}

/// The alignment file and the script among the arguments, in either order.
struct ReviewPaths {
    std::string file;
    std::string script = "-";
};

ReviewPaths choose_paths(const ReviewOptions& options) {
    if (options.paths.empty()) text::refuse("missing-argument", {"FILE"});
    const std::size_t most = options.script ? 2 : 1;
    if (options.paths.size() > most) text::refuse("unexpected-argument", {options.paths[most]});
    if (options.paths.size() == 1) return {options.paths[0]};
    const bool script_first =
        !names_alignment_file(options.paths[0]) && names_alignment_file(options.paths[1]);
    return {options.paths[script_first ? 1 : 0], options.paths[script_first ? 0 : 1]};
}

/// The mode is kept: who reviews with the source anchored does so the next time, too.
void anchor(OpenReview& open, const ReviewOptions& options) {
    if (options.source_anchored) open.file.review.source_anchored = true;
}

int run_script(const ReviewOptions& options, const ReviewPaths& paths) {
    const Environment environment = process_environment();
    Messages messages(look_at_terminal(STDERR_FILENO, environment, ColourChoice::automatic), false);
    ScriptLines lines(paths.script);
    OpenReview open(paths.file, reviewer_name(options.user, environment), options.take_over, environment,
                    messages.sink());
    anchor(open, options);
    review::Review& review = open.file.review;
    Realigner realigner(open.file);
    ReviewScript script({review, open.who, [&] { return spell_time(present_time(environment)); },
                         [&](const review::Entry& entry) { open.ledger.append(entry); },
                         [&](const review::Review& present, const review::Stamp& stamp) {
                             return realigner.realign(present, stamp);
                         },
                         [&] { return write_json(report_on(paths.file, open.file)); }});
    while (const auto line = lines.next())
        if (!line->empty()) write_fully(STDOUT_FILENO, script.answer(*line) + "\n");
    open.ledger.append_place(review.cursor, review.source_anchored);
    return script.failures() == 0 ? exit_clean : exit_findings;
}

int run_screen(const ReviewOptions& options, const ReviewPaths& paths) {
    const Environment environment = process_environment();
    require_screen(environment);
    std::string said;
    const auto hear = [&said](const text::Diagnostic& diagnostic) {
        said += (said.empty() ? "" : " · ") + word(diagnostic);
    };
    OpenReview open(paths.file, reviewer_name(options.user, environment), options.take_over, environment,
                    hear);
    anchor(open, options);
    Realigner realigner(open.file);
    ReviewSession session{
        .review = std::move(open.file.review),
        .who = open.who,
        .now = [&] { return spell_time(present_time(environment)); },
        .record = [&](const review::Entry& entry) { open.ledger.append(entry); },
        .remember_place = [&](std::size_t bead, bool anchored) { open.ledger.append_place(bead, anchored); },
        .realign = [&](const review::Review& review,
                       const review::Stamp& stamp) { return realigner.realign(review, stamp); },
        .make_explainer = [&](const align::Bitext& bitext) { return realigner.make_explainer(bitext); },
        .ambiguous_width = options.ambiguous_width == "2" ? 2 : 1,
        .message = said};
    return run_review_screen(session, look_at_terminal(STDOUT_FILENO, environment, ColourChoice::automatic),
                             environment);
}

}  // namespace

int run_review(const std::vector<std::string>& arguments) {
    ReviewOptions options;
    CommandLine line(
        tr("tongwen review [OPTIONS] FILE [SCRIPT]"),
        tr("Opens an alignment for review: a person accepts, mends and comments, on a screen with "
           "both texts; every decision is on the disk at once."));
    declare(line, options);
    line.parse(arguments);
    if (options.common.help) return show_help(line);
    require_choice("--ambiguous-width", options.ambiguous_width, {"1", "2"});
    const ReviewPaths paths = choose_paths(options);
    return options.script ? run_script(options, paths) : run_screen(options, paths);
}

}  // namespace tongwen::cli
