// SPDX-License-Identifier: Apache-2.0
// Owns the search for lexicons, and for what they are made from.
#include "cli/lexicon_files.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> split_list(std::string_view list) {
    std::vector<fs::path> folders;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(':'), list.size());
        if (end > 0) folders.emplace_back(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return folders;
}

/// tongwen/ in the folder of a variable of the XDG Base Directory Specification, or in its default.
fs::path own_folder(const Environment& environment, std::string_view variable, const char* otherwise) {
    const fs::path given = value_of(environment, variable);
    if (given.is_absolute()) return given / "tongwen";
    const fs::path home = value_of(environment, "HOME");
    return home.empty() ? fs::path() : home / otherwise / "tongwen";
}

/// The names in a folder, in order; none of a folder that cannot be looked into.
std::set<std::string> names_in(const fs::path& folder) {
    std::set<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        names.insert(entry->path().filename().string());
    return names;
}

/// "zh-en.lexicon" and "zh-en.terms.lexicon" are of "zh-en".
bool is_lexicon_of(std::string_view name, std::string_view pair) {
    return name.starts_with(pair) && name.ends_with(".lexicon") && name[pair.size()] == '.';
}

}  // namespace

fs::path program_folder() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    return error ? fs::path() : program.parent_path();
}

fs::path own_lexicon_folder(const Environment& environment) {
    return own_folder(environment, "XDG_DATA_HOME", ".local/share");
}

std::vector<fs::path> lexicon_folders(const Environment& environment, const fs::path& program_folder) {
    if (const auto list = environment("TONGWEN_LEXICONS")) return split_list(*list);
    std::vector<fs::path> folders;
    if (const fs::path own = own_lexicon_folder(environment); !own.empty()) folders.push_back(own);
    if (program_folder.empty()) return folders;
    folders.push_back(program_folder / "lexicon");
    folders.push_back(program_folder.parent_path() / "share/tongwen");
    return folders;
}

std::vector<fs::path> find_lexicons(const text::Language& one, const text::Language& other,
                                    const std::vector<fs::path>& folders) {
    const std::set<std::string> pairs = {pair_name(one, other), pair_name(other, one)};
    std::set<std::string> known;
    std::vector<fs::path> files;
    for (const fs::path& folder : folders) {
        for (const std::string& name : names_in(folder)) {
            const bool for_pair = std::ranges::any_of(
                pairs, [&](const std::string& pair) { return is_lexicon_of(name, pair); });
            if (for_pair && known.insert(name).second) files.push_back(folder / name);
        }
    }
    return files;
}

std::string pair_name(const text::Language& source, const text::Language& target) {
    return source.primary() + "-" + target.primary();
}

fs::path find_wordnet(const Environment& environment) {
    const fs::path folder = environment("TONGWEN_WORDNET").value_or("/usr/share/wordnet");
    std::error_code ignored;  // a folder that cannot be looked into has none
    return !folder.empty() && fs::exists(folder / "index.noun", ignored) ? folder : fs::path();
}

std::optional<fs::path> find_freedict(const text::Language& from, const text::Language& to,
                                      const Environment& environment) {
    const fs::path folder = environment("TONGWEN_DICTD").value_or("/usr/share/dictd");
    if (folder.empty() || from.three_letters().empty() || to.three_letters().empty()) return std::nullopt;
    fs::path index = folder / ("freedict-" + from.three_letters() + "-" + to.three_letters() + ".index");
    std::error_code ignored;  // as above
    return fs::exists(index, ignored) ? std::optional(std::move(index)) : std::nullopt;
}

fs::path cache_folder(const Environment& environment) {
    return own_folder(environment, "XDG_CACHE_HOME", ".cache");
}

}  // namespace tongwen::cli
