// SPDX-License-Identifier: Apache-2.0
// Owns the lexicon that is part of the program.
#pragma once

#include <string_view>

namespace tongwen::align {

/// The project's glossary of official Chinese (align/glossary/), Chinese to English, compiled: bytes for
/// align::Lexicon.
std::string_view official_chinese();

}  // namespace tongwen::align
