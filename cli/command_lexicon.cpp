// SPDX-License-Identifier: Apache-2.0
// Owns `tongwen lexicon`: the table of its actions, and what they share.
#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

#include <unistd.h>

#include "cli/commands.h"
#include "cli/lexicon_actions.h"
#include "cli/lexicon_files.h"
#include "cli/suggestion.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

/// To add an action: a row here, its function in lexicon_actions.h, golden cases, its place in
/// docs/tongwen.1.
struct Action {
    std::string_view name;
    const char* summary;  ///< marked for translation
    int (*run)(const std::vector<std::string>& arguments);
};

constexpr auto actions = std::to_array<Action>({
    {"build", mark("Makes a lexicon from CC-CEDICT, a dictionary from Chinese to English."),
     run_lexicon_build},
    {"import", mark("Makes a lexicon from a dictionary of FreeDict, a glossary or CC-CEDICT."),
     run_lexicon_import},
    {"learn", mark("Makes a lexicon of what documents and their translations teach."), run_lexicon_learn},
    {"show", mark("Shows what lexicons know of words."), run_lexicon_show},
    {"info", mark("Shows which lexicons are used, and what they say of themselves."), run_lexicon_info},
});

const Action& find_action(const std::string& name) {
    const auto* const found = std::ranges::find(actions, name, &Action::name);
    if (found != actions.end()) return *found;
    std::vector<std::string> names;
    for (const Action& action : actions) names.emplace_back(action.name);
    const std::string meant = nearest(name, names);
    if (meant.empty()) refuse("unknown-command", {}, {"lexicon " + name});
    refuse("unknown-command-suggestion", {}, {"lexicon " + name, "lexicon " + meant});
}

}  // namespace

void declare_common(CommandLine& line, CommonOptions& options) {
    line.option("--ui-lang", options.ui_language, tr("LANG"),
                tr("The language of messages, en or zh-CN; without it, that of the environment."));
    line.flag("-h,--help", options.help, tr("Show this help."));
}

int show_help(const CommandLine& line) {
    write_fully(STDOUT_FILENO, line.help(help_width(process_environment())));
    return exit_clean;
}

std::filesystem::path own_lexicon_file(const std::string& name) {
    const std::filesystem::path folder = own_lexicon_folder(process_environment());
    if (folder.empty()) refuse("missing-argument", {}, {"--output"});
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) refuse("cannot-write", folder, {error.message()});
    return folder / name;
}

void refuse(std::string id, const std::filesystem::path& file, std::vector<std::string> arguments) {
    throw text::InputError({std::move(id), text::Severity::error, {file.string()}, std::move(arguments)});
}

int run_lexicon(const std::vector<std::string>& arguments) {
    CommonOptions options;
    CommandLine line(
        tr("tongwen lexicon [OPTIONS] COMMAND ..."),
        tr("A lexicon holds words and how they are rendered in another language; 'tongwen align' "
           "uses those that it finds: in the folders of TONGWEN_LEXICONS, else in the data folder "
           "of your home, beside the program, and where the program was installed; and where there "
           "is no dictionary, one of FreeDict when it is installed."));
    line.group(tr("Commands:"));
    for (const Action& action : actions) line.listed(std::string(action.name), tr(action.summary));
    line.group(tr("Options:"));
    declare_common(line, options);
    const auto name = arguments.begin() + static_cast<std::ptrdiff_t>(find_command_name(arguments));
    line.parse({arguments.begin(), name});
    if (options.help) return show_help(line);
    if (name != arguments.end()) return find_action(*name).run({name + 1, arguments.end()});
    write_fully(STDERR_FILENO, line.help(help_width(process_environment())));
    return exit_failed;
}

}  // namespace tongwen::cli
