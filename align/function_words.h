// SPDX-License-Identifier: Apache-2.0
// Owns the words that a running text has for grammar's sake: articles, pronouns, prepositions, particles.
#pragma once

#include <string_view>

#include "text/language.h"

namespace tongwen::align {

/// Whether a lower-case word is one that translations add, drop and exchange without a change of meaning.
/// Known for Chinese, Japanese, English, French, German, Russian and Spanish; other languages have none.
bool is_function_word(std::string_view word, const text::Language& language);

}  // namespace tongwen::align
