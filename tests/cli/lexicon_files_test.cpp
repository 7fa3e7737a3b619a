// SPDX-License-Identifier: Apache-2.0
// Tests where lexicons are looked for, and which one is taken.
#include "cli/lexicon_files.h"

#include <fstream>
#include <stdexcept>

#include <unistd.h>

#include "cli/cedict_input.h"
#include "tests/support/catch.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;
using Folders = std::vector<fs::path>;

Environment environment_of(std::map<std::string, std::string> variables) {
    return [variables = std::move(variables)](std::string_view name) -> std::optional<std::string> {
        const auto found = variables.find(std::string(name));
        return found == variables.end() ? std::nullopt : std::optional(found->second);
    };
}

TEST_CASE("folders: those of the variable alone, else the person's, the build's, the installation's") {
    struct Case {
        std::map<std::string, std::string> variables;
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

/// Folders with lexicons of no words; they go when the test does.
class Library {
  public:
    Library() {
        std::string name = (fs::temp_directory_path() / "tongwen-lexicons-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
        root_ = name;
    }
    ~Library() {
        std::error_code ignored;
        fs::remove_all(root_, ignored);
    }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;

    fs::path add(const fs::path& name) {
        const align::LexiconInfo info = cedict_info();
        fs::create_directories((root_ / name).parent_path());
        std::ofstream(root_ / name) << align::LexiconBuilder(info).compile();
        return root_ / name;
    }
    [[nodiscard]] Folders folders(const std::vector<std::string>& names) const {
        Folders folders;
        for (const std::string& name : names) folders.push_back(root_ / name);
        return folders;
    }

  private:
    fs::path root_;
};

text::Language language(std::string_view tag) { return *text::Language::parse(tag); }

TEST_CASE("a lexicon is found by the primary languages, in either order, in the first folder that has one") {
    Library library;
    const fs::path first = library.add("one/zh-en.lexicon");
    const fs::path second = library.add("two/zh-en.lexicon");
    const fs::path turned = library.add("two/en-ja.lexicon");
    const Folders both = library.folders({"none", "one", "two"});
    CHECK(find_lexicon(language("zh-CN"), language("en-GB"), both) == first);
    CHECK(find_lexicon(language("en"), language("zh-Hant"), both) == first);
    CHECK(find_lexicon(language("zh"), language("en"), library.folders({"two", "one"})) == second);
    CHECK(find_lexicon(language("ja"), language("en"), both) == turned);
    CHECK(find_lexicon(language("de"), language("en"), both) == std::nullopt);
    CHECK(find_lexicon(language("zh"), language("en"), library.folders({"none"})) == std::nullopt);
    CHECK(find_lexicon(language("zh"), language("en"), {}) == std::nullopt);
}

TEST_CASE("a run opens a lexicon once, and only for its languages") {
    Library library;
    const fs::path file = library.add("one/zh-en.lexicon");
    Messages silent(Terminal{}, true);
    Lexicons lexicons({}, library.folders({"one"}), silent);
    const auto count = [&](const text::Language& one, const text::Language& other) {
        return lexicons.find(one, other).lexicons().size();
    };
    CHECK(count(language("zh-CN"), language("en")) == 1);
    CHECK(count(language("zh-TW"), language("en-US")) == 1);
    CHECK(count(language("en"), language("zh")) == 1);
    CHECK(count(language("zh"), language("de")) == 0);
    CHECK(count(text::Language(), language("en")) == 0);

    Lexicons none({.file = file.string(), .none = true}, library.folders({"one"}), silent);
    CHECK(none.find(language("zh"), language("en")).lexicons().empty());
    Lexicons asked({.file = file.string()}, {}, silent);
    CHECK_FALSE(asked.find(language("en"), language("zh")).lexicons().empty());
    CHECK(asked.find(language("de"), language("zh")).lexicons().empty());
    CHECK_THROWS_AS(Lexicons({.file = file.string() + "x"}, {}, silent), text::InputError);
}

}  // namespace
}  // namespace tongwen::cli
