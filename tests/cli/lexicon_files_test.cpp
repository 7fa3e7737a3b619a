// SPDX-License-Identifier: Apache-2.0
// Tests where lexicons, and what they are made from, are looked for.
#include "cli/lexicon_files.h"

#include "tests/cli/made_up_environment.h"
#include "tests/support/catch.h"
#include "tests/support/scratch_folder.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;
using Folders = std::vector<fs::path>;

TEST_CASE("folders: those of the variable alone, else the person's, the build's, the installation's") {
    struct Case {
        Variables variables;
        fs::path program;
        Folders folders;
    };
    const Folders installed = {"/opt/bin/lexicon", "/opt/share/tongwen"};
    const std::vector<Case> cases = {
        {{{"TONGWEN_LEXICONS", "/a:b"}, {"HOME", "/home/me"}}, "/opt/bin", {"/a", "b"}},
        {{{"TONGWEN_LEXICONS", ":/a::"}}, "/opt/bin", {"/a"}},
        {{{"TONGWEN_LEXICONS", ""}, {"HOME", "/home/me"}}, "/opt/bin", {}},
        {{{"HOME", "/home/me"}},
         "/opt/bin",
         {"/home/me/.local/share/tongwen", "/opt/bin/lexicon", "/opt/share/tongwen"}},
        {{{"HOME", "/home/me"}, {"XDG_DATA_HOME", "/data"}},
         "/opt/bin",
         {"/data/tongwen", "/opt/bin/lexicon", "/opt/share/tongwen"}},
        {{{"HOME", "/home/me"}, {"XDG_DATA_HOME", "not/absolute"}}, "", {"/home/me/.local/share/tongwen"}},
        {{}, "/opt/bin", installed},
        {{{"HOME", ""}, {"XDG_DATA_HOME", ""}}, "/opt/bin", installed},
        {{}, "", {}},
    };
    for (const Case& c : cases) CHECK(lexicon_folders(environment_of(c.variables), c.program) == c.folders);
}

TEST_CASE("the program knows where it is") { CHECK(program_folder() == fs::path(TONGWEN_BINARY_DIR)); }

text::Language language(std::string_view tag) { return *text::Language::parse(tag); }

TEST_CASE("lexicons are found by the primary languages, in either order, by folder and name") {
    const ScratchFolder library;
    for (const char* const name :
         {"one/zh-en.lexicon", "one/zh-en.b.lexicon", "one/zh-en.a.lexicon", "two/zh-en.lexicon",
          "two/zh-en.c.lexicon", "two/en-ja.lexicon", "two/zh-en.txt", "two/zh-enlexicon",
          "two/zh-eng.lexicon", "two/zh.lexicon"})
        library.add(name, "");
    const auto found = [&](std::string_view one, std::string_view other,
                           const std::vector<std::string>& names) {
        Folders folders;
        for (const std::string& name : names) folders.push_back(library.path() / name);
        std::string list;
        for (const fs::path& file : find_lexicons(language(one), language(other), folders))
            list += file.lexically_relative(library.path()).string() + ' ';
        return list;
    };
    const std::string of_one = "one/zh-en.a.lexicon one/zh-en.b.lexicon one/zh-en.lexicon ";
    CHECK(found("zh-CN", "en-GB", {"none", "one", "two"}) == of_one + "two/zh-en.c.lexicon ");
    CHECK(found("en", "zh-Hant", {"one"}) == of_one);
    CHECK(found("zh", "en", {"two", "one"}) ==
          "two/zh-en.c.lexicon two/zh-en.lexicon one/zh-en.a.lexicon one/zh-en.b.lexicon ");
    CHECK(found("ja", "en", {"one", "two"}) == "two/en-ja.lexicon ");
    CHECK(found("de", "en", {"one", "two"}).empty());
    CHECK(found("zh", "en", {}).empty());
}

TEST_CASE("caches, WordNet and FreeDict have their places, and variables for others") {
    CHECK(cache_folder(environment_of({{"HOME", "/home/me"}})) == "/home/me/.cache/tongwen");
    CHECK(cache_folder(environment_of({{"HOME", "/home/me"}, {"XDG_CACHE_HOME", "/c"}})) == "/c/tongwen");
    CHECK(cache_folder(environment_of({})).empty());
    const ScratchFolder folder;
    const Environment here = environment_of(
        {{"TONGWEN_WORDNET", folder.path().string()}, {"TONGWEN_DICTD", folder.path().string()}});
    const Environment nowhere = environment_of({{"TONGWEN_WORDNET", ""}, {"TONGWEN_DICTD", ""}});
    CHECK(find_wordnet(here).empty());
    CHECK(find_freedict(language("de"), language("en"), here) == std::nullopt);
    folder.add("index.noun", "");
    const fs::path index = folder.add("freedict-deu-eng.index", "");
    CHECK(find_wordnet(here) == folder.path());
    CHECK(find_wordnet(nowhere).empty());
    CHECK(find_freedict(language("de-AT"), language("en"), here) == index);
    CHECK(find_freedict(language("en"), language("de"), here) == std::nullopt);
    CHECK(find_freedict(language("de"), text::Language(), here) == std::nullopt);
    CHECK(find_freedict(language("de"), language("en"), nowhere) == std::nullopt);
}

}  // namespace
}  // namespace tongwen::cli
