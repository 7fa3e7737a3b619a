// SPDX-License-Identifier: Apache-2.0
// Owns access to the compiled message catalogues that the build embeds.
#pragma once

#include <string_view>

namespace tongwen::cli {

/// The bytes of a compiled catalogue (.mo), by the path that gettext would open: any that lies in a "zh_CN"
/// folder. Empty for others.
std::string_view catalogue_of(std::string_view path);

}  // namespace tongwen::cli
