// SPDX-License-Identifier: Apache-2.0
// Owns the use of CLI11: it splits the command line; what is said about it, and the help text, are ours, for
// they must be translated.
#include "cli/command_line.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/line_breaking.h"
#include "cli/suggestion.h"
#include "cli/terminal.h"
#include "cli/wording.h"
#include "cli/words.h"
#include "text/diagnostic.h"
#include "text/unicode.h"

namespace tongwen::cli {
namespace {

constexpr std::size_t left_column = 28;  // "--source-encoding ENCODING" and its margin

struct HelpRow {
    std::string left;
    std::string right;
};

struct HelpGroup {
    std::string title;
    std::vector<HelpRow> rows;
};

std::string spaced(std::string names) {
    const std::size_t comma = names.find(',');
    return comma == std::string::npos ? "    " + names : names.replace(comma, 1, ", ");
}

void append_wrapped(std::string& out, std::string_view text, std::size_t indent, std::size_t width) {
    bool first = true;
    for (const std::string& line : wrap(text, std::max(width, indent + 20) - indent)) {
        if (!first) out.append(indent, ' ');
        out.append(line).append(1, '\n');
        first = false;
    }
}

void append_row(std::string& out, const HelpRow& row, std::size_t width) {
    out += "  " + row.left;
    const std::size_t used = text::display_width(row.left) + 2;
    if (used + 1 > left_column) {
        out += '\n';
        out.append(left_column, ' ');
    } else {
        out.append(left_column - used, ' ');
    }
    append_wrapped(out, row.right, left_column, width);
}

/// The number that the whole of `value` spells.
template <class Number>
std::optional<Number> parse_all(const std::string& value) {
    Number number = {};
    const char* const last = value.data() + value.size();
    const auto [end, error] = std::from_chars(value.data(), last, number);
    return error == std::errc{} && end == last ? std::optional<Number>(number) : std::nullopt;
}

}  // namespace

struct CommandLine::Parts {
    CLI::App app;
    std::string usage;
    std::string summary;
    std::vector<HelpGroup> groups;
    std::vector<HelpRow> examples;
    std::vector<std::string> long_names;

    void list(const std::string& names, const std::string& placeholder, std::string help) {
        groups.back().rows.push_back(
            {spaced(names) + (placeholder.empty() ? "" : " " + placeholder), std::move(help)});
        const std::size_t dashes = names.find("--");
        if (dashes != std::string::npos) long_names.push_back(names.substr(dashes));
    }

    void refuse_rest() const {
        for (const std::string& rest : app.remaining()) {
            if (rest == "--") continue;
            if (rest.size() < 2 || rest[0] != '-') text::refuse("unexpected-argument", {rest});
            const std::string name = rest.substr(0, rest.find('='));
            const std::string meant = nearest(name, long_names);
            if (meant.empty()) text::refuse("unknown-option", {name});
            text::refuse("unknown-option-suggestion", {name, meant});
        }
    }
};

CommandLine::CommandLine(std::string usage, std::string summary) : parts_(std::make_unique<Parts>()) {
    parts_->usage = std::move(usage);
    parts_->summary = std::move(summary);
    parts_->app.set_help_flag();  // "--help" is an option like others: it needs our help text
    parts_->app.allow_extras();   // what is left over is refused by us, with a suggestion
}

CommandLine::~CommandLine() = default;

void CommandLine::group(std::string title) { parts_->groups.push_back({std::move(title), {}}); }

void CommandLine::listed(std::string name, std::string help) {
    parts_->groups.back().rows.push_back({std::move(name), std::move(help)});
}

void CommandLine::argument(const std::string& name, std::string& value, std::string help) {
    parts_->app.add_option(name, value);
    listed(word_argument(name), std::move(help));
}

void CommandLine::arguments(const std::string& name, std::vector<std::string>& values, std::string help) {
    parts_->app.add_option(name, values);
    listed(word_argument(name) + "...", std::move(help));
}

void CommandLine::arguments(std::vector<std::string>& values) { parts_->app.add_option("rest", values); }

void CommandLine::flag(const std::string& names, bool& value, std::string help) {
    parts_->app.add_flag(names, value)->disable_flag_override();
    parts_->list(names, "", std::move(help));
}

void CommandLine::option(const std::string& names, std::string& value, const std::string& placeholder,
                         std::string help) {
    parts_->app.add_option(names, value)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    parts_->list(names, placeholder, std::move(help));
}

void CommandLine::option(const std::string& names, std::vector<std::string>& values,
                         const std::string& placeholder, std::string help) {
    // One value each time it is given: without this, "-o FILE SOURCE TARGET" would take all three.
    parts_->app.add_option(names, values)->allow_extra_args(false);
    parts_->list(names, placeholder, std::move(help));
}

void CommandLine::example(std::string command, std::string meaning) {
    parts_->examples.push_back({std::move(command), std::move(meaning)});
}

void CommandLine::parse(const std::vector<std::string>& arguments) {
    try {
        parts_->app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::ParseError& error) {
        // CLI11's messages begin with the option's name, of flags without dashes; their English goes no
        // further.
        const std::string message = error.what();
        std::string name = message.substr(0, message.find_first_of(": "));
        if (!name.starts_with('-')) name.insert(0, "--");
        const bool has_value = std::ranges::any_of(
            arguments, [&name](const std::string& argument) { return argument.starts_with(name + "="); });
        text::refuse(has_value ? "option-takes-no-value" : "option-needs-value", {name});
    }
    parts_->refuse_rest();
}

std::string CommandLine::help(std::size_t width) const {
    std::string out;
    append_wrapped(out, tr("Usage: {1}", {parts_->usage}), 0, width);
    out += '\n';
    append_wrapped(out, parts_->summary, 0, width);
    for (const HelpGroup& group : parts_->groups) {
        out += "\n" + group.title + "\n";
        for (const HelpRow& row : group.rows) append_row(out, row, width);
    }
    if (!parts_->examples.empty()) out += "\n" + tr("Examples:") + "\n";
    for (const HelpRow& row : parts_->examples) {
        out += "  " + row.left + "\n      ";
        append_wrapped(out, row.right, 6, width);
    }
    return out;
}

void declare_common(CommandLine& line, CommonOptions& options) {
    line.option("--ui-lang", options.ui_language, tr("LANG"),
                tr("The language of messages, en or zh-CN; without it, that of the environment."));
    line.flag("-h,--help", options.help, tr("Show this help."));
}

int show_help(const CommandLine& line) {
    write_fully(STDOUT_FILENO, line.help(help_width(process_environment())));
    return exit_clean;
}

std::size_t help_width(const Environment& environment) {
    constexpr std::size_t widest = 100;
    return std::min(look_at_terminal(STDOUT_FILENO, environment, ColourChoice::automatic).width, widest);
}

double parse_number(const std::string& option, const std::string& value, double least, double most,
                    const std::string& expected) {
    const auto number = parse_all<double>(value);
    // Written so that NaN is refused too.
    if (!number || !(*number >= least && *number <= most))
        text::refuse("bad-option-value", {option, value, expected});
    return *number;
}

std::size_t parse_whole_number(const std::string& option, const std::string& value, std::size_t least,
                               std::size_t most, const std::string& expected) {
    const auto number = parse_all<std::size_t>(value);
    if (!number || *number < least || *number > most)
        text::refuse("bad-option-value", {option, value, expected});
    return *number;
}

void require_choice(const std::string& option, const std::string& value,
                    const std::vector<std::string>& choices) {
    if (std::ranges::find(choices, value) != choices.end()) return;
    std::string list;
    for (const std::string& choice : choices) list.append(list.empty() ? "" : ", ").append(choice);
    text::refuse("bad-option-value", {option, value, list});
}

}  // namespace tongwen::cli
