// SPDX-License-Identifier: Apache-2.0
// Owns what is known of the screen: whether there is one, its size, and whether to use colours and signs
// beyond ASCII.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli/environment.h"

namespace tongwen::cli {

enum class ColourChoice { automatic, always, never };

/// One output of the program.
struct Terminal {
    bool interactive = false;  ///< it is a terminal
    bool dumb = false;         ///< TERM=dumb, or not set: no control sequences
    bool colour = false;
    bool unicode = true;  ///< marks and lines may be drawn beyond ASCII; texts are UTF-8 always
    std::size_t width = 80;
    std::size_t height = 24;
};

/// Looks at a file descriptor: size from the terminal itself, else from COLUMNS and LINES, else 80 by 24.
Terminal look_at_terminal(int descriptor, const Environment& environment, ColourChoice choice);

/// A choice on the command line goes first, then NO_COLOR (set to anything: no), CLICOLOR_FORCE (set and not
/// "0": yes), CLICOLOR ("0": no), then whether the output is a terminal that is not dumb. See no-color.org
/// and bixense.com/clicolors.
bool wants_colour(ColourChoice choice, const Environment& environment, bool interactive);

/// Whether the locale's characters are UTF-8, by its name (LC_ALL, LC_CTYPE, LANG).
bool has_utf8_locale(const Environment& environment);

/// Writes all of it to standard output (1) or standard error (2). Throws text::InputError cannot-write
/// {reason}.
void write_fully(int descriptor, std::string_view bytes);

}  // namespace tongwen::cli
