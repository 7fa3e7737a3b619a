// SPDX-License-Identifier: Apache-2.0
// Tests what a paragraph of plain text is, in the three manners in which people write them.
#include "corpus/text_reader.h"

#include "tests/corpus/spelled.h"
#include "tests/support/catch.h"

namespace tongwen::corpus {
namespace {

TEST_CASE("paragraphs of plain text") {
    struct Row {
        std::string_view what, text, expected;
    };
    const auto row = GENERATE(values<Row>({
        {"nothing", "", ""},
        {"only white space", " \n　\n\n", ""},
        {"one line without an end", "甲。", "[body: 甲。]"},
        {"a paragraph a line", "标题\n　　第一段。\n　　第二段。\n",
         "[body: 标题][body: 第一段。][body: 第二段。]"},
        {"blank lines between", "Title\n\nFirst paragraph.\n\n\nSecond.\n",
         "[body: Title][body: First paragraph.][body: Second.]"},
        {"short lines are not joined", "roses\nare red\nviolets\nare blue\n",
         "[body: roses][body: are red][body: violets][body: are blue]"},
        {"a paragraph a line, of much the same length",
         "The first of these paragraphs says something that is not long.\n"
         "The second of them says something that is about as long too.\n"
         "The third does so as well, and ends as all of them have ended.\n"
         "The fourth is where we stop, since it has been enough by now.\n",
         "[body: The first of these paragraphs says something that is not long.]"
         "[body: The second of them says something that is about as long too.]"
         "[body: The third does so as well, and ends as all of them have ended.]"
         "[body: The fourth is where we stop, since it has been enough by now.]"},
        {"hard-wrapped, with a heading, an indented beginning and a list",
         "On Trains\n\n"
         "  The railway of the valley was built in a year when nobody believed in\n"
         "it, and it has carried its passengers ever since without an accident to\n"
         "speak of. It leaves at noon.\n\n"
         "  What people take with them on the journey is seldom more than this, as\n"
         "far as the guards can tell:\n"
         "- a basket with bread and cheese in it, which will not last as long as\n"
         "  the way up does;\n"
         "- a book.\n",
         "[body: On Trains]"
         "[body: The railway of the valley was built in a year when nobody believed in\n"
         "it, and it has carried its passengers ever since without an accident to\n"
         "speak of. It leaves at noon.]"
         "[body: What people take with them on the journey is seldom more than this, as\n"
         "far as the guards can tell:]"
         "[body: - a basket with bread and cheese in it, which will not last as long as\n"
         "  the way up does;]"
         "[body: - a book.]"},
        {"hard-wrapped, new paragraphs by indentation only",
         "    The station master has a clock that is five minutes fast, and nobody\n"
         "minds, since the trains have learnt to be early. He winds it on Sunday.\n"
         "    His daughter sells the tickets. She knows where everybody travels to\n"
         "and says nothing about it to anybody, which is why she has friends only.\n",
         "[body: The station master has a clock that is five minutes fast, and nobody\n"
         "minds, since the trains have learnt to be early. He winds it on Sunday.]"
         "[body: His daughter sells the tickets. She knows where everybody travels to\n"
         "and says nothing about it to anybody, which is why she has friends only.]"},
        {"a single break in the middle of a sentence",
         "The train that leaves the valley at noon carries more bread than people\nand is late in winter.\n",
         "[body: The train that leaves the valley at noon carries more bread than people\nand is late in "
         "winter.]"},
        {"hard-wrapped Chinese",
         "山谷里的火车每天中午出发，车上的面包比乘客还要多，到了冬天它总是要\n"
         "晚到一会儿，站长的钟却比别处快五分钟，没有人介意，因为大家都已经习\n"
         "惯了，连车站的猫也知道什么时候应该到月台上去等那一班火车，它在那里\n"
         "等一条鱼。\n",
         "[body: 山谷里的火车每天中午出发，车上的面包比乘客还要多，到了冬天它总是要\n"
         "晚到一会儿，站长的钟却比别处快五分钟，没有人介意，因为大家都已经习\n"
         "惯了，连车站的猫也知道什么时候应该到月台上去等那一班火车，它在那里\n"
         "等一条鱼。]"},
    }));
    CAPTURE(row.what);
    CHECK(spelled(read_text(std::string(row.text))) == row.expected);
}

TEST_CASE("the text is taken over as it is") {
    const RawText raw = read_text("　甲\n乙 ");
    CHECK(raw.text == "　甲\n乙 ");
    CHECK(raw.to_input.run_count() == 0);
}

// Quadratic code would run into ctest's timeout.
TEST_CASE("time is linear in lines and in their length") {
    const std::string line = GENERATE(
        as<std::string>(), "x", "word word word word word word word word word word word\n", "甲", "\n", " ");
    std::string text;
    while (text.size() < 4'000'000) text += line;
    const RawText raw = read_text(std::move(text));
    CHECK(raw.text.size() >= 4'000'000);
}

}  // namespace
}  // namespace tongwen::corpus
