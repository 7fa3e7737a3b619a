// SPDX-License-Identifier: Apache-2.0
// Tests glossaries kept as tables: rows, cells, headers, places of errors.
#include "corpus/glossary_table.h"

#include "tests/support/catch.h"

namespace tongwen::corpus {
namespace {

text::Language language(std::string_view tag) { return *text::Language::parse(tag); }

const GlossaryLanguages chinese_english{language("zh-CN"), language("en")};
const GlossaryLanguages english_chinese{language("en"), language("zh-CN")};

using Read = Glossary (*)(std::string_view, const std::string&, const GlossaryLanguages&);

/// "zh-CN:河 en:river en:stream (note) @line:column", a concept a line.
std::string spelt(Read read, std::string_view bytes, const GlossaryLanguages& languages = chinese_english) {
    std::string all;
    for (const GlossaryConcept& meaning : read(bytes, "in", languages).concepts) {
        for (const GlossaryTerm& term : meaning.terms) all += term.language.tag() + ':' + term.text + ' ';
        if (!meaning.note.empty()) all += '(' + meaning.note + ") ";
        all += '@' + std::to_string(meaning.where.line) + ':' + std::to_string(meaning.where.column) + '\n';
    }
    return all;
}

text::Diagnostic error_of(Read read, std::string_view bytes) {
    try {
        read(bytes, "in", chinese_english);
    } catch (const text::InputError& error) {
        return error.diagnostic();
    }
    return {"none"};
}

TEST_CASE("tab-separated: a concept a line, renderings between semicolons and bars") {
    struct Row {
        std::string_view bytes, concepts;
    };
    const auto row = GENERATE(values<Row>({
        {"河\triver", "zh-CN:河 en:river @1:1\n"},
        {"河\triver; stream|brook； rill \n", "zh-CN:河 en:river en:stream en:brook en:rill @1:1\n"},
        {"# about\n\n \n河\triver\r\n桥\tbridge\r\n", "zh-CN:河 en:river @4:1\nzh-CN:桥 en:bridge @5:1\n"},
        {"\xEF\xBB\xBF河\triver\tof water\tmore\n", "zh-CN:河 en:river (of water) @1:1\n"},
        {"河\t\n", "zh-CN:河 @1:1\n"},
        {"河\t;|;\n", "zh-CN:河 @1:1\n"},
        {"河 \"流\"\triver, big\n", "zh-CN:河 \"流\" en:river, big @1:1\n"},
        {"river\t河\nbridge\t桥\n", "en:river zh-CN:河 @1:1\nen:bridge zh-CN:桥 @2:1\n"},
        {"G20\tGroup of Twenty\n", "zh-CN:G20 en:Group of Twenty @1:1\n"},
    }));
    INFO(row.bytes);
    CHECK(spelt(read_tsv_glossary, row.bytes) == row.concepts);
}

TEST_CASE("a first line of tags or of roles names the columns") {
    CHECK(spelt(read_tsv_glossary, "en\tzh-CN\nriver\t河\n") == "en:river zh-CN:河 @2:1\n");
    CHECK(spelt(read_tsv_glossary, "zh_TW\ten-GB\tde\tnotes\tother\n橋\tbridge\tBrücke\tn\to\n") ==
          "zh-TW:橋 en-GB:bridge de:Brücke (n) @2:1\n");
    CHECK(spelt(read_tsv_glossary, "Source\tTarget\tDefinition\tComment\nriver\tbach\td\tc\n") ==
          "zh-CN:river en:bach (d; c) @2:1\n");
    CHECK(spelt(read_tsv_glossary, "zh\tzh-TW\n") == "zh-CN:zh en:zh-TW @1:1\n");  // no pair: terms
    CHECK(spelt(read_tsv_glossary, "河\ten\n") == "zh-CN:河 en:en @1:1\n");
}

TEST_CASE("the order of columns without names is found by the script") {
    CHECK(spelt(read_tsv_glossary, "河\triver\n", english_chinese) == "zh-CN:河 en:river @1:1\n");
    CHECK(spelt(read_tsv_glossary, "Fluss\triver\n", {language("de"), language("en")}) ==
          "de:Fluss en:river @1:1\n");
}

TEST_CASE("comma-separated: RFC 4180") {
    struct Row {
        std::string_view bytes, concepts;
    };
    const auto row = GENERATE(values<Row>({
        {"河,river\n", "zh-CN:河 en:river @1:1\n"},
        {"\"河\",\"river, stream\",\"a \"\"note\"\"\"\n", "zh-CN:河 en:river, stream (a \"note\") @1:1\n"},
        {"河,\"river;\nstream\"\n桥,bridge\n", "zh-CN:河 en:river en:stream @1:1\nzh-CN:桥 en:bridge @3:1\n"},
        {"zh-CN,en\r\n河,river\r\n", "zh-CN:河 en:river @2:1\n"},
        {"河,a \"b\" c\n", "zh-CN:河 en:a \"b\" c @1:1\n"},
        {"河,\"\"\n", "zh-CN:河 @1:1\n"},
    }));
    INFO(row.bytes);
    CHECK(spelt(read_csv_glossary, row.bytes) == row.concepts);
}

TEST_CASE("a broken table is refused at its place") {
    const auto error = [](const char* id, std::size_t line, std::size_t column) {
        return text::Diagnostic{id, text::Severity::error, {"in", line, column}, {}};
    };
    CHECK(error_of(read_tsv_glossary, "河\triver\n桥 bridge\n") == error("glossary-no-target", 2, 1));
    CHECK(error_of(read_csv_glossary, "河\triver\n") == error("glossary-no-target", 1, 1));
    CHECK(error_of(read_csv_glossary, "河,river\n桥,\"bridge\n") == error("glossary-open-quote", 2, 3));
    CHECK(error_of(read_csv_glossary, "河,river\n\"桥梁\"x,bridge\n") == error("glossary-after-quote", 2, 5));
}

TEST_CASE("other encodings are decoded") {
    CHECK(spelt(read_tsv_glossary, std::string_view("\xFF\xFE\xB3\x6C\x09\x00r\x00\n\x00", 10)) ==
          "zh-CN:河 en:r @1:1\n");
}

}  // namespace
}  // namespace tongwen::corpus
