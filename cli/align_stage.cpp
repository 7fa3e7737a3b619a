// SPDX-License-Identifier: Apache-2.0
// Owns the opening of the stage, and where folders of results go.
#include "cli/align_stage.h"

#include <system_error>

#include <unistd.h>

#include "cli/line_breaking.h"
#include "cli/pager.h"
#include "cli/weights_file.h"
#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

}  // namespace

Stage::Stage(const AlignRequest& asked)
    : request(asked),
      environment(process_environment()),
      out(look_at_terminal(STDOUT_FILENO, environment, asked.colour)),
      messages(look_at_terminal(STDERR_FILENO, environment, asked.colour), asked.quiet),
      lexicons(asked.lexicon, environment, messages) {
    if (!asked.weights.empty()) weights = read_weights(asked.weights);
}

void Stage::show_summary(const std::string& text) const {
    if (request.quiet) return;
    // A terminal would cut a word in half at its edge.
    const std::vector<std::string> lines = out.interactive ? wrap(text, out.width) : std::vector{text};
    for (const std::string& line : lines) write_fully(STDOUT_FILENO, line + "\n");
}

void Stage::show_lines(const std::vector<std::string>& lines) const {
    show(lines, out, request.page ? pager_command(environment) : "");
}

fs::path output_folder(const AlignRequest& request) {
    if (request.output_paths.empty()) return {};
    if (request.output_paths.size() > 1 || request.output_paths[0] == "-")
        text::refuse_file("one-output-folder", {});
    fs::path folder = request.output_paths[0];
    refuse_overwriting(request, folder);
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) text::refuse_file("cannot-write", folder, {error.message()});
    return folder;
}

OutputTarget file_in(const fs::path& folder, const std::string& name, const AlignRequest& request) {
    const Output* const format = request.format != nullptr ? request.format : find_output("beads");
    return {folder / (name + std::string(format->suffixes[0])), format};
}

}  // namespace tongwen::cli
