// SPDX-License-Identifier: Apache-2.0
// Tests which lexicons a run uses, and in which order.
#include "cli/lexicons.h"

#include "cli/cedict_input.h"
#include "tests/cli/made_up_environment.h"
#include "tests/support/catch.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/tiny_dictd.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

text::Language language(std::string_view tag) { return *text::Language::parse(tag); }

/// A compiled lexicon of no words.
std::string compiled(align::LexiconKind kind = align::LexiconKind::dictionary) {
    align::LexiconInfo info = cedict_info();
    info.kind = kind;
    return align::LexiconBuilder(info).compile();
}

/// A run over a folder in which lexicons, glossaries and dictionaries may lie.
class Run {
  public:
    explicit Run(const ScratchFolder& folder, LexiconWish wish = {})
        : silent_(Terminal{}, true),
          lexicons_(std::move(wish),
                    environment_of({{"TONGWEN_LEXICONS", (folder.path() / "lexicons").string()},
                                    {"TONGWEN_DICTD", folder.path().string()},
                                    {"TONGWEN_WORDNET", ""},
                                    {"XDG_CACHE_HOME", (folder.path() / "cache").string()}}),
                    silent_) {}

    /// The lexicons for two languages: the names of their files, or of those of the program in brackets.
    std::string list(std::string_view one, std::string_view other) {
        std::string names;
        for (const ChosenLexicon& chosen : lexicons_.list(language(one), language(other))) {
            const std::string name = "(" + chosen.lexicon->info().name + ")";
            names += (chosen.place.empty() ? name : chosen.place.filename().string()) + " ";
        }
        return names;
    }
    Lexicons& lexicons() { return lexicons_; }

  private:
    Messages silent_;
    Lexicons lexicons_;
};

TEST_CASE("those of the program are always there, the others when they are found") {
    const ScratchFolder folder;
    CHECK(Run(folder).list("zh-CN", "en-GB") == "(official Chinese) (CLDR names) ");
    CHECK(Run(folder).list("de", "fr") == "(CLDR names) ");
    folder.add("lexicons/zh-en.lexicon", compiled());
    folder.add("lexicons/zh-en.terms.lexicon", compiled(align::LexiconKind::glossary));
    Run run(folder);
    for (const char* const chinese : {"zh", "zh-TW"}) {
        CHECK(run.list(chinese, "en") ==
              "(official Chinese) zh-en.lexicon zh-en.terms.lexicon (CLDR names) ");
    }
    CHECK(run.list("en", "zh") == "(official Chinese) zh-en.lexicon zh-en.terms.lexicon (CLDR names) ");
    CHECK(run.lexicons().find(language("zh"), language("en")).lexicons().size() == 4);
    CHECK(run.lexicons().find(text::Language(), language("en")).lexicons().empty());
}

TEST_CASE("what cannot be used is left out") {
    const ScratchFolder folder;
    folder.add("lexicons/zh-en.lexicon", "damaged");
    folder.add("lexicons/de-en.lexicon", compiled());
    Run run(folder);
    CHECK(run.list("zh", "en") == "(official Chinese) (CLDR names) ");
    CHECK(run.list("de", "en") == "(CLDR names) ");
}

TEST_CASE("lexicons asked for stand for those that are found; none means none") {
    const ScratchFolder folder;
    folder.add("lexicons/zh-en.lexicon", compiled());
    const std::string one = folder.add("b.lexicon", compiled()).string();
    const std::string other = folder.add("a.lexicon", compiled()).string();
    CHECK(Run(folder, {.files = {one, other}}).list("zh", "en") ==
          "(official Chinese) b.lexicon a.lexicon (CLDR names) ");
    CHECK(Run(folder, {.files = {one}}).list("de", "en") == "(CLDR names) ");
    CHECK(Run(folder, {.files = {one}, .none = true}).list("zh", "en").empty());
    CHECK_THROWS_AS(Run(folder, {.files = {one + "x"}}), text::InputError);
}

TEST_CASE("glossaries stand first, also where no lexicon is wanted") {
    const ScratchFolder folder;
    const std::string table = folder.add("terms.tsv", "河\triver\n").string();
    const std::string tbx = folder.add("terms.tbx", "<tbx/>").string();
    CHECK(Run(folder, {.glossaries = {table, tbx}}).list("en", "zh") ==
          "terms.tsv (official Chinese) (CLDR names) ");
    CHECK(Run(folder, {.glossaries = {table}, .none = true}).list("zh", "en") == "terms.tsv ");
    CHECK_THROWS_AS(Run(folder, {.glossaries = {folder.add("bad.tsv", "河\n").string()}}), text::InputError);
}

TEST_CASE("a dictionary of FreeDict serves where there is no other") {
    const ScratchFolder folder;
    write_tiny_freedict(folder);
    CHECK(Run(folder).list("de", "en") == "freedict-deu-eng.index (CLDR names) ");
    CHECK(Run(folder).list("en", "de-AT") == "freedict-deu-eng.index (CLDR names) ");
    align::LexiconInfo german = cedict_info();
    german.source = language("de");
    folder.add("lexicons/de-en.lexicon", align::LexiconBuilder(german).compile());
    CHECK(Run(folder).list("de", "en") == "de-en.lexicon (CLDR names) ");
    folder.add("lexicons/de-en.lexicon", "damaged");
    CHECK(Run(folder).list("de", "en") == "freedict-deu-eng.index (CLDR names) ");
}

std::vector<std::string> cached(const ScratchFolder& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder.path() / "cache/tongwen"))
        names.push_back(entry.path().filename().string());
    return names;
}

TEST_CASE("a compiled dictionary is kept until the dictionary changes") {
    const ScratchFolder folder;
    const fs::path index = write_tiny_freedict(folder);
    const auto renderings = [&] {
        Run run(folder);
        const auto& chosen = run.lexicons().list(language("de"), language("en"));
        return chosen.empty() ? std::size_t{0} : chosen.front().lexicon->find("fluss").size();
    };
    CHECK(renderings() == 2);
    const auto first = cached(folder);
    REQUIRE(first.size() == 1);
    CHECK(renderings() == 2);
    CHECK(cached(folder) == first);
    folder.add(fs::path("cache/tongwen") / first.front(), "damaged");
    CHECK(renderings() == 2);
    write_dictd(folder, "freedict-deu-eng", {{"fluss", "Fluss\nriver, stream, flow of water\n"}});
    CHECK(renderings() == 4);
    CHECK(cached(folder).size() == 1);
    CHECK(cached(folder) != first);
    fs::remove_all(folder.path() / "cache");
    folder.add("cache", "a file where the folder should be");
    CHECK(renderings() == 4);
}

TEST_CASE("a damaged dictionary of FreeDict is no reason to stop") {
    const ScratchFolder folder;
    write_tiny_freedict(folder);
    folder.add("freedict-deu-eng.dict.dz", "no gzip");
    CHECK(Run(folder).list("de", "en") == "(CLDR names) ");
}

}  // namespace
}  // namespace tongwen::cli
