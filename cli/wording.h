// SPDX-License-Identifier: Apache-2.0
// Owns the wording of everything that has only an id elsewhere: diagnostics, findings, checks, kinds of
// segment.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/check.h"
#include "text/diagnostic.h"

namespace tongwen::cli {

/// What a diagnostic says, in the person's language, without its place and severity. An id without wording is
/// worded as the id and its arguments (a test sees to it that no id of ours is).
std::string word(const text::Diagnostic& diagnostic);

/// What a finding says.
std::string word(const check::Finding& finding);

/// "error", "warning", "note".
std::string word(text::Severity severity);

/// A word that libraries use as an argument (a kind of segment, a side, a reason of the system) in the
/// person's language; other arguments stay as they are.
std::string word_argument(const std::string& argument);

/// A path as people may see it: "-" is standard input, /dev/stdout standard output, and a terminal obeys
/// nothing in it.
std::string word_path(const std::string& path);

/// Whether there is a wording for the id of a diagnostic or a check: for the test of completeness.
bool has_wording(std::string_view id);

}  // namespace tongwen::cli
