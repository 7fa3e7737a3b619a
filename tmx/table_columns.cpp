// SPDX-License-Identifier: Apache-2.0
// Owns the way from a unit to a row of cells and back.
#include "tmx/table_columns.h"

#include <algorithm>
#include <utility>

#include "text/unicode.h"
#include "tmx/date.h"
#include "tmx/segment_text.h"

namespace tongwen::tmx {
namespace {

constexpr std::string_view property_prefix = "x-tongwen-";

std::string property_value(const TranslationUnit& unit, std::string_view column) {
    const auto found = std::ranges::find_if(unit.properties, [column](const auto& property) {
        const std::string_view name = property.first;
        return name.starts_with(property_prefix) && name.substr(property_prefix.size()) == column;
    });
    return found == unit.properties.end() ? "" : found->second;
}

std::string joined_notes(const TranslationUnit& unit) {
    std::string all;
    for (const std::string& note : unit.notes) {
        if (!all.empty()) all += '\n';
        all += note;
    }
    return all;
}

std::string field_of(const TranslationUnit& unit, Column column) {
    switch (column) {
        case Column::id:
            return unit.id;
        case Column::source:
            return unit.source.text;
        case Column::target:
            return unit.target.text;
        case Column::notes:
            return joined_notes(unit);
        case Column::reviewer:
            return unit.changed_by;
        case Column::reviewed:
            return unit.changed_when ? date_text(*unit.changed_when) : "";
        default:
            return property_value(unit, column_names[static_cast<std::size_t>(column)]);
    }
}

struct OtherName {
    std::string_view name;
    Column column;
};
constexpr auto other_names = std::to_array<OtherName>({{"original", Column::source},
                                                       {"translation", Column::target},
                                                       {"note", Column::notes},
                                                       {"comment", Column::notes},
                                                       {"comments", Column::notes}});

std::optional<Column> find_column(std::string_view name) {
    const auto* const found = std::ranges::find(column_names, name);
    if (found != column_names.end()) return static_cast<Column>(found - column_names.begin());
    const auto* const other = std::ranges::find(other_names, name, &OtherName::name);
    return other == other_names.end() ? std::nullopt : std::optional(other->column);
}

/// A tag as people head a column with it; a word that could be one ("text") is none.
std::optional<text::Language> language_of(std::string_view cell) {
    const std::string_view primary = cell.substr(0, cell.find_first_of("-_"));
    if (primary.size() < 2 || primary.size() > 3) return std::nullopt;
    return text::Language::parse(cell);
}

/// Gives the first free side to a language.
void take_language(TableHead& head, std::size_t cell, text::Language language) {
    if (!head.has(Column::source)) {
        head.columns[cell] = Column::source;
        head.source_language = std::move(language);
    } else if (!head.has(Column::target)) {
        head.columns[cell] = Column::target;
        head.target_language = std::move(language);
    }
}

void set_field(TranslationUnit& unit, Column column, std::string&& value) {
    switch (column) {
        case Column::id:
            unit.id = std::move(value);
            break;
        case Column::source:
            unit.source.text = std::move(value);
            break;
        case Column::target:
            unit.target.text = std::move(value);
            break;
        case Column::notes:
            if (!value.empty()) unit.notes.push_back(std::move(value));
            break;
        case Column::reviewer:
            unit.changed_by = std::move(value);
            break;
        case Column::reviewed:
            unit.changed_when = parse_date(value);
            break;
        default:
            if (!value.empty())
                unit.properties.emplace_back(
                    std::string(property_prefix).append(column_names[static_cast<std::size_t>(column)]),
                    std::move(value));
    }
}

}  // namespace

Fields head_fields(const text::Language& source, const text::Language& target) {
    Fields fields(column_names.begin(), column_names.end());
    fields[static_cast<std::size_t>(Column::source)] = tag_or_undetermined(source);
    fields[static_cast<std::size_t>(Column::target)] = tag_or_undetermined(target);
    return fields;
}

Fields unit_fields(const TranslationUnit& unit, bool verbatim) {
    Fields fields(column_count);
    for (std::size_t i = 0; i < column_count; ++i) {
        fields[i] = field_of(unit, static_cast<Column>(i));
        if (!verbatim && static_cast<Column>(i) != Column::id) fields[i] = normalise(fields[i]);
    }
    return fields;
}

bool TableHead::has(Column column) const { return std::ranges::find(columns, column) != columns.end(); }

std::optional<TableHead> read_head(const Fields& row) {
    TableHead head;
    head.columns.resize(row.size());
    head.names = row;
    for (std::size_t i = 0; i < row.size(); ++i) {
        head.names[i] = std::string(text::trim(row[i]));
        const auto column = find_column(text::to_lower(head.names[i]));
        if (column && !head.has(*column)) head.columns[i] = column;
    }
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (head.columns[i]) continue;
        if (head.names[i] == "und")
            take_language(head, i, {});
        else if (auto language = language_of(head.names[i]))
            take_language(head, i, *std::move(language));
    }
    if (!head.has(Column::source) || !head.has(Column::target)) return std::nullopt;
    return head;
}

TableHead assumed_head(std::size_t columns) {
    TableHead head;
    head.columns.resize(columns);
    head.names.resize(columns);
    constexpr std::size_t with_id = 3;
    std::size_t next = 0;
    if (columns >= with_id) head.columns[next++] = Column::id;
    for (const Column column : {Column::source, Column::target})
        if (next < columns) head.columns[next++] = column;
    return head;
}

TranslationUnit unit_of(const TableHead& head, Fields row) {
    TranslationUnit unit;
    unit.source.language = head.source_language;
    unit.target.language = head.target_language;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (i < head.columns.size() && head.columns[i]) {
            set_field(unit, *head.columns[i], std::move(row[i]));
        } else if (!row[i].empty() && i < head.names.size() && !head.names[i].empty()) {
            unit.properties.emplace_back(head.names[i], std::move(row[i]));
        }
    }
    return unit;
}

}  // namespace tongwen::tmx
