// SPDX-License-Identifier: Apache-2.0
// Owns what happens on Ctrl-C and its relatives: no half file stays, the terminal's line is clean, the shell
// learns the signal.
#pragma once

namespace tongwen::cli {

/// From now on SIGINT, SIGTERM and SIGHUP remove unfinished files, erase a progress bar and end the program
/// by the same signal. Signals that the caller had ignored (nohup) stay ignored.
void install_signal_handlers();

/// Whether a progress bar stands on standard error, for the handler to erase.
void note_progress_bar(bool drawn) noexcept;

}  // namespace tongwen::cli
