// SPDX-License-Identifier: Apache-2.0
// Tests which files are learned from, and what of their beads.
#include "cli/learning_inputs.h"

#include "tests/support/catch.h"
#include "tests/support/scratch_folder.h"
#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

std::string failure(const auto& work) {
    try {
        work();
    } catch (const text::InputError& error) {
        std::string words = error.diagnostic().id;
        for (const std::string& argument : error.diagnostic().arguments) words += " " + argument;
        return words;
    }
    return {};
}

TEST_CASE("two files are a pair, the files of two folders are paired by name") {
    const ScratchFolder folder;
    for (const char* const name : {"zh/a.zh.txt", "zh/b.txt", "en/a.en.txt", "en/c.txt", "beads/a.beads"})
        folder.add(name, "");
    const fs::path& top = folder.path();
    const FolderPairs files = find_learning_pairs({top / "zh/b.txt", top / "en/c.txt", {}});
    REQUIRE(files.pairs.size() == 1);
    CHECK(files.pairs[0].source == top / "zh/b.txt");
    CHECK(files.pairs[0].target == top / "en/c.txt");
    const FolderPairs folders = find_learning_pairs({top / "zh", top / "en", {}});
    REQUIRE(folders.pairs.size() == 1);
    CHECK(folders.pairs[0].name == "a");
    CHECK(folders.source_only == std::vector<fs::path>{top / "zh/b.txt"});
    CHECK(folders.target_only == std::vector<fs::path>{top / "en/c.txt"});
    CHECK(failure([&] { find_learning_pairs({top / "zh", top / "en/c.txt", {}}); }) == "is-a-directory");
    CHECK(failure([&] {
              find_learning_pairs({top / "zh/b.txt", top / "en/c.txt", top / "beads"});
          }) == "is-a-directory");
    CHECK(failure([&] { find_learning_pairs({top / "zh", top / "beads", {}}); }).empty());
    folder.add("none/z.txt", "");
    CHECK(failure([&] {
              find_learning_pairs({top / "zh", top / "none", {}});
          }) == "no-pairs " + (top / "none").string());
}

TEST_CASE("a pair's beads have the pair's name or its source's") {
    const ScratchFolder folder;
    folder.add("zh/a.zh.txt", "");
    const FilePair pair{folder.path() / "zh/a.zh.txt", folder.path() / "en/a.en.txt", "a"};
    const fs::path zh = folder.path() / "zh";
    int count = 0;
    for (const char* const name :
         {"a.beads", "a.align", "a", "a.zh.txt.beads", "a.zh.txt.align", "a.zh.txt"}) {
        const fs::path beads = folder.path() / std::to_string(++count);
        folder.add(beads / name, "");
        CHECK(beads_file_of(pair, {zh, {}, beads}) == beads / name);
    }
    CHECK(failure([&] {
              beads_file_of(pair, {zh, {}, zh / "none"});
          }) == "missing-partner " + (zh / "none").string());
    CHECK(beads_file_of(pair, {zh / "a.zh.txt", {}, "my.beads"}) == "my.beads");
}

TEST_CASE("beads with gaps are left out, others keep their confidence") {
    const ScratchFolder folder;
    align::Bitext bitext;
    bitext.source.segments.resize(4);
    bitext.target.segments.resize(3);
    const fs::path file = folder.add("beads", "[0]:[0]:0.25\n[2, 1]:[1, 2]\n[0, 2]:[1]\n[3]:[]:1\n");
    const auto beads = read_bead_runs(file, bitext);
    REQUIRE(beads.size() == 3);
    CHECK(beads[0].confidence == 0.25);
    CHECK(beads[1].source == align::make_run<align::Source>(1, 3));
    CHECK(beads[1].target == align::make_run<align::Target>(1, 3));
    CHECK(beads[1].confidence == 1);
    CHECK(beads[2].target.empty());
    const fs::path source_out = folder.add("source", "[4]:[0]\n");
    CHECK(failure([&] { read_bead_runs(source_out, bitext); }) == "segment-not-there 4");
    const fs::path target_out = folder.add("target", "[0]:[3]\n");
    CHECK(failure([&] { read_bead_runs(target_out, bitext); }) == "segment-not-there 3");
}

}  // namespace
}  // namespace tongwen::cli
