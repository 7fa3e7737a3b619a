// SPDX-License-Identifier: Apache-2.0
// Owns `tongwen update`: carries decisions over to documents that were edited.
#include <unistd.h>

#include "cli/align_job.h"
#include "cli/align_settings.h"
#include "cli/align_stage.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/reviewed_file.h"
#include "cli/update_report.h"
#include "cli/words.h"
#include "review/alignment_file.h"
#include "review/lock.h"
#include "review/update.h"
#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

struct UpdateOptions {
    CommonOptions common;
    std::string file, user;
    bool dry_run = false, json = false, take_over = false;
};

void declare(CommandLine& line, UpdateOptions& options) {
    line.group(tr("Arguments:"));
    line.argument("FILE", options.file, tr("An alignment file (.tongwen)."));
    line.group(tr("Options:"));
    line.flag("--dry-run", options.dry_run, tr("Only tell what would become of the decisions."));
    line.flag("--json", options.json, tr("Write JSON."));
    line.option("--user", options.user, tr("NAME"), tr("Who updates; without it, $USER."));
    line.flag("--take-over", options.take_over, tr("Work in the file even if somebody else has it open."));
    declare_common(line, options.common);
    line.example("tongwen update speech.tongwen --dry-run",
                 tr("See what an edit of the texts means for it."));
}

/// Both documents of the file as they are now.
void read_again(const review::Review& old, const UpdateOptions& options, const AlignRun& run,
                AlignedPair& pair) {
    if (old.origin().page) text::refuse_file("update-of-page", options.file);
    for (const corpus::Document* const document : {&old.source(), &old.target()})
        if (document->provenance.path == "-") text::refuse_file("update-needs-files", options.file);
    pair = read_pair(run, old.source().provenance.path, old.target().provenance.path);
}

review::Update update(const review::Review& old, AlignedPair& pair, const AlignRun& run) {
    align::AlignOptions options = run.align_options(*pair.lexicons);
    if (pair.source_translation) options.translations.of_source = &*pair.source_translation;
    if (pair.embeddings) options.embeddings = pair.embeddings->sides();
    options.progress = [&run, &old](double share) {
        run.messages.show_progress(old.source().provenance.path, share);
    };
    return review::update(old, std::move(pair.bitext.source), std::move(pair.bitext.target), options);
}

review::AlignmentFile next_edition(const review::AlignmentFile& file, const review::Review& now) {
    review::AlignmentFile next{now, file.settings, "tongwen " TONGWEN_VERSION, file.edition + 1,
                               file.history};
    for (const review::Entry& entry : file.review.ledger()) next.history.push_back(review::spell(entry));
    return next;
}

int run(const UpdateOptions& options) {
    const Environment environment = process_environment();
    std::vector<text::Diagnostic> said;
    const text::DiagnosticSink keep = [&said](const text::Diagnostic& diagnostic) {
        said.push_back(diagnostic);
    };
    std::optional<review::Lock> lock;
    if (!options.dry_run) {
        const std::string now = spell_time(present_time(environment));
        lock.emplace(options.file, review::this_owner(reviewer_name(options.user, environment), now),
                     options.take_over, keep);
    }
    const review::AlignmentFile file = review::read_alignment_file(options.file, keep);
    const review::Review& old = file.review;
    const AlignRequest request =
        request_of(file.settings, old.source().provenance.path, old.target().provenance.path);
    Stage stage(request);
    for (const text::Diagnostic& diagnostic : said) stage.messages.show(diagnostic);
    AlignedPair pair;
    read_again(old, options, stage.run(), pair);
    const auto changed = [](const corpus::Document& before, const corpus::Document& now) {
        return before.provenance.content_hash != now.provenance.content_hash;
    };
    UpdateReport report{options.file,
                        changed(old.source(), pair.bitext.source),
                        changed(old.target(), pair.bitext.target),
                        file.edition,
                        false,
                        &old};
    std::optional<review::Update> done;
    if (report.source_changed || report.target_changed) {
        done = update(old, pair, stage.run());
        stage.messages.erase_progress();
        report.update = &*done;
        report.written = !options.dry_run;
        ++report.edition;
        if (report.written) review::write_alignment_file(options.file, next_edition(file, done->review));
    }
    write_fully(STDOUT_FILENO,
                options.json ? write_json(report) : spell(report, stage.out.width, request.ambiguous_width));
    return done && count(*done, review::Fate::lost) > 0 ? exit_findings : exit_clean;
}

}  // namespace

int run_update(const std::vector<std::string>& arguments) {
    UpdateOptions options;
    CommandLine line(tr("tongwen update [OPTIONS] FILE"),
                     tr("Reads both documents of an alignment file again and carries the decisions over to "
                        "what is there now. Ends with exit status 1 when a decision is lost because its text "
                        "is gone."));
    declare(line, options);
    line.parse(arguments);
    if (options.common.help) return show_help(line);
    if (options.file.empty()) text::refuse_file("missing-argument", {}, {"FILE"});
    return run(options);
}

}  // namespace tongwen::cli
