// SPDX-License-Identifier: Apache-2.0
// Owns the way from translation units to JSON Lines.
#pragma once

#include <memory>

#include "tmx/writers.h"

namespace tongwen::tmx {

/// A writer of JSON Lines: an object a unit, as docs/formats/jsonl.md has it, lines ended by \n. Other
/// than in other formats, texts are written as they are, not in NFC and with the white space at their ends:
/// nothing of a unit is lost but bytes that are no UTF-8. A header that says anything is the first line. A
/// unit may have one empty text.
///
/// Diagnostics: unit-without-text {id}.
std::unique_ptr<UnitWriter> make_jsonl_writer(Output output, WriterOptions options);

}  // namespace tongwen::tmx
