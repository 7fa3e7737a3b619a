// SPDX-License-Identifier: Apache-2.0
// Owns how an alignment file names other files: seen from its own folder, so that a folder can be moved.
#pragma once

#include <filesystem>
#include <string>

namespace tongwen::review {

/// The folder that an alignment file really lies in, behind symbolic links.
std::filesystem::path home_of(const std::filesystem::path& alignment_file);

/// A path as seen from `home`; "-", an empty path, and what has no way there stay as they are.
std::string seen_from(const std::filesystem::path& home, const std::string& path);
/// The path that `seen_from` named, seen from where the program runs.
std::string seen_from_here(const std::filesystem::path& home, const std::string& path);

}  // namespace tongwen::review
