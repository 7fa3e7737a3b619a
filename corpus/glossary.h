// SPDX-License-Identifier: Apache-2.0
// Owns glossaries: terms of two and more languages that mean the same, the table of the formats in which
// people keep them, and what a glossary says from one language to another.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/diagnostic.h"
#include "text/language.h"

namespace tongwen::corpus {

/// A term as written, without white space at its ends.
struct GlossaryTerm {
    text::Language language;
    std::string text;
    bool forbidden = false;  ///< deprecated, superseded, forbidden: known, but not to be used
};

/// Terms that mean the same.
struct GlossaryConcept {
    std::vector<GlossaryTerm> terms;
    std::string note;  ///< definition and notes; empty when there are none
    text::Location where;
};

struct Glossary {
    std::string file;
    std::vector<GlossaryConcept> concepts;
};

/// The languages of the first two columns of a table that does not name them.
struct GlossaryLanguages {
    text::Language first;
    text::Language second;
};

/// A row of the table of glossary formats. To add a format: a source file, a row in glossary.cpp, a line in
/// CMakeLists.txt, a test.
struct GlossaryReader {
    std::string_view name;                       ///< "tsv", "csv", "tbx"
    std::span<const std::string_view> suffixes;  ///< lower case
    Glossary (*read)(std::string_view bytes, const std::string& file, const GlossaryLanguages& languages);
};

std::span<const GlossaryReader> glossary_readers();
/// The reader for a path's suffix, or null.
const GlossaryReader* glossary_reader_for(const std::filesystem::path& path);

/// Reads a glossary, in the format of its suffix. Throws InputError: those of text::read_file and
/// corpus::decode; glossary-format {suffixes}; of tables glossary-no-target {}, glossary-open-quote {},
/// glossary-after-quote {}; of TBX glossary-not-xml {reason}, glossary-not-tbx {root element},
/// glossary-no-language {}, glossary-bad-language {tag}; with line and column. A glossary may be empty.
Glossary read_glossary(const std::filesystem::path& path, const GlossaryLanguages& languages);

/// What a glossary says of one term.
struct GlossaryEntry {
    std::string source;
    std::vector<std::string> targets;  ///< in the glossary's order; may be empty when some are forbidden
    std::vector<std::string> forbidden = {};  ///< targets not to be used
    std::string note = {};
    text::Location where = {};
};

/// The entries from one language to another, by their primary tags: one for each source term of a concept
/// that has a target, in the glossary's order. Entries of one source term are not joined. Of a concept the
/// first hundred terms of each language count.
std::vector<GlossaryEntry> entries_between(const Glossary& glossary, const text::Language& from,
                                           const text::Language& to);

}  // namespace tongwen::corpus
