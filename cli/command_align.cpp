// SPDX-License-Identifier: Apache-2.0
// Owns `tongwen align`: two files or two folders, and where the results go.
#include <algorithm>
#include <filesystem>
#include <iterator>
#include <optional>
#include <system_error>

#include <unistd.h>

#include "align/explanation.h"
#include "cli/align_job.h"
#include "cli/align_options.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/explanation_view.h"
#include "cli/folder_pairs.h"
#include "cli/line_breaking.h"
#include "cli/messages.h"
#include "cli/pager.h"
#include "cli/side_by_side.h"
#include "cli/summary.h"
#include "cli/weights_file.h"
#include "cli/words.h"
#include "corpus/srx.h"
#include "text/diagnostic.h"
#include "text/files.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(std::string id, const fs::path& file, std::vector<std::string> arguments = {}) {
    throw text::InputError({std::move(id), text::Severity::error, {file.string()}, std::move(arguments)});
}

bool is_folder(const std::string& path) {
    std::error_code ignored;  // what cannot be looked at is refused when it is read
    return path != "-" && fs::is_directory(path, ignored);
}

/// The command's surroundings.
struct Stage {
    const AlignRequest& request;
    Environment environment;
    Terminal out;
    Messages messages;
    Lexicons lexicons;
    std::optional<align::WeightSet> weights;

    explicit Stage(const AlignRequest& asked)
        : request(asked),
          environment(process_environment()),
          out(look_at_terminal(STDOUT_FILENO, environment, asked.colour)),
          messages(look_at_terminal(STDERR_FILENO, environment, asked.colour), asked.quiet),
          lexicons(asked.lexicon, environment, messages) {
        if (!asked.weights.empty()) weights = read_weights(asked.weights);
    }

    [[nodiscard]] AlignRun run() { return {request, messages, lexicons, weights ? &*weights : nullptr}; }

    void show_summary(const std::string& text) const {
        if (!request.quiet) write_fully(STDOUT_FILENO, text + "\n");
    }
};

void show_side_by_side(const AlignedPair& pair, Stage& stage) {
    const auto lines = side_by_side(pair.bitext, pair.findings, layout_for(stage.request, stage.out));
    show(lines, stage.out, stage.request.page ? pager_command(stage.environment) : "");
    if (!stage.out.interactive) return;
    stage.show_summary((stage.request.quiet ? "" : "\n") + word(summarise(pair.bitext), stage.out.unicode));
}

void refuse_unknown_beads(const AlignedPair& pair, const AlignRequest& request) {
    const std::size_t count = pair.bitext.alignment.beads().size();
    for (const BeadRange& beads : request.explain)
        if (beads.last > count)
            refuse("no-such-bead", {}, {std::to_string(beads.last), std::to_string(count)});
}

void show_explanations(const AlignedPair& pair, Stage& stage) {
    const align::Explainer explainer(pair.bitext, *pair.lexicons);
    const Layout layout = layout_for(stage.request, stage.out);
    std::vector<std::string> lines;
    for (const BeadRange& beads : stage.request.explain) {
        for (std::size_t bead = beads.first - 1; bead < beads.last; ++bead) {
            if (!lines.empty()) lines.insert(lines.end(), 2, "");
            const align::Explanation explanation = explainer.explain(pair.bitext.alignment.beads()[bead]);
            std::ranges::move(explain_bead(pair.bitext, bead, explanation, layout),
                              std::back_inserter(lines));
        }
    }
    show(lines, stage.out, stage.request.page ? pager_command(stage.environment) : "");
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

int align_files(Stage& stage) {
    const std::vector<OutputTarget> targets = choose_targets(stage.request);
    const AlignedPair pair = align_pair(stage.run(), stage.request.source, stage.request.target);
    stage.messages.erase_progress();
    refuse_unknown_beads(pair, stage.request);
    if (targets.empty() && stage.request.explain.empty()) {
        print(pair, stage);
        return exit_clean;
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
    return exit_clean;
}

/// Where the files of two folders' pairs go; an empty path when nothing is to be written.
fs::path output_folder(const AlignRequest& request) {
    if (request.output_paths.size() > 1) refuse("one-output-folder", {});
    if (request.output_paths.empty()) {
        if (request.format != nullptr) refuse("folder-needs-output", {});
        return {};
    }
    fs::path folder = request.output_paths[0];
    refuse_overwriting(request, folder);
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) refuse("cannot-write", folder, {error.message()});
    return folder;
}

OutputTarget target_for(const FilePair& pair, const fs::path& folder, const AlignRequest& request) {
    const Output* const format = request.format != nullptr ? request.format : find_output("beads");
    return {folder / (pair.name + std::string(format->suffixes[0])), format};
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

/// The pair's figures; throws when the pair cannot be done.
Summary align_one(const FilePair& files, const fs::path& folder, Stage& stage, Turn turn) {
    const AlignedPair pair = align_pair(stage.run(), files.source.string(), files.target.string(), turn);
    if (!folder.empty())
        write_output(pair, target_for(files, folder, stage.request), stage.request, stage.messages);
    return summarise(pair.bitext);
}

int align_folders(Stage& stage) {
    const AlignRequest& request = stage.request;
    if (!request.explain.empty()) refuse("explain-needs-files", {});
    const fs::path folder = output_folder(request);
    const FolderPairs found = pair_files(list_folder(request.source), list_folder(request.target));
    if (found.pairs.empty()) refuse("no-pairs", request.source, {request.target});
    // In a pipe, files are the result; where none were asked for, the figures are.
    const bool summaries = stage.out.interactive || folder.empty();
    bool failed = false;
    std::vector<Summary> done;
    for (std::size_t i = 0; i < found.pairs.size(); ++i) {
        try {
            done.push_back(align_one(found.pairs[i], folder, stage, {i, found.pairs.size()}));
        } catch (const text::InputError& error) {
            failed = true;
            stage.messages.show(error.diagnostic());
            continue;
        }
        stage.messages.erase_progress();
        if (summaries)
            stage.show_summary(legible(found.pairs[i].name) + ": " + word(done.back(), stage.out.unicode));
    }
    failed = show_missing_partners(found, stage) || failed;
    if (summaries && !done.empty()) {
        stage.show_summary(tr_count("Total of {1} pair: {2}", "Total of {1} pairs: {2}", done.size(),
                                    {std::to_string(done.size()), word(add_up(done), stage.out.unicode)}));
    }
    return failed ? exit_failed : exit_clean;
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
    refuse_bad_rules(request);
    Stage stage(request);
    const bool source_folder = is_folder(request.source);
    if (source_folder != is_folder(request.target))
        refuse("is-a-directory", source_folder ? request.source : request.target);
    return source_folder ? align_folders(stage) : align_files(stage);
}

}  // namespace tongwen::cli
