// SPDX-License-Identifier: Apache-2.0
// Owns `tongwen merge-reviews`: joins what two people decided of the same alignment.
#include <algorithm>
#include <filesystem>

#include <unistd.h>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/line_breaking.h"
#include "cli/merge_report.h"
#include "cli/messages.h"
#include "cli/reviewed_file.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "review/alignment_file.h"
#include "review/merge.h"
#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

struct MergeOptions {
    CommonOptions common;
    std::string a, b, output, prefer, user;
    bool json = false, force = false;
};

void declare(CommandLine& line, MergeOptions& options) {
    line.group(tr("Arguments:"));
    line.argument("A", options.a, tr("One person's alignment file (.tongwen)."));
    line.argument("B", options.b, tr("Another's, which began as the same file."));
    line.group(tr("Options:"));
    line.option("-o,--output", options.output, tr("FILE"), tr("The alignment file to write."));
    line.option(
        "--prefer", options.prefer, tr("WHOSE"),
        tr("Whose decision holds where both decided differently: a, b or later; without it, nobody's: "
           "the row is undecided again, and a comment names both."));
    line.flag("--json", options.json, tr("Write JSON."));
    line.option("--user", options.user, tr("NAME"), tr("Who joins them; without it, $USER."));
    line.flag("--force", options.force,
              tr("Overwrite an alignment file (.tongwen) even if somebody has reviewed it."));
    declare_common(line, options.common);
    line.example("tongwen merge-reviews lin.tongwen wang.tongwen -o both.tongwen",
                 tr("Join two reviews, and see how far they agree."));
}

review::Preference preference_of(const std::string& written) {
    if (written.empty()) return review::Preference::neither;
    require_choice("--prefer", written, {"a", "b", "later"});
    if (written == "later") return review::Preference::later;
    return written == "a" ? review::Preference::a : review::Preference::b;
}

std::string latest_reviewer(const review::Review& review) {
    return review.ledger().empty() ? std::string() : review.ledger().back().stamp.who;
}

/// The reviewers' names where they tell the reviews apart, else the files'.
review::ReviewerNames names_of(const MergeOptions& options, const review::Review& a,
                               const review::Review& b) {
    review::ReviewerNames names = {legible(latest_reviewer(a)), legible(latest_reviewer(b))};
    const auto says_nothing = [](const std::string& name) { return name.empty() || name == "?"; };
    if (!says_nothing(names.a) && !says_nothing(names.b) && names.a != names.b) return names;
    const auto stem = [](const std::string& file) {
        return legible(std::filesystem::path(file).stem().string());
    };
    names = {stem(options.a), stem(options.b)};
    if (names.a == names.b) names = {legible(options.a), legible(options.b)};
    return names;
}

void require_same_beginning(const MergeOptions& options, const review::Review& a, const review::Review& b) {
    switch (review::find_mismatch(a, b)) {
        case review::Mismatch::none:
            return;
        case review::Mismatch::source:
            text::refuse_file("other-review", options.b, {"other source", options.a});
        case review::Mismatch::target:
            text::refuse_file("other-review", options.b, {"other target", options.a});
        case review::Mismatch::beads:
            text::refuse_file("other-review", options.b, {"other beads", options.a});
    }
}

int run(const MergeOptions& options) {
    const review::Preference preference = preference_of(options.prefer);
    const Environment environment = process_environment();
    const Terminal out = look_at_terminal(STDOUT_FILENO, environment, ColourChoice::never);
    Messages messages(look_at_terminal(STDERR_FILENO, environment, ColourChoice::automatic), false);
    if (!options.force) refuse_losing_decisions(options.output);
    review::AlignmentFile a = review::read_alignment_file(options.a, messages.sink());
    const review::AlignmentFile b = review::read_alignment_file(options.b, messages.sink());
    require_same_beginning(options, a.review, b.review);
    const review::ReviewerNames names = names_of(options, a.review, b.review);
    const review::Stamp stamp = {reviewer_name(options.user, environment),
                                 spell_time(present_time(environment))};
    review::Merged merged = review::merge(a.review, b.review, preference, names, stamp);
    a.review = merged.review;
    review::write_alignment_file(options.output, a);
    write_fully(STDOUT_FILENO, options.json ? write_json(merged, names) : spell(merged, names, out.width, 1));
    return merged.conflicts.empty() ? exit_clean : exit_findings;
}

}  // namespace

int run_merge_reviews(const std::vector<std::string>& arguments) {
    MergeOptions options;
    CommandLine line(tr("tongwen merge-reviews [OPTIONS] A B -o FILE"),
                     tr("Joins the decisions of two people who reviewed copies of the same alignment file, "
                        "lists where they contradict each other, and says how far they agree. Ends with exit "
                        "status 1 when there are conflicts."));
    declare(line, options);
    line.parse(arguments);
    if (options.common.help) return show_help(line);
    if (options.a.empty()) text::refuse_file("missing-argument", {}, {"A"});
    if (options.b.empty()) text::refuse_file("missing-argument", {}, {"B"});
    if (options.output.empty()) text::refuse_file("missing-argument", {}, {"-o"});
    return run(options);
}

}  // namespace tongwen::cli
