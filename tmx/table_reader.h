// SPDX-License-Identifier: Apache-2.0
// Owns what readers of tables share: rows come in, units go out.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "tmx/oddities.h"
#include "tmx/readers.h"
#include "tmx/table_columns.h"

namespace tongwen::tmx {

/// The rows of a table, one after the other.
class RowSource {
  public:
    RowSource() = default;
    RowSource(const RowSource&) = delete;
    RowSource& operator=(const RowSource&) = delete;
    virtual ~RowSource() = default;

    /// The next row; false at the end. `least` is how many cells a whole row has, as far as is known.
    virtual bool next(Fields& row, std::size_t least) = 0;
    /// Where the last row begins: its line, or its number in a sheet, from 1.
    [[nodiscard]] virtual std::size_t line() const = 0;
};

/// A reader of any table. The first row that is not blank is the head, if it is one (see read_head). Blank
/// rows are passed over. `unescape`, where it is given, is what is done to each cell of a table that we wrote
/// (it has a column "id").
///
/// Diagnostics: table-no-head {unit}: columns were assumed; table-more-cells {unit, cells, columns}: what
/// stands there is left out.
class TableReader final : public UnitReader {
  public:
    TableReader(std::unique_ptr<RowSource> rows, const ReaderOptions& options,
                std::string (*unescape)(std::string&&) = nullptr);

    [[nodiscard]] const MemoryHeader& header() const override { return header_; }
    [[nodiscard]] std::size_t line() const override { return line_; }
    [[nodiscard]] bool states_notes() const override { return head_.has(Column::notes); }
    std::optional<TranslationUnit> next() override;

  private:
    bool next_row(Fields& row);

    std::unique_ptr<RowSource> rows_;
    Oddities oddities_;
    std::string (*unescape_)(std::string&&);
    TableHead head_;
    MemoryHeader header_;
    std::optional<Fields> held_;  // the first row, where it was no head
    std::size_t held_line_ = 0;
    std::size_t line_ = 0;
    std::size_t number_ = 0;
    bool finished_ = false;
};

}  // namespace tongwen::tmx
