// SPDX-License-Identifier: Apache-2.0
// Tests the layouts of FreeDict's entries. The entries are ours.
#include "align/freedict.h"

#include <cmath>

#include "tests/support/catch.h"
#include "tests/support/tiny_dictd.h"

namespace tongwen::align {
namespace {

using Renderings = std::vector<std::string>;

TEST_CASE("renderings stand behind the headword's line, between notes of all kinds") {
    struct Row {
        std::string body;
        Renderings renderings;
    };
    const std::vector<Row> rows = {
        {"Steg /ʃ/\nfootbridge\n", {"footbridge"}},
        {"Steg /ʃ/ <masc>\n [constr.] foot bridge <n>, jetty <n> [Br.]\n", {"foot bridge", "jetty"}},
        {"Steg\n1. jetty\n2. (music) bridge; strip\n", {"jetty", "bridge", "strip"}},
        {"Steg\njetty\n      \"am Steg liegen\"  - lie at the jetty\n   Synonyms: {Pier}, {Mole}\n"
         " see: {Stege}\n\n         Note: for boats\n",
         {"jetty"}},
        {"Steg\na board by the lake for small boats, or a plank\n",
         {"a board by the lake for small boats, or a plank"}},
        {"橋 /h/, はし /h/\n(noun (common))\n (suffix)\nbridge\n", {"bridge"}},
        {"事 /k/, こと /k/\n1. (noun)\n\n         Note: word usually written using kana alonething, matter\n"
         "2. {事・2}\n         Note: archaismaffair\n",
         {"thing", "matter", "affair"}},
        {"Steg\n         Note: something new here\n", {}},
        {"Steg", {}},
        {"", {}},
        {"Steg\n <open [and {wrong)\n", {}},
    };
    for (const Row& row : rows) {
        INFO(row.body);
        CHECK(freedict_renderings(row.body) == row.renderings);
    }
}

std::string rendered(std::string_view from, const DictdEntries& entries, std::string_view headword) {
    const ScratchFolder folder;
    const corpus::DictdDictionary dictionary(write_dictd(folder, "d", entries));
    LexiconBuilder builder(
        {*text::Language::parse(from), *text::Language::parse("en"), "", "", "", LexiconKind::dictionary});
    RenderingWriter writer(builder);
    add_freedict(dictionary, writer, builder.info().source);
    const Lexicon lexicon(builder.compile(), "memory");
    std::string list;
    for (const Rendering& rendering : lexicon.find(headword)) {
        list += list.empty() ? "" : " ";
        list += std::string(rendering.word) + '*' + std::to_string(std::lround(rendering.strength * 100));
    }
    return list;
}

TEST_CASE("headwords are the tokens of a text; phrases are left out") {
    const DictdEntries german = {{"brücke", "Brücke\nbridge\n"},
                                 {"sich bewegen", "sich bewegen\nmove\n"},
                                 {"hohe brücke", "hohe Brücke\nviaduct\n"},
                                 {std::string(200, 'x'), "x\nlong\n"}};
    CHECK(rendered("de", german, "bruck") == "bridg*100");
    CHECK(rendered("de", german, "beweg") == "move*100");
    CHECK(rendered("de", german, "hoh").empty());
    CHECK(rendered("de", german, std::string(200, 'x')).empty());
}

TEST_CASE("of Japanese verbs and adjectives what all their forms share is a headword too") {
    const DictdEntries japanese = {
        {"食べる", "食べる /t/\n(Ichidan verb)\nto eat\n"},
        {"新しい", "新しい /a/\n(adjective (keiyoushi))\nnew\n"},
        {"祭り", "祭り /m/\n(noun or participle which takes the aux. verb suru)\nfestival\n"},
        {"する", "する /s/\n(suru verb)\nto act\n"},
        {"説く", "説く\n(Godan verb)\nto explain\n"}};
    CHECK(rendered("ja", japanese, "食べる") == "eat*100");
    CHECK(rendered("ja", japanese, "食べ") == "eat*100");
    CHECK(rendered("ja", japanese, "説") == "explain*100");
    CHECK(rendered("ja", japanese, "新し") == "new*100");
    CHECK(rendered("ja", japanese, "祭").empty());
    CHECK(rendered("ja", japanese, "す").empty());
}

TEST_CASE("a Japanese reading counts less than the word that it is a reading of") {
    const std::string bridge = "橋 /h/, はし /h/\nbridge\n";
    const std::string thing = "事 /k/, こと /k/\n   Note: word usually written using kana alonething\n";
    const std::string pen = "ペン /p/\npen\n";
    const DictdEntries japanese = {{"橋", bridge}, {"はし", bridge}, {"こと", thing}, {"ペン", pen}};
    CHECK(rendered("ja", japanese, "橋") == "bridg*100");
    CHECK(rendered("ja", japanese, "はし") == "bridg*30");
    CHECK(rendered("ja", japanese, "こと") == "thing*100");
    CHECK(rendered("ja", japanese, "ペン") == "pen*100");
}

}  // namespace
}  // namespace tongwen::align
