// SPDX-License-Identifier: Apache-2.0
// Tests how the words of a translation become tokens of a document.
#include "align/translated_tokens.h"

#include <algorithm>

#include <rapidcheck.h>

#include "tests/align/segments.h"
#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

TokenTable table_of(const corpus::Document& document) { return make_tokens({document, {}}, {document, {}}); }

/// A segment's tokens, each with the piece that it is a part of.
std::vector<std::string> spelled(const TokenTable& table, std::size_t segment) {
    std::vector<std::string> words;
    const auto tokens = table.of(segment);
    for (std::size_t k = 0; k < tokens.size(); ++k) {
        std::string word(table.vocabulary.text(tokens[k].id));
        if (tokens[k].parent != k)
            word += "<" + std::string(table.vocabulary.text(tokens[tokens[k].parent].id));
        words.push_back(word);
    }
    return words;
}

TEST_CASE("words of the translation are parts of the pieces that stand where they do") {
    const corpus::Document source = segmented({"grau Haus, alt 12", "Tor"}, "de");
    const corpus::Document translation = segmented({"grey house old 12", "wide gate"}, "en");
    const TokenTable own = table_of(source);
    const TokenTable both = with_translation(table_of(source), table_of(translation));
    CHECK(spelled(both, 0) ==
          std::vector<std::string>{"grau", "haus", "grey<grau", "hous<haus", "alt", "#12", "old<alt"});
    CHECK(spelled(both, 1) == std::vector<std::string>{"tor", "wide<tor", "gate<tor"});
    // Each clause has its tokens.
    REQUIRE(both.first_clause == own.first_clause);
    CHECK(both.clause_first == std::vector<std::uint32_t>{0, 4, 7, 10});
    CHECK(both.length == own.length);
    CHECK(both.numbers == own.numbers);
    CHECK(both.frequency.size() == both.vocabulary.size());
    CHECK(both.frequency[both.vocabulary.find("grey")] == 1);
}

TEST_CASE("a translation does not change masses") {
    const corpus::Document source = segmented({"eins zwei drei", "vier"}, "de");
    const corpus::Document translation = segmented({"one two three four", "five six"}, "en");
    const TokenTable own = table_of(source);
    const TokenTable both = with_translation(table_of(source), table_of(translation));
    for (std::size_t i = 0; i < own.segments(); ++i) CHECK(both.mass[i] == Approx(own.mass[i]));
}

TEST_CASE("segments that translate nothing, or have no tokens, stay as they are") {
    const corpus::Document source = segmented({"Tor", "..."}, "de");
    corpus::Document translation = segmented({"x", "gate"}, "en");
    translation.segments[0].span.end = translation.segments[0].span.begin;
    const TokenTable both = with_translation(table_of(source), table_of(translation));
    CHECK(spelled(both, 0) == std::vector<std::string>{"tor"});
    CHECK(spelled(both, 1).empty());
    CHECK(with_translation(table_of(segmented({}, "de")), table_of(segmented({}, "en"))).segments() == 0);
}

TEST_CASE("parents, clauses and segments stay in their bounds") {
    REQUIRE(rc::check([] {
        static const std::vector<std::string> words = {"Haus", "alt,", "12",    "河湾",
                                                       "。",   "x;",   "Peter", "..."};
        const auto segments = [](std::size_t count) {
            std::vector<std::string> list(count);
            for (std::string& segment : list)
                for (const auto word : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 8)))
                    segment += words[static_cast<std::size_t>(word)] + " ";
            return list;
        };
        const auto count = *rc::gen::inRange<std::size_t>(0, 6);
        const TokenTable own = table_of(segmented(segments(count), "zh"));
        const TokenTable both = with_translation(own, table_of(segmented(segments(count), "en")));
        RC_ASSERT(both.segments() == count);
        RC_ASSERT(both.first.back() == both.tokens.size());
        RC_ASSERT(both.clause_first.back() == both.tokens.size());
        RC_ASSERT(std::ranges::is_sorted(both.clause_first));
        for (std::size_t i = 0; i < count; ++i) {
            RC_ASSERT(both.clause_first[both.first_clause[i]] == both.first[i]);
            for (const Token& token : both.of(i)) {
                RC_ASSERT(token.parent < both.of(i).size());
                RC_ASSERT(both.of(i)[token.parent].parent == token.parent);
            }
        }
    }));
}

}  // namespace
}  // namespace tongwen::align
