// SPDX-License-Identifier: Apache-2.0
// Owns nothing: declares the text of align/weights/general.weights, which the build embeds.
#pragma once

#include <string_view>

namespace tongwen::align {

std::string_view built_in_weights();

}  // namespace tongwen::align
