// SPDX-License-Identifier: Apache-2.0
// Owns the progress bar: on standard error, only where a person watches, only when the work takes long.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "cli/terminal.h"

namespace tongwen::cli {

/// A bar of at most `width` columns: label, bar, per cent ("speech.txt  ███░░░  52 %"). Pure. `share` from 0
/// to 1. The label is cut to a half of the width; without room for a bar of 4 columns only the per cent stay.
std::string progress_line(std::string_view label, double share, std::size_t width, bool unicode);

/// Draws at most twenty times a second, first after 0.3 s, never when `terminal` is none or dumb; the
/// destructor erases the bar.
class ProgressBar {
  public:
    ProgressBar(const Terminal& terminal, bool wanted);
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    /// `share` of the whole work that is done, 0 to 1.
    void show(std::string_view label, double share);
    /// Takes the bar off the screen, before other output; the next `show` draws it again.
    void erase();

  private:
    using Clock = std::chrono::steady_clock;
    Terminal terminal_;
    bool wanted_;
    bool drawn_ = false;
    Clock::time_point next_;
};

}  // namespace tongwen::cli
