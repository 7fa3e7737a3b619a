// SPDX-License-Identifier: Apache-2.0
// Runs the program as a person would: the cases of golden/*.txt.
//
// A case is a line "$ command" (run by sh in an empty folder with the files of data/, shared by the cases of
// one file), then what is expected: "= code" when the exit code is not 0, "1| line" for each line of standard
// output, "2| line" for each of standard error. "#" begins a comment. With TONGWEN_UPDATE_GOLDEN=1 in the
// environment the files are written anew: read the difference before you believe it.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/catch.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& file) {
    std::ostringstream out;
    out << std::ifstream(file).rdbuf();
    return out.str();
}

/// An empty folder that goes when the test does.
class Playground {
  public:
    Playground() {
        std::string name = (fs::temp_directory_path() / "tongwen-golden-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
        path_ = name;
        fs::create_directory(path_ / "play");
        fs::copy(TONGWEN_SOURCE_DIR "/tests/cli/data", path_ / "play", fs::copy_options::recursive);
    }
    ~Playground() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Playground(const Playground&) = delete;
    Playground& operator=(const Playground&) = delete;

    [[nodiscard]] const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

std::string prefixed(const std::string& text, const std::string& prefix) {
    std::istringstream lines(text);
    std::string out;
    for (std::string line; std::getline(lines, line);)
        out += line.empty() ? prefix + "\n" : prefix + " " + line + "\n";
    return out;
}

/// What came of a command, spelled as a golden file spells it.
std::string run(const std::string& command, const fs::path& folder) {
    const fs::path out = folder / "out";
    const fs::path err = folder / "err";
    // The locale, the size and where lexicons are looked for are set, whatever the person has who runs the
    // tests; a case may set others.
    const std::string surroundings = "cd '" + (folder / "play").string() +
                                     "' && unset LANGUAGE LC_ALL LC_MESSAGES LC_CTYPE NO_COLOR CLICOLOR "
                                     "CLICOLOR_FORCE PAGER; export LANG=C.UTF-8 COLUMNS=80 "
                                     "TONGWEN_LEXICONS= TONGWEN_DICTD= TONGWEN_WORDNET= "
                                     "XDG_DATA_HOME=\"$PWD/home\" XDG_CACHE_HOME=\"$PWD/cache\" "
                                     "SOURCE_DATE_EPOCH=1720051200 PATH=\"$(dirname '" TONGWEN_PROGRAM
                                     "'):$PATH\"; ";
    const std::string line =
        surroundings + "{ " + command + "\n} < /dev/null > '" + out.string() + "' 2> '" + err.string() + "'";
    const int status = std::system(line.c_str());
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    const std::string exit_line = code == 0 ? "" : "= " + std::to_string(code) + "\n";
    return exit_line + prefixed(content_of(out), "1|") + prefixed(content_of(err), "2|");
}

bool is_expectation(const std::string& line) {
    return line.starts_with("= ") || line.starts_with("1|") || line.starts_with("2|");
}

struct Case {
    std::string command;
    std::string expected;
};

std::vector<Case> cases_of(const std::string& golden) {
    std::vector<Case> cases;
    std::istringstream lines(golden);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("$ ")) cases.push_back({line.substr(2), {}});
        if (is_expectation(line)) cases.at(cases.size() - 1).expected += line + "\n";
    }
    return cases;
}

void update(const fs::path& file, const Playground& playground) {
    std::istringstream lines(content_of(file));
    std::string out;
    for (std::string line; std::getline(lines, line);) {
        if (is_expectation(line)) continue;
        out += line + "\n";
        if (line.starts_with("$ ")) out += run(line.substr(2), playground.path());
    }
    std::ofstream(file) << out;
}

TEST_CASE("the program does what the golden files say") {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(TONGWEN_SOURCE_DIR "/tests/cli/golden")) {
        const Playground playground;
        if (std::getenv("TONGWEN_UPDATE_GOLDEN") != nullptr) update(entry.path(), playground);
        const Playground fresh;
        for (const Case& c : cases_of(content_of(entry.path()))) {
            ++count;
            INFO(entry.path().filename().string() << "\n$ " << c.command);
            CHECK(run(c.command, fresh.path()) == c.expected);
        }
    }
    CHECK(count > 50);
}

}  // namespace
}  // namespace tongwen::cli
