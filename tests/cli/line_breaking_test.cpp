// SPDX-License-Identifier: Apache-2.0
// Tests line breaking: the prohibition rules, widths, and what may reach a terminal.
#include "cli/line_breaking.h"

#include <string>
#include <vector>

#include <rapidcheck.h>

#include "tests/support/catch.h"
#include "text/unicode.h"

namespace tongwen::cli {
namespace {

using Lines = std::vector<std::string>;

TEST_CASE("lines break at spaces and beside wide characters") {
    struct Case {
        std::string text;
        std::size_t width;
        Lines lines;
    };
    const std::vector<Case> cases = {
        {"", 10, {}},
        {"one", 10, {"one"}},
        {"one two three", 7, {"one two", "three"}},
        {"one two three", 8, {"one two", "three"}},
        {"同文馆培养译员", 6, {"同文馆", "培养译", "员"}},
        {"同文馆培养译员", 7, {"同文馆", "培养译", "员"}},
        {"在2024年开幕", 6, {"在2024", "年开幕"}},
        {"incomprehensible", 6, {"incomp", "rehens", "ible"}},
        {"a incomprehensible", 6, {"a", "incomp", "rehens", "ible"}},
        {"它叫Tongwen。", 9, {"它叫", "Tongwen。"}},
    };
    for (const Case& c : cases) CHECK(wrap(c.text, c.width) == c.lines);
}

TEST_CASE("no line begins with closing or ends with opening punctuation") {
    struct Case {
        std::string text;
        std::size_t width;
        Lines lines;
    };
    const std::vector<Case> cases = {
        {"大家好，谢谢", 6, {"大家", "好，谢", "谢"}},
        {"他说《红楼梦》好", 6, {"他说", "《红楼", "梦》好"}},
        {"见（附件）。", 6, {"见（附", "件）。"}},
        {"见（附件）。", 4, {"见", "（附", "件）", "。"}},
        {"你好！”他说", 5, {"你", "好！”", "他说"}},
        {"书名是《史记》", 8, {"书名是", "《史记》"}},
        {"好——好", 3, {"好", "——", "好"}},
        {"然后……好", 4, {"然", "后……", "好"}},
        {"word, (word) word", 7, {"word,", "(word)", "word"}},
        {"stop ！", 5, {"stop", "！"}},
    };
    for (const Case& c : cases) CHECK(wrap(c.text, c.width) == c.lines);
}

TEST_CASE("ambiguous characters take the columns they are said to") {
    CHECK(wrap("“好” “好”", 9, 1) == Lines{"“好” “好”"});
    CHECK(wrap("“好” “好”", 9, 2) == Lines{"“好”", "“好”"});
}

TEST_CASE("combining marks stay with their letters") {
    CHECK(wrap("e\u0301e\u0301e\u0301", 2) == Lines{"e\u0301e\u0301", "e\u0301"});
    CHECK(wrap("好\u0301好", 2) == Lines{"好\u0301", "好"});
}

TEST_CASE("wrapping loses and adds nothing but spaces, and keeps to the width") {
    const std::vector<std::string> signs = {"a", "b", " ", "好",      "，", "（",
                                            "”", "—", "…", "e\u0301", "1",  "ー"};
    REQUIRE(rc::check([&] {
        std::string text;
        for (const auto i :
             *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, signs.size())))
            text += signs[i];
        text = legible(text);
        const auto width = *rc::gen::inRange<std::size_t>(2, 12);
        std::string joined;
        for (const std::string& line : wrap(text, width)) {
            RC_ASSERT(text::display_width(line) <= width);
            RC_ASSERT(!line.empty());
            joined += line;
        }
        std::erase(joined, ' ');
        std::erase(text, ' ');
        RC_ASSERT(joined == text);
    }));
}

TEST_CASE("what a terminal would obey is not shown") {
    CHECK(legible("a\033[31mb") == "a\uFFFD[31mb");
    CHECK(legible("a\u0007\u009Bb") == "a\uFFFD\uFFFDb");
    CHECK(legible(" a \t\n\u3000 b ") == "a b");
    CHECK(legible("a\u202Eb\u2066c") == "abc");
    CHECK(legible("a\xFF") == "a\uFFFD");
    CHECK(legible("") == "");
}

TEST_CASE("padding and shortening count columns") {
    CHECK(pad("好", 4) == "好  ");
    CHECK(pad("好好好", 4) == "好好好");
    CHECK(shorten("short", 5) == "short");
    CHECK(shorten("longer", 5) == "long…");
    CHECK(shorten("好好好", 5) == "好好…");
    CHECK(shorten("好好好", 4) == "好…");
    CHECK(shorten("longer", 5, false) == "lo...");
}

TEST_CASE("of a name too long, the middle goes") {
    CHECK(shorten_middle("a.txt", 5) == "a.txt");
    CHECK(shorten_middle("report.txt", 9) == "repo….txt");
    CHECK(shorten_middle("report.txt", 8) == "repo…txt");
    CHECK(shorten_middle("report.txt", 9, false) == "rep...txt");
    CHECK(shorten_middle("报告全文.txt", 9) == "报告….txt");
    CHECK(shorten_middle("报告全文终稿", 8) == "报告…稿");
    CHECK(shorten_middle("“”“”", 5, false, 2) == "“...");
    CHECK(shorten_middle("abcde\u0301", 3) == "a…e\u0301");
    CHECK(shorten_middle("abcd\u0301ef", 3) == "a…f");
    CHECK(shorten_middle("abcdef", 1) == "…");
    CHECK(shorten_middle("abcdef", 0) == "…");
    REQUIRE(rc::check([] {
        const std::string name = legible(*rc::gen::arbitrary<std::string>());
        const auto width = *rc::gen::inRange<std::size_t>(3, 12);
        RC_ASSERT(text::display_width(shorten_middle(name, width)) <= width);
    }));
}

}  // namespace
}  // namespace tongwen::cli
