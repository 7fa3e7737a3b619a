// SPDX-License-Identifier: Apache-2.0
// Tests how texts are cut for searches.
#include "memory/terms.h"

#include <string>

#include "tests/support/catch.h"

namespace tongwen::memory {
namespace {

/// Forms with their kinds: "w" word, "n" number, "c" character, "+" one that is joined, "m" mark.
std::string spell(std::string_view utf8) {
    const Terms terms = cut(utf8);
    std::string out;
    for (const Term& term : terms.list) {
        const char kind = "wncm"[static_cast<std::size_t>(term.kind)];
        out += (out.empty() ? "" : " ") + std::string(1, term.joined ? '+' : kind) + ":";
        out += terms.form(term);
    }
    return out;
}

std::string tokens(std::string_view utf8, const char* language) {
    const Terms terms = cut(utf8);
    const IndexTokens tokens(text::Language::parse(language).value_or(text::Language()));
    std::string out;
    for (std::size_t i = 0; i < terms.list.size(); ++i)
        if (terms.list[i].kind != TermKind::mark)
            out += (out.empty() ? "" : " ") + std::string(tokens.token(terms, i));
    return out;
}

TEST_CASE("a text is cut into words, numbers, characters and marks") {
    const std::pair<const char*, const char*> cases[] = {
        {"", ""},
        {" \t\n\xE3\x80\x80", ""},
        {"Hello, World!", "w:hello m:, w:world m:!"},
        {"don't China’s 'x'", "w:don't w:china's m:' w:x m:'"},
        {"1,000.5 3. B2B v2", "n:1,000.5 n:3 m:. w:b2b w:v2"},
        {"中国人", "c:中 +:国 +:人"},
        {"中 国，人", "c:中 c:国 m:, c:人"},
        {"第3章ABC", "c:第 n:3 c:章 w:abc"},
        {"馬克思國", "c:马 +:克 +:思 +:国"},
        {"ＡＢＣ　１２３％", "w:abc n:123 m:%"},
        {"ｶﾞｽ ガス", "c:ガ +:ス c:ガ +:ス"},
        {"café cafe\xCC\x81", "w:café w:café"},
        {"한국", "c:한 +:국"},
        {"soft\xC2\xADhyphen", "w:softhyphen"},
        {"……——“a”「b」", "m:... m:- m:\" w:a m:\" m:\" w:b m:\""},
        {"Привет-мир", "w:привет m:- w:мир"},
        {"a\xFF\x80z", "w:a m:\xEF\xBF\xBD w:z"},
    };
    for (const auto& [utf8, expected] : cases) {
        INFO(utf8);
        CHECK(spell(utf8) == expected);
    }
}

TEST_CASE("spans of terms are where they stand, in order, whole characters") {
    for (const char* const utf8 :
         {"Ｆｕｌｌ 馬克思's 1,000。", "a\xCC\x81\xF0\xA0\x80\x80\xE2\x80\x8D", "\xFF\xE4\xB8"}) {
        const std::string_view whole = utf8;
        const Terms terms = cut(whole);
        std::size_t behind = 0;
        for (const Term& term : terms.list) {
            CHECK(term.span.begin >= behind);
            CHECK(term.span.end > term.span.begin);
            behind = term.span.end;
        }
        CHECK(behind <= whole.size());
    }
}

TEST_CASE("the index holds stems, and characters in pairs") {
    CHECK(tokens("Nations developing 1,000 meetings", "en") == "nation develop 1,000 meet");
    CHECK(tokens("中国人", "zh-CN") == "中国 国人 人");
    CHECK(tokens("中国，人 meetings", "zh-CN") == "中国 国 人 meet");
    CHECK(tokens("Häuser", "de") == "haus");
    CHECK(tokens("meetings", "und") == "meet");
    CHECK(tokens(std::string(500, 'a'), "en").size() == IndexTokens::longest_token);
    std::string marks = "字";
    for (int i = 0; i < 100; ++i) marks += "\xCC\x81";
    CHECK(tokens(marks, "zh").size() <= IndexTokens::longest_token);
}

}  // namespace
}  // namespace tongwen::memory
