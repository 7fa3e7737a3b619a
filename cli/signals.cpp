// SPDX-License-Identifier: Apache-2.0
// Owns the signal handler; only async-signal-safe functions are called in it.
#include "cli/signals.h"

#include <csignal>
#include <initializer_list>

#include <unistd.h>

#include "text/files.h"

namespace tongwen::cli {
namespace {

volatile std::sig_atomic_t bar_drawn = 0;

void clean_up_and_die(int number) {
    text::remove_unfinished_files();
    if (bar_drawn != 0) {
        constexpr char erase[] = "\r\033[K";
        [[maybe_unused]] const ssize_t ignored = ::write(STDERR_FILENO, erase, sizeof erase - 1);
    }
    // SA_RESETHAND put the default action back: the shell must see that we were interrupted, or its loop goes
    // on.
    ::raise(number);
}

}  // namespace

void install_signal_handlers() {
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before = {};
        if (::sigaction(number, nullptr, &before) == 0 && before.sa_handler == SIG_IGN) continue;
        struct sigaction action = {};
        action.sa_handler = clean_up_and_die;
        action.sa_flags = static_cast<int>(SA_RESETHAND);
        ::sigaction(number, &action, nullptr);
    }
}

void note_progress_bar(bool drawn) noexcept { bar_drawn = drawn ? 1 : 0; }

}  // namespace tongwen::cli
