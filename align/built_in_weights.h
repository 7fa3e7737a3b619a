// SPDX-License-Identifier: Apache-2.0
// Owns nothing: declares the texts of align/weights/, which the build embeds.
#pragma once

#include <string_view>

namespace tongwen::align {

std::string_view weights_with_lexicon();
std::string_view weights_without_lexicon();

}  // namespace tongwen::align
