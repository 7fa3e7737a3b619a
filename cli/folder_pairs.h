// SPDX-License-Identifier: Apache-2.0
// Owns which file of one folder belongs to which file of another.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace tongwen::cli {

struct FilePair {
    std::filesystem::path source;
    std::filesystem::path target;
    std::string name;  ///< for output files: unique among the pairs, without a folder
};

struct FolderPairs {
    std::vector<FilePair> pairs;                     ///< in the order of their source files' names
    std::vector<std::filesystem::path> source_only;  ///< files without a partner
    std::vector<std::filesystem::path> target_only;
};

/// The regular files of a folder, by name; not those of folders in it, not hidden ones.
/// Throws text::InputError cannot-read {reason}.
std::vector<std::filesystem::path> list_folder(const std::filesystem::path& folder);

/// The stem of a file's name without a language tag at its end: "a" for "a.zh.txt", "a_zh_CN.md" and "a.txt".
std::string base_name(const std::filesystem::path& file);

/// Pairs files whose names are the same, then those whose names are the same without their suffixes, then
/// those whose base names are the same. A name that several files of one side share pairs none of them. Pure.
FolderPairs pair_files(std::vector<std::filesystem::path> sources,
                       std::vector<std::filesystem::path> targets);

}  // namespace tongwen::cli
