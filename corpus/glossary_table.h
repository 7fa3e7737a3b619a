// SPDX-License-Identifier: Apache-2.0
// Owns glossaries kept as tables: tab-separated and comma-separated values.
#pragma once

#include <string>
#include <string_view>

#include "corpus/glossary.h"

namespace tongwen::corpus {

/// One concept a line: source, TAB, target, TAB, note; more columns are passed over. Several terms of a cell
/// stand between semicolons or bars. Lines that begin with # and empty lines are none. A first line whose
/// first two cells are language tags, or "source" and "target", names the columns: each tag makes its column
/// one of terms, "note", "comment", "definition" one of notes. Without it a table with Han terms in one of
/// two columns is read in the order that fits `languages`. Any encoding. Errors: corpus/glossary.h.
Glossary read_tsv_glossary(std::string_view bytes, const std::string& file,
                           const GlossaryLanguages& languages);

/// The same with commas, and quotes as in RFC 4180: a quoted cell may hold commas, line ends and doubled
/// quotes.
Glossary read_csv_glossary(std::string_view bytes, const std::string& file,
                           const GlossaryLanguages& languages);

}  // namespace tongwen::corpus
