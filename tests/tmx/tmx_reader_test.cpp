// SPDX-License-Identifier: Apache-2.0
// Tests the TMX reader: every form that tools write, what is mended, what is refused and where.
#include "tmx/tmx_reader.h"

#include <filesystem>

#include <pugixml.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/support/catch.h"
#include "tests/tmx/tmx_read.h"

using namespace tongwen;
using namespace std::string_literals;
using tmx::CodeKind;
using tmx::language;

namespace {

const std::string head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n<tmx version=\"1.4\">\n"
    "<header creationtool=\"t\" creationtoolversion=\"1\" segtype=\"sentence\" o-tmf=\"x\" adminlang=\"en\" "
    "srclang=\"zh-CN\" datatype=\"plaintext\"/>\n<body>\n";
const std::string tail = "</body>\n</tmx>\n";

tmx::Read body(const std::string& units, tmx::ReaderOptions options = {}) {
    return tmx::read_all("tmx", head + units + tail, std::move(options));
}

std::string tuv(const std::string& tag, const std::string& seg) {
    return "<tuv xml:lang=\"" + tag + "\"><seg>" + seg + "</seg></tuv>";
}

text::Diagnostic odd(std::string id, std::size_t line, std::size_t unit,
                     std::vector<std::string> arguments = {}) {
    arguments.insert(arguments.begin(), std::to_string(unit));
    return {std::move(id), text::Severity::warning, {"in.tmx", line, 0, {}, unit}, std::move(arguments)};
}

std::vector<std::string> ids(const std::vector<text::Diagnostic>& diagnostics) {
    std::vector<std::string> out;
    for (const text::Diagnostic& one : diagnostics) out.push_back(one.id);
    return out;
}

const std::string rich =
    "<tu tuid=\"7\" creationdate=\"20260102T030405Z\" changedate=\"20260203T040506Z\" changeid=\"lin\" "
    "usagecount=\"3\">\n<note>one &amp; two</note>\n<prop type=\"x-a\">v &lt;</prop>\n"
    "<tuv xml:lang=\"zh-CN\" creationid=\"wu\"><prop type=\"p\">q</prop><seg>甲<bpt i=\"1\" x=\"1\" "
    "type=\"b\">&lt;b a=&quot;1&quot;&gt;</bpt>乙<ept i=\"1\">&lt;/b></ept> </seg></tuv>\n"
    "<tuv xml:lang=\"en\"><note>n</note><seg> A<hi type=\"x\">B<ph>&#38;nbsp;<sub>alt<it pos=\"begin\">i</it>"
    "</sub></ph></hi><![CDATA[<C>]]></seg></tuv>\n"
    "<tuv xml:lang=\"fr\"><seg>C&#13;&#10;</seg></tuv>\n</tu>\n";

tmx::TranslationUnit rich_unit() {
    tmx::TranslationUnit unit;
    unit.id = "7";
    unit.created_when = std::chrono::sys_seconds(std::chrono::seconds(1'767'323'045));
    unit.changed_when = std::chrono::sys_seconds(std::chrono::seconds(1'770'091'506));
    unit.changed_by = "lin";
    unit.attributes = {{"usagecount", "3"}};
    unit.notes = {"one & two"};
    unit.properties = {{"x-a", "v <"}};
    unit.source = {language("zh-CN"),
                   "甲乙 ",
                   {{CodeKind::bpt, 3, {{"i", "1"}, {"x", "1"}, {"type", "b"}}, "&lt;b a=\"1\"&gt;"},
                    {CodeKind::ept, 6, {{"i", "1"}}, "&lt;/b&gt;"}},
                   {{"creationid", "wu"}},
                   {},
                   {{"p", "q"}}};
    unit.target = {language("en"),
                   " AB<C>",
                   {{CodeKind::hi_start, 2, {{"type", "x"}}},
                    {CodeKind::ph, 3, {}, "&amp;nbsp;<sub>alt<it pos=\"begin\">i</it></sub>"},
                    {CodeKind::hi_end, 3}},
                   {},
                   {"n"}};
    unit.further = {{language("fr"), "C\r\n"}};
    return unit;
}

}  // namespace

TEST_CASE("everything that a unit says is read") {
    const tmx::Read read = body("\n" + rich);
    REQUIRE(read.units.size() == 1);
    CHECK(read.units[0] == rich_unit());
    CHECK(read.lines == std::vector<std::size_t>{7});
    CHECK(read.diagnostics.empty());
    CHECK(read.refused.empty());
}

TEST_CASE("a header's attributes, notes and properties are read") {
    const tmx::Read read = tmx::read_all("tmx",
                                         "<tmx version=\"1.4\"><header srclang=\"en-US\" segtype='block' "
                                         "odd='1' creationdate='2026-01-02T03:04:05Z'>"
                                         "<note>n</note><prop type='a'>b</prop><ude name='u'><map "
                                         "unicode='#xF8FF'/></ude></header><body/></tmx>");
    CHECK(read.header.source_language == language("en-US"));
    CHECK(read.header.attributes ==
          tmx::Attributes{{"srclang", "en-US"}, {"segtype", "block"}, {"creationdate", "20260102T030405Z"}});
    CHECK(read.header.notes == std::vector<std::string>{"n"});
    CHECK(read.header.properties == tmx::Attributes{{"a", "b"}});
    CHECK(read.diagnostics == std::vector{odd("tmx-unknown-attribute", 1, 0, {"header", "odd"}),
                                          odd("tmx-dropped-element", 1, 0, {"ude"})});
}

TEST_CASE("source and target are the languages asked for, or those that the file names, or the first two") {
    struct Row {
        const char *srclang, *source, *target;
        std::vector<const char*> tags;
        const char* expected;  // tags of source, target and the rest
    };
    const Row rows[] = {
        {"zh-CN", "", "", {"en", "zh-CN"}, "zh-CN en"},
        {"zh", "", "", {"en", "zh-CN"}, "zh-CN en"},
        {"*all*", "", "", {"en", "zh-CN"}, "en zh-CN"},
        {"", "", "", {"en", "zh-CN"}, "en zh-CN"},
        {"ja", "", "", {"en", "zh-CN"}, "en zh-CN"},
        {"en", "", "", {"en", "en", "fr"}, "en fr en"},
        {"en", "", "", {"en", "en"}, "en en"},
        {"en", "", "", {"en"}, "en -"},
        {"en", "", "fr", {"de", "en", "fr"}, "en fr de"},
        {"en", "fr", "en", {"de", "en", "fr"}, "fr en de"},
        {"en", "", "ja", {"de", "en"}, "en - de"},
        {"en", "zh-TW", "en", {"zh-CN", "en", "zh-HK"}, "zh-HK en zh-CN"},
        {"en", "zh-TW", "", {"zh-CN", "zh-TW"}, "zh-TW zh-CN"},
        {"zh-Hant", "", "en-GB", {"en-US", "en-GB", "zh-CN", "zh-TW"}, "zh-TW en-GB en-US zh-CN"},
    };
    for (const Row& row : rows) {
        std::string tu = "<tu>";
        for (const char* tag : row.tags) tu += tuv(tag, tag);
        const std::string file =
            "<tmx><header srclang=\""s + row.srclang + "\"/><body>" + tu + "</tu></body></tmx>";
        tmx::ReaderOptions options;
        if (*row.source != '\0') options.source_language = language(row.source);
        if (*row.target != '\0') options.target_language = language(row.target);
        const tmx::Read read = tmx::read_all("tmx", file, options);
        REQUIRE(read.units.size() == 1);
        const auto tag = [](const tmx::Variant& one) {
            return one.language.known() ? one.language.tag() : "-";
        };
        std::string found = tag(read.units[0].source) + " " + tag(read.units[0].target);
        for (const tmx::Variant& one : read.units[0].further) found += " " + tag(one);
        CAPTURE(row.srclang, row.source, row.target);
        CHECK(found == row.expected);
    }
}

TEST_CASE("what tools get wrong is mended and said, with line and unit") {
    struct Row {
        std::string unit, target;
        std::vector<text::Diagnostic> diagnostics;
    };
    const auto zh = tuv("zh-CN", "甲");
    const Row rows[] = {
        {zh + "<tuv lang=\"EN\"><seg>A</seg></tuv>", "A", {}},
        {zh + tuv("en_US", "A"), "A", {odd("tmx-language-mended", 6, 1, {"en_US", "en-US"})}},
        {zh + tuv("x!", "A"), "A", {odd("tmx-bad-language", 6, 1, {"x!"})}},
        {zh + tuv("en", "A") + "<note>late</note>", "A", {}},
        {zh + tuv("en", "A") + "<note xml:lang='en' odd='1'>n</note>",
         "A",
         {odd("tmx-dropped-attribute", 6, 1, {"note", "xml:lang"}),
          odd("tmx-unknown-attribute", 6, 1, {"note", "odd"})}},
        {zh + tuv("en", "A&#1;B&#xFFFE;\x02"), "AB", {odd("xml-illegal-characters", 6, 1, {"3"})}},
        {zh + tuv("en", "A & B"), "A & B", {odd("xml-bare-ampersand", 6, 1)}},
        {zh + tuv("en", "A&nbsp;B"), "A&nbsp;B", {odd("xml-unknown-entity", 6, 1, {"nbsp"})}},
        {zh + tuv("en", "A<b>B</b>"), "AB", {odd("tmx-unknown-element", 6, 1, {"b"})}},
        {zh + "<tuv xml:lang='en' odd='1'><seg>A</seg></tuv>",
         "A",
         {odd("tmx-unknown-attribute", 6, 1, {"tuv", "odd"})}},
        {zh + "<tuv xml:lang='en' changedate='yesterday'><seg>A</seg></tuv>",
         "A",
         {odd("tmx-bad-value", 6, 1, {"changedate", "yesterday"})}},
        {zh + "<tuv xml:lang='en'><seg>A</seg><seg>B</seg></tuv>", "A", {odd("tmx-second-segment", 6, 1)}},
        {zh + "<tuv xml:lang='en'/>", "", {odd("tmx-no-segment", 6, 1)}},
        {zh + "<prop>v</prop>" + tuv("en", "A"), "A", {odd("tmx-prop-without-type", 6, 1)}},
        {zh + "<extra/>stray" + tuv("en", "A"),
         "A",
         {odd("tmx-dropped-element", 6, 1, {"extra"}), odd("tmx-stray-text", 6, 1)}},
        {zh + tuv("en", "<!-- </tu> -->A<?pi </tu>?><![CDATA[</tu>]]>"), "A</tu>", {}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.unit);
        const tmx::Read read = body("<tu>" + row.unit + "</tu>\n");
        CHECK(read.refused.empty());
        REQUIRE(read.units.size() == 1);
        CHECK(read.units[0].source.text == "甲");
        CHECK(read.units[0].target.text == row.target);
        CHECK(read.diagnostics == row.diagnostics);
    }
}

TEST_CASE("an oddity that every unit has is said ten times, and then how often") {
    std::string units;
    for (int i = 0; i < 25; ++i) units += "<tu>" + tuv("zh_CN", "甲") + tuv("en", "A") + "</tu>\n";
    const tmx::Read read = body(units);
    CHECK(read.units.size() == 25);
    REQUIRE(read.diagnostics.size() == 11);
    CHECK(read.diagnostics.back() ==
          text::Diagnostic{"more-of-same", text::Severity::note, {"in.tmx"}, {"15", "tmx-language-mended"}});
}

TEST_CASE("what is no TMX is refused, with its line") {
    struct Row {
        std::string file, id;
        std::size_t line;
        std::vector<std::string> arguments;
    };
    const Row rows[] = {
        {"", "empty-file", 1, {}},
        {" \n ", "empty-file", 2, {}},
        {"text", "xml-bad-tag", 1, {}},
        {"\n<html><tu/></html>", "tmx-not-tmx", 2, {"html"}},
        {"<tu></tu>", "tmx-not-tmx", 1, {"tu"}},
        {"<tmx>\n<body>\n", "xml-truncated", 3, {"body", "2"}},
        {"<tmx>\n<body>\n</tmx>", "xml-end-tag", 3, {"tmx", "body"}},
        {"<tmx></tmx>\n<tmx/>", "xml-after-root", 2, {}},
        {"<tmx></tmx>\nmore", "xml-after-root", 2, {}},
        {head + "<tu>\n" + tuv("en", "a") + "\n<tu>", "xml-not-closed", 6, {"tu"}},
        {head + "<tu>" + tuv("en", "<b>a") + "</tu>" + tail,
         "xml-bad-markup",
         6,
         {"tu", "Start-end tags mismatch", "1"}},
        {"<tmx><body a=\"1><tu>\n</tu></body></tmx>", "xml-truncated", 2, {"<", "1"}},
        {"<?xml version='1.0' encoding='klingon'?><tmx/>", "unknown-encoding", 0, {"klingon"}},
        {"<tmx><body><tu>" + std::string((16 << 20) + 1, 'x') + "</tu></body></tmx>",
         "xml-too-large",
         1,
         {"tu", "16"}},
    };
    for (const Row& row : rows) {
        const tmx::Read read = tmx::read_all("tmx", row.file);
        CAPTURE(row.file.substr(0, 300), row.id);
        CHECK(read.error.id == row.id);
        CHECK(read.error.where.line == row.line);
        CHECK(read.error.arguments == row.arguments);
    }
}

TEST_CASE("every truncation of a file is found, and the units before it are good") {
    const std::string file =
        head + "<!-- c --><tu>" + tuv("zh-CN", "甲") + tuv("en", "A") + "</tu>\n" + rich + tail;
    const tmx::Read whole = tmx::read_all("tmx", file);
    REQUIRE(whole.units.size() == 2);
    for (std::size_t size = 0; size + 1 < file.size(); ++size) {
        const tmx::Read read = tmx::read_all("tmx", file.substr(0, size));
        CAPTURE(size);
        CHECK((read.refused == "xml-truncated" || read.refused == "empty-file"));
        CHECK(read.error.where.line >= 1);
        REQUIRE(read.units.size() <= 2);
        CHECK(std::equal(read.units.begin(), read.units.end(), whole.units.begin()));
    }
}

TEST_CASE("units are what a tree of the whole file says") {
    std::string file = head;
    for (int i = 0; i < 3000; ++i)
        file += "<tu tuid='" + std::to_string(i) + "'>\r\n  " +
                tuv("zh-CN", "甲 " + std::to_string(i) + "\r\n&lt;") + (i % 3 == 0 ? "<!-- <tu> -->" : "") +
                tuv("en", " A<it pos='end'>x</it>\t" + std::string(i % 50, 'b')) + "</tu>";
    file += tail;
    const tmx::Read read = tmx::read_all("tmx", file);
    pugi::xml_document tree;
    REQUIRE(tree.load_buffer(file.data(), file.size(), pugi::parse_default | pugi::parse_ws_pcdata));
    std::size_t at = 0;
    for (const pugi::xml_node tu : tree.child("tmx").child("body").children("tu")) {
        REQUIRE(at < read.units.size());
        const tmx::TranslationUnit& unit = read.units[at++];
        CHECK(unit.id == tu.attribute("tuid").value());
        CHECK(unit.source.text == tu.child("tuv").child("seg").text().get());
        const pugi::xml_node seg = tu.child("tuv").next_sibling("tuv").child("seg");
        CHECK(unit.target.text == std::string(seg.first_child().value()) + seg.last_child().value());
        CHECK(unit.target.codes[0].at == 2);
    }
    CHECK(at == read.units.size());
}

TEST_CASE("entities of the file itself are expanded, bombs are refused") {
    const auto with = [](const std::string& subset, const std::string& seg) {
        return tmx::read_all("tmx", "<!DOCTYPE tmx [" + subset + "]>\n<tmx><header/><body><tu>" +
                                        tuv("en", seg) + "</tu></body></tmx>");
    };
    const tmx::Read good =
        with("<!-- > ] --><!ENTITY a \"&#169; &b;\"><!ENTITY b 'x>y &amp; z'><?p ]> ?>", "[&a;]");
    REQUIRE(good.units.size() == 1);
    CHECK(good.units[0].source.text == "[© x>y & z]");
    CHECK(with("<!ENTITY a '&a;'>", "&a;").refused == "xml-entity-bomb");
    std::string laughs = "<!ENTITY l0 'ha'>";
    for (int i = 1; i < 15; ++i) {
        laughs += "<!ENTITY l" + std::to_string(i) + " '";
        for (int k = 0; k < 10; ++k) laughs += "&l" + std::to_string(i - 1) + ";";
        laughs += "'>";
    }
    const tmx::Read bomb = with(laughs, "&l14;");
    CHECK(bomb.error.id == "xml-entity-bomb");
    CHECK(bomb.error.where.line == 2);
    // Empty texts grow nothing, but take time.
    const std::size_t first = laughs.find("ha");
    CHECK(with(laughs.replace(first, 2, ""), "&l14;").refused == "xml-entity-bomb");
    // Each use is small, all together are not.
    std::string many;
    for (int i = 0; i < 100; ++i) many += "&l4;";
    CHECK(with(laughs.replace(first, 0, "ha"), many).refused == "xml-entity-bomb");
}

TEST_CASE("nothing outside of the file is read: a pipe in place of the DTD would never end") {
    const std::filesystem::path pipe =
        std::filesystem::temp_directory_path() / ("tongwen-" + std::to_string(getpid()) + ".dtd");
    REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    const tmx::Read read =
        tmx::read_all("tmx", "<!DOCTYPE tmx SYSTEM \"" + pipe.string() + "\" [<!ENTITY % p SYSTEM \"" +
                                 pipe.string() + "\"> %p; <!ENTITY e SYSTEM '" + pipe.string() +
                                 "'>]>\n<tmx><header/><body><tu>" + tuv("en", "a&e;") + "</tu></body></tmx>");
    std::filesystem::remove(pipe);
    REQUIRE(read.units.size() == 1);
    CHECK(read.units[0].source.text == "a&e;");
    CHECK(ids(read.diagnostics) == std::vector<std::string>{"xml-unknown-entity"});
}

TEST_CASE("ten thousand languages in one unit, and elements as deep as they like") {
    std::string unit = "<tu>";
    for (int i = 0; i < 10'000; ++i) unit += tuv("x-l" + std::to_string(i), std::to_string(i));
    const tmx::Read read = body(unit + tuv("en", "A") + tuv("zh-CN", "甲") + "</tu>");
    REQUIRE(read.units.size() == 1);
    CHECK(read.units[0].source.text == "甲");
    CHECK(read.units[0].further.size() == 10'000);
    std::string deep, end;
    for (int i = 0; i < 100'000; ++i) {
        deep += "<hi>";
        end += "</hi>";
    }
    const tmx::Read nested = body("<tu>" + tuv("zh-CN", deep + "甲" + end) + "</tu>");
    REQUIRE(nested.units.size() == 1);
    CHECK(nested.units[0].source.codes.size() == 200'000);
}

namespace {

/// A unit that is never there as a whole: it goes on for 500 MB.
class EndlessUnit final : public text::ByteSource {
  public:
    explicit EndlessUnit(std::string begin) : begin_(std::move(begin)) {}
    std::size_t read(char* into, std::size_t most) override {
        if (given_ >= 500'000'000) return 0;
        const std::size_t left = begin_.size() - std::min(begin_.size(), given_);
        const std::size_t count = left > 0 ? std::min(left, most) : most;
        if (left > 0) {
            begin_.copy(into, count, given_);
        } else {
            std::fill_n(into, count, 'x');
        }
        given_ += count;
        return count;
    }

  private:
    std::string begin_;
    std::size_t given_ = 0;
};

}  // namespace

TEST_CASE("a unit of 500 MB is refused by its size, the units before it are good") {
    for (const char* const begin : {"<tu><tuv>", "<tu><!--", "<tu a=\"", "<tu><![CDATA[", "text"}) {
        const tmx::Read read = tmx::read_all(
            "tmx", std::make_unique<EndlessUnit>(head + "<tu>" + tuv("en", "a") + "</tu>\n" + begin));
        CHECK(read.units.size() == 1);
        CHECK(read.error.id == "xml-too-large");
        CHECK(read.error.where.line == 7);
    }
}
