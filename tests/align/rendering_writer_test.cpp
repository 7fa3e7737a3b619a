// SPDX-License-Identifier: Apache-2.0
// Tests which words of a rendering are kept, how strongly, and what WordNet adds.
#include "align/rendering_writer.h"

#include <array>
#include <cmath>

#include "tests/support/catch.h"
#include "tests/support/tiny_wordnet.h"

namespace tongwen::align {
namespace {

LexiconInfo info_for(std::string_view target) {
    return {*text::Language::parse("zh"), *text::Language::parse(target), "", "", "",
            LexiconKind::dictionary};
}

std::string written(std::string_view target, std::string_view rendering, const RenderingShare& share = {},
                    const WordNet* wordnet = nullptr) {
    LexiconBuilder builder(info_for(target));
    RenderingWriter writer(builder, wordnet);
    writer.add(std::array<std::string_view, 1>{"甲"}, rendering, share);
    const Lexicon lexicon(builder.compile(), "memory");
    std::string list;
    for (const Rendering& word : lexicon.find("甲")) {
        list += list.empty() ? "" : " ";
        list += std::string(word.word) + '*' + std::to_string(std::lround(word.strength * 100));
    }
    return list;
}

TEST_CASE("words are cut as a document's are") {
    using Words = std::vector<std::string>;
    CHECK(words_of("The U.S. President's visit") == Words{"the", "us", "president", "visit"});
    CHECK(words_of("Xi’an; a b, Ærø-2") == Words{"xi", "an", "ærø"});
    CHECK(words_of("").empty());
    CHECK(words_of("\xFF 1 2").empty());
}

TEST_CASE("content words share a rendering") {
    struct Case {
        std::string_view target, rendering;
        RenderingShare share;
        std::string words;
    };
    const std::vector<Case> cases = {
        {"en", "bridge", {}, "bridg*100"},
        {"en", "the stone bridge", {}, "bridg*50 stone*50"},
        {"en", "to be", {}, "be*50 to*50"},
        {"en", "deep sea research ship", {}, "deep*25 research*25 sea*25 ship*25"},
        {"en", "deep sea research ship", {.least = 0.5F}, "deep*50 research*50 sea*50 ship*50"},
        {"en", "stone bridge", {.whole = 0.3F}, "bridg*15 stone*15"},
        {"de", "die Brücke", {}, "bruck*100"},
        {"cs", "the bridge", {}, "bridge*50 the*50"},
        {"en", " ; ", {}, ""},
    };
    for (const Case& c : cases) {
        INFO(c.rendering);
        CHECK(written(c.target, c.rendering, c.share) == c.words);
    }
}

TEST_CASE("synonyms come with strong words, forms with all, and only in English") {
    const ScratchFolder folder;
    write_tiny_wordnet(folder);
    const WordNet wordnet(folder.path());
    CHECK(written("en", "child", {}, &wordnet) == "child*100 children*100 kid*30 babe*20");
    CHECK(written("en", "small child", {}, &wordnet) == "child*50 children*50 small*50 kid*15 babe*10");
    CHECK(written("en", "very small lost child", {}, &wordnet) ==
          "child*25 children*25 lost*25 small*25 veri*25");
    CHECK(written("en", "child kid", {}, &wordnet) ==
          "child*50 children*50 kid*50 babe*10");  // never lowered
    CHECK(written("de", "child", {}, &wordnet) == "child*100");
}

}  // namespace
}  // namespace tongwen::align
