// SPDX-License-Identifier: Apache-2.0
// Owns the arithmetic of paths.
#include "review/file_paths.h"

#include <system_error>

namespace tongwen::review {
namespace {

namespace fs = std::filesystem;

bool is_none(const std::string& path) { return path.empty() || path == "-"; }

/// The folder of a path, with all links followed as far as it is there; empty when that cannot be told.
fs::path real_folder(const fs::path& folder) {
    std::error_code error;
    const fs::path whole = fs::absolute(folder, error);
    if (error) return {};
    fs::path real = fs::weakly_canonical(whole, error);
    return error ? fs::path() : real;
}

}  // namespace

fs::path home_of(const fs::path& alignment_file) {
    std::error_code error;
    if (fs::is_symlink(alignment_file, error)) {
        const fs::path real = fs::canonical(alignment_file, error);
        if (!error) return real.parent_path();
    }
    return alignment_file.parent_path();
}

std::string seen_from(const fs::path& home, const std::string& path) {
    if (is_none(path)) return path;
    const fs::path from = real_folder(home.empty() ? "." : home);
    const fs::path file(path);
    const fs::path folder = real_folder(file.has_parent_path() ? file.parent_path() : ".");
    if (from.empty() || folder.empty()) return path;
    const fs::path relative = (folder / file.filename()).lexically_relative(from);
    return relative.empty() ? path : relative.string();
}

std::string seen_from_here(const fs::path& home, const std::string& path) {
    if (is_none(path)) return path;
    return (home / path).lexically_normal().string();
}

}  // namespace tongwen::review
