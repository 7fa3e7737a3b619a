// SPDX-License-Identifier: Apache-2.0
// Owns how many folders of two paths are shown.
#include "cli/short_names.h"

#include <algorithm>
#include <filesystem>

#include "cli/line_breaking.h"
#include "cli/wording.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

/// The last `count` parts of a path.
fs::path end_of(const fs::path& path, std::size_t count) {
    const auto size = static_cast<std::size_t>(std::distance(path.begin(), path.end()));
    auto part = std::next(path.begin(), static_cast<std::ptrdiff_t>(size - std::min(size, count)));
    fs::path end;
    for (; part != path.end(); ++part) end /= *part;
    return end;
}

}  // namespace

std::pair<std::string, std::string> short_names(const std::string& source, const std::string& target) {
    constexpr std::size_t most = 8;  // longer paths are cut anyway
    std::size_t count = 1;
    while (count < most && source != target && end_of(source, count) == end_of(target, count)) ++count;
    const auto name = [count](const std::string& path) {
        return path == "-" ? word_path(path) : legible(end_of(path, count).string());
    };
    return {name(source), name(target)};
}

}  // namespace tongwen::cli
