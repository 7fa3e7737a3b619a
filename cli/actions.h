// SPDX-License-Identifier: Apache-2.0
// Owns commands that are families of actions: `tongwen lexicon build`, `tongwen tm merge`.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.h"

namespace tongwen::cli {

/// A row of a family's table. To add an action: a row, its function, golden cases, its place in
/// docs/tongwen.1.
struct Action {
    std::string_view name;
    const char* summary;  ///< marked for translation
    /// Runs with what stands behind the action's name; returns an ExitCode. Throws text::InputError.
    int (*run)(const std::vector<std::string>& arguments);
};

/// A family of actions: "lexicon", what it is for, its table.
struct ActionFamily {
    std::string_view name;
    std::string usage;    ///< translated
    std::string summary;  ///< translated
    std::span<const Action> actions;
};

/// Runs the action that the arguments name, or shows the family's help: exit_clean where that was asked for,
/// else exit_failed. Throws text::InputError: unknown-command {name}, unknown-command-suggestion {name,
/// other}; those of the action.
int run_family(const ActionFamily& family, const std::vector<std::string>& arguments);

}  // namespace tongwen::cli
