// SPDX-License-Identifier: Apache-2.0
// Tests words as Unicode has them.
#include "text/word_boundaries.h"

#include <string>

#include "tests/support/catch.h"

namespace tongwen::text {
namespace {

TEST_CASE("words are found without spaces and punctuation") {
    struct Case {
        const char* language;
        const char* text;
        const char* words;
    };
    const Case cases[] = {
        {"en", "", ""},
        {"en", " ... ", ""},
        {"en", "Don't pay 1,000.50 dollars!", "Don't|pay|1,000.50|dollars"},
        {"en", "well-known", "well|known"},
        {"zh", "今天天气很好。", "今天|天气|很好"},
        {"", "A b", "A|b"},
    };
    for (const Case& c : cases) {
        const WordBoundaries boundaries(Language::parse(c.language).value_or(Language()));
        std::string words;
        for (const ByteSpan& span : boundaries.find(c.text))
            words += (words.empty() ? "" : "|") + std::string(span.of(c.text));
        CHECK(words == c.words);
    }
}

TEST_CASE("bytes that are no text do no harm") {
    const WordBoundaries boundaries{Language()};
    for (const ByteSpan& span : boundaries.find("\xFF\xFE word \xE4\xB8")) CHECK(span.end <= 10);
}

}  // namespace
}  // namespace tongwen::text
