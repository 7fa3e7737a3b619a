// SPDX-License-Identifier: Apache-2.0
// Owns where lexicons, and what they are made from, lie.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/environment.h"
#include "text/language.h"

namespace tongwen::cli {

/// The folder of the running program; empty when the system does not tell.
std::filesystem::path program_folder();

/// The person's own folder of lexicons: tongwen/ in $XDG_DATA_HOME, which is ~/.local/share where it is not
/// set or not absolute (XDG Base Directory Specification 0.8). Empty without a home.
std::filesystem::path own_lexicon_folder(const Environment& environment);

/// The folders in which lexicons are looked for, in order. TONGWEN_LEXICONS, a list with colons, replaces all
/// others when it is set, even to nothing; else: the person's own, lexicon/ beside the program (a build
/// folder), ../share/tongwen from it (an installation).
std::vector<std::filesystem::path> lexicon_folders(const Environment& environment,
                                                   const std::filesystem::path& program_folder);

/// All files "zh-en.lexicon" and "zh-en.NAME.lexicon", and those of the languages in the other order, in the
/// folders; by folder, then by name. A file hides those of its name in later folders.
std::vector<std::filesystem::path> find_lexicons(const text::Language& one, const text::Language& other,
                                                 const std::vector<std::filesystem::path>& folders);

/// "zh-en", for names of files and for people.
std::string pair_name(const text::Language& source, const text::Language& target);

/// The folder of WordNet: that of TONGWEN_WORDNET, else /usr/share/wordnet (Debian's wordnet-base); empty
/// when there is no WordNet in it.
std::filesystem::path find_wordnet(const Environment& environment);

/// The index of FreeDict's dictionary from one language to another (freedict-deu-eng.index): in the folder of
/// TONGWEN_DICTD, else in /usr/share/dictd (Debian's dict-freedict-*). Nothing when there is none.
std::optional<std::filesystem::path> find_freedict(const text::Language& from, const text::Language& to,
                                                   const Environment& environment);

/// The folder for what can be made again: tongwen/ in $XDG_CACHE_HOME, which is ~/.cache where it is not set
/// or not absolute. Empty without a home.
std::filesystem::path cache_folder(const Environment& environment);

}  // namespace tongwen::cli
