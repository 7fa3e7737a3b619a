// SPDX-License-Identifier: Apache-2.0
// Owns the way from translation units to comma-separated values.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "tmx/writers.h"

namespace tongwen::tmx {

/// A writer of comma-separated values (RFC 4180) for spreadsheets: the columns of tmx/table_columns.h, lines
/// ended by \r\n, a byte-order mark first, without which Excel takes UTF-8 for something else. A cell that a
/// spreadsheet would take for a formula, a number or a date is guarded (see guard_cell).
std::unique_ptr<UnitWriter> make_csv_writer(Output output, WriterOptions options);

/// A cell's text with an apostrophe before it where a spreadsheet would not leave it as it is: before = + - @
/// (a formula), and before what reads as a number, a date or a truth value ("007", "3-4", "5月3日", "true");
/// also before such a text with apostrophes of its own, so that the way back is clear.
std::string guard_cell(std::string_view text);
/// The text that `guard_cell` was given; of what it would not have written, the same.
std::string_view unguard_cell(std::string_view cell);

}  // namespace tongwen::tmx
