// SPDX-License-Identifier: Apache-2.0
// Tests compiling a lexicon, looking words up in it, and damaged files.
#include "align/lexicon.h"

#include <filesystem>
#include <map>

#include <rapidcheck.h>
#include <unistd.h>

#include "tests/support/catch.h"
#include "text/diagnostic.h"
#include "text/files.h"

namespace tongwen::align {
namespace {

/// A file that goes away with its test.
class ScratchFile {
  public:
    explicit ScratchFile(std::string_view bytes)
        : path_(std::filesystem::temp_directory_path() / ("tongwen-lexicon-" + std::to_string(::getpid()))) {
        text::AtomicFile file(path_);
        file.write(bytes);
        file.commit();
    }
    ~ScratchFile() { std::filesystem::remove(path_); }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

LexiconInfo some_info() {
    return {*text::Language::parse("zh"), *text::Language::parse("en"), "Words", "CC0-1.0", "nobody, 2026"};
}

std::string spelt(const Lexicon& lexicon, std::string_view headword) {
    std::string result;
    for (const Rendering& rendering : lexicon.find(headword)) {
        result +=
            std::string(rendering.word) + '*' + std::to_string(std::lround(rendering.strength * 100)) + ' ';
    }
    return result;
}

TEST_CASE("a compiled lexicon finds its words, strongest rendering first") {
    LexiconBuilder builder(some_info());
    builder.add("桥", "bridg", 1);
    builder.add("桥", "beam", 0.25F);
    builder.add("桥", "bridg", 0.5F);
    builder.add("桥梁", "bridg", 0.5F);
    const ScratchFile file(builder.compile());
    const Lexicon lexicon(file.path());
    CHECK(lexicon.size() == 2);
    CHECK(spelt(lexicon, "桥") == "bridg*100 beam*25 ");
    CHECK(spelt(lexicon, "桥梁") == "bridg*50 ");
    CHECK(lexicon.contains("桥梁"));
    CHECK_FALSE(lexicon.contains("梁"));
    CHECK_FALSE(lexicon.contains(""));
    CHECK(lexicon.lengths_beginning("桥") == (1U << 1 | 1U << 2));
    CHECK(lexicon.lengths_beginning("桥梁") == 1U << 2);
    CHECK(lexicon.lengths_beginning("梁") == 0);
    CHECK(lexicon.info() == some_info());
}

TEST_CASE("an empty lexicon is a lexicon") {
    const ScratchFile file(LexiconBuilder(some_info()).compile());
    const Lexicon lexicon(file.path());
    CHECK(lexicon.size() == 0);
    CHECK(lexicon.find("桥").empty());
}

TEST_CASE("every word that was added is found, and no other") {
    CHECK(rc::check([](const std::map<std::string, std::string>& words) {
        LexiconBuilder builder(some_info());
        for (const auto& [headword, word] : words) builder.add(headword, word, 0.5F);
        const ScratchFile file(builder.compile());
        const Lexicon lexicon(file.path());
        RC_ASSERT(lexicon.size() == words.size());
        for (const auto& [headword, word] : words) {
            const auto found = lexicon.find(headword);
            RC_ASSERT(found.size() == 1U);
            RC_ASSERT(found.front().word == word);
        }
        const auto other = *rc::gen::arbitrary<std::string>();
        RC_ASSERT(lexicon.contains(other) == (words.count(other) == 1));
    }));
}

TEST_CASE("the same words give the same bytes in any order") {
    LexiconBuilder one(some_info());
    one.add("甲", "first", 1);
    one.add("乙", "second", 1);
    LexiconBuilder other(some_info());
    other.add("乙", "second", 1);
    other.add("甲", "first", 1);
    CHECK(one.compile() == other.compile());
}

TEST_CASE("a cut-off lexicon is refused") {
    LexiconBuilder builder(some_info());
    builder.add("桥", "bridg", 1);
    const std::string whole = builder.compile();
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const ScratchFile file(whole.substr(0, size));
        INFO(size);
        CHECK_THROWS_AS(Lexicon(file.path()), text::InputError);
    }
}

TEST_CASE("a damaged lexicon gives wrong words at worst") {
    LexiconBuilder builder(some_info());
    builder.add("桥", "bridg", 1);
    builder.add("梁", "beam", 1);
    const std::string whole = builder.compile();
    CHECK(rc::check([&] {
        std::string bytes = whole;
        bytes[*rc::gen::inRange<std::size_t>(36, bytes.size())] = *rc::gen::arbitrary<char>();
        const ScratchFile file(bytes);
        try {
            const Lexicon lexicon(file.path());
            for (const Rendering& rendering : lexicon.find("桥")) {
                RC_ASSERT(rendering.strength > 0);
                RC_ASSERT(rendering.strength <= 1);
            }
        } catch (const text::InputError&) {  // refused: as good
        }
    }));
}

TEST_CASE("what is no lexicon is refused by name") {
    const ScratchFile file("PK and so on, long enough to be more than a header would be");
    try {
        const Lexicon lexicon(file.path());
        FAIL("opened");
    } catch (const text::InputError& error) {
        CHECK(error.diagnostic().id == "bad-lexicon");
        CHECK(error.diagnostic().where.file == file.path().string());
    }
}

}  // namespace
}  // namespace tongwen::align
