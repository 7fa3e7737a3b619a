// SPDX-License-Identifier: Apache-2.0
// Owns remarks: what a unit says beside its texts, as one field of an index.
#pragma once

#include <string>
#include <string_view>

#include "memory/memory_index.h"

#include "tmx/translation_unit.h"

namespace tongwen::memory {

/// Notes, properties, who changed it and when; nothing for a unit that has none of them.
std::string pack_remarks(const tmx::TranslationUnit& unit);
/// Into a unit; stops where the bytes make no sense.
void unpack_remarks(std::string_view packed, IndexedUnit& into);

}  // namespace tongwen::memory
