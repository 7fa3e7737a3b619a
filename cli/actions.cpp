// SPDX-License-Identifier: Apache-2.0
// Owns the way from a family's arguments to its action.
#include "cli/actions.h"

#include <algorithm>

#include <unistd.h>

#include "cli/commands.h"
#include "cli/suggestion.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

const Action& find_action(const ActionFamily& family, const std::string& name) {
    const auto found = std::ranges::find(family.actions, name, &Action::name);
    if (found != family.actions.end()) return *found;
    std::vector<std::string> names;
    for (const Action& action : family.actions) names.emplace_back(action.name);
    const std::string meant = nearest(name, names);
    const std::string prefix = std::string(family.name) + " ";
    if (meant.empty()) text::refuse("unknown-command", {prefix + name});
    text::refuse("unknown-command-suggestion", {prefix + name, prefix + meant});
}

}  // namespace

int run_family(const ActionFamily& family, const std::vector<std::string>& arguments) {
    CommonOptions options;
    CommandLine line(family.usage, family.summary);
    line.group(tr("Commands:"));
    for (const Action& action : family.actions) line.listed(std::string(action.name), tr(action.summary));
    line.group(tr("Options:"));
    declare_common(line, options);
    const auto name = arguments.begin() + static_cast<std::ptrdiff_t>(find_command_name(arguments));
    line.parse({arguments.begin(), name});
    if (options.help) return show_help(line);
    if (name != arguments.end()) return find_action(family, *name).run({name + 1, arguments.end()});
    write_fully(STDERR_FILENO, line.help(help_width(process_environment())));
    return exit_failed;
}

}  // namespace tongwen::cli
