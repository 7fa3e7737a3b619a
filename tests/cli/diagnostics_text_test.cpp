// SPDX-License-Identifier: Apache-2.0
// Tests how diagnostics look: asserted whole.
#include "cli/diagnostics_text.h"

#include "cli/words.h"
#include "tests/support/catch.h"

namespace tongwen::cli {
namespace {

using text::Severity;

std::string rendered(const text::Diagnostic& diagnostic, std::size_t width = 80, bool colour = false) {
    Terminal terminal;
    terminal.width = width;
    terminal.colour = colour;
    return render(diagnostic, terminal);
}

TEST_CASE("place, severity and message make one line") {
    speak("en");
    CHECK(rendered({"file-not-found", Severity::error, {"a.txt"}}) == "a.txt: error: no such file\n");
    CHECK(rendered({"undecodable-bytes", Severity::warning, {"a.txt", 3}, {"2", "Big5"}}) ==
          "a.txt:3: warning: bytes that are no Big5 were replaced by U+FFFD, number of places: 2; the first "
          "is here\n");
    CHECK(rendered({"standard-input-twice", Severity::error, {}, {}}) ==
          "tongwen: error: standard input can be one of the sides only\n");
    CHECK(rendered({"empty-file", Severity::note, {"-"}}) ==
          "standard input: note: there is no text in this file\n");
}

TEST_CASE("the caret stands under the column, counted in display columns") {
    speak("en");
    CHECK(rendered({"wrong-encoding", Severity::error, {"a.txt", 2, 4, "年产量\uFFFD吨"}, {"UTF-8"}}) ==
          "a.txt:2:4: error: the bytes here are no UTF-8: another encoding, or a damaged file\n"
          "  年产量\uFFFD吨\n"
          "        ^\n");
    CHECK(rendered({"empty-file", Severity::error, {"a", 1, 1, "x"}, {}}) ==
          "a:1:1: error: there is no text in this file\n  x\n  ^\n");
    CHECK(rendered({"empty-file", Severity::error, {"a", 1, 0, "x"}, {}}) ==
          "a:1: error: there is no text in this file\n  x\n");
}

TEST_CASE("a caret may stand behind the line's end") {
    speak("en");
    CHECK(rendered({"empty-file", Severity::error, {"a", 1, 9, "x"}, {}}) ==
          "a:1:9: error: there is no text in this file\n  x\n   ^\n");
}

TEST_CASE("a long line is cut around the column") {
    speak("en");
    const std::string line(1000, 'x');
    const std::string text = rendered({"empty-file", Severity::error, {"a", 1, 500, line}, {}}, 30);
    CHECK(text == "a:1:500: error: there is no text in this file\n  " + std::string(27, 'x') + "\n  " +
                      std::string(18, ' ') + "^\n");
}

TEST_CASE("tabs and control characters take one column and do nothing") {
    speak("en");
    CHECK(rendered({"empty-file", Severity::error, {"a\033[2J", 1, 3, "\t\033x"}, {}}) ==
          "a\uFFFD[2J:1:3: error: there is no text in this file\n   \uFFFDx\n    ^\n");
}

TEST_CASE("severity is coloured where colours are wanted, and worded in the person's language") {
    speak("en");
    CHECK(rendered({"file-not-found", Severity::error, {"a"}}, 80, true) ==
          "a: \033[31merror:\033[0m no such file\n");
    speak("zh-CN");
    CHECK(rendered({"cannot-write", Severity::warning, {"a"}, {"Permission denied"}}) ==
          "a: 警告: 无法写入：权限不够\n");
    speak("en");
}

}  // namespace
}  // namespace tongwen::cli
