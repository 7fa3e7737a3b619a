// SPDX-License-Identifier: Apache-2.0
// Tests the table of glossary formats and what a glossary says from one language to another.
#include "corpus/glossary.h"

#include <rapidcheck.h>

#include "tests/support/catch.h"
#include "tests/support/scratch_folder.h"

namespace tongwen::corpus {
namespace {

text::Language language(std::string_view tag) { return *text::Language::parse(tag); }

const GlossaryLanguages chinese_english{language("zh-CN"), language("en")};

TEST_CASE("a suffix tells the format, and an unknown one is refused") {
    struct Row {
        std::string path, name;
    };
    for (const Row& row : std::vector<Row>{{"a.tsv", "tsv"},
                                           {"a/glossary.TXT", "tsv"},
                                           {"a.utf8", "tsv"},
                                           {"a.csv", "csv"},
                                           {"a.tbx", "tbx"},
                                           {"a.xml", "tbx"}}) {
        INFO(row.path);
        REQUIRE(glossary_reader_for(row.path) != nullptr);
        CHECK(glossary_reader_for(row.path)->name == row.name);
    }
    CHECK(glossary_reader_for("a.docx") == nullptr);
    CHECK(glossary_reader_for("tsv") == nullptr);
    try {
        read_glossary("a.docx", chinese_english);
        FAIL("read");
    } catch (const text::InputError& error) {
        CHECK(error.diagnostic() == text::Diagnostic{"glossary-format",
                                                     text::Severity::error,
                                                     {"a.docx"},
                                                     {".tsv, .tab, .txt, .utf8, .csv, .tbx, .xml"}});
    }
}

TEST_CASE("a file is read by its suffix") {
    const ScratchFolder folder;
    const auto concepts = [&](const char* name, const char* bytes) {
        return read_glossary(folder.add(name, bytes), chinese_english).concepts.size();
    };
    CHECK(concepts("a.tsv", "河\triver\n桥\tbridge, span\n") == 2);
    CHECK(concepts("a.csv", "河,river\n桥,\"bridge, span\"\n") == 2);
    CHECK(concepts("a.tbx", "<tbx><text><body><conceptEntry/></body></text></tbx>") == 1);
    CHECK_THROWS_AS(read_glossary(folder.path() / "none.tsv", chinese_english), text::InputError);
}

Glossary sample() {
    const text::Language zh = language("zh-CN");
    const text::Language en = language("en-GB");
    return {"g",
            {{{{zh, "桥"}, {zh, "桥梁"}, {en, "bridge"}, {en, "span", true}}, "over water", {"g", 3}},
             {{{zh, "河"}}, "", {"g", 4}},
             {{{language("zh-TW"), "橋"}, {language("de"), "Brücke"}}, "", {"g", 5}}}};
}

TEST_CASE("entries: one for each source term, with the targets by whether they may be used") {
    const auto forward = entries_between(sample(), language("zh"), language("en"));
    REQUIRE(forward.size() == 2);
    CHECK(forward[0].source == "桥");
    CHECK(forward[1].source == "桥梁");
    CHECK(forward[0].targets == std::vector<std::string>{"bridge"});
    CHECK(forward[0].forbidden == std::vector<std::string>{"span"});
    CHECK(forward[0].note == "over water");
    CHECK(forward[0].where.line == 3);
    const auto backward = entries_between(sample(), language("en"), language("zh-TW"));
    REQUIRE(backward.size() == 2);
    CHECK(backward[0].source == "bridge");
    CHECK(backward[0].targets == std::vector<std::string>{"桥", "桥梁"});
    CHECK(entries_between(sample(), language("zh"), language("de")).size() == 1);
    CHECK(entries_between(sample(), language("en"), language("de")).empty());
    CHECK(entries_between({}, language("en"), language("de")).empty());
}

TEST_CASE("a concept of very many terms gives no more entries than there is use for") {
    Glossary glossary{"g", {{}}};
    for (int i = 0; i < 100'000; ++i) {
        glossary.concepts[0].terms.push_back({language("zh"), "河"});
        glossary.concepts[0].terms.push_back({language("en"), "river"});
    }
    const auto entries = entries_between(glossary, language("zh"), language("en"));
    REQUIRE(entries.size() == 100);
    CHECK(entries[99].targets.size() == 100);
}

TEST_CASE("no bytes do harm to a reader") {
    const std::vector<std::string> pieces = {"河",
                                             "river",
                                             "\t",
                                             ",",
                                             "\"",
                                             "\n",
                                             "#",
                                             ";",
                                             "|",
                                             "zh",
                                             "en",
                                             "source",
                                             "target",
                                             "note",
                                             "\xFF",
                                             "<tbx>",
                                             "</tbx>",
                                             "<text>",
                                             "<body>",
                                             "<termEntry>",
                                             "<conceptEntry>",
                                             "<langSec xml:lang='zh'>",
                                             "</langSec>",
                                             "<termSec>",
                                             "<term>",
                                             "</term>",
                                             "</text>",
                                             "</body>",
                                             "</conceptEntry>",
                                             "&amp;",
                                             "<!--",
                                             "]]>",
                                             "</termSec>"};
    CHECK(rc::check([&] {
        std::string bytes;
        for (const auto i :
             *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, pieces.size())))
            bytes += pieces[i];
        for (const GlossaryReader& reader : glossary_readers()) {
            try {
                for (const GlossaryConcept& meaning : reader.read(bytes, "in", chinese_english).concepts)
                    for (const GlossaryTerm& term : meaning.terms) RC_ASSERT(!term.text.empty());
            } catch (const text::InputError& error) {
                RC_ASSERT(error.diagnostic().where.file == "in");
            }
        }
    }));
}

}  // namespace
}  // namespace tongwen::corpus
