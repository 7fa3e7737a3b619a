// SPDX-License-Identifier: Apache-2.0
// Owns `tongwen align` of two files or of two folders, and where the results go.
#include <algorithm>
#include <filesystem>
#include <iterator>
#include <system_error>

#include <unistd.h>

#include "align/explanation.h"
#include "align/moved_beads.h"
#include "cli/align_batch.h"
#include "cli/align_job.h"
#include "cli/align_options.h"
#include "cli/align_settings.h"
#include "cli/align_stage.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/explanation_view.h"
#include "cli/folder_pairs.h"
#include "cli/line_breaking.h"
#include "cli/reviewed_file.h"
#include "cli/side_by_side.h"
#include "cli/summary.h"
#include "cli/words.h"
#include "corpus/srx.h"
#include "text/diagnostic.h"
#include "text/files.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

bool is_folder(const std::string& path) {
    std::error_code ignored;  // what cannot be looked at is refused when it is read
    return path != "-" && fs::is_directory(path, ignored);
}

void show_side_by_side(const AlignedPair& pair, Stage& stage) {
    const auto lines =
        side_by_side(pair.bitext, pair.findings, layout_for(stage.request, stage.out), pair.review);
    stage.show_lines(lines);
    if (!stage.out.interactive || stage.request.quiet) return;
    write_fully(STDOUT_FILENO, "\n");
    stage.show_summary(word(summarise(pair.bitext), stage.out.unicode));
}

void refuse_unknown_beads(const AlignedPair& pair, const AlignRequest& request) {
    const std::size_t count = pair.bitext.alignment.beads().size();
    for (const BeadRange& beads : request.explain)
        if (beads.last > count)
            text::refuse_file("no-such-bead", {}, {std::to_string(beads.last), std::to_string(count)});
}

void show_explanations(const AlignedPair& pair, Stage& stage) {
    const align::Explainer explainer(pair.bitext, *pair.lexicons);
    const Layout layout = layout_for(stage.request, stage.out);
    std::vector<std::string> lines;
    for (const BeadRange& beads : stage.request.explain) {
        for (std::size_t bead = beads.first - 1; bead < beads.last; ++bead) {
            if (!lines.empty()) lines.insert(lines.end(), 2, "");
            const align::Explanation explanation = explainer.explain(align::link_at(pair.bitext, bead));
            std::ranges::move(explain_bead(pair.bitext, bead, explanation, layout),
                              std::back_inserter(lines));
        }
    }
    stage.show_lines(lines);
}

/// Without -o: side by side for a person, tab-separated values for a program, or what --to says.
void print(const AlignedPair& pair, Stage& stage) {
    const Output* const text = find_output("text");
    const Output* const wanted = stage.request.format != nullptr
                                     ? stage.request.format
                                     : (stage.out.interactive ? text : find_output("tsv"));
    if (wanted == text) {
        show_side_by_side(pair, stage);
    } else {
        write_output(pair, {"-", wanted}, stage.request, stage.messages);
    }
}

/// In the order in which a person would hear of them: what could not be done goes before what was found.
int exit_code(bool failed, bool found) { return failed ? exit_failed : (found ? exit_findings : exit_clean); }

/// Whether the pair is not what it was required to be.
bool breaks_requirement(const AlignedPair& pair, const AlignRequest& request) {
    return request.require_parallel && pair.verdict.verdict != align::Parallelness::parallel;
}

/// What is told before the work, rather than after it.
void refuse_losses(const std::vector<OutputTarget>& targets, const AlignRequest& request) {
    for (const OutputTarget& target : targets)
        if (target.format == find_output("tongwen") && target.path != "-" && !request.force)
            refuse_losing_decisions(target.path);
}

/// Writes or prints a pair that is aligned.
int deliver(const AlignedPair& pair, const std::vector<OutputTarget>& targets, Stage& stage) {
    refuse_unknown_beads(pair, stage.request);
    const int code = exit_code(false, breaks_requirement(pair, stage.request));
    if (targets.empty() && stage.request.explain.empty()) {
        print(pair, stage);
        return code;
    }
    bool printed = false;
    for (const OutputTarget& target : targets) {
        write_output(pair, target, stage.request, stage.messages);
        printed = printed || target.path == "-";
    }
    if (!stage.request.explain.empty()) {
        show_explanations(pair, stage);
    } else if (stage.out.interactive && !printed) {
        stage.show_summary(word(summarise(pair.bitext), stage.out.unicode));
    }
    return code;
}

int align_files(Stage& stage) {
    const std::vector<OutputTarget> targets = choose_targets(stage.request);
    refuse_losses(targets, stage.request);
    const AlignedPair pair = align_pair(stage.run(), stage.request.source, stage.request.target);
    stage.messages.erase_progress();
    return deliver(pair, targets, stage);
}

/// `tongwen align FILE.tongwen`: the present beads, as if they had just been found.
int show_reviewed(AlignRequest request) {
    std::vector<text::Diagnostic> said;
    const review::AlignmentFile file = review::read_alignment_file(
        request.source, [&said](const text::Diagnostic& diagnostic) { said.push_back(diagnostic); });
    take_settings(file.settings, request);
    Stage stage(request);
    for (const text::Diagnostic& diagnostic : said) stage.messages.show(diagnostic);
    const std::vector<OutputTarget> targets = choose_targets(request);
    AlignedPair pair = pair_of(file);
    pair.lexicons = &stage.lexicons.find(pair.bitext.source.language, pair.bitext.target.language);
    return deliver(pair, targets, stage);
}

bool show_missing_partners(const FolderPairs& pairs, Stage& stage) {
    const auto say = [&stage](const std::vector<fs::path>& files, const std::string& other_folder) {
        for (const fs::path& file : files)
            stage.messages.show({"missing-partner", text::Severity::error, {file.string()}, {other_folder}});
    };
    say(pairs.source_only, stage.request.target);
    say(pairs.target_only, stage.request.source);
    return !pairs.source_only.empty() || !pairs.target_only.empty();
}

/// What is left to say of a pair.
struct DonePair {
    Summary summary;
    bool breaks_requirement;
};

/// Throws when the pair cannot be written.
DonePair finish(const AlignedPair& pair, const std::string& name, const fs::path& folder, Stage& stage) {
    if (!folder.empty())
        write_output(pair, file_in(folder, name, stage.request), stage.request, stage.messages);
    return {summarise(pair.bitext), breaks_requirement(pair, stage.request)};
}

/// Does the work for each of the pairs; false for those that it throws for, after showing why.
std::vector<bool> for_each_pair(const std::vector<FilePair>& pairs, Stage& stage, const auto& work) {
    std::vector<bool> good(pairs.size(), true);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        try {
            work(i);
        } catch (const text::InputError& error) {
            good[i] = false;
            stage.messages.show(error.diagnostic());
        }
    }
    return good;
}

int align_folders(Stage& stage) {
    const AlignRequest& request = stage.request;
    if (!request.explain.empty()) text::refuse_file("explain-needs-files", {});
    if (!request.source_translation.empty()) text::refuse_file("source-mt-needs-files", {});
    if (!request.embeddings.empty()) text::refuse_file("embeddings-need-files", {});
    if (request.output_paths.empty() && request.format != nullptr)
        text::refuse_file("folder-needs-output", {});
    const fs::path folder = output_folder(request);
    const FolderPairs found = pair_files(list_folder(request.source), list_folder(request.target));
    if (found.pairs.empty()) text::refuse_file("no-pairs", request.source, {request.target});
    // In a pipe, files are the result; where none were asked for, the figures are.
    const bool summaries = stage.out.interactive || folder.empty();
    bool broken = false;
    std::vector<Summary> done;
    const AlignRun run = stage.run();
    AlignBatch batch(run, found.pairs);
    const std::vector<bool> read = for_each_pair(found.pairs, stage, [&](std::size_t i) { batch.read(i); });
    const std::vector<bool> good = for_each_pair(found.pairs, stage, [&](std::size_t i) {
        if (!read[i]) return;
        DonePair pair = finish(batch.finish(i), found.pairs[i].name, folder, stage);
        broken = broken || pair.breaks_requirement;
        done.push_back(std::move(pair.summary));
        stage.messages.erase_progress();
        if (summaries)
            stage.show_summary(legible(found.pairs[i].name) + ": " + word(done.back(), stage.out.unicode));
    });
    const bool missing = show_missing_partners(found, stage);
    const bool failed = missing || std::ranges::count(read, false) + std::ranges::count(good, false) > 0;
    if (summaries && !done.empty()) {
        stage.show_summary(tr_count("Total of {1} pair: {2}", "Total of {1} pairs: {2}", done.size(),
                                    {std::to_string(done.size()), word(add_up(done), stage.out.unicode)}));
    }
    return exit_code(failed, broken);
}

/// Before the work begins: in a folder, each pair would say the same.
void refuse_bad_rules(const AlignRequest& request) {
    const std::string& file = request.source_options.segmentation.srx_file;
    if (!file.empty()) corpus::parse_srx(text::read_file(file), file);
}

}  // namespace

int run_align(const std::vector<std::string>& arguments) {
    const Environment environment = process_environment();
    const AlignRequest request = parse_align_request(arguments, environment, help_width(environment));
    if (request.help) {
        write_fully(STDOUT_FILENO, request.help_text);
        return exit_clean;
    }
    if (!request.resume.empty()) return align_resume(request);
    if (request.reviewed()) return show_reviewed(request);
    refuse_bad_rules(request);
    Stage stage(request);
    if (!request.originals.empty()) return align_page(stage);
    const bool source_folder = is_folder(request.source);
    if (source_folder != is_folder(request.target))
        text::refuse_file("is-a-directory", source_folder ? request.source : request.target);
    return source_folder ? align_folders(stage) : align_files(stage);
}

}  // namespace tongwen::cli
