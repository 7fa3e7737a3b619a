// SPDX-License-Identifier: Apache-2.0
// Owns a translation unit as a JSON object: nothing of it is lost. See docs/formats/jsonl.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/language.h"
#include "tmx/readers.h"
#include "tmx/translation_unit.h"

namespace tongwen::tmx {

/// One line without its end: texts as they are, bytes that are no UTF-8 as U+FFFD.
std::string unit_to_json(const TranslationUnit& unit);

/// What a file says of all its units, as the object of its first line.
std::string header_to_json(const MemoryHeader& header);

/// Which texts are the source and the target where an object does not tell; not known: its own order.
struct JsonLanguages {
    text::Language source = {};
    text::Language target = {};
};

/// A line that is a header; nothing for other lines. Throws as unit_from_json.
std::optional<MemoryHeader> header_from_json(std::string_view line);

/// The way back, and for what others write: "source" and "target" may be mere strings, beside "source_lang"
/// and "target_lang"; "translation" may hold texts by language. Throws text::InputError without a place:
/// not-json {}, no-unit-object {}, bad-json-value {key}, bad-language {tag}.
TranslationUnit unit_from_json(std::string_view line, const JsonLanguages& languages = {});

}  // namespace tongwen::tmx
