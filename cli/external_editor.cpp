// SPDX-License-Identifier: Apache-2.0
// Owns the editor's process and its temporary file.
#include "cli/external_editor.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <system_error>
#include <utility>

#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "text/diagnostic.h"
#include "text/files.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_text = 1U << 24U;

[[noreturn]] void fail(std::string id, std::string file, std::string argument) {
    throw text::InputError({std::move(id), text::Severity::error, {std::move(file)}, {std::move(argument)}});
}

/// A file of our own that goes when this does.
class TemporaryFile {
  public:
    TemporaryFile(const std::string& folder, std::string_view content)
        : path_((fs::path(folder) / "tongwen-XXXXXX.txt").string()) {
        const int descriptor = ::mkstemps(path_.data(), 4);
        if (descriptor < 0) fail("cannot-write", folder, std::generic_category().message(errno));
        const ssize_t written = ::write(descriptor, content.data(), content.size());
        const bool whole = written == static_cast<ssize_t>(content.size());
        const int reason = written < 0 ? errno : ENOSPC;
        ::close(descriptor);
        if (whole) return;
        ::unlink(path_.c_str());
        fail("cannot-write", path_, std::generic_category().message(reason));
    }
    ~TemporaryFile() { ::unlink(path_.c_str()); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    [[nodiscard]] const std::string& path() const { return path_; }

  private:
    std::string path_;
};

/// Ignores, as long as it lives, what the terminal sends to the editor.
class IgnoredSignals {
  public:
    IgnoredSignals() {
        struct sigaction ignore = {};
        ignore.sa_handler = SIG_IGN;
        for (std::size_t i = 0; i < numbers.size(); ++i) ::sigaction(numbers[i], &ignore, &before_[i]);
    }
    ~IgnoredSignals() {
        for (std::size_t i = 0; i < numbers.size(); ++i) ::sigaction(numbers[i], &before_[i], nullptr);
    }
    IgnoredSignals(const IgnoredSignals&) = delete;
    IgnoredSignals& operator=(const IgnoredSignals&) = delete;
    static constexpr std::array<int, 3> numbers = {SIGINT, SIGQUIT, SIGTSTP};

  private:
    std::array<struct sigaction, 3> before_ = {};
};

bool run(const std::string& command, const std::string& path) {
    const IgnoredSignals ignored;
    const pid_t child = ::fork();
    if (child == 0) {
        for (const int number : IgnoredSignals::numbers) ::signal(number, SIG_DFL);
        const std::string line = command + " \"$1\"";
        ::execl("/bin/sh", "sh", "-c", line.c_str(), "sh", path.c_str(), nullptr);
        ::_exit(127);
    }
    int status = 0;
    while (child > 0 && ::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

std::string editor_command(const Environment& environment) {
    for (const char* const name : {"VISUAL", "EDITOR"})
        if (std::string command = value_of(environment, name); !command.empty()) return command;
    return "vi";
}

std::string edit_text(const std::string& text, const std::string& command, const Environment& environment) {
    const std::string folder = value_of(environment, "TMPDIR");
    const TemporaryFile file(folder.empty() ? "/tmp" : folder, text + "\n");
    if (!run(command, file.path())) fail("editor-failed", "", command);
    std::string edited = text::read_file(file.path(), longest_text);
    edited.erase(edited.find_last_not_of("\r\n") + 1);
    return edited;
}

}  // namespace tongwen::cli
