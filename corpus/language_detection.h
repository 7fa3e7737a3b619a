// SPDX-License-Identifier: Apache-2.0
// Owns telling which language a text is in: by script first, by characters that only one language uses, then
// by frequent words.
#pragma once

#include <string_view>

#include "text/language.h"

namespace tongwen::corpus {

/// The language of a text: "zh-CN" and "zh-TW" told apart by their characters ("zh" when none of them tells),
/// others as plain "en", "ja", "ru"…; unknown when there are no letters. Reads at most the first 64 KiB.
/// Mixed text is what most of its letters are, where a character of Chinese, Japanese or Korean counts twice.
text::Language detect_language(std::string_view utf8);

}  // namespace tongwen::corpus
