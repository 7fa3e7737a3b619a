// SPDX-License-Identifier: Apache-2.0
// Owns ChildProcess: the program, with both ends of a conversation, for a test that talks with it and kills
// it.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tongwen {

class ChildProcess {
  public:
    explicit ChildProcess(std::vector<std::string> command) {
        int to_child[2] = {};
        int from_child[2] = {};
        if (::pipe2(to_child, O_CLOEXEC) != 0 || ::pipe2(from_child, O_CLOEXEC) != 0)
            throw std::runtime_error("no pipe");
        id_ = ::fork();
        if (id_ == 0) {
            ::alarm(60);  // a program that waits forever must not make the tests wait
            ::dup2(to_child[0], STDIN_FILENO);
            ::dup2(from_child[1], STDOUT_FILENO);
            std::vector<char*> arguments;
            for (std::string& argument : command) arguments.push_back(argument.data());
            arguments.push_back(nullptr);
            ::execv(arguments[0], arguments.data());
            ::_exit(127);
        }
        ::close(to_child[0]);
        ::close(from_child[1]);
        input_ = to_child[1];
        output_ = from_child[0];
    }
    ~ChildProcess() {
        close_input();
        ::close(output_);
        if (id_ > 0) {
            ::kill(id_, SIGKILL);
            ::waitpid(id_, nullptr, 0);
        }
    }
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    /// False when nobody reads any more. The test ignores SIGPIPE.
    bool write(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t count = ::write(input_, bytes.data(), bytes.size());
            if (count < 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }
    void close_input() {
        if (input_ >= 0) ::close(input_);
        input_ = -1;
    }
    /// The next line that it says, without line end; nothing when it says nothing any more.
    std::optional<std::string> read_line() {
        std::size_t end = 0;
        while ((end = heard_.find('\n')) == std::string::npos) {
            char buffer[4096];
            const ssize_t count = ::read(output_, buffer, sizeof buffer);
            if (count <= 0) return std::nullopt;
            heard_.append(buffer, static_cast<std::size_t>(count));
        }
        std::string line = heard_.substr(0, end);
        heard_.erase(0, end + 1);
        return line;
    }
    [[nodiscard]] pid_t id() const { return id_; }
    /// Its status, as waitpid gives it.
    int wait() {
        int status = 0;
        ::waitpid(id_, &status, 0);
        id_ = -1;
        return status;
    }

  private:
    pid_t id_ = -1;
    int input_ = -1;
    int output_ = -1;
    std::string heard_;
};

}  // namespace tongwen
