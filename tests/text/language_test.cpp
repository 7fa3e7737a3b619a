// SPDX-License-Identifier: Apache-2.0
// Tests language tags: what people write becomes canonical, nonsense is refused.
#include "text/language.h"

#include <rapidcheck.h>

#include "tests/support/catch.h"

namespace tongwen::text {
namespace {

TEST_CASE("tags become canonical, with their primary language and script") {
    struct Row {
        std::string_view given, tag, primary, script;
    };
    const auto row = GENERATE(values<Row>({
        {"zh_CN", "zh-CN", "zh", "Hans"},
        {"ZH-cn", "zh-CN", "zh", "Hans"},
        {"zh-hans-cn", "zh-Hans-CN", "zh", "Hans"},
        {"zh-TW", "zh-TW", "zh", "Hant"},
        {"zh-Hant", "zh-Hant", "zh", "Hant"},
        {"cmn-Hans", "zh-Hans", "zh", "Hans"},
        {"yue-HK", "yue-HK", "zh", "Hant"},
        {"zh-yue", "yue", "zh", "Hant"},
        {"en_GB", "en-GB", "en", "Latn"},
        {"EN", "en", "en", "Latn"},
        {"eng", "en", "en", "Latn"},
        {"iw", "he", "he", "Hebr"},
        {"es-419", "es-419", "es", "Latn"},
        {"de-1996", "de-1996", "de", "Latn"},
        {"ja", "ja", "ja", "Jpan"},
        {"sr-Latn-RS", "sr-Latn-RS", "sr", "Latn"},
        {"en-US-x-foo", "en-US-x-foo", "en", "Latn"},
    }));
    const auto language = Language::parse(row.given);
    CAPTURE(row.given);
    REQUIRE(language);
    CHECK(language->tag() == row.tag);
    CHECK(language->primary() == row.primary);
    CHECK(language->script() == row.script);
    CHECK(language->known());
}

TEST_CASE("what is no language tag is refused") {
    const std::string_view tag = GENERATE(values<std::string_view>(
        {"",       "e",     "xx",    "foo",   "english", "Chinese", "zh-",   "-zh",
         "zh--CN", "zh CN", "en-XX", "en-ZZ", "zh-Foo",  "zh-Fooo", "12",    "root",
         "C",      "POSIX", "en-u",  "a-b-c", "zh-CN\n", "中文",    "*all*", "zh-CN.UTF-8"}));
    CAPTURE(tag);
    CHECK_FALSE(Language::parse(tag));
}

TEST_CASE("three letters name a language") {
    const auto three_letters = [](std::string_view tag) { return Language::parse(tag)->three_letters(); };
    CHECK(three_letters("de-AT") == "deu");
    CHECK(three_letters("zh-TW") == "zho");
    CHECK(three_letters("ja") == "jpn");
    CHECK(three_letters("ces") == "ces");
}

TEST_CASE("a canonical tag parses to itself") {
    REQUIRE(rc::check([] {
        const auto tag = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("azhenCNTWsx-_19")));
        if (const auto language = Language::parse(tag))
            RC_ASSERT(Language::parse(language->tag()) == language);
    }));
}

TEST_CASE("a language that is not known") {
    CHECK_FALSE(Language().known());
    CHECK(Language().primary().empty());
    CHECK(Language().script().empty());
    CHECK(Language().three_letters().empty());
}

TEST_CASE("a tag of any length is handled") {
    CHECK_FALSE(Language::parse("en-" + std::string(100000, 'a')));
}

}  // namespace
}  // namespace tongwen::text
