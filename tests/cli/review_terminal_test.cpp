// SPDX-License-Identifier: Apache-2.0
// Runs the review as a translator does, in tmux. Without tmux the tests say so and pass.
#include "cli/review_terminal.h"

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "tests/cli/tmux.h"
#include "tests/support/catch.h"
#include "tests/support/scratch_folder.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

/// An alignment file in a folder of its own, and how to run the program there.
class Desk {
  public:
    Desk() {
        folder_.add("empty/nothing", "");
        const std::string data = TONGWEN_SOURCE_DIR "/tests/cli/data/";
        const std::string align = program("LANG=C.UTF-8") + " align --quiet '" + data + "speech.zh.txt' '" +
                                  data + "speech.en.txt' -o '" + file() + "'";
        REQUIRE(std::system(align.c_str()) == 0);
    }

    [[nodiscard]] const ScratchFolder& folder() const { return folder_; }
    [[nodiscard]] std::string file() const { return (folder_.path() / "speech.tongwen").string(); }
    /// The program with variables of its own.
    [[nodiscard]] std::string program(const std::string& variables) const {
        const std::string empty = (folder_.path() / "empty").string();
        return "env -u LC_ALL -u LANGUAGE -u NO_COLOR -u COLUMNS -u LINES TONGWEN_LEXICONS= TONGWEN_DICTD= " +
               ("XDG_CONFIG_HOME='" + empty + "' XDG_CACHE_HOME='" + empty + "' HOME='" + empty + "' ") +
               variables + " '" TONGWEN_PROGRAM "'";
    }
    [[nodiscard]] std::string review(const std::string& variables = "LANG=C.UTF-8") const {
        return program(variables) + " review '" + file() + "'";
    }
    /// How often a text stands in the file.
    [[nodiscard]] std::size_t count(const std::string& text) const {
        std::ostringstream out;
        out << std::ifstream(file()).rdbuf();
        const std::string bytes = out.str();
        std::size_t times = 0;
        for (auto at = bytes.find(text); at != std::string::npos; at = bytes.find(text, at + 1)) ++times;
        return times;
    }

  private:
    ScratchFolder folder_;
};

bool skipped() {
    if (Tmux::is_there()) return false;
    WARN("skipped: tmux is not installed");
    return true;
}

TEST_CASE("a translator accepts, merges, undoes, leaves, and goes on where she stood") {
    if (skipped()) return;
    const Desk desk;
    {
        Tmux tmux(desk.review(), 80, 24);
        CHECK(tmux.shows("1/5 · 0 to fix · 5 undecided"));
        CHECK(tmux.seen().find("开幕致辞") != std::string::npos);
        CHECK(tmux.seen().find("speech.zh.txt (zh-CN)") != std::string::npos);
        tmux.type("Space");
        CHECK(tmux.shows("2/5 · 0 to fix · 4 undecided"));
        tmux.type("m");
        CHECK(tmux.shows("2/4 · 0 to fix"));
        tmux.type("u");
        CHECK(tmux.shows("taken back: merged"));
        tmux.type("r");
        CHECK(tmux.shows("2/5 · 1 to fix · 3 undecided"));
        tmux.type("j");
        CHECK(tmux.shows("3/5"));
        tmux.type("q");
        CHECK(tmux.shows("[exit 0]"));
        CHECK(tmux.seen().find("to fix") == std::string::npos);
    }
    Tmux again(desk.review(), 80, 24);
    CHECK(again.shows("3/5 · 1 to fix · 3 undecided"));
    again.type("u");
    CHECK(again.shows("taken back: needs work"));
    again.type("C-c");
    CHECK(again.shows("[exit 0]"));
}

TEST_CASE("the screen follows the terminal's size while it runs") {
    if (skipped()) return;
    const Desk desk;
    Tmux tmux(desk.review(), 160, 50);
    CHECK(tmux.shows("Enter why"));
    tmux.resize(60, 20);
    CHECK(tmux.shows("…"));
    tmux.type("End");
    CHECK(tmux.shows("5/5"));
    tmux.resize(100, 30);
    CHECK(tmux.shows("Enter why"));
}

TEST_CASE("the review speaks Chinese") {
    if (skipped()) return;
    const Desk desk;
    Tmux tmux(desk.review("LANG=zh_CN.UTF-8"), 80, 24);
    CHECK(tmux.shows("1/5 · 待改 0 · 未审 5"));
    tmux.type("?");
    CHECK(tmux.shows("与下一组合并"));
}

TEST_CASE("a locale that is not UTF-8 gives ASCII signs and UTF-8 texts") {
    if (skipped()) return;
    const Desk desk;
    Tmux tmux(desk.review("LANG=C"), 80, 24);
    CHECK(tmux.shows("1/5 - 0 to fix"));
    CHECK(tmux.seen().find("开幕致辞") != std::string::npos);
    CHECK(tmux.seen().find("│") == std::string::npos);
}

TEST_CASE("the target is edited in the editor of one's choice") {
    if (skipped()) return;
    const Desk desk;
    const fs::path editor = desk.folder().add(
        "editor", "#!/bin/sh\ntest \"$1\" = --quick || exit 1\nprintf 'Rewritten.\\n\\n' > \"$2\"\n");
    fs::permissions(editor, fs::perms::owner_all);
    Tmux tmux(desk.review("LANG=C.UTF-8 EDITOR=false VISUAL='" + editor.string() + " --quick'"), 80, 24);
    CHECK(tmux.shows("1/5"));
    tmux.type("e");
    CHECK(tmux.shows("target edited by hand"));
    CHECK(tmux.seen().find("Rewritten.") != std::string::npos);
    tmux.type("u");
    CHECK(tmux.shows("taken back: target edited"));
    CHECK(tmux.seen().find("Rewritten.") == std::string::npos);
}

TEST_CASE("an editor that fails changes nothing") {
    if (skipped()) return;
    const Desk desk;
    Tmux tmux(desk.review("LANG=C.UTF-8 VISUAL=false"), 80, 24);
    CHECK(tmux.shows("1/5"));
    tmux.type("e");
    CHECK(tmux.shows("the editor failed: false"));
    tmux.type("j");
    CHECK(tmux.shows("2/5 · 0 to fix · 5 undecided"));
}

TEST_CASE("Ctrl-Z stops the program, fg brings the screen back") {
    if (skipped()) return;
    const Desk desk;
    Tmux tmux("sh", 80, 24);
    tmux.type(desk.review());
    tmux.type("Enter");
    CHECK(tmux.shows("1/5"));
    tmux.type("C-z");
    CHECK(tmux.shows("Stopped"));
    tmux.type("fg");
    tmux.type("Enter");
    CHECK(tmux.shows("1/5"));
    tmux.type("j");
    CHECK(tmux.shows("2/5"));
}

TEST_CASE("a signal gives the terminal back and ends the program by itself") {
    if (skipped()) return;
    for (const int number : {SIGTERM, SIGHUP, SIGINT}) {
        CAPTURE(number);
        const Desk desk;
        Tmux tmux("sh -c 'echo $$ > " + (desk.folder().path() / "id").string() + "; exec \"$@\"' sh " +
                      desk.review(),
                  80, 24);
        CHECK(tmux.shows("1/5"));
        tmux.type("Space");
        CHECK(tmux.shows("2/5"));
        const std::string kill =
            "kill -" + std::to_string(number) + " $(cat '" + (desk.folder().path() / "id").string() + "')";
        REQUIRE(std::system(kill.c_str()) == 0);
        CHECK(tmux.shows("[exit " + std::to_string(128 + number) + "]"));
        CHECK(tmux.seen().find("undecided") == std::string::npos);
        Tmux again(desk.review(), 80, 24);
        CHECK(again.shows("2/5 · 0 to fix · 4 undecided"));
    }
}

TEST_CASE("the keys of the configuration file count; a mistake in it is told with its place") {
    if (skipped()) return;
    const Desk desk;
    const std::string config = (desk.folder().path() / "config").string();
    desk.folder().add("config/tongwen/config.toml", "[keys]\nneeds-work = \"!\"\n");
    {
        Tmux tmux(desk.review("LANG=C.UTF-8 XDG_CONFIG_HOME='" + config + "'"), 80, 24);
        CHECK(tmux.shows("! needs work"));
        tmux.type("!");
        CHECK(tmux.shows("1/5 · 1 to fix"));
    }
    desk.folder().add("config/tongwen/config.toml", "[keys]\nneeds-work = \"a\"\n");
    Tmux tmux(desk.review("LANG=C.UTF-8 XDG_CONFIG_HOME='" + config + "'"), 120, 24);
    CHECK(tmux.shows("[exit 2]"));
    CHECK(tmux.seen().find("config.toml:2:14: error: the key a is bound to accept, too") !=
          std::string::npos);
}

TEST_CASE("without a terminal the error names --script") {
    const Desk desk;
    for (const std::string kind : {"TERM=xterm", "TERM=dumb"}) {
        const std::string command =
            desk.review(kind) + " </dev/null 2>'" + (desk.folder().path() / "said").string() + "'";
        CHECK(std::system(command.c_str()) == 2 << 8);
        std::ostringstream said;
        said << std::ifstream(desk.folder().path() / "said").rdbuf();
        CHECK(said.str() ==
              "tongwen: error: this needs a terminal; without one, use 'tongwen review --script'\n");
    }
}

}  // namespace
}  // namespace tongwen::cli
