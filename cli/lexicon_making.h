// SPDX-License-Identifier: Apache-2.0
// Owns how the files of dictionaries and glossaries become lexicons.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "align/lexicon.h"
#include "text/language.h"

namespace tongwen::cli {

/// A lexicon that was made.
struct MadeLexicon {
    align::LexiconInfo info;
    std::string bytes;
    std::size_t entries = 0;
    std::size_t bad_entries = 0;
    std::size_t headwords = 0;
};

/// What a person says about the file to make one from.
struct MakingWish {
    text::Language from = {};  ///< not known: what the file or its name says
    text::Language to = {};
    std::filesystem::path wordnet = {};  ///< WordNet's folder, for lexicons to English; empty: none
};

/// From CC-CEDICT's bytes (see read_cedict); gzip is unpacked. Throws text::InputError: those of read_cedict,
/// align::WordNet, text::gunzip.
MadeLexicon make_cedict(std::string_view bytes, const std::string& file, const MakingWish& wish);

/// From a dictionary of FreeDict. Throws text::InputError: those of corpus::DictdDictionary, align::WordNet;
/// lexicon-languages {} where neither wish nor name (freedict-deu-eng.index) says them.
MadeLexicon make_freedict(const std::filesystem::path& index, const MakingWish& wish);

/// From a glossary. Throws text::InputError: those of corpus::read_glossary; lexicon-languages {} where they
/// are not wished; glossary-of-other-languages {languages} when it has no term in them.
MadeLexicon make_glossary(const std::filesystem::path& file, const MakingWish& wish);

/// From a file of any of these kinds, by its suffix: .u8, .js, .json, .gz are CC-CEDICT; .index, .dict,
/// .dict.dz FreeDict; those of corpus::glossary_readers glossaries. Throws text::InputError: those above,
/// import-format {suffixes}.
MadeLexicon make_lexicon(const std::filesystem::path& file, const MakingWish& wish);

/// The name for a lexicon made from a file, beside others: "de-en.freedict-deu-eng.lexicon"; CC-CEDICT's is
/// "zh-en.lexicon".
std::string lexicon_name(const std::filesystem::path& file, const align::LexiconInfo& info);

}  // namespace tongwen::cli
