// SPDX-License-Identifier: Apache-2.0
// Owns the rows of the table of commands, and what the program does around a command.
#include "cli/commands.h"

#include <algorithm>
#include <array>
#include <exception>
#include <new>

#include <unistd.h>

#include "cli/command_line.h"
#include "cli/diagnostics_text.h"
#include "cli/suggestion.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "text/diagnostic.h"
#include "text/language.h"

namespace tongwen::cli {
namespace {

constexpr std::array<Command, 11> table = {{
    {"align", mark("Finds which sentences of two documents correspond to each other."), run_align},
    {"eval", mark("Judges alignments by gold."), run_eval},
    {"export", mark("Writes a reviewed alignment for other programs."), run_export},
    {"import", mark("Takes back what a translator made of an exported alignment."), run_import},
    {"lexicon", mark("Makes and shows the lexicon that helps aligning."), run_lexicon},
    {"merge-reviews", mark("Joins what two people decided of the same alignment."), run_merge_reviews},
    {"review", mark("Opens an alignment for a person to decide."), run_review},
    {"status", mark("Shows how far reviews are."), run_status},
    {"tm", mark("Works on translation memories: checks, joins, cleans, compares, searches them."), run_tm},
    {"train", mark("Learns the weights of the aligner from gold."), run_train},
    {"update", mark("Carries decisions over to documents that were edited."), run_update},
}};

/// The value of --ui-lang, wherever it stands: it must be known before anything can be worded, the command's
/// own help too.
std::string requested_language(const std::vector<std::string>& arguments) {
    constexpr std::string_view option = "--ui-lang";
    std::string tag;
    for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
        const std::string& argument = arguments[i];
        if (argument == option && i + 1 < arguments.size()) tag = arguments[i + 1];
        if (argument.starts_with(std::string(option) + "=")) tag = argument.substr(option.size() + 1);
    }
    return tag;
}

void choose_language(const std::vector<std::string>& arguments) {
    const Environment environment = process_environment();
    speak(ui_language(environment));
    const std::string tag = requested_language(arguments);
    if (tag.empty()) return;
    const std::optional<text::Language> language = text::Language::parse(tag);
    if (!language || (language->primary() != "en" && language->primary() != "zh"))
        text::refuse("bad-option-value", {"--ui-lang", tag, "en, zh-CN"});
    speak(tag);
}

struct ProgramOptions {
    std::string ui_language;
    bool help = false;
    bool version = false;
};

void declare(CommandLine& line, ProgramOptions& options) {
    line.group(tr("Commands:"));
    for (const Command& command : commands()) line.listed(std::string(command.name), tr(command.summary));
    line.listed("help", tr("Shows this help, or that of a command: 'tongwen help align'."));
    line.group(tr("Options:"));
    line.option("--ui-lang", options.ui_language, tr("LANG"),
                tr("The language of messages, en or zh-CN; without it, that of the environment."));
    line.flag("-V,--version", options.version, tr("Show the version."));
    line.flag("-h,--help", options.help, tr("Show this help."));
}

const Command& find_command(const std::string& name) {
    const auto found = std::ranges::find(table, name, &Command::name);
    if (found != table.end()) return *found;
    std::vector<std::string> names = {"help"};
    for (const Command& command : commands()) names.emplace_back(command.name);
    const std::string meant = nearest(name, names);
    if (meant.empty()) text::refuse("unknown-command", {name});
    text::refuse("unknown-command-suggestion", {name, meant});
}

int run_named(const std::string& name, const std::vector<std::string>& rest,
              const std::string& program_help) {
    if (name != "help") return find_command(name).run(rest);
    if (!rest.empty() && rest[0] != "help") return find_command(rest[0]).run({"--help"});
    write_fully(STDOUT_FILENO, program_help);
    return exit_clean;
}

int run(const std::vector<std::string>& arguments) {
    ProgramOptions options;
    CommandLine line(tr("tongwen [OPTIONS] COMMAND ..."),
                     tr("Tongwen aligns documents with their translations, sentence by sentence."));
    declare(line, options);
    const auto name = arguments.begin() + static_cast<std::ptrdiff_t>(find_command_name(arguments));
    line.parse({arguments.begin(), name});
    const std::string help = line.help(help_width(process_environment()));
    if (options.version) {
        write_fully(STDOUT_FILENO, "tongwen " TONGWEN_VERSION "\n");
    } else if (options.help) {
        write_fully(STDOUT_FILENO, help);
    } else if (name == arguments.end()) {
        write_fully(STDERR_FILENO, help);
        return exit_failed;
    } else {
        return run_named(*name, {name + 1, arguments.end()}, help);
    }
    return exit_clean;
}

int fail_with(const text::Diagnostic& diagnostic) {
    try {
        const Terminal terminal =
            look_at_terminal(STDERR_FILENO, process_environment(), ColourChoice::automatic);
        write_fully(STDERR_FILENO, render(diagnostic, terminal));
    } catch (const std::exception&) {  // standard error is closed: the exit code has to say it
    }
    return exit_failed;
}

}  // namespace

std::span<const Command> commands() { return table; }

std::size_t find_command_name(const std::vector<std::string>& arguments) {
    std::size_t i = 0;
    while (i < arguments.size() && arguments[i].starts_with('-')) i += arguments[i] == "--ui-lang" ? 2 : 1;
    return std::min(i, arguments.size());
}

int run_program(const std::vector<std::string>& arguments) {
    try {
        choose_language(arguments);
        return run(arguments);
    } catch (const text::InputError& error) {
        return fail_with(error.diagnostic());
    } catch (const std::bad_alloc&) {
        return fail_with({"out-of-memory"});
    } catch (const std::exception& error) {
        return fail_with({"internal-error", text::Severity::error, {}, {error.what()}});
    }
}

}  // namespace tongwen::cli
