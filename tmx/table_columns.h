// SPDX-License-Identifier: Apache-2.0
// Owns the columns that units have in tables, whatever the kind of table: TSV, CSV, XLSX.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.h"
#include "tmx/translation_unit.h"

namespace tongwen::tmx {

/// In the order in which they stand in a table.
enum class Column : std::uint8_t {
    id,
    source,
    target,
    confidence,
    shape,
    status,
    source_file,
    source_segments,
    target_segments,
    moved,
    notes,
    reviewer,
    reviewed,
    entry
};
inline constexpr std::size_t column_count = 14;
/// The columns' names; of source and target, the languages' tags stand in their place.
inline constexpr std::array<std::string_view, column_count> column_names = {"id",
                                                                            "source",
                                                                            "target",
                                                                            "confidence",
                                                                            "shape",
                                                                            "status",
                                                                            "source-file",
                                                                            "source-segments",
                                                                            "target-segments",
                                                                            "moved",
                                                                            "notes",
                                                                            "reviewer",
                                                                            "reviewed",
                                                                            "entry"};

/// A row of a table.
using Fields = std::vector<std::string>;

/// The head of a table, and a unit's row. Texts in NFC, trimmed, unless `verbatim`; properties are the unit's
/// x-tongwen- ones of the columns' names, empty where it has none; of other properties nothing; several
/// notes, a line each.
Fields head_fields(const text::Language& source, const text::Language& target);
Fields unit_fields(const TranslationUnit& unit, bool verbatim = false);

/// What a table's head says.
struct TableHead {
    std::vector<std::optional<Column>> columns;  ///< of each cell; nothing: another column
    Fields names;                                ///< of each cell
    text::Language source_language = {};
    text::Language target_language = {};

    [[nodiscard]] bool has(Column column) const;
};

/// Reads a row as a head: column names in any case, also a few that others use ("comment", "translation");
/// language tags (the first is the source's) or "source" and "target". Nothing when there is no source or no
/// target in it: then it is data.
std::optional<TableHead> read_head(const Fields& row);
/// The head of a table without one: source and target, or, of three columns and more, id, source, target.
TableHead assumed_head(std::size_t columns);

/// The unit of a row. What is in columns that are not ours becomes properties named after them.
TranslationUnit unit_of(const TableHead& head, Fields row);

}  // namespace tongwen::tmx
