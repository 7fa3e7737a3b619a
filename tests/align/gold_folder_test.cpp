// SPDX-License-Identifier: Apache-2.0
// Tests reading gold sets, and what is refused.
#include "align/gold_folder.h"

#include "tests/support/catch.h"
#include "tests/support/scratch_folder.h"
#include "text/diagnostic.h"

namespace tongwen::align {
namespace {

void add_document(const ScratchFolder& folder, const std::string& name, std::string_view gold) {
    folder.add("src/" + name, "今天下雨。\n我们在家读书。\n");
    folder.add("tgt/" + name, "It rains today.\nWe stay at home,\nreading.\n");
    folder.add("gold/" + name, gold);
}

text::Diagnostic refusal_of(const ScratchFolder& folder) {
    try {
        read_gold_folder(folder.path());
    } catch (const text::InputError& error) {
        return error.diagnostic();
    }
    return {};
}

TEST_CASE("a gold set is read by name") {
    const ScratchFolder folder;
    add_document(folder, "b", "[0]:[0]\n[1]:[1, 2]\n");
    add_document(folder, "a", "[]:[0]\n");
    folder.add("gold/.hidden", "no beads");
    folder.add("gold/old/a", "no beads");
    const std::vector<GoldDocument> documents = read_gold_folder(folder.path());
    REQUIRE(documents.size() == 2);
    CHECK(documents[0].name == "a");
    CHECK(documents[0].beads == std::vector<ListedBead>{{{}, {0}}});
    CHECK(documents[1].name == "b");
    CHECK(documents[1].beads == std::vector<ListedBead>{{{0}, {0}}, {{1}, {1, 2}}});
    CHECK(documents[1].source.segments.size() == 2);
    CHECK(documents[1].source.language.primary() == "zh");
    CHECK(documents[1].target.segment_text(2) == "reading.");
    CHECK(documents[1].target.language.primary() == "en");
}

TEST_CASE("segments that a text has not are refused, on both sides") {
    for (const auto& [gold, index] :
         {std::pair{"[0]:[0]\n[2]:[1]\n", "2"}, {"[0]:[4294967295]", "4294967295"}}) {
        const ScratchFolder folder;
        add_document(folder, "a", gold);
        const text::Diagnostic refusal = refusal_of(folder);
        CHECK(refusal.id == "segment-not-there");
        CHECK(refusal.where.file == (folder.path() / "gold/a").string());
        CHECK(refusal.arguments == std::vector<std::string>{index});
    }
}

TEST_CASE("what is missing is named") {
    const ScratchFolder folder;
    CHECK(refusal_of(folder).id == "cannot-read");
    CHECK(refusal_of(folder).where.file == (folder.path() / "gold").string());
    std::filesystem::create_directory(folder.path() / "gold");
    CHECK(refusal_of(folder).id == "no-gold");
    folder.add("gold/a", "[0]:[0]");
    CHECK(refusal_of(folder).id == "file-not-found");
    CHECK(refusal_of(folder).where.file == (folder.path() / "src/a").string());
    folder.add("src/a", "一。\n");
    folder.add("tgt/a", "One.\n");
    folder.add("gold/a", "[0:[0]");
    CHECK(refusal_of(folder).id == "bad-bead");
}

}  // namespace
}  // namespace tongwen::align
