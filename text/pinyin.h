// SPDX-License-Identifier: Apache-2.0
// Owns the reading of single Han characters, from a table that the build makes with ICU.
#pragma once

#include <string_view>

namespace tongwen::text {

/// The most common Mandarin reading of a Han character, toneless, in ASCII ("bei" for 北, "lu" for 绿); empty
/// when ICU knows none. Covers U+4E00 to U+9FFF. A table look-up: ICU's own Han-Latin transliterator takes a
/// tenth of a second to load.
std::string_view pinyin_of(char32_t han);

}  // namespace tongwen::text
