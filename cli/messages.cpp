// SPDX-License-Identifier: Apache-2.0
// Owns what is written to standard error.
#include "cli/messages.h"

#include <unistd.h>

#include "cli/diagnostics_text.h"

namespace tongwen::cli {

Messages::Messages(const Terminal& error_terminal, bool quiet)
    : terminal_(error_terminal), quiet_(quiet), bar_(error_terminal, !quiet) {}

void Messages::show(const text::Diagnostic& diagnostic) {
    if (quiet_ && diagnostic.severity != text::Severity::error) return;
    bar_.erase();
    write_fully(STDERR_FILENO, render(diagnostic, terminal_));
}

void Messages::show_line(std::string_view line) {
    bar_.erase();
    write_fully(STDERR_FILENO, std::string(line).append(1, '\n'));
}

text::DiagnosticSink Messages::sink() {
    return [this](const text::Diagnostic& diagnostic) { show(diagnostic); };
}

}  // namespace tongwen::cli
