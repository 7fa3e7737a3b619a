// SPDX-License-Identifier: Apache-2.0
// Owns standard error: diagnostics, the evidence that -v shows, and the progress bar that must not stand in
// their way.
#pragma once

#include <string>
#include <string_view>

#include "cli/progress.h"
#include "cli/terminal.h"
#include "text/diagnostic.h"

namespace tongwen::cli {

class Messages {
  public:
    /// With `quiet` only errors are shown, and no bar.
    Messages(const Terminal& error_terminal, bool quiet);

    void show(const text::Diagnostic& diagnostic);
    /// A line for a person, as it is.
    void show_line(std::string_view line);
    void show_progress(std::string_view label, double share) { bar_.show(label, share); }
    void erase_progress() { bar_.erase(); }
    [[nodiscard]] text::DiagnosticSink sink();

  private:
    Terminal terminal_;
    bool quiet_;
    ProgressBar bar_;
};

}  // namespace tongwen::cli
