// SPDX-License-Identifier: Apache-2.0
// Owns the tests of the warnings about units.
#include "tmx/unit_warnings.h"

#include "tests/support/catch.h"
#include "tests/tmx/written.h"

using namespace tongwen;

namespace {

/// What is said of the units, which stand in segments 1, 2, 3…
std::vector<text::Diagnostic> look_at(const std::vector<tmx::TranslationUnit>& units) {
    std::vector<text::Diagnostic> said;
    tmx::UnitWarnings warnings("a.txt", [&said](const text::Diagnostic& one) { said.push_back(one); });
    for (std::size_t i = 0; i < units.size(); ++i) warnings.look_at(units[i], std::to_string(i + 1));
    return said;
}

text::Diagnostic warning(std::string id, std::vector<std::string> arguments) {
    return {std::move(id), text::Severity::warning, {"a.txt"}, std::move(arguments)};
}

tmx::TranslationUnit into(std::string_view language, tmx::TranslationUnit unit) {
    unit.target.language = *text::Language::parse(language);
    return unit;
}

std::string repeated(std::string_view text, std::size_t count) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += text;
    return all;
}

}  // namespace

TEST_CASE("characters are counted, not bytes: two thousand are enough, one more is too many") {
    CHECK(look_at({tmx::unit("", repeated("国", 2000), repeated("é", 2000))}).empty());
    CHECK(look_at({tmx::unit("", repeated("😀", 2001), "A")}) ==
          std::vector{warning("long-segment", {"1", "2001", "2000"})});
    CHECK(look_at({tmx::unit("", "甲", repeated("é", 3000))}) ==
          std::vector{warning("long-segment", {"1", "3000", "2000"})});
}

TEST_CASE("a target that equals its source is warned of when it has letters") {
    CHECK(look_at({tmx::unit("", "2024.7.3", "2024.7.3"), tmx::unit("", "* * *", "* * *")}).empty());
    CHECK(look_at({tmx::unit("", "甲", "A"), tmx::unit("", "OK", "OK")}) ==
          std::vector{warning("target-equals-source", {"2"})});
}

TEST_CASE("a source that was translated in another way before is warned of, with the first place") {
    const auto yes = tmx::unit("", "是。", "Yes.");
    const auto right = tmx::unit("", "是。", "Right.");
    CHECK(look_at({yes, yes, tmx::unit("", "不。", "No."), yes}).empty());
    CHECK(look_at({yes, right, yes, right}) == std::vector{warning("source-with-other-target", {"2", "1"}),
                                                           warning("source-with-other-target", {"4", "1"})});
}

TEST_CASE("Han in a target is warned of unless its language is written with Han, or not known") {
    const auto mixed = tmx::unit("", "甲。", "The 国家, 家.");
    for (const char* language : {"en", "de", "ru"}) {
        INFO(language);
        CHECK(look_at({into(language, mixed)}) == std::vector{warning("han-in-target", {"1", "国"})});
    }
    for (const char* language : {"zh-TW", "zh", "ja", "ko", "yue"}) {
        INFO(language);
        CHECK(look_at({into(language, mixed)}).empty());
    }
    tmx::TranslationUnit unknown = mixed;
    unknown.target.language = {};
    CHECK(look_at({unknown}).empty());
    CHECK(look_at({tmx::unit("", "甲。", "A, 、。「」")}).empty());
}
