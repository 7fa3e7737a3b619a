// SPDX-License-Identifier: Apache-2.0
// Tests Markdown: its blocks as kinds, its text without markup, the way back to its bytes.
#include "corpus/markdown_reader.h"

#include <rapidcheck.h>

#include "tests/corpus/spelled.h"
#include "tests/support/catch.h"

namespace tongwen::corpus {
namespace {

TEST_CASE("blocks of Markdown") {
    struct Row {
        std::string_view markdown, expected;
    };
    const auto row = GENERATE(values<Row>({
        {"", ""},
        {"---\n", ""},
        {"# One\n\nTwo\n===\n\n### 三 ###\n", "[heading 1: One][heading 1: Two][heading 3: 三]"},
        {"Soft\nbreak,  \nhard break.\n", "[body: Soft\nbreak,\nhard break.]"},
        {"- a\n- b\n  1. c\n  2. d\n\n     e\n",
         "[list-item 1: a][list-item 1: b][list-item 2: c][list-item 2: d][list-item 2: e]"},
        {"- [x] done\n- [ ] open\n", "[list-item 1: done][list-item 1: open]"},
        {"> quoted\n> text\n>\n> - item\n\nbody\n",
         "[quotation: quoted\ntext][list-item 1: item][body: body]"},
        {"- > quote in item\n", "[quotation: quote in item]"},
        {"```c++\nint a;\n\nint b;\n```\n", "[code: int a;\n\nint b;]"},
        {"    indented\n      more\n", "[code: indented\n  more]"},
        {"| A | B |\n|---|--:|\n| c | `d e` |\n", "[body: A][body: B][body: c][body: d e]"},
        {"**bold** *em* ~~del~~ `code` [link](u \"t\") ![alt *x*](p.png) <http://a.b>",
         "[body: bold em del code link alt x http://a.b]"},
        {"[ref][r] text\n\n[r]: http://a.b\n", "[body: ref text]"},
        {"a &amp; b &#20013; &lt; \\* &nope;", "[body: a & b 中 < * &nope;]"},
        {"<div>\nVisible <b>text</b><br>here\n<p>More</p>\n</div>\n\nbody",
         "[body: Visible text\nhere][body: More][body: body]"},
        {"inline <span class=\"x\">html</span><br>and <!-- not --> this", "[body: inline html\nand  this]"},
        {"---\ntitle: T\ntags: [a]\n---\n# H\n", "[code: title: T\ntags: [a]][heading 1: H]"},
        {"---\ntitle: not closed\n\n# H\n", "[body: title: not closed][heading 1: H]"},
        {"---\n\ntext\n\n---\n", "[body: text]"},
    }));
    CAPTURE(row.markdown);
    CHECK(spelled(read_markdown(std::string(row.markdown))) == row.expected);
}

TEST_CASE("text leads back to its place in the input") {
    const std::string input = "# 标*题*\n\na &amp; **b**\n\n> <div>c</div> d\n";
    const RawText raw = read_markdown(input);
    const auto source_of = [&](std::string_view part) {
        const std::size_t begin = raw.text.find(part);
        REQUIRE(begin != std::string::npos);
        return std::string(raw.to_input.to_original(text::ByteSpan{begin, begin + part.size()}).of(input));
    };
    CHECK(source_of("标题") == "标*题");
    CHECK(source_of("题") == "题");
    CHECK(source_of("&") == "&amp;");
    CHECK(source_of("a & b") == "a &amp; **b");
    CHECK(source_of("c") == "c");
}

TEST_CASE("any text is read; paragraphs are in order, trimmed and lead back into the input") {
    REQUIRE(rc::check([] {
        const auto input = *rc::gen::container<std::string>(
            rc::gen::elementOf(std::string("ab \n\n\t#*-_`>[]()!<>/&;:|1.~=\\\"'")));
        const RawText raw = read_markdown(input);
        std::size_t reached = 0;
        for (const RawParagraph& paragraph : raw.paragraphs) {
            RC_ASSERT(paragraph.span.begin >= reached);
            RC_ASSERT(paragraph.span.end > paragraph.span.begin);
            reached = paragraph.span.end;
            RC_ASSERT(raw.to_input.to_original(paragraph.span).end <= input.size());
        }
        RC_ASSERT(reached <= raw.text.size());
    }));
}

// Quadratic code would run into ctest's timeout.
TEST_CASE("markup piled up does not take quadratic time") {
    const std::string unit = GENERATE(as<std::string>(), "[", "*a ", "> ", "<", "<a ", "![](", "`a``",
                                      "&amp;", "- a\n", "|a", "<!-- ");
    std::string text;
    while (text.size() < 200'000) text += unit;
    CHECK(read_markdown(text).text.size() <= 2 * text.size());
}

}  // namespace
}  // namespace tongwen::corpus
