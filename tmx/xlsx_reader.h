// SPDX-License-Identifier: Apache-2.0
// Owns the way from a spreadsheet (Office Open XML) to translation units.
#pragma once

#include <memory>

#include "tmx/readers.h"

namespace tongwen::tmx {

/// A reader of XLSX as Excel, LibreOffice and others save it: the sheet "tongwen", else the first. Texts from
/// the shared strings (also in runs of rich text) and in place; of numbers what is stored, of formulas the
/// result, which is told. Memory: the file as it is, packed, and the shared strings.
///
/// Diagnostics as those of TableReader, and xlsx-formula {row 0, cell}, xlsx-far-cell {0, cell}: beyond 1,000
/// columns, left out. Throws InputError: xlsx-not-xlsx {}, xlsx-too-large {limit in MB}; xml-… of
/// make_tmx_reader.
std::unique_ptr<UnitReader> make_xlsx_reader(std::unique_ptr<text::ByteSource> bytes, ReaderOptions options);

}  // namespace tongwen::tmx
