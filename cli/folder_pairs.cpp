// SPDX-License-Identifier: Apache-2.0
// Owns the pairing of files by their names.
#include "cli/folder_pairs.h"

#include <algorithm>
#include <map>
#include <system_error>

#include "text/diagnostic.h"
#include "text/language.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;
using Key = std::string (*)(const fs::path&);

std::string full_name(const fs::path& file) { return file.filename().string(); }
std::string stem(const fs::path& file) { return file.stem().string(); }

/// Tags of a two-letter language only: longer ones look like words ("notes.old", "draft-new").
bool is_language_tag(std::string_view text) {
    const std::size_t length = std::min(text.find_first_of("-_"), text.size());
    return length == 2 && text.find('.') == std::string_view::npos && text::Language::parse(text).has_value();
}

std::map<std::string, std::vector<std::size_t>> group(const std::vector<fs::path>& files, Key key) {
    std::map<std::string, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < files.size(); ++i) groups[key(files[i])].push_back(i);
    return groups;
}

void remove_all(std::vector<fs::path>& files, const std::vector<std::size_t>& indices) {
    std::vector<bool> gone(files.size(), false);
    for (const std::size_t i : indices) gone[i] = true;
    std::vector<fs::path> rest;
    for (std::size_t i = 0; i < files.size(); ++i)
        if (!gone[i]) rest.push_back(files[i]);
    files = std::move(rest);
}

void pair_by(Key key, FolderPairs& found) {
    const auto sources = group(found.source_only, key);
    const auto targets = group(found.target_only, key);
    std::vector<std::size_t> paired_sources;
    std::vector<std::size_t> paired_targets;
    for (const auto& [name, source] : sources) {
        const auto target = targets.find(name);
        if (target == targets.end() || source.size() != 1 || target->second.size() != 1) continue;
        paired_sources.push_back(source[0]);
        paired_targets.push_back(target->second[0]);
        found.pairs.push_back({found.source_only[source[0]], found.target_only[target->second[0]], {}});
    }
    remove_all(found.source_only, paired_sources);
    remove_all(found.target_only, paired_targets);
}

/// Two pairs may have one base name ("a.txt" and "a.md"): then they keep their suffixes.
void name_pairs(std::vector<FilePair>& pairs) {
    std::map<std::string, int> uses;
    for (FilePair& pair : pairs) {
        pair.name = stem(pair.source) == stem(pair.target) ? stem(pair.source) : base_name(pair.source);
        ++uses[pair.name];
    }
    for (FilePair& pair : pairs)
        if (uses[pair.name] > 1) pair.name = full_name(pair.source);
}

}  // namespace

std::vector<fs::path> list_folder(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const bool hidden = entry->path().filename().string().starts_with('.');
        std::error_code ignored;  // of a file that went away meanwhile
        if (!hidden && entry->is_regular_file(ignored)) files.push_back(entry->path());
    }
    if (error)
        throw text::InputError({"cannot-read", text::Severity::error, {folder.string()}, {error.message()}});
    std::ranges::sort(files);
    return files;
}

std::string base_name(const fs::path& file) {
    std::string name = stem(file);
    for (std::size_t at = name.find_first_of("._-", 1); at != std::string::npos;
         at = name.find_first_of("._-", at + 1))
        if (is_language_tag(std::string_view(name).substr(at + 1))) return name.substr(0, at);
    return name;
}

FolderPairs pair_files(std::vector<fs::path> sources, std::vector<fs::path> targets) {
    FolderPairs found{{}, std::move(sources), std::move(targets)};
    for (const Key key : {full_name, stem, base_name}) pair_by(key, found);
    std::ranges::sort(found.pairs, {}, &FilePair::source);
    name_pairs(found.pairs);
    return found;
}

}  // namespace tongwen::cli
