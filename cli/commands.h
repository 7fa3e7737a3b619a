// SPDX-License-Identifier: Apache-2.0
// Owns the table of commands, and the way from the program's arguments to its exit code.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tongwen::cli {

/// Exit codes of the program.
enum ExitCode : int { exit_clean = 0, exit_findings = 1, exit_failed = 2 };

/// A row of the table. To add a command: a source file, a row in commands.cpp, a line in CMakeLists.txt,
/// golden cases, a section of docs/tongwen.1.
struct Command {
    std::string_view name;  ///< "align"
    const char* summary;    ///< marked for translation
    /// Runs with what stands behind the command's name; returns an ExitCode. Throws text::InputError when it
    /// cannot run.
    int (*run)(const std::vector<std::string>& arguments);
};

/// All commands, in the order in which they are listed to people.
std::span<const Command> commands();

/// The index of a command's name: of the first argument that is neither an option nor the value of one; their
/// number when there is none.
std::size_t find_command_name(const std::vector<std::string>& arguments);

/// `tongwen align`: command_align.cpp.
int run_align(const std::vector<std::string>& arguments);
/// `tongwen eval`: command_eval.cpp.
int run_eval(const std::vector<std::string>& arguments);
/// `tongwen export`: command_export.cpp.
int run_export(const std::vector<std::string>& arguments);
/// `tongwen import`: command_import.cpp.
int run_import(const std::vector<std::string>& arguments);
/// `tongwen lexicon`: command_lexicon.cpp.
int run_lexicon(const std::vector<std::string>& arguments);
/// `tongwen merge-reviews`: command_merge_reviews.cpp.
int run_merge_reviews(const std::vector<std::string>& arguments);
/// `tongwen review`: command_review.cpp.
int run_review(const std::vector<std::string>& arguments);
/// `tongwen status`: command_status.cpp.
int run_status(const std::vector<std::string>& arguments);
/// `tongwen tm`: command_tm.cpp.
int run_tm(const std::vector<std::string>& arguments);
/// `tongwen train`: command_train.cpp.
int run_train(const std::vector<std::string>& arguments);
/// `tongwen update`: command_update.cpp.
int run_update(const std::vector<std::string>& arguments);

/// The whole program: arguments without its name in, exit code out. Every error ends here as a message on
/// standard error.
int run_program(const std::vector<std::string>& arguments);

}  // namespace tongwen::cli
