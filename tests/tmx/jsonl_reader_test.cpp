// SPDX-License-Identifier: Apache-2.0
// Tests that JSON Lines lose nothing, and that what others write is read.
#include "tmx/jsonl_reader.h"

#include "tests/support/catch.h"
#include "tests/tmx/written.h"
#include "tmx/unit_json.h"

namespace tongwen::tmx {
namespace {

std::vector<TranslationUnit> read_all(std::string bytes, ReaderOptions options = {}) {
    options.file = "in.jsonl";
    const auto reader = make_jsonl_reader(text::bytes_of(std::move(bytes)), std::move(options));
    std::vector<TranslationUnit> units;
    while (auto one = reader->next()) units.push_back(std::move(*one));
    CHECK_FALSE(reader->next());
    return units;
}

TranslationUnit full_unit() {
    TranslationUnit full = unit("a-1", " 中\n\"文\" \t\\ ", "Chi\u0301nese\u0001 😀 ");
    full.source.codes = {{CodeKind::bpt, 0, {{"i", "1"}, {"x", "2"}}, "&lt;b&gt;"},
                         {CodeKind::hi_start, 1, {{"type", "bold"}}, ""},
                         {CodeKind::hi_end, 4, {}, ""},
                         {CodeKind::ept, 4, {{"i", "1"}}, ""}};
    full.source.attributes = {{"usagecount", "3"}};
    full.source.notes = {"of the source"};
    full.target.properties = {{"x-a", "b"}, {"x-a", "c"}};
    full.notes = {"one", "two\nlines"};
    full.properties = {{"x-b", ""}, {"x-b", "again"}};
    full.attributes = {{"datatype", "html"}};
    full.further = {{*text::Language::parse("de"), "Chinesisch"}};
    full.changed_by = "lin";
    full.changed_when = std::chrono::sys_seconds(std::chrono::seconds(1'720'000'000));
    full.created_when = std::chrono::sys_seconds(std::chrono::seconds(1));
    return full;
}

TEST_CASE("a unit that is written and read is the same") {
    for (const TranslationUnit& one : {full_unit(), unit("", "中", "x"), unit("", "中", "")}) {
        CHECK(unit_from_json(unit_to_json(one)) == one);
        CHECK(read_all(write_all("jsonl", {one, one}).bytes) == std::vector{one, one});
    }
}

TEST_CASE("a line is as the documentation says") {
    TranslationUnit one = unit("1", "中", "China");
    one.changed_when = std::chrono::sys_seconds(std::chrono::seconds(1'720'000'000));
    one.notes = {"n"};
    one.properties = {{"x", "y"}};
    CHECK(write_all("jsonl", {one}).bytes ==
          R"({"id":"1","source":{"lang":"zh-CN","text":"中"},"target":{"lang":"en","text":"China"},)"
          R"("notes":["n"],"properties":[["x","y"]],"changed":"2024-07-03T09:46:40Z"})"
          "\n");
}

TEST_CASE("a header is kept") {
    WriterOptions options = chinese_to_english();
    options.header.source_language = *text::Language::parse("zh-CN");
    options.header.attributes = {{"srclang", "zh-CN"}, {"adminlang", "en"}};
    options.header.notes = {"made by hand"};
    options.header.properties = {{"x", "y"}};
    const std::string bytes = write_all("jsonl", {unit("1", "中", "x")}, options).bytes;
    const auto reader = make_jsonl_reader(text::bytes_of(bytes), {});
    CHECK(reader->header() == options.header);
    CHECK(reader->next()->id == "1");
    CHECK(reader->line() == 2);
}

TEST_CASE("what others write is read") {
    const auto zh = *text::Language::parse("zh");
    const auto en = *text::Language::parse("en");
    struct Row {
        std::string line;
        Variant source, target;
    };
    ReaderOptions options;
    options.source_language = zh;
    options.target_language = en;
    for (const Row& row :
         std::vector<Row>{{R"({"source": "中", "target": "x"})", {zh, "中"}, {en, "x"}},
                          {R"({"source": "a", "target": "b", "source_lang": "de_DE", "target_lang": "fr"})",
                           {*text::Language::parse("de-DE"), "a"},
                           {*text::Language::parse("fr"), "b"}},
                          {R"({"translation": {"en": "x", "zh": "中"}})", {zh, "中"}, {en, "x"}},
                          {R"({"target": {"text": "x", "lang": "en-GB"}, "more": [1, {"a": null}]})",
                           {zh, ""},
                           {*text::Language::parse("en-GB"), "x"}},
                          {R"({"source": {"text": "\ud83d\ude00"}, "target": null, "notes": null})",
                           {zh, "😀"},
                           {en, ""}}}) {
        const auto units = read_all("\xEF\xBB\xBF\r\n" + row.line + "\r\n\n", options);
        REQUIRE(units.size() == 1);
        CHECK(units[0].source == row.source);
        CHECK(units[0].target == row.target);
    }
}

TEST_CASE("what is no unit is refused with its line") {
    struct Row {
        std::string line, id;
    };
    for (const Row& row :
         std::vector<Row>{{"{", "not-json"},
                          {"[1]", "no-unit-object"},
                          {"{}", "no-unit-object"},
                          {R"({"source":1})", "bad-json-value"},
                          {R"({"source":"a","notes":"n"})", "bad-json-value"},
                          {R"({"source":"a","properties":[["x"]]})", "bad-json-value"},
                          {R"({"source":"a","changed":"yesterday"})", "bad-json-value"},
                          {R"({"source":{"text":"a","lang":"no such tongue"}})", "bad-language"},
                          {R"({"source":{"text":"中","codes":[{"kind":"ph","at":1}]}})", "bad-json-value"},
                          {R"({"source":{"text":"a","codes":[{"kind":"ph","at":2}]}})", "bad-json-value"},
                          {R"({"source":{"text":"a","codes":[{"kind":"ph","at":-1}]}})", "bad-json-value"},
                          {R"({"source":{"text":"a","codes":[{"kind":"xx","at":0}]}})", "bad-json-value"},
                          {R"({"source":{"text":"ab","codes":[{"kind":"ph","at":1},{"kind":"ph","at":0}]}})",
                           "bad-json-value"}}) {
        INFO(row.line);
        try {
            read_all("{\"source\":\"a\"}\n" + row.line + "\n");
            FAIL("nothing was said");
        } catch (const text::InputError& error) {
            CHECK(error.diagnostic().id == row.id);
            CHECK(error.diagnostic().where.line == 2);
            CHECK(error.diagnostic().where.file == "in.jsonl");
        }
    }
}

TEST_CASE("every beginning of a line is read or refused") {
    const std::string line = unit_to_json(full_unit());
    CHECK(unit_from_json(line) == full_unit());
    for (std::size_t size = 0; size < line.size(); ++size)
        CHECK_THROWS_AS(unit_from_json(std::string_view(line).substr(0, size)), text::InputError);
}

TEST_CASE("bytes that are no UTF-8 are written as U+FFFD") {
    CHECK(unit_from_json(unit_to_json(unit("", "a\xFFz", "x"))).source.text == "a\uFFFDz");
}

}  // namespace
}  // namespace tongwen::tmx
