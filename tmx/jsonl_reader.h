// SPDX-License-Identifier: Apache-2.0
// Owns the way from JSON Lines to translation units.
#pragma once

#include <memory>

#include "tmx/readers.h"

namespace tongwen::tmx {

/// A reader of JSON Lines as docs/formats/jsonl.md has them, and of what others write: texts without
/// languages, "source_lang" and "target_lang", "translation" by language. Empty lines are passed over. Texts
/// without a language have that of the options.
///
/// Throws InputError with line: not-json {}, no-unit-object {}, bad-json-value {key}, bad-language {tag},
/// line-too-long {limit}; those of text::decode_text. Diagnostics: undecodable-bytes {count, encoding} at the
/// end.
std::unique_ptr<UnitReader> make_jsonl_reader(std::unique_ptr<text::ByteSource> bytes, ReaderOptions options);

}  // namespace tongwen::tmx
