// SPDX-License-Identifier: Apache-2.0
// Tests which files are judged by which.
#include "cli/eval_inputs.h"

#include "tests/support/catch.h"
#include "tests/support/scratch_folder.h"
#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

TEST_CASE("files belong together by name, with a suffix behind it or another in its place") {
    const ScratchFolder folder;
    folder.add("gold/a.txt", "");
    struct Case {
        std::vector<std::string> files;
        std::string chosen;
    };
    const std::vector<Case> cases = {
        {{"a.txt"}, "a.txt"},
        {{"a.txt.beads"}, "a.txt.beads"},
        {{"a.txt.align"}, "a.txt.align"},
        {{"a.beads"}, "a.beads"},
        {{"a.align"}, "a.align"},
        {{"a.align", "a.beads", "a.txt.align", "a.txt.beads", "a.txt"}, "a.txt"},
        {{"a.align", "a.beads", "a.txt.align", "a.txt.beads"}, "a.txt.beads"},
        {{"a.align", "a.beads", "a.txt.align"}, "a.txt.align"},
        {{"a.align", "a.beads"}, "a.beads"},
        {{"a.txt/folder", "a.beads"}, "a.beads"},
    };
    for (std::size_t k = 0; k < cases.size(); ++k) {
        const fs::path auto_folder = "auto" + std::to_string(k);
        for (const std::string& file : cases[k].files) folder.add(auto_folder / file, "");
        const auto files = find_eval_files({folder.path() / "gold", folder.path() / auto_folder, {}});
        REQUIRE(files.size() == 1);
        CHECK(files[0].name == "a.txt");
        CHECK(files[0].found == folder.path() / auto_folder / cases[k].chosen);
        CHECK(files[0].other.empty());
    }
}

TEST_CASE("a set has texts, a folder of beads has none; documents are in order of their names") {
    const ScratchFolder folder;
    for (const char* const name :
         {"gold/b", "gold/a", "gold/.hidden", "src/a", "tgt/a", "src/b", "auto/a", "auto/b"})
        folder.add(fs::path("set") / name, "");
    const auto set =
        find_eval_files({folder.path() / "set", folder.path() / "set/auto", folder.path() / "set/gold"});
    REQUIRE(set.size() == 2);
    CHECK(set[0].name == "a");
    CHECK(set[0].gold == folder.path() / "set/gold/a");
    CHECK(set[0].other == folder.path() / "set/gold/a");
    CHECK(set[0].source == folder.path() / "set/src/a");
    CHECK(set[0].target == folder.path() / "set/tgt/a");
    CHECK(set[1].name == "b");
    CHECK(set[1].source.empty());  // its translation is missing
    for (const EvalFiles& files :
         find_eval_files({folder.path() / "set/gold", folder.path() / "set/auto", {}}))
        CHECK(files.source.empty());
}

TEST_CASE("standard input is one of all files at most") {
    require_single_input({{"-", "a", ""}, {"b", "c", ""}});
    require_single_input({});
    for (const std::vector<EvalPaths>& pairs :
         std::vector<std::vector<EvalPaths>>{{{"-", "-", ""}},
                                             {{"a", "-", "-"}},
                                             {{"-", "a", ""}, {"b", "-", ""}},
                                             {{"a", "b", "-"}, {"-", "c", "d"}}})
        CHECK_THROWS_AS(require_single_input(pairs), text::InputError);
}

TEST_CASE("lengths are those of lines that are not blank; a text may have none") {
    const ScratchFolder folder;
    folder.add("src", "一二三\n\n  四五  \nabcde");
    folder.add("tgt", "\n\n");
    const align::SegmentLengths lengths =
        read_lengths({"a", {}, {}, {}, folder.path() / "src", folder.path() / "tgt"});
    CHECK(lengths.source == std::vector<double>{3, 2, 2});
    CHECK(lengths.target.empty());
    CHECK(read_lengths({"a", {}, {}, {}, {}, {}}).source.empty());
    CHECK_THROWS_AS(read_lengths({"a", {}, {}, {}, folder.path() / "none", folder.path() / "tgt"}),
                    text::InputError);
}

}  // namespace
}  // namespace tongwen::cli
