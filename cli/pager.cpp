// SPDX-License-Identifier: Apache-2.0
// Owns the pager's process.
#include "cli/pager.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>

#include <sys/wait.h>
#include <unistd.h>

namespace tongwen::cli {
namespace {

/// Ignores some signals as long as it lives.
class IgnoredSignals {
  public:
    IgnoredSignals() {
        struct sigaction ignore = {};
        ignore.sa_handler = SIG_IGN;
        for (std::size_t i = 0; i < count; ++i) ::sigaction(numbers[i], &ignore, &before_[i]);
    }
    ~IgnoredSignals() {
        for (std::size_t i = 0; i < count; ++i) ::sigaction(numbers[i], &before_[i], nullptr);
    }
    IgnoredSignals(const IgnoredSignals&) = delete;
    IgnoredSignals& operator=(const IgnoredSignals&) = delete;

    /// For the child between fork and exec.
    static void restore_defaults() {
        for (const int number : numbers) ::signal(number, SIG_DFL);
    }

  private:
    static constexpr std::size_t count = 3;
    // Ctrl-C on the terminal is meant for the pager, and a pager that was left early closes our pipe.
    static constexpr int numbers[count] = {SIGINT, SIGQUIT, SIGPIPE};
    struct sigaction before_[count] = {};
};

[[noreturn]] void become_pager(int input, const std::string& command) {
    IgnoredSignals::restore_defaults();
    ::dup2(input, STDIN_FILENO);
    ::close(input);
    ::setenv("LESS", "FRX", 0);
    ::setenv("LESSCHARSET", "utf-8", 0);
    ::setenv("LV", "-c", 0);
    ::execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
    ::_exit(127);
}

void feed(int descriptor, const std::string& text) {
    std::string_view rest = text;
    while (!rest.empty()) {
        const ssize_t count = ::write(descriptor, rest.data(), rest.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return;  // the pager was closed before the end
        rest.remove_prefix(static_cast<std::size_t>(count));
    }
}

/// Whether the pager ran; 127 is how the shell says that there is no such command.
bool run_pager(const std::string& command, const std::string& text) {
    const IgnoredSignals ignored;
    int ends[2] = {};
    if (::pipe(ends) != 0) return false;
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[1]);
        become_pager(ends[0], command);
    }
    ::close(ends[0]);
    if (child > 0) feed(ends[1], text);
    ::close(ends[1]);
    if (child < 0) return false;
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return !(WIFEXITED(status) && WEXITSTATUS(status) == 127);
}

}  // namespace

std::string pager_command(const Environment& environment) {
    const std::optional<std::string> pager = environment("PAGER");
    if (!pager) return "less";
    return *pager == "cat" ? "" : *pager;
}

void show(const std::vector<std::string>& lines, const Terminal& terminal, const std::string& command) {
    std::string text;
    for (const std::string& line : lines) text.append(line).append(1, '\n');
    const bool long_text = terminal.interactive && lines.size() >= terminal.height;
    if (long_text && !command.empty() && run_pager(command, text)) return;
    write_fully(STDOUT_FILENO, text);
}

}  // namespace tongwen::cli
