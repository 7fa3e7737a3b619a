// SPDX-License-Identifier: Apache-2.0
// Owns testing what paragraphs look like: headings, list items, datelines, notes.
#include "corpus/paragraph_kind.h"

#include <string>

#include <rapidcheck.h>

#include "tests/support/catch.h"

namespace {

using namespace tongwen;
using corpus::Kind;

struct Looks {
    std::string paragraph;
    Kind kind;
    int level;
};

TEST_CASE("kinds of paragraphs") {
    const auto looks = GENERATE(values<Looks>({
        {"让海草重新长满海湾", Kind::heading, 1},
        {"第一章　总则", Kind::heading, 1},
        {"一、总体要求", Kind::heading, 2},
        {"（一）加强领导", Kind::heading, 3},
        {"1. 准备工作", Kind::heading, 4},
        {"附件一", Kind::heading, 1},
        {"Let the Grass Grow Again", Kind::heading, 1},
        {"Chapter II Survey and Designation", Kind::heading, 1},
        {"IV. Trade", Kind::heading, 2},
        {"（一）建成于1840年以前的；", Kind::list_item, 1},
        {"(1) It was built before 1840;", Kind::list_item, 1},
        {"1. Wash your hands.", Kind::list_item, 1},
        {"a) wash your hands", Kind::list_item, 1},
        {"    • wash your hands", Kind::list_item, 2},
        {"  • Events", Kind::list_item, 1},
        {"①选种；", Kind::list_item, 1},
        {"- bread", Kind::list_item, 1},
        {"第三条　本条例自公布之日起施行。", Kind::body, 0},
        {"Article 3 The fee is due in May.", Kind::body, 0},
        {"他来了。", Kind::body, 0},
        {"他来了。我走了", Kind::body, 0},
        {"各位来宾，", Kind::body, 0},
        {"Dear friends,", Kind::body, 0},
        {"this line has no capitals and goes on", Kind::body, 0},
        {"The fee is due.", Kind::body, 0},
        {"（新湖社临江7月4日电）", Kind::dateline, 0},
        {"(Lakeshore News Agency, Port Verra, July 4)", Kind::dateline, 0},
        {"（编者注：此处有删节。）", Kind::note, 0},
        {"[These are made of rice. – Ed.]", Kind::note, 0},
        {"（责任编辑：方可）", Kind::note, 0},
        {"", Kind::body, 0},
        {" 　", Kind::body, 0},
        {"•", Kind::body, 0},
    }));
    INFO(looks.paragraph);
    const corpus::ParagraphKind found = corpus::recognise_paragraph(looks.paragraph);
    CHECK(corpus::name(found.kind) == corpus::name(looks.kind));
    CHECK(int{found.level} == looks.level);
}

TEST_CASE("a long line is no heading") {
    std::string title;
    for (int i = 0; i < 37; ++i) title += "山";
    CHECK(corpus::recognise_paragraph(title).kind == Kind::body);
    title.resize(36 * 3);
    CHECK(corpus::recognise_paragraph(title).kind == Kind::heading);
}

struct Prefix {
    std::string text;
    std::string prefix;
};

TEST_CASE("list markers") {
    const auto marker = GENERATE(values<Prefix>({
        {"一、总则", "一、"},
        {"十二、其他", "十二、"},
        {"（一）总则", "（一）"},
        {"(1) first", "(1) "},
        {"(iv) fourth", "(iv) "},
        {"1. first", "1. "},
        {"1.准备", "1."},
        {"2.1. Scope", "2.1. "},
        {"1、准备", "1、"},
        {"3) third", "3) "},
        {"1.) first", "1.) "},
        {"A. first", "A. "},
        {"b) second", "b) "},
        {"IV. Trade", "IV. "},
        {"• bread", "• "},
        {"  • bread", "  • "},
        {"- bread", "- "},
        {"·面包", ""},
        {"①面包", "①"},
        {"第二条　面包", "第二条　"},
        {"第12条 面包", "第12条 "},
        {"第三章 面包", "第三章 "},
        {"Article 3 Bread", "Article 3 "},
        {"Article 3. Bread", "Article 3. "},
        {"Chapter IV Bread", "Chapter IV "},
        {"3.5 percent", ""},
        {"2024年7月", ""},
        {"一个人", ""},
        {"-5 degrees", ""},
        {"A man", ""},
        {"Articles are", ""},
        {"e.g. bread", ""},
        {"", ""},
    }));
    INFO(marker.text);
    CHECK(marker.text.substr(0, corpus::list_marker_size(marker.text)) == marker.prefix);
}

TEST_CASE("datelines") {
    const auto dateline = GENERATE(values<Prefix>({
        {"（新湖社临江7月4日电）大会", "（新湖社临江7月4日电）"},
        {"（新湖社记者 林一 临江7月4日电）大会", "（新湖社记者 林一 临江7月4日电）"},
        {"新湖社临江7月4日电 大会", "新湖社临江7月4日电"},
        {"新湖社临江7月4日电　大会", "新湖社临江7月4日电"},
        {"新湖社临江7月4日电（记者林一）大会", "新湖社临江7月4日电（记者林一）"},
        {"新湖社临江7月4日电 （记者 林一、何二）大会", "新湖社临江7月4日电 （记者 林一、何二）"},
        {"新湖社臨江7月4日電 大會", "新湖社臨江7月4日電"},
        {"临江新闻网3月1日讯（记者 林一）大会", "临江新闻网3月1日讯（记者 林一）"},
        {"本报临江3月1日电 大会", "本报临江3月1日电"},
        {"本报讯（记者 林一）大会", "本报讯（记者 林一）"},
        {"本报讯 大会", "本报讯"},
        {"新湖社临江", ""},
        {"报社昨天停电（三小时）。", ""},
        {"电影开始了。", ""},
        {"（一）电力工业", ""},
        {"(Lakeshore News Agency, Port Verra, July 4) The", "(Lakeshore News Agency, Port Verra, July 4)"},
        {"PORT VERRA, July 4 (Lakeshore) -- The", "PORT VERRA, July 4 (Lakeshore) --"},
        {"PORT VERRA, July 4 (Lakeshore News Agency) – The", "PORT VERRA, July 4 (Lakeshore News Agency) –"},
        {"PORT VERRA (Lakeshore) - The", "PORT VERRA (Lakeshore) -"},
        {"Lakeshore News Agency, Port Verra, July 4 – The", "Lakeshore News Agency, Port Verra, July 4 –"},
        {"Lakeshore News Agency Port Verra, July 4 (Reporter Lin Yi): The",
         "Lakeshore News Agency Port Verra, July 4 (Reporter Lin Yi):"},
        {"The Lakeshore News Agency was founded in 1931 (in May).", ""},
        {"PORT VERRA IS FAR", ""},
        {"(Applause)", ""},
        {"", ""},
    }));
    INFO(dateline.text);
    CHECK(dateline.text.substr(0, corpus::dateline_size(dateline.text)) == dateline.prefix);
}

TEST_CASE("notes") {
    const char* const note = GENERATE(
        "[Editor's note: left out.]", "[Editor’s note: left out.]", "(Translator’s note: sic)",
        "[Ed. note: x]", "[Left out – Ed.]", "[Left out. — Tr.]", "[Left out - the editors]",
        "（编者注：略）", "（译者注：略）", "［译注：略］", "（注：略）", "（編者註：略）", "（略——编者注）",
        "（责任编辑：方可）", "【编者按】", "[Note by the editor: x]", "（完）", "(End)");
    INFO(note);
    CHECK(corpus::is_note(note));
}

TEST_CASE("brackets that are no notes") {
    const char* const text = GENERATE("[applause]", "（见附件）", "(see note 4)", "[3]", "（一）",
                                      "Editor's note: x", "[Editor's note: x", "（注册资本三百万元）",
                                      "（完成百分之九十）", "", "[", "(the editor left)", "[Ending well]");
    INFO(text);
    CHECK_FALSE(corpus::is_note(text));
}

TEST_CASE("any bytes are some kind of paragraph, and sizes stay within them") {
    REQUIRE(rc::check([](const std::string& bytes) {
        RC_ASSERT(corpus::list_marker_size(bytes) <= bytes.size());
        RC_ASSERT(corpus::dateline_size(bytes) <= bytes.size());
        corpus::recognise_paragraph(bytes);
        corpus::recognise_paragraph("（" + bytes + "）");
    }));
}

}  // namespace
