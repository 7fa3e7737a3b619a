// SPDX-License-Identifier: Apache-2.0
// Tests that whatever happens to `tongwen tm` on its way, a memory is there whole or as it was.
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>
#include <thread>

#include <sys/resource.h>

#include "tests/cli/child_process.h"
#include "tests/support/catch.h"
#include "tests/support/scratch_folder.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& file) {
    std::ostringstream out;
    out << std::ifstream(file, std::ios::binary).rdbuf();
    return out.str();
}

std::string some_units(int count, const std::string& mark) {
    std::string text;
    for (int k = 0; k < count; ++k)
        text += R"({"id":")" + mark + std::to_string(k) + R"(","source":{"lang":"zh-CN","text":"第)" +
                std::to_string(k) + R"(句"},"target":{"lang":"en","text":"sentence )" + mark + "\"}}\n";
    return text;
}

std::size_t count_files(const fs::path& folder) {
    return static_cast<std::size_t>(
        std::distance(fs::recursive_directory_iterator(folder), fs::recursive_directory_iterator()));
}

/// The exit status of a command, which may write files of so many bytes only (0: of any size); -1 when a
/// signal ended it.
int run(const std::string& command, rlim_t most_bytes = 0) {
    const pid_t child = ::fork();
    if (child == 0) {
        const struct rlimit limit = {most_bytes, most_bytes};
        if (most_bytes > 0 &&
            (::signal(SIGXFSZ, SIG_IGN) == SIG_ERR || ::setrlimit(RLIMIT_FSIZE, &limit) != 0))
            ::_exit(125);
        ::execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
        ::_exit(127);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

const std::string program = "'" TONGWEN_PROGRAM "' tm ";

TEST_CASE("a merge that is killed leaves the old memory whole, and nothing else") {
    const ScratchFolder folder;
    const std::string one = folder.add("in/one.jsonl", some_units(6000, "a"));
    const std::string other = folder.add("in/other.jsonl", some_units(6000, "b"));
    const fs::path out = folder.path() / "out/all.tmx";
    folder.add("out/all.tmx", "old");
    fs::create_directory(folder.path() / "tmp");
    ::setenv("TMPDIR", (folder.path() / "tmp").c_str(), 1);
    std::mt19937 random(5);
    int killed = 0;
    std::string whole;
    for (int round = 0; round < 12; ++round) {
        ChildProcess child({TONGWEN_PROGRAM, "tm", "merge", "-q", one, other, "-o", out.string()});
        std::this_thread::sleep_for(std::chrono::milliseconds(random() % 120));
        ::kill(child.id(), SIGKILL);
        killed += WIFSIGNALED(child.wait()) ? 1 : 0;
        const std::string now = content_of(out);
        if (now != "old") {
            CHECK(now.ends_with("</tmx>\n"));
            if (whole.empty()) whole = now;
            CHECK(now.size() == whole.size());
        }
        CHECK(count_files(folder.path() / "out") == 1);
        CHECK(fs::is_empty(folder.path() / "tmp"));
    }
    ::unsetenv("TMPDIR");
    CHECK(killed > 0);
}

TEST_CASE("on a full disk the old memory stays, and the reason is said") {
    const ScratchFolder folder;
    const std::string in = folder.add("in.jsonl", some_units(20'000, "a"));
    const fs::path out = folder.add("out.tmx", "old");
    const std::string said = (folder.path() / "said").string();
    CHECK(run(program + "merge -q " + in + " -o /dev/full --to tmx 2> " + said) == 2);
    CHECK(content_of(said) == "/dev/full: error: cannot be written: No space left on device\n");
    constexpr rlim_t most = 200'000;
    for (const std::string& command :
         {"merge -q " + in, "clean -q " + in, "convert -q " + in, "sample -q -n 9000 " + in}) {
        INFO(command);
        CHECK(run(program + command + " -o " + out.string() + " 2> " + said, most) == 2);
        CHECK(content_of(said).ends_with("error: cannot be written: File too large\n"));
        CHECK(content_of(out) == "old");
    }
    CHECK(run(program + "split -q -n 100 " + in + " -o " + (folder.path() / "parts").string()) == 0);
    CHECK(run(program + "split -q --megabytes 5 " + in + " -o " + (folder.path() / "more").string() + " 2> " +
                  said,
              most) == 2);
    CHECK_FALSE(fs::exists(folder.path() / "more"));
    CHECK(count_files(folder.path()) == 4 + 200);
}

TEST_CASE("a memory that grows while it is read is refused") {
    const ScratchFolder folder;
    const fs::path in = folder.add("in.jsonl", some_units(60'000, "a"));
    const fs::path out = folder.path() / "out.tmx";
    for (const std::string action : {"merge", "clean", "convert"}) {
        INFO(action);
        ChildProcess child({TONGWEN_PROGRAM, "tm", action, "-q", in.string(), "-o", out.string()});
        const auto runs = [&child] {
            siginfo_t info = {};
            return ::waitid(P_PID, static_cast<id_t>(child.id()), &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
                   info.si_pid == 0;
        };
        while (runs()) {
            std::ofstream(in, std::ios::app) << some_units(1, "b");
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
        const int ended = child.wait();
        CHECK(WIFEXITED(ended));
        CHECK(WEXITSTATUS(ended) == 2);
        CHECK_FALSE(fs::exists(out));
    }
}

TEST_CASE("a memory can be written over itself") {
    const ScratchFolder folder;
    const fs::path in = folder.add("in.jsonl", some_units(3000, "a") + some_units(3000, "a"));
    CHECK(run(program + "merge -q " + in.string() + " -o " + in.string()) == 0);
    CHECK(content_of(in).size() > some_units(3000, "a").size() / 2);
    CHECK(run(program + "diff -q " + in.string() + " " + in.string()) == 0);
    CHECK(run(program + "stats " + in.string() + " | grep -q '^units  *3000$'") == 0);
}

TEST_CASE("what has to be read twice is no pipe, what is read once may be one") {
    const ScratchFolder folder;
    const std::string in = folder.add("in.jsonl", some_units(10, "a"));
    const std::string out = (folder.path() / "out.jsonl").string();
    CHECK(run("cat " + in + " | " + program + "merge -q --from jsonl - -o " + out + " 2> /dev/null") == 2);
    CHECK(run("cat " + in + " | " + program + "convert -q --from jsonl - -o " + out) == 0);
    CHECK(content_of(out) == content_of(in));
}

}  // namespace
}  // namespace tongwen::cli
