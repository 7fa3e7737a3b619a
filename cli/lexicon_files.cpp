// SPDX-License-Identifier: Apache-2.0
// Owns the search for lexicons, and what is said about it.
#include "cli/lexicon_files.h"

#include <algorithm>
#include <string_view>
#include <system_error>
#include <utility>

#include "cli/wording.h"
#include "cli/words.h"
#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

/// "zh-en", for names of files and for people.
std::string pair_name(const text::Language& source, const text::Language& target) {
    return source.primary() + "-" + target.primary();
}

bool is_for(const align::Lexicon& lexicon, const text::Language& one, const text::Language& other) {
    const std::string name = pair_name(lexicon.info().source, lexicon.info().target);
    return name == pair_name(one, other) || name == pair_name(other, one);
}

std::vector<fs::path> split_list(std::string_view list) {
    std::vector<fs::path> folders;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(':'), list.size());
        if (end > 0) folders.emplace_back(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return folders;
}

bool has_rows_to_fetch(const text::Language& source, const text::Language& target) {
    const std::string name = pair_name(source, target);
    return name == "zh-en" || name == "en-zh";
}

}  // namespace

fs::path program_folder() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    return error ? fs::path() : program.parent_path();
}

fs::path own_lexicon_folder(const Environment& environment) {
    const fs::path data = value_of(environment, "XDG_DATA_HOME");
    if (data.is_absolute()) return data / "tongwen";
    const fs::path home = value_of(environment, "HOME");
    return home.empty() ? fs::path() : home / ".local/share/tongwen";
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

std::optional<fs::path> find_lexicon(const text::Language& one, const text::Language& other,
                                     const std::vector<fs::path>& folders) {
    for (const fs::path& folder : folders) {
        for (const std::string& name : {pair_name(one, other), pair_name(other, one)}) {
            fs::path file = folder / (name + ".lexicon");
            std::error_code ignored;  // a folder that cannot be looked into has none
            if (fs::exists(file, ignored)) return file;
        }
    }
    return std::nullopt;
}

Lexicons::Lexicons(LexiconWish wish, std::vector<fs::path> folders, Messages& messages)
    : wish_(std::move(wish)), folders_(std::move(folders)), messages_(messages) {
    if (!wish_.none && !wish_.file.empty()) asked_for_ = std::make_shared<align::Lexicon>(wish_.file);
}

const align::LexiconSet& Lexicons::find(const text::Language& source, const text::Language& target) {
    static const align::LexiconSet none;
    if (wish_.none || !source.known() || !target.known()) return none;
    const auto [pair, fresh] = chosen_.try_emplace(pair_name(source, target));
    if (fresh) {
        if (const Handle lexicon = choose(source, target)) pair->second.add(lexicon);
    }
    return pair->second;
}

Lexicons::Handle Lexicons::choose(const text::Language& source, const text::Language& target) {
    const auto file =
        asked_for_ ? std::optional<fs::path>(wish_.file) : find_lexicon(source, target, folders_);
    if (!file) {
        if (!folders_.empty() && has_rows_to_fetch(source, target))
            messages_.show({"no-lexicon", text::Severity::note, {}, {pair_name(source, target)}});
        return nullptr;
    }
    const Handle lexicon = asked_for_ ? asked_for_ : open(*file);
    if (!lexicon) return nullptr;
    const align::LexiconInfo& info = lexicon->info();
    if (!is_for(*lexicon, source, target)) {
        messages_.show({"lexicon-of-other-languages",
                        text::Severity::warning,
                        {file->string()},
                        {pair_name(info.source, info.target)}});
        return nullptr;
    }
    if (wish_.named)
        messages_.show_line(
            tr("lexicon: {1} ({2}, {3})", {word_path(file->string()), info.name, info.licence}));
    return lexicon;
}

/// What was found but not asked for may be broken: the work goes on without it.
Lexicons::Handle Lexicons::open(const fs::path& file) {
    try {
        return std::make_shared<align::Lexicon>(file);
    } catch (const text::InputError& error) {
        text::Diagnostic diagnostic = error.diagnostic();
        diagnostic.severity = text::Severity::warning;
        messages_.show(diagnostic);
        return nullptr;
    }
}

}  // namespace tongwen::cli
