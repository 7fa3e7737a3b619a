// SPDX-License-Identifier: Apache-2.0
// Owns which lexicons a run uses for two languages.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "align/lexicon_set.h"
#include "cli/environment.h"
#include "cli/freedict_cache.h"
#include "cli/messages.h"
#include "corpus/glossary.h"
#include "text/language.h"

namespace tongwen::cli {

/// What a person wants of lexicons.
struct LexiconWish {
    std::vector<std::string> files = {};       ///< these; empty: those that are found
    std::vector<std::string> glossaries = {};  ///< these too, before all others
    bool none = false;                         ///< none but the glossaries; goes before `files`
    bool named = false;                        ///< say which ones are used
};

/// A lexicon in use.
struct ChosenLexicon {
    std::shared_ptr<const align::Lexicon> lexicon;
    std::filesystem::path place;  ///< its file; empty for one that is part of the program
};

/// The lexicons of one run: looked for when a pair of languages first needs them, opened once, kept.
class Lexicons {
  public:
    /// Opens the files that were asked for, and reads the glossaries once. Throws text::InputError: those of
    /// align::Lexicon and corpus::read_glossary.
    Lexicons(LexiconWish wish, Environment environment, Messages& messages);

    /// The lexicons for documents in these languages, in either order, by rank: glossaries; the program's own
    /// glossary of official Chinese, for Chinese and English; the lexicons asked for or found, or where no
    /// dictionary is among those found, FreeDict's (both directions); names that ICU knows. The first time
    /// for a pair of languages it says which are used, if that was wished for; that there is no dictionary
    /// (note no-lexicon {languages}, for Chinese and English where there was a folder to look into; note
    /// no-dictionary {languages, package} for others, if names of lexicons were wished for); that what is
    /// there cannot be used (warnings: the errors of align::Lexicon and make_freedict,
    /// lexicon-of-other-languages {languages}, glossary-of-other-languages {languages}).
    const align::LexiconSet& find(const text::Language& source, const text::Language& target);

    /// The same, with the places.
    const std::vector<ChosenLexicon>& list(const text::Language& source, const text::Language& target);

  private:
    using Handle = std::shared_ptr<const align::Lexicon>;
    struct Choice {
        std::vector<ChosenLexicon> lexicons;
        align::LexiconSet set;
    };
    /// The languages of two documents.
    struct Pair {
        const text::Language& source;
        const text::Language& target;
    };

    Choice& choice(const text::Language& source, const text::Language& target);
    void choose(const Pair& pair, std::vector<ChosenLexicon>& chosen);
    void add_glossaries(const Pair& pair, std::vector<ChosenLexicon>& chosen);
    void add_found(const Pair& pair, std::vector<ChosenLexicon>& chosen);
    void add_freedict(const Pair& pair, std::vector<ChosenLexicon>& chosen);
    void add_file(const std::filesystem::path& file, const Pair& pair, std::vector<ChosenLexicon>& chosen);
    void add_if_for(const Pair& pair, const ChosenLexicon& lexicon, std::vector<ChosenLexicon>& chosen);
    void say_what_is_missing(const Pair& pair);
    void say_what_is_used(const std::vector<ChosenLexicon>& chosen);
    void warn(const text::InputError& error);

    LexiconWish wish_;
    Environment environment_;
    std::vector<std::filesystem::path> folders_;
    Messages& messages_;
    FreedictCache freedict_;
    std::vector<ChosenLexicon> asked_for_;
    std::map<std::string, Choice> choices_;  // by pair of languages
};

}  // namespace tongwen::cli
