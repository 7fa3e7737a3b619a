// SPDX-License-Identifier: Apache-2.0
// Owns the simplified form of single Han characters, from a table that the build makes with ICU.
#pragma once

namespace tongwen::text {

/// The simplified character for a traditional one (馬 is 马), every other character as it is. Character by
/// character, for comparing: where words decide, HanVariants knows more, and takes 15 ms to begin. Covers
/// U+4E00 to U+9FFF.
char32_t simplified_of(char32_t han);

}  // namespace tongwen::text
