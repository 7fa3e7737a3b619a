// SPDX-License-Identifier: Apache-2.0
// Owns `tongwen status`: how far reviews are.
#include <unistd.h>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/review_report.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

struct StatusOptions {
    std::vector<std::string> files;
    CommonOptions common;
    bool json = false;
};

void declare(CommandLine& line, StatusOptions& options) {
    line.group(tr("Arguments:"));
    line.arguments("FILE", options.files, tr("Alignment files (.tongwen)."));
    line.group(tr("Options:"));
    line.flag("--json", options.json, tr("Write JSON, one object a file."));
    declare_common(line, options.common);
    line.example("tongwen status reviews/*.tongwen", tr("Show how far some reviews are."));
}

}  // namespace

int run_status(const std::vector<std::string>& arguments) {
    StatusOptions options;
    CommandLine line(tr("tongwen status [OPTIONS] FILE..."),
                     tr("Shows how far reviews are: beads by what was decided, by whom, and whether the "
                        "documents have changed since."));
    declare(line, options);
    line.parse(arguments);
    if (options.common.help) return show_help(line);
    if (options.files.empty())
        throw text::InputError({"missing-argument", text::Severity::error, {}, {"FILE"}});
    Messages messages(look_at_terminal(STDERR_FILENO, process_environment(), ColourChoice::automatic), false);
    int code = exit_clean;
    for (const std::string& path : options.files) {
        try {
            const ReviewReport report = report_on(path, review::read_alignment_file(path, messages.sink()));
            write_fully(STDOUT_FILENO, options.json ? write_json(report) + "\n" : spell(report));
        } catch (const text::InputError& error) {
            messages.show(error.diagnostic());
            code = exit_failed;
        }
    }
    return code;
}

}  // namespace tongwen::cli
