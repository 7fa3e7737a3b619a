// SPDX-License-Identifier: Apache-2.0
// Owns where compiled lexicons lie, and which of them a run of `tongwen align` uses.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "align/lexicon_set.h"
#include "cli/environment.h"
#include "cli/messages.h"
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

/// The first file "zh-en.lexicon", or "en-zh.lexicon", in one of the folders; nothing when there is none.
std::optional<std::filesystem::path> find_lexicon(const text::Language& one, const text::Language& other,
                                                  const std::vector<std::filesystem::path>& folders);

/// What a person wants of lexicons.
struct LexiconWish {
    std::string file = {};  ///< this one; empty: one that is found
    bool none = false;      ///< none at all; goes before `file`
    bool named = false;     ///< say which one is used
};

/// The lexicons of one run: looked for when a pair of languages first needs one, opened once, kept.
class Lexicons {
  public:
    /// Opens the file that was asked for. Throws text::InputError: those of align::Lexicon.
    Lexicons(LexiconWish wish, std::vector<std::filesystem::path> folders, Messages& messages);

    /// The lexicons for documents in these languages, in either order; none when there is none. The first time
    /// for a pair of languages it says which one is used, if that was wished for; that there is none (note
    /// no-lexicon {languages}), where the languages are Chinese and English and there was a folder to look
    /// into; that the one there cannot be used (warnings: the errors of align::Lexicon,
    /// lexicon-of-other-languages {languages}).
    const align::LexiconSet& find(const text::Language& source, const text::Language& target);

  private:
    using Handle = std::shared_ptr<const align::Lexicon>;

    [[nodiscard]] Handle choose(const text::Language& source, const text::Language& target);
    [[nodiscard]] Handle open(const std::filesystem::path& file);

    LexiconWish wish_;
    std::vector<std::filesystem::path> folders_;
    Messages& messages_;
    Handle asked_for_;
    std::map<std::string, align::LexiconSet> chosen_;  // by pair of languages
};

}  // namespace tongwen::cli
