// SPDX-License-Identifier: Apache-2.0
// Owns the command line of one command: its options and arguments, their parsing, its help text.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/environment.h"

namespace tongwen::cli {

/// Declare, then parse: declaring binds variables, parsing sets them and does no other work. Texts come
/// translated.
class CommandLine {
  public:
    /// `usage` is what follows "Usage: ", `summary` one or two sentences.
    CommandLine(std::string usage, std::string summary);
    ~CommandLine();
    CommandLine(const CommandLine&) = delete;
    CommandLine& operator=(const CommandLine&) = delete;

    /// Begins a group of the help text; what is declared next belongs to it.
    void group(std::string title);
    /// A row of the help text that is nothing to parse.
    void listed(std::string name, std::string help);
    /// A positional argument; `name` is an id of the argument words of wording.cpp.
    void argument(const std::string& name, std::string& value, std::string help);
    /// `names` as in "-v,--verbose".
    void flag(const std::string& names, bool& value, std::string help);
    /// The positional arguments that are left, any number of them.
    void arguments(const std::string& name, std::vector<std::string>& values, std::string help);
    /// The same, listed by nobody.
    void arguments(std::vector<std::string>& values);
    /// An option with a value; the last one given counts.
    void option(const std::string& names, std::string& value, const std::string& placeholder,
                std::string help);
    /// An option that may be repeated.
    void option(const std::string& names, std::vector<std::string>& values, const std::string& placeholder,
                std::string help);
    /// A line at the end of the help text: a command that people can copy and what it does.
    void example(std::string command, std::string meaning);

    /// Throws text::InputError: unknown-option {option}, unknown-option-suggestion {option, other},
    /// option-needs-value {option}, option-takes-no-value {option}, unexpected-argument {argument}.
    void parse(const std::vector<std::string>& arguments);
    /// The help text, lines of at most `width` columns, ended by a line end.
    [[nodiscard]] std::string help(std::size_t width) const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// The options that every command has.
struct CommonOptions {
    std::string ui_language;
    bool help = false;
};

void declare_common(CommandLine& line, CommonOptions& options);

/// Prints the help on standard output; returns exit_clean.
int show_help(const CommandLine& line);

/// How wide help texts are on standard output: as the screen, at most 100 columns, for longer lines are hard
/// to read.
std::size_t help_width(const Environment& environment);

/// A number of an option's value. Throws text::InputError bad-option-value {option, value, expected};
/// `expected` is an id of the argument words of wording.cpp.
double parse_number(const std::string& option, const std::string& value, double least, double most,
                    const std::string& expected);
std::size_t parse_whole_number(const std::string& option, const std::string& value, std::size_t least,
                               std::size_t most, const std::string& expected);

/// Throws text::InputError bad-option-value {option, value, choices} unless `value` is one of them.
void require_choice(const std::string& option, const std::string& value,
                    const std::vector<std::string>& choices);

}  // namespace tongwen::cli
