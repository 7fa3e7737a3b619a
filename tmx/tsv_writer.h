// SPDX-License-Identifier: Apache-2.0
// Owns the way from translation units to tab-separated values.
#pragma once

#include <memory>

#include "tmx/writers.h"

namespace tongwen::tmx {

/// A writer of tab-separated values for spreadsheets and scripts: a header row, then a row a unit, lines
/// ended by \n.
///
/// Columns: id, the source's language tag, the target's language tag, confidence, shape, status, source-file,
/// source-segments, target-segments (the unit's x-tongwen- properties of these names, empty where it has
/// none; of other properties nothing), notes. In a value, a tab is written as \t, a line feed as \n, a
/// carriage return as \r and a backslash as \\; nothing is quoted. A unit may have one empty text.
std::unique_ptr<UnitWriter> make_tsv_writer(Output output, WriterOptions options);

}  // namespace tongwen::tmx
