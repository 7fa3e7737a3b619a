// SPDX-License-Identifier: Apache-2.0
// Tests synonyms by rank, irregular forms, and damaged files.
#include "align/wordnet.h"

#include <cmath>

#include <rapidcheck.h>

#include "tests/support/catch.h"
#include "tests/support/tiny_wordnet.h"
#include "text/diagnostic.h"
#include "text/files.h"

namespace tongwen::align {
namespace {

std::string related(const WordNet& wordnet, const std::string& word) {
    std::string list;
    for (const RelatedWord& other : wordnet.related(word)) {
        list += list.empty() ? "" : " ";
        list += other.word + '*' + std::to_string(std::lround(other.share * 100));
    }
    return list;
}

TEST_CASE("related words: own forms whole, synonyms of four senses by rank, each with its forms") {
    const ScratchFolder folder;
    write_tiny_wordnet(folder);
    const WordNet wordnet(folder.path());
    struct Case {
        std::string word;
        std::string words;
    };
    const std::vector<Case> cases = {
        {"go", "depart*20 gone*100 move*30 ran*15 run*15 saw*12 see*12 travel*30 went*100"},
        {"child", "babe*20 children*100 kid*30"},
        {"children", "babe*20 child*100 kid*30"},  // an irregular form leads to its lemma
        {"kid", "child*30 children*30"},           // and a synonym to its forms
        {"kids", "child*30 children*30 kid*100"},  // a regular form too
        {"bridge", "span*30"},
        {"bridges", "bridge*100 span*30"},
        {"travelling", ""},  // doubled letters are no rule of morphy
        {"traveling", "go*30 gone*30 move*30 travel*100 went*30"},
        {"saw", ""},  // the tool, not what somebody saw
        {"span", ""},
        {"", ""},
    };
    for (const Case& c : cases) {
        INFO(c.word);
        CHECK(related(wordnet, c.word) == c.words);
    }
}

TEST_CASE("a folder without WordNet is refused") {
    const ScratchFolder folder;
    const auto id = [&] {
        try {
            const WordNet wordnet(folder.path());
        } catch (const text::InputError& error) {
            return error.diagnostic().id;
        }
        return std::string("none");
    };
    CHECK(id() == "file-not-found");
    for (const char* const part : {"noun", "verb", "adj", "adv"}) write_part(folder, part, {});
    CHECK(id() == "bad-wordnet");
}

TEST_CASE("damaged files give wrong words at worst") {
    const ScratchFolder folder;
    write_tiny_wordnet(folder);
    const std::vector<std::string> names = {"index.noun", "data.noun", "noun.exc", "index.verb", "data.verb"};
    std::map<std::string, std::string> whole;
    for (const std::string& name : names) whole[name] = text::read_file(folder.path() / name);
    CHECK(rc::check([&] {
        for (const std::string& name : names) {
            std::string bytes = whole[name];
            for (const auto at : *rc::gen::container<std::vector<std::size_t>>(
                     rc::gen::inRange<std::size_t>(0, bytes.size())))
                bytes[at] = *rc::gen::elementOf(std::string(" \n09fz\xFF"));
            folder.add(name, bytes);
        }
        const WordNet wordnet(folder.path());
        for (const char* const word : {"go", "child", "children", "kid", "bridge", "saw"}) {
            for (const RelatedWord& other : wordnet.related(word)) {
                RC_ASSERT(other.share > 0);
                RC_ASSERT(other.share <= 1);
                RC_ASSERT(other.word != word);
            }
        }
    }));
}

}  // namespace
}  // namespace tongwen::align
