// SPDX-License-Identifier: Apache-2.0
// Tests the outward signs of segments: endings, quotation marks, list markers and places in paragraphs.
#include "align/cues.h"

#include <rapidcheck.h>

#include "tests/align/segments.h"
#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

Cues cues_of(std::string_view segment) { return find_cues(segmented({std::string(segment)}, "zh")).front(); }

TEST_CASE("endings of all scripts are mapped to one") {
    struct Row {
        std::string_view segment;
        Ending ending;
    };
    const auto row = GENERATE(values<Row>({
        {"他来了。", Ending::stop},     {"He came.", Ending::stop},
        {"He came. ", Ending::stop},    {"“他来了。”", Ending::stop},
        {"(He came.)", Ending::stop},   {"（他来了！）", Ending::exclamation},
        {"来吗？", Ending::question},   {"Really?”", Ending::question},
        {"来！", Ending::exclamation},  {"他说：", Ending::colon},
        {"He said:", Ending::colon},    {"后来……", Ending::ellipsis},
        {"Later...", Ending::ellipsis}, {"Later…", Ending::ellipsis},
        {"首先，", Ending::soft},       {"one;", Ending::soft},
        {"then —", Ending::soft},       {"A heading", Ending::none},
        {"标题", Ending::none},         {"”", Ending::none},
    }));
    INFO(row.segment);
    CHECK(cues_of(row.segment).ending == row.ending);
}

TEST_CASE("quotation marks open, close, and stay open") {
    struct Row {
        std::string_view segment;
        bool opens, closes, inside;
    };
    const auto row = GENERATE(values<Row>({
        {"“来。”", true, true, false},
        {"「來。」", true, true, false},
        {"“来。", true, false, true},
        {"“Come.”", true, true, false},
        {"\"Come.\"", true, true, false},
        {"他说：“来。”", false, true, false},
        {"来”，他说。", false, false, false},
        {"«Komm», sagte er.", true, false, false},
        {"‘Come’", true, true, false},
        {"He said, “Come.", false, false, true},
    }));
    INFO(row.segment);
    const Cues cues = cues_of(row.segment);
    CHECK(cues.opens_quote == row.opens);
    CHECK(cues.closes_quote == row.closes);
    CHECK(cues.inside_quote == row.inside);
}

TEST_CASE("questions and exclamations are counted") {
    const Cues cues = cues_of("What? 什么？！ Who? Go!");
    CHECK(cues.questions == 3);
    CHECK(cues.exclamations == 2);
    CHECK(cues_of(std::string(1000, '?')).questions == 255);
    CHECK(cues_of(std::string(1000, '!')).exclamations == 255);
}

TEST_CASE("sentences and list items within a segment are counted") {
    struct Row {
        std::string segment;
        int sentences, markers;
    };
    const Row row = GENERATE(values<Row>({
        {"", 1, 0},
        {"One.", 1, 0},
        {"Three. Four! “Five?” Six", 4, 0},
        {"Mr. Smith of the U.S. President's staff paid 3.5 in St. Louis.", 1, 0},
        {"The EU. He left", 2, 0},
        {"see www.example.org. then go", 1, 0},
        {"雨停了。他走了！真的？是", 4, 0},
        {"“雨停了。”他说", 1, 0},
        {"He says, “This is unworkable. “", 1, 0},
        {"4. Oil. 5. Salt.", 2, 1},
        {"1. Other matters: （1）To disclose", 2, 1},
        {"一、出售者：（一）公开销售。（二）其他。二、赠与。", 4, 2},
        {"Article 49 or Article 53. 6. Violate", 2, 0},
        {"as of July 1; 3 of them", 1, 0},
    }));
    CAPTURE(row.segment);
    CHECK(cues_of(row.segment).sentences == row.sentences);
    CHECK(cues_of(row.segment).markers_inside == row.markers);
}

TEST_CASE("a letter behind the one before it in the alphabet is no Roman numeral") {
    const corpus::Document document = segmented(
        {"G. Seven.", "1. Within.", "H. Eight.", "I. Nine.", "J. Ten.", "I. One.", "II. Two."}, "en");
    std::vector<int> markers;
    for (const Cues& cues : find_cues(document)) markers.push_back(cues.marker);
    CHECK(markers == std::vector<int>{7, 1, 8, 9, 10, 1, 2});
}

TEST_CASE("list markers have their number") {
    struct Row {
        std::string_view segment;
        int marker;
    };
    const auto row = GENERATE(values<Row>({
        {"一、总则", 1},
        {"十二、附则", 12},
        {"二十一、其他", 21},
        {"（二）范围", 2},
        {"(二)范围", 2},
        {"3. Scope", 3},
        {"3．范围", 3},
        {"3、范围", 3},
        {"(4) Scope", 4},
        {"（4）范围", 4},
        {"4) Scope", 4},
        {"A. Scope", 1},
        {"c) scope", 3},
        {"IV. Scope", 4},
        {"IX. Scope", 9},
        {"XII. Scope", 12},
        {"①范围", 1},
        {"⑳范围", 20},
        {"• point", 0},
        {"- point", 0},
        {"* point", 0},
        {"第五条 范围", 5},
        {"第二十一条", 21},
        {"第三章", 3},
        {"第12条", 12},
        {"第 7 条", 7},
        {"Article 6 Scope", 6},
        {"ARTICLE 6", 6},
        {"Chapter IV", 4},
        {"Section 12.", 12},
        {"-point", -1},
        {"-5 degrees", -1},
        {"一些人", -1},
        {"2024年", -1},
        {"2024. Then", -1},
        {"(1990)", -1},
        {"第一次", -1},
        {"He came.", -1},
        {"I came", -1},
        {"In 1932", -1},
        {"(a note)", -1},
        {"Article by", -1},
        {"Chapter Two", -1},
        {"Section Items", -1},
        {"", -1},
        {"第", -1},
        {"(", -1},
        {"Article ", -1},
        {"12", -1},
        {"十", -1},
    }));
    INFO(row.segment);
    CHECK(marker_of(row.segment) == row.marker);
}

TEST_CASE("any bytes have cues, and their marker fits") {
    const std::vector<std::string> parts = {"第", "十", "九", "1", "9", "条",       "Article ", "IX",
                                            "(",  "）", "、", ".", " ", "\xE4\xB8", "\xFF",     "”"};
    REQUIRE(rc::check([&] {
        std::string text = ".";
        for (const std::string& part :
             *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(parts)))
            text += part;
        const std::string_view segment = std::string_view(text).substr(*rc::gen::inRange(0, 2));
        RC_ASSERT(marker_of(segment) >= -1);
        RC_ASSERT(marker_of(segment) <= 10'000);
        RC_ASSERT(cues_of(text).marker == marker_of(text));
    }));
}

TEST_CASE("segments begin and end paragraphs, and take their kind") {
    const std::vector<ParagraphText> paragraphs = {{{"Title"}, corpus::Kind::heading},
                                                   {{"One.", "Two.", "Three."}}};
    const std::vector<Cues> cues = find_cues(document_of(paragraphs, "en"));
    REQUIRE(cues.size() == 4);
    CHECK(cues[0].kind == corpus::Kind::heading);
    const auto begins = [&](std::size_t k) { return cues[k].begins_paragraph; };
    const auto ends = [&](std::size_t k) { return cues[k].ends_paragraph; };
    CHECK((begins(0) && ends(0)));
    CHECK((begins(1) && !ends(1)));
    CHECK((!begins(2) && !ends(2)));
    CHECK((!begins(3) && ends(3)));
}

TEST_CASE("a segmented document has no paragraphs") {
    for (const Cues& cues : find_cues(segmented({"One.", "Two."}, "en"))) {
        CHECK_FALSE(cues.begins_paragraph);
        CHECK_FALSE(cues.ends_paragraph);
    }
    CHECK(find_cues(segmented({}, "en")).empty());
}

}  // namespace
}  // namespace tongwen::align
