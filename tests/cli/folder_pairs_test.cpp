// SPDX-License-Identifier: Apache-2.0
// Tests the pairing of two folders' files.
#include "cli/folder_pairs.h"

#include "tests/support/catch.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;
using Files = std::vector<fs::path>;

std::string spell(const FolderPairs& found) {
    std::string out;
    for (const FilePair& pair : found.pairs)
        out += pair.name + "=" + pair.source.string() + "+" + pair.target.string() + " ";
    for (const fs::path& file : found.source_only) out += "<" + file.string() + " ";
    for (const fs::path& file : found.target_only) out += ">" + file.string() + " ";
    if (!out.empty()) out.pop_back();
    return out;
}

TEST_CASE("files are paired by name, by name without suffix, by name without language") {
    struct Case {
        Files sources;
        Files targets;
        std::string pairs;
    };
    const std::vector<Case> cases = {
        {{}, {}, ""},
        {{"zh/a.txt", "zh/b.txt"}, {"en/b.txt", "en/a.txt"}, "a=zh/a.txt+en/a.txt b=zh/b.txt+en/b.txt"},
        {{"zh/a.txt"}, {"en/a.md"}, "a=zh/a.txt+en/a.md"},
        {{"x/a.zh.txt"}, {"x/a.en.txt"}, "a=x/a.zh.txt+x/a.en.txt"},
        {{"a_zh-CN.md"}, {"a-en.txt"}, "a=a_zh-CN.md+a-en.txt"},
        {{"a_zh_CN.md"}, {"a.txt"}, "a=a_zh_CN.md+a.txt"},
        {{"a.txt", "a.md"}, {"b/a.txt", "b/a.md"}, "a.md=a.md+b/a.md a.txt=a.txt+b/a.txt"},
        {{"a.txt", "b.txt"}, {"c/a.txt", "c/c.txt"}, "a=a.txt+c/a.txt <b.txt >c/c.txt"},
        {{"a.zh.txt"}, {"a.en.txt", "a.de.txt"}, "<a.zh.txt >a.en.txt >a.de.txt"},
        {{"notes.old.txt", "notes.txt"}, {"x/notes.txt"}, "notes=notes.txt+x/notes.txt <notes.old.txt"},
    };
    for (const Case& c : cases) CHECK(spell(pair_files(c.sources, c.targets)) == c.pairs);
}

TEST_CASE("only a two-letter language at the end of a name is a language") {
    CHECK(base_name("a.zh.txt") == "a");
    CHECK(base_name("d/a.b_zh-Hans-CN.txt") == "a.b");
    CHECK(base_name("a.txt") == "a");
    CHECK(base_name("draft-new.txt") == "draft-new");
    CHECK(base_name("chapter-01.txt") == "chapter-01");
    CHECK(base_name(".zh.txt") == ".zh");
    CHECK(base_name("讲话.zh.txt") == "讲话");
}

}  // namespace
}  // namespace tongwen::cli
