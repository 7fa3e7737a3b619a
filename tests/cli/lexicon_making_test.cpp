// SPDX-License-Identifier: Apache-2.0
// Tests making lexicons from files of all formats.
#include "cli/lexicon_making.h"

#include <cmath>

#include "tests/support/catch.h"
#include "tests/support/gzipped.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/tiny_dictd.h"
#include "tests/support/tiny_wordnet.h"
#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

text::Language language(std::string_view tag) { return *text::Language::parse(tag); }

std::string spelt(const MadeLexicon& made, std::string_view headword) {
    const align::Lexicon lexicon(made.bytes, "made");
    std::string list;
    for (const align::Rendering& rendering : lexicon.find(headword)) {
        list += list.empty() ? "" : " ";
        list += std::string(rendering.word) + '*' + std::to_string(std::lround(rendering.strength * 100));
    }
    return list;
}

std::string id_of(const std::filesystem::path& file, const MakingWish& wish) {
    try {
        make_lexicon(file, wish);
    } catch (const text::InputError& error) {
        return error.diagnostic().id;
    }
    return "none";
}

const MakingWish chinese_english{language("zh"), language("en")};

TEST_CASE("a lexicon is made by the suffix of its file") {
    const ScratchFolder folder;
    const std::string line = "河 河 [he2] /river/\n";
    for (const auto& [name, bytes] : std::map<std::string, std::string>{
             {"a.u8", line},
             {"a.txt.GZ", gzipped(line)},
             {"a.js", R"(export default {"all":[["河","河","he2","river"]]})"},
             {"a.tsv", "河\triver\n"},
             {"a.csv", "河,river\n"},
             {"a.tbx",
              "<tbx><text><body><conceptEntry><langSec "
              "xml:lang='zh'><termSec><term>河</term></termSec></langSec>"
              "<langSec xml:lang='en'><termSec><term>river</term></termSec></langSec>"
              "</conceptEntry></body></text></tbx>"}}) {
        INFO(name);
        const MadeLexicon made = make_lexicon(folder.add(name, bytes), chinese_english);
        CHECK(spelt(made, "河") == "river*100");
        CHECK(made.entries == 1);
        CHECK(made.headwords == 1);
        CHECK(made.info.kind == (name == "a.u8" || name == "a.txt.GZ" || name == "a.js"
                                     ? align::LexiconKind::dictionary
                                     : align::LexiconKind::glossary));
    }
}

TEST_CASE("a dictionary of FreeDict says its languages by its name") {
    const ScratchFolder folder;
    const auto index = write_tiny_freedict(folder);
    for (const char* const name :
         {"freedict-deu-eng.index", "freedict-deu-eng.dict.dz", "freedict-deu-eng.dict"}) {
        INFO(name);
        const MadeLexicon made = make_lexicon(folder.path() / name, {});
        CHECK(made.info.source == language("de"));
        CHECK(made.info.target == language("en"));
        CHECK(made.info.name == "FreeDict deu-eng");
        CHECK(made.info.licence == "see /usr/share/doc/dict-freedict-deu-eng/copyright");
        CHECK(spelt(made, "bruck") == "bridg*100");
    }
    write_dictd(folder, "words", {{"brücke", "Brücke\nbridge\n"}});
    CHECK(id_of(folder.path() / "words.index", {}) == "lexicon-languages");
    CHECK(id_of(folder.path() / "words.index", {language("de"), language("en")}) == "none");
}

TEST_CASE("synonyms come with dictionaries to English, and are attributed") {
    const ScratchFolder folder;
    align::write_tiny_wordnet(folder);
    const auto index = write_tiny_freedict(folder);
    const MadeLexicon plain = make_lexicon(index, {});
    CHECK(plain.info.attribution == "FreeDict, https://freedict.org");
    const MadeLexicon made = make_lexicon(index, {.wordnet = folder.path()});
    CHECK(spelt(made, "bruck") == "bridg*100 span*30");
    CHECK(made.info.licence.ends_with("; WordNet 3.0 licence"));
    CHECK(made.info.attribution.find("Princeton University") != std::string::npos);
    write_dictd(folder, "freedict-eng-deu", {{"bridge", "bridge\nBrücke, child\n"}});
    CHECK(make_lexicon(folder.path() / "freedict-eng-deu.index", {.wordnet = folder.path()}).bytes ==
          make_lexicon(folder.path() / "freedict-eng-deu.index", {}).bytes);
}

TEST_CASE("a glossary needs languages that it has") {
    const ScratchFolder folder;
    const auto table = folder.add("terms.tsv", "zh\ten\n河\triver\n");
    CHECK(id_of(table, {}) == "lexicon-languages");
    CHECK(id_of(table, {language("de"), language("en")}) == "glossary-of-other-languages");
    const MadeLexicon turned = make_lexicon(table, {language("en"), language("zh")});
    CHECK(turned.info.source == language("zh"));  // the direction that aligning needs
    CHECK(id_of(folder.add("terms.docx", ""), chinese_english) == "import-format");
    CHECK(id_of(folder.path() / "none.tsv", chinese_english) == "file-not-found");
}

TEST_CASE("a lexicon's name lets it lie beside others") {
    const ScratchFolder folder;
    const MadeLexicon cedict = make_lexicon(folder.add("a.u8", "河 河 [he2] /river/\n"), {});
    CHECK(lexicon_name("a.u8", cedict.info) == "zh-en.lexicon");
    const MadeLexicon german = make_lexicon(write_tiny_freedict(folder), {});
    CHECK(lexicon_name("x/freedict-deu-eng.index", german.info) == "de-en.freedict-deu-eng.lexicon");
    CHECK(lexicon_name("freedict-deu-eng.dict.dz", german.info) == "de-en.freedict-deu-eng.lexicon");
}

}  // namespace
}  // namespace tongwen::cli
