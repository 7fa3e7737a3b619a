// SPDX-License-Identifier: Apache-2.0
// Owns Tmux: a program on a terminal of its own, typed into and looked at as a person does.
#pragma once

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>

#include <unistd.h>

namespace tongwen::cli {

/// Runs a command of sh in a tmux server of its own, which ends with it.
class Tmux {
  public:
    static bool is_there() { return std::system("command -v tmux >/dev/null") == 0; }

    Tmux(const std::string& command, int columns, int lines) {
        static int count = 0;
        socket_ = "tongwen-" + std::to_string(::getpid()) + "-" + std::to_string(++count);
        run("-f /dev/null new-session -d -x " + std::to_string(columns) + " -y " + std::to_string(lines) +
            " " + quoted(command + "; echo \"[exit $?]\"; exec cat"));
    }
    ~Tmux() { run("kill-server"); }
    Tmux(const Tmux&) = delete;
    Tmux& operator=(const Tmux&) = delete;

    /// A key as tmux calls it: "j", "Enter", "C-r".
    void type(const std::string& key) { run("send-keys " + quoted(key)); }
    void resize(int columns, int lines) {
        run("resize-window -x " + std::to_string(columns) + " -y " + std::to_string(lines));
    }

    /// The screen, as soon as the text stands in it, or after 20 seconds.
    std::string wait_for(const std::string& text) {
        for (int i = 0; i < 400; ++i) {
            screen_ = run("capture-pane -p");
            if (screen_.find(text) != std::string::npos) break;
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        return screen_;
    }
    bool shows(const std::string& text) { return wait_for(text).find(text) != std::string::npos; }
    /// What was seen last.
    [[nodiscard]] const std::string& seen() const { return screen_; }

  private:
    static std::string quoted(const std::string& text) {
        std::string out = "'";
        for (const char c : text) out += c == '\'' ? "'\\''" : std::string(1, c);
        return out + "'";
    }

    std::string run(const std::string& arguments) const {
        FILE* const pipe = ::popen(("tmux -L " + socket_ + " " + arguments + " 2>/dev/null").c_str(), "r");
        std::string out;
        std::array<char, 4096> buffer = {};
        for (std::size_t count = 0; (count = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
            out.append(buffer.data(), count);
        ::pclose(pipe);
        return out;
    }

    std::string socket_;
    std::string screen_;
};

}  // namespace tongwen::cli
