// SPDX-License-Identifier: Apache-2.0
// Owns the drawing of the progress bar.
#include "cli/progress.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/line_breaking.h"
#include "cli/signals.h"
#include "text/unicode.h"

namespace tongwen::cli {
namespace {

using namespace std::chrono_literals;
constexpr auto patience = 300ms;  // shorter work is done before a person could read a bar
constexpr auto interval = 50ms;
constexpr std::size_t longest_bar = 40;

std::string repeat(std::string_view sign, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += sign;
    return out;
}

}  // namespace

std::string progress_line(std::string_view label, double share, std::size_t width, bool unicode) {
    const double done = std::clamp(share, 0.0, 1.0);
    std::string percent = fmt::format("{:3.0f} %", std::floor(done * 100));
    const std::string name = shorten(legible(label), width / 2, unicode);
    const std::size_t taken =
        text::display_width(name) + percent.size() + 4;  // two spaces on each side of the bar
    if (width < taken + 4) return percent;
    const std::size_t length = std::min(longest_bar, width - taken);
    const auto full = static_cast<std::size_t>(done * static_cast<double>(length));
    const std::string bar = repeat(unicode ? "█" : "#", full) + repeat(unicode ? "░" : ".", length - full);
    return name + "  " + bar + "  " + percent;
}

ProgressBar::ProgressBar(const Terminal& terminal, bool wanted)
    : terminal_(terminal),
      wanted_(wanted && terminal.interactive && !terminal.dumb),
      next_(Clock::now() + patience) {}

ProgressBar::~ProgressBar() {
    try {
        erase();
    } catch (...) {  // the screen went away: nothing is left to erase
    }
}

void ProgressBar::show(std::string_view label, double share) {
    const auto now = Clock::now();
    if (!wanted_ || now < next_) return;
    next_ = now + interval;
    drawn_ = true;
    note_progress_bar(true);
    // One column stays free: a terminal that fills its last column may go to the next line.
    const std::size_t width = terminal_.width - std::min<std::size_t>(terminal_.width, 1);
    write_fully(STDERR_FILENO, "\r" + progress_line(label, share, width, terminal_.unicode) + "\033[K");
}

void ProgressBar::erase() {
    if (!drawn_) return;
    drawn_ = false;
    note_progress_bar(false);
    write_fully(STDERR_FILENO, "\r\033[K");
}

}  // namespace tongwen::cli
