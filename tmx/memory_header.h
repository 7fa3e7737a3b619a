// SPDX-License-Identifier: Apache-2.0
// Owns MemoryHeader: what a translation memory says of itself.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "text/language.h"
#include "tmx/translation_unit.h"

namespace tongwen::tmx {

/// What a file says of all its units.
struct MemoryHeader {
    text::Language source_language = {};  ///< not known where the file says nothing, or "*all*"
    text::Language target_language = {};  ///< only formats that name one for the whole file (XLIFF, TSV)
    Attributes attributes = {};           ///< of TMX's `header`, as they stand there
    std::vector<std::string> notes = {};
    std::vector<std::pair<std::string, std::string>> properties = {};
    friend bool operator==(const MemoryHeader&, const MemoryHeader&) = default;
};

}  // namespace tongwen::tmx
