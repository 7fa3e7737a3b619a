// SPDX-License-Identifier: Apache-2.0
// Runs the program on a terminal of its own: what a person sees, Ctrl-C, pager, colours.
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/signals.h"
#include "tests/support/catch.h"
#include "text/files.h"
#include "text/unicode.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

struct Session {
    std::string screen;  ///< all that was written to the terminal, its line ends as \n
    int status = 0;      ///< as waitpid gives it
};

/// Everything that can be read until the other side closes. When `prompt` has appeared, `keys` are typed.
std::string drain(int terminal, const std::string& prompt = "", std::string keys = "") {
    std::string out;
    std::array<char, 4096> buffer = {};
    for (;;) {
        const ssize_t count = ::read(terminal, buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;  // EIO is how Linux says that the child closed its terminal
        out.append(buffer.data(), static_cast<std::size_t>(count));
        if (keys.empty() || out.find(prompt) == std::string::npos) continue;
        REQUIRE(::write(terminal, keys.data(), keys.size()) == static_cast<ssize_t>(keys.size()));
        keys.clear();
    }
    std::erase(out, '\r');
    return out;
}

/// Runs a command of sh on a new terminal of that size, in the folder of the tests' data.
Session run(const std::string& command, unsigned short columns, unsigned short lines,
            const std::string& prompt = "", const std::string& keys = "") {
    winsize size = {};
    size.ws_col = columns;
    size.ws_row = lines;
    int terminal = -1;
    const pid_t child = ::forkpty(&terminal, nullptr, nullptr, &size);
    if (child == 0) {
        ::alarm(60);  // a program that waits forever must not make the tests wait
        for (const char* const name :
             {"LANGUAGE", "LC_ALL", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "PAGER", "LESS"})
            ::unsetenv(name);
        ::setenv("LANG", "C.UTF-8", 1);
        ::setenv("TERM", "xterm", 1);
        ::setenv("TONGWEN_LEXICONS", "", 1);
        ::setenv("TONGWEN_DICTD", "", 1);
        ::setenv("program", TONGWEN_PROGRAM, 1);
        if (::chdir(TONGWEN_SOURCE_DIR "/tests/cli/data") != 0) ::_exit(126);
        ::execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
        ::_exit(127);
    }
    REQUIRE(child > 0);
    Session session;
    session.screen = drain(terminal, prompt, keys);
    REQUIRE(::waitpid(child, &session.status, 0) == child);
    ::close(terminal);
    return session;
}

bool holds(const Session& session, const std::string& text) {
    return session.screen.find(text) != std::string::npos;
}

const std::string align = "\"$program\" align speech.zh.txt speech.en.txt ";

TEST_CASE("on a terminal the texts stand side by side, then the summary") {
    const Session session = run(align, 80, 50);
    CHECK(session.status == 0);
    CHECK(holds(session, "speech.zh.txt (zh-CN)"));
    CHECK(holds(session, "│"));
    CHECK(holds(session, "\033[1m"));
    CHECK(holds(session, "\n\n5 beads (5 × 1-1)"));
    CHECK_FALSE(holds(session, "shape\tstatus"));
}

TEST_CASE("the summary breaks between words at the terminal's edge") {
    const Session session = run(align + "--no-pager 2>/dev/null", 40, 50);
    const std::size_t begin = session.screen.find("\n\n5 beads (5 × 1-1); linked: source ");
    REQUIRE(begin != std::string::npos);
    std::istringstream lines(session.screen.substr(begin + 2));
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
        INFO(line);
        CHECK(text::display_width(line) <= 40);
        CHECK_FALSE(line.starts_with(' '));
    }
    CHECK(count > 1);
}

TEST_CASE("NO_COLOR and a dumb terminal give no control sequences") {
    CHECK_FALSE(holds(run("NO_COLOR=1 " + align + "2>/dev/null", 80, 50), "\033["));
    CHECK_FALSE(holds(run("TERM=dumb " + align, 80, 50), "\033["));
    CHECK(holds(run("NO_COLOR=1 " + align + "--color always 2>/dev/null", 80, 50), "\033["));
}

TEST_CASE("a locale that is not UTF-8 gives ASCII marks and UTF-8 texts") {
    const Session session = run("LANG=C " + align + "--color never", 80, 50);
    CHECK_FALSE(holds(session, "│"));
    CHECK(holds(session, "开幕致辞"));
}

TEST_CASE("the pager is used when the view is longer than the screen, and only then") {
    const std::string pager = "PAGER='sed s/^/PAGED/' ";
    CHECK(holds(run(pager + align, 80, 10), "PAGED  "));
    CHECK_FALSE(holds(run(pager + align, 80, 50), "PAGED"));
    CHECK_FALSE(holds(run(pager + align + "--no-pager", 80, 10), "PAGED"));
    CHECK(holds(run(pager + align, 80, 10), "\n5 beads"));
    CHECK(holds(run("PAGER= " + align, 80, 10), "开幕致辞"));
}

TEST_CASE("a pager that stops reading, or does not exist, is no trouble") {
    const Session early = run("PAGER='head -c 1' " + align, 80, 5);
    CHECK(early.status == 0);
    CHECK(holds(early, "5 beads"));
    const Session none = run("PAGER=no-such-pager-anywhere " + align, 80, 5);
    CHECK(none.status == 0);
    CHECK(holds(none, "开幕致辞"));
}

TEST_CASE("with -o a terminal shows the summary only; --quiet not even that") {
    // A slow machine shows a progress bar meanwhile, on standard error.
    const Session session = run(align + "-o /dev/null --to beads 2>/dev/null", 80, 50);
    CHECK(session.screen.starts_with("5 beads"));
    CHECK(run(align + "-o /dev/null --to beads --quiet", 80, 50).screen.empty());
}

TEST_CASE("Ctrl-C ends the program by its signal") {
    // Having told what it read from the file, the program waits for the terminal to type the other side.
    // "exec" makes it the child whose status we see.
    const Session session =
        run("exec \"$program\" align speech.zh.txt - -v", 80, 24, "speech.zh.txt:", "\003");
    CHECK(WIFSIGNALED(session.status));
    CHECK(WTERMSIG(session.status) == SIGINT);
}

TEST_CASE("a signal leaves no half file, and a bar is erased") {
    std::string folder = (fs::temp_directory_path() / "tongwen-signals-XXXXXX").string();
    REQUIRE(::mkdtemp(folder.data()) != nullptr);
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        int ends[2] = {};
        REQUIRE(::pipe(ends) == 0);
        const pid_t child = ::fork();
        if (child == 0) {
            ::dup2(ends[1], STDERR_FILENO);
            ::signal(number, SIG_DFL);
            install_signal_handlers();
            text::AtomicFile file(folder + "/out.tmx");
            file.write(std::string(1 << 20, 'x'));
            note_progress_bar(true);
            ::raise(number);
            ::_exit(0);
        }
        ::close(ends[1]);
        CHECK(drain(ends[0]) == "\033[K");  // the carriage return before it was taken out
        ::close(ends[0]);
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        CHECK(WIFSIGNALED(status));
        CHECK(WTERMSIG(status) == number);
        CHECK(fs::is_empty(folder));
    }
    fs::remove_all(folder);
}

}  // namespace
}  // namespace tongwen::cli
