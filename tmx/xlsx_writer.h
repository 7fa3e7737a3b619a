// SPDX-License-Identifier: Apache-2.0
// Owns the way from translation units to a spreadsheet (Office Open XML).
#pragma once

#include <memory>

#include "tmx/writers.h"

namespace tongwen::tmx {

/// A writer of XLSX for people who review in a spreadsheet: the columns of tmx/table_columns.h in one sheet,
/// the head frozen, texts wrapped, a list to choose the status from; target, status and notes can be edited,
/// all else is locked (without a password), what only programs read is hidden. Every cell is text: no
/// formula, number or date comes of it. Memory does not grow: rows go to a temporary file, and all bytes come
/// at the end.
///
/// Diagnostics: unit-without-text {id}; cell-too-long {id, characters, limit}: the unit is not written.
/// Throws text::InputError too-many-rows {limit}; cannot-write {reason}.
std::unique_ptr<UnitWriter> make_xlsx_writer(Output output, WriterOptions options);

}  // namespace tongwen::tmx
