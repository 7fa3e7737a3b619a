// SPDX-License-Identifier: Apache-2.0
// Tests the lists of function words.
#include "align/function_words.h"

#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

TEST_CASE("languages have function words, by their primary tag") {
    struct Row {
        std::string_view language, function, content;
    };
    const auto row = GENERATE(values<Row>({{"en-GB", "the", "bridge"},
                                           {"en", "yourselves", "or the"},
                                           {"zh-CN", "的", "桥"},
                                           {"zh-TW", "雖然", "橋"},
                                           {"ja", "ました", "橋"},
                                           {"de", "für", "Brücke"},
                                           {"fr", "été", "pont"},
                                           {"ru", "ещё", "мост"},
                                           {"es", "también", "puente"}}));
    const text::Language language = text::Language::parse(row.language).value();
    CHECK(is_function_word(row.function, language));
    CHECK_FALSE(is_function_word(row.content, language));
    CHECK_FALSE(is_function_word("", language));
}

TEST_CASE("other languages have none that are known") {
    CHECK_FALSE(is_function_word("the", *text::Language::parse("fi")));
    CHECK_FALSE(is_function_word("the", text::Language()));
}

}  // namespace
}  // namespace tongwen::align
