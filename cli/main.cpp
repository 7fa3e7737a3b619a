// SPDX-License-Identifier: Apache-2.0
// Owns the process: its signals, its arguments, its exit code.
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/signals.h"

int main(int argc, char** argv) {
    tongwen::cli::install_signal_handlers();
    // argc is 0 when a careless program starts us without even a name.
    return tongwen::cli::run_program(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
}
