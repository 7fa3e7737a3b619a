// SPDX-License-Identifier: Apache-2.0
// Owns the person's language: messages are English in the source and looked up in the catalogue built into
// the program.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cli/environment.h"

namespace tongwen::cli {

/// Marks a message of a table for xgettext; it is translated with `tr` where it is shown.
constexpr const char* mark(const char* message) { return message; }

/// The message in the person's language; {1}, {2}… stand for `arguments`. A message without a translation
/// stays English.
std::string tr(const char* message, const std::vector<std::string>& arguments = {});

/// As `tr`, in the plural form that the language has for `count`.
std::string tr_count(const char* one, const char* many, std::size_t count,
                     const std::vector<std::string>& arguments);

/// The language that the environment asks for, as gettext reads it: LC_ALL, LC_MESSAGES, LANG, the first that
/// is set; "C" and "POSIX" mean English, everything else lets LANGUAGE (a list with colons) go first. "en" or
/// "zh".
std::string ui_language(const Environment& environment);

/// Words everything from now on in the language of that tag; English for languages that have no catalogue,
/// Simplified Chinese for every kind of Chinese. Not to be called while another thread words something.
void speak(std::string_view tag);

/// "en" or "zh": what `speak` chose.
std::string spoken_language();

}  // namespace tongwen::cli
