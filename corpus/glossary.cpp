// SPDX-License-Identifier: Apache-2.0
// Owns the table of glossary formats, and the choice of a glossary's entries for two languages.
#include "corpus/glossary.h"

#include <algorithm>
#include <array>

#include "corpus/glossary_table.h"
#include "corpus/tbx_reader.h"
#include "text/files.h"
#include "text/unicode.h"

namespace tongwen::corpus {
namespace {

constexpr std::array<std::string_view, 4> tsv_suffixes = {".tsv", ".tab", ".txt", ".utf8"};
constexpr std::array<std::string_view, 1> csv_suffixes = {".csv"};
constexpr std::array<std::string_view, 2> tbx_suffixes = {".tbx", ".xml"};

constexpr std::array<GlossaryReader, 3> table = {{
    {"tsv", tsv_suffixes, read_tsv_glossary},
    {"csv", csv_suffixes, read_csv_glossary},
    {"tbx", tbx_suffixes, read_tbx},
}};

std::string list_suffixes() {
    std::string list;
    for (const GlossaryReader& reader : table) {
        for (const std::string_view suffix : reader.suffixes) {
            list += list.empty() ? "" : ", ";
            list += suffix;
        }
    }
    return list;
}

/// No concept has so many terms of a language; without a limit a file could ask for the product of two great
/// numbers.
constexpr std::size_t term_limit = 100;

/// A concept's terms of the target language, sorted into those to use and those not to.
GlossaryEntry renderings_of(const GlossaryConcept& meaning, const text::Language& to) {
    GlossaryEntry entry{{}, {}, {}, meaning.note, meaning.where};
    for (const GlossaryTerm& term : meaning.terms) {
        std::vector<std::string>& kept = term.forbidden ? entry.forbidden : entry.targets;
        if (term.language.primary() == to.primary() && kept.size() < term_limit) kept.push_back(term.text);
    }
    return entry;
}

}  // namespace

std::span<const GlossaryReader> glossary_readers() { return table; }

const GlossaryReader* glossary_reader_for(const std::filesystem::path& path) {
    const std::string suffix = text::to_lower(path.extension().string());
    const auto* const row = std::ranges::find_if(table, [&suffix](const GlossaryReader& reader) {
        return std::ranges::find(reader.suffixes, suffix) != reader.suffixes.end();
    });
    return row == table.end() ? nullptr : row;
}

Glossary read_glossary(const std::filesystem::path& path, const GlossaryLanguages& languages) {
    const GlossaryReader* const reader = glossary_reader_for(path);
    if (reader == nullptr)
        throw text::InputError(
            {"glossary-format", text::Severity::error, {path.string()}, {list_suffixes()}});
    return reader->read(text::read_file(path), path.string(), languages);
}

std::vector<GlossaryEntry> entries_between(const Glossary& glossary, const text::Language& from,
                                           const text::Language& to) {
    std::vector<GlossaryEntry> entries;
    for (const GlossaryConcept& meaning : glossary.concepts) {
        GlossaryEntry entry = renderings_of(meaning, to);
        if (entry.targets.empty() && entry.forbidden.empty()) continue;
        std::size_t count = 0;
        for (const GlossaryTerm& term : meaning.terms) {
            if (term.language.primary() != from.primary() || ++count > term_limit) continue;
            entry.source = term.text;
            entries.push_back(entry);
        }
    }
    return entries;
}

}  // namespace tongwen::corpus
