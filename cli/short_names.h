// SPDX-License-Identifier: Apache-2.0
// Owns the short names of two files that are shown side by side.
#pragma once

#include <string>
#include <utility>

namespace tongwen::cli {

/// The names of two files without their folders, or with as many of them as it takes to tell the two apart;
/// a terminal obeys nothing in them. Pure.
std::pair<std::string, std::string> short_names(const std::string& source, const std::string& target);

}  // namespace tongwen::cli
