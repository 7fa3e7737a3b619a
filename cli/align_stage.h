// SPDX-License-Identifier: Apache-2.0
// Owns what all kinds of `tongwen align` share: the terminals, the messages, the lexicons, the weights.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "align/weights.h"
#include "cli/align_job.h"
#include "cli/align_options.h"
#include "cli/environment.h"
#include "cli/lexicons.h"
#include "cli/messages.h"
#include "cli/terminal.h"

namespace tongwen::cli {

/// The command's surroundings. Opening it reads the lexicons and the weights that were asked for.
struct Stage {
    const AlignRequest& request;
    Environment environment;
    Terminal out;
    Messages messages;
    Lexicons lexicons;
    std::optional<align::WeightSet> weights;

    explicit Stage(const AlignRequest& asked);

    [[nodiscard]] AlignRun run() { return {request, messages, lexicons, weights ? &*weights : nullptr}; }

    /// On standard output, unless there is to be none; broken at the width of a terminal.
    void show_summary(const std::string& text) const;
    /// On standard output, through a pager where they are many.
    void show_lines(const std::vector<std::string>& lines) const;
};

/// Where one file for each pair goes: makes the folder of -o. An empty path when nothing is to be written.
/// Throws text::InputError: one-output-folder, output-is-input, cannot-write {reason}.
std::filesystem::path output_folder(const AlignRequest& request);

/// A file in that folder; beads where --to does not say otherwise.
OutputTarget file_in(const std::filesystem::path& folder, const std::string& name,
                     const AlignRequest& request);

/// `tongwen align --resume FILE`: align_resume.cpp. Returns an ExitCode.
int align_resume(const AlignRequest& request);

/// `tongwen align SOURCE... -- PAGE`: align_page.cpp. Returns an ExitCode.
int align_page(Stage& stage);

}  // namespace tongwen::cli
