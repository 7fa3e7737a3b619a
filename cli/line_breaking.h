// SPDX-License-Identifier: Apache-2.0
// Owns how text lies on terminal lines: what may be shown at all, where lines break, and padding, in display
// columns.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tongwen::cli {

/// The text as one line that is safe to show: control characters (a terminal would obey them) become U+FFFD,
/// controls of writing direction go, white space becomes single spaces without any at the ends. Ill-formed
/// bytes become U+FFFD.
std::string legible(std::string_view utf8);

/// Breaks `utf8` into lines of at most `width` columns (at least 2). Lines break at spaces, which go, and
/// beside wide characters, but not before closing punctuation (，。！？）》” …), not after opening (（《“ …),
/// not within —— and ……. What does not fit on a line otherwise is cut between characters. East Asian
/// Ambiguous characters take `ambiguous` columns, 1 or 2. No text gives no line. Linear time.
std::vector<std::string> wrap(std::string_view utf8, std::size_t width, int ambiguous = 1);

/// `utf8` with spaces to `width` columns; as it is when it is wider.
std::string pad(std::string_view utf8, std::size_t width, int ambiguous = 1);

/// The first columns of `utf8`, with … (or ... where `unicode` is false) for the rest when it takes more than
/// `width`.
std::string shorten(std::string_view utf8, std::size_t width, bool unicode = true, int ambiguous = 1);

/// As `shorten`, but the middle goes: of a file's name, beginning and suffix tell most.
std::string shorten_middle(std::string_view utf8, std::size_t width, bool unicode = true, int ambiguous = 1);

}  // namespace tongwen::cli
