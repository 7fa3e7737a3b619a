// SPDX-License-Identifier: Apache-2.0
// Owns which units become rows.
#include "tmx/table_writer.h"

#include <cassert>
#include <utility>

namespace tongwen::tmx {

void TableWriter::warn(std::string id, std::vector<std::string> arguments) const {
    options_.sink({std::move(id), text::Severity::warning, {options_.file}, std::move(arguments)});
}

void TableWriter::write(const TranslationUnit& unit) {
    assert(!finished_);
    const Fields row = unit_fields(unit, options_.verbatim);
    const auto is_empty = [&row](Column column) { return row[static_cast<std::size_t>(column)].empty(); };
    if (!options_.verbatim && is_empty(Column::source) && is_empty(Column::target))
        return warn("unit-without-text", {unit.id});
    put(row);
}

void TableWriter::finish() {
    assert(!finished_);
    finished_ = true;
    end();
}

}  // namespace tongwen::tmx
