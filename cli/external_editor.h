// SPDX-License-Identifier: Apache-2.0
// Owns the editing of a text in the program that a person has chosen for that.
#pragma once

#include <string>

#include "cli/environment.h"

namespace tongwen::cli {

/// $VISUAL, else $EDITOR, else "vi": a command of sh.
std::string editor_command(const Environment& environment);

/// Puts the text, with a line end, into a temporary file that only this user can read, runs the command on
/// it, and returns what stands in it then, without line ends at the end. Throws text::InputError
/// editor-failed {command} when the command does not end with exit code 0, cannot-write {reason}, and what
/// text::read_file throws.
std::string edit_text(const std::string& text, const std::string& command, const Environment& environment);

}  // namespace tongwen::cli
