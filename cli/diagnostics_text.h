// SPDX-License-Identifier: Apache-2.0
// Owns how a diagnostic looks, the same way everywhere: place, severity, message, the line, a caret.
#pragma once

#include <string>

#include "cli/terminal.h"
#include "text/diagnostic.h"

namespace tongwen::cli {

/// "file:line:column: severity: message" ("tongwen:" for a place when there is none; of a translation unit,
/// "file:line: tu 5: severity: message"), then, when the location
/// has an excerpt, that line (its part around the column, when it is longer than the terminal is wide) and a
/// caret under the column, counted in display columns. Ends with a line end.
std::string render(const text::Diagnostic& diagnostic, const Terminal& terminal);

}  // namespace tongwen::cli
