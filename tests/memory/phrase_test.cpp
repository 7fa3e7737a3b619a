// SPDX-License-Identifier: Apache-2.0
// Tests the places of phrases in texts.
#include "memory/phrase.h"

#include <string>

#include "tests/support/catch.h"

namespace tongwen::memory {
namespace {

const IndexTokens& english() {
    static const IndexTokens tokens(*text::Language::parse("en"));
    return tokens;
}

/// The text with brackets around what is found.
std::string marked(const std::string& text, const std::vector<text::ByteSpan>& spans) {
    std::string out;
    std::size_t done = 0;
    for (const text::ByteSpan& span : spans) {
        out += text.substr(done, span.begin - done) + "[" + std::string(span.of(text)) + "]";
        done = span.end;
    }
    return out + text.substr(done);
}

TEST_CASE("a phrase is found in its order, in any inflection and script") {
    struct Case {
        const char* query;
        const char* text;
        const char* found;
    };
    const Case cases[] = {
        {"国人", "中国人，外国人", "中[国人]，外[国人]"},
        {"马克思", "馬克思与马克思", "[馬克思]与[马克思]"},
        {"国", "中国国家", "中[国][国]家"},
        {"国外", "中国，外国", "中国，外国"},  // another run of characters
        {"国，外", "中国！外国", "中[国！外]国"},
        {"meeting", "Meetings meet MEETING", "[Meetings] [meet] [MEETING]"},
        {"United Nations", "the united nation and United, Nations",
         "the [united nation] and [United, Nations]"},
        {"aa aa b", "aa aa aa b aa aa aa aa b", "aa [aa aa b] aa aa [aa aa b]"},
        {"aa aa", "aa aa aa aa aa", "[aa aa] [aa aa] aa"},
        {"第3章", "在第３章里", "在[第３章]里"},
        {"x", "y", "y"},
        {"a b c", "a b", "a b"},
        {"好，好，好", "好，好，好，好，好，好", "[好，好，好]，[好，好，好]"},
    };
    for (const Case& c : cases) {
        INFO(c.query << " in " << c.text);
        CHECK(marked(c.text, Phrase(c.query, english()).find(cut(c.text), english())) == c.found);
    }
}

TEST_CASE("what FTS5 is asked for") {
    const std::pair<const char*, const char*> cases[] = {
        {"中", "\"中\""},
        {"中国", "\"中国\""},
        {"中国人", "\"中国 国人\""},
        {"中国 人", "\"中国 国 人\""},
        {"the meetings", "\"the meet\""},
        {"AND OR NOT NEAR(a)", "\"and or not near a\""},
        {"\"a\" -b* ^c", "\"a b c\""},
    };
    for (const auto& [query, expected] : cases) CHECK(Phrase(query, english()).expression() == expected);
    CHECK(Phrase("“——”*", english()).empty());
}

TEST_CASE("an exact text neither begins nor ends within a term") {
    struct Case {
        const char* query;
        const char* text;
        const char* found;
    };
    const Case cases[] = {
        {"cat", "cat Cat cats concat cat", "[cat] Cat cats concat [cat]"},
        {"国，外", "中国，外国！外", "中[国，外]国！外"},
        {"1", "1 1,000 21 1", "[1] 1,000 21 [1]"},
        {"—", "——", "[—][—]"},
        {"e", "e\xCC\x81 e", "e\xCC\x81 [e]"},
        {"马", "馬马", "馬[马]"},
    };
    for (const Case& c : cases) {
        INFO(c.query << " in " << c.text);
        CHECK(marked(c.text, find_exact(c.text, cut(c.text), c.query)) == c.found);
    }
    CHECK(find_exact("abc", cut("abc"), "").empty());
}

}  // namespace
}  // namespace tongwen::memory
