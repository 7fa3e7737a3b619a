// SPDX-License-Identifier: Apache-2.0
// Tests which words a glossary's terms and renderings become.
#include "align/glossary_lexicon.h"

#include <cmath>

#include "align/lexicon_set.h"
#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

text::Language language(std::string_view tag) { return *text::Language::parse(tag); }

/// The renderings of a headword, as "word*percent".
std::string spelt(const Lexicon& lexicon, std::string_view headword) {
    std::string list;
    for (const Rendering& rendering : lexicon.find(headword)) {
        list += list.empty() ? "" : " ";
        list += std::string(rendering.word) + '*' + std::to_string(std::lround(rendering.strength * 100));
    }
    return list;
}

/// A glossary of one concept.
corpus::Glossary glossary_of(std::vector<corpus::GlossaryTerm> terms) {
    return {"ours.tsv", {{std::move(terms), "", {}}}};
}

std::string rendered(std::string_view from, std::string_view to, const std::string& term,
                     const std::vector<std::string>& renderings, std::string_view headword) {
    LexiconBuilder builder({language(from), language(to), "Ours", "", "", LexiconKind::glossary});
    add_glossary({{term, renderings}}, builder);
    return spelt(Lexicon(builder.compile(), "ours"), headword);
}

TEST_CASE("a term's words and its renderings'") {
    struct Case {
        std::string_view from, to;
        std::string term;
        std::vector<std::string> renderings;
        std::string_view headword;
        std::string words;
    };
    const std::vector<Case> cases = {
        {"zh-CN", "en", "共同发展", {"common development"}, "共同发展", "common*50 develop*50"},
        {"zh-CN", "en", "共同发展", {"common development"}, "共同發展", "common*50 develop*50"},
        {"zh-TW", "en", "橋", {"bridge", "wide span"}, "桥", "bridg*100 span*50 wide*50"},
        {"zh", "en", "长", {"director of a public office"}, "长", "director*50 offic*50 public*50"},
        {"zh", "en", "发展", {"growth"}, "发", ""},
        {"ja", "en", "国会", {"Diet"}, "国会", "diet*100"},
        {"ja", "en", "食べ物", {"food"}, "食べ物", "food*100"},
        {"de", "en", "Brücke", {"bridge"}, "bruck", "bridg*100"},
        {"de", "en", "der hohe Rat", {"high council", "senate"}, "rat", "senat*40 council*20 high*20"},
        {"de", "zh", "Brücke", {"桥梁"}, "bruck", "桥梁*100"},
        {"zh", "en", "河", {" - "}, "河", ""},
        {"zh", "en", std::string(300, 'x'), {"river"}, std::string_view(), ""},
    };
    for (const Case& c : cases) {
        INFO(c.term);
        CHECK(rendered(c.from, c.to, c.term, c.renderings, c.headword) == c.words);
    }
}

TEST_CASE("forbidden renderings are evidence too") {
    LexiconBuilder builder({language("zh"), language("en"), "Ours", "", "", LexiconKind::glossary});
    add_glossary({{"河", {"river"}, {"stream"}}}, builder);
    CHECK(spelt(Lexicon(builder.compile(), "ours"), "河") == "river*100 stream*100");
}

TEST_CASE("a glossary leads from Chinese and Japanese, whatever the order of the documents") {
    const corpus::Glossary glossary = glossary_of({{language("en"), "river"},
                                                   {language("zh-CN"), "河"},
                                                   {language("ja"), "川"},
                                                   {language("de"), "Fluss"}});
    const auto directions = [&](std::string_view first, std::string_view second) {
        std::string list;
        for (const auto& lexicon : glossary_lexicons(glossary, language(first), language(second), {})) {
            list += list.empty() ? "" : " ";
            list += lexicon->info().source.tag() + ">" + lexicon->info().target.tag();
        }
        return list;
    };
    CHECK(directions("zh-TW", "en-GB") == "zh-TW>en-GB");
    CHECK(directions("en", "zh") == "zh>en");
    CHECK(directions("en", "ja") == "ja>en");
    CHECK(directions("ja", "zh") == "ja>zh zh>ja");
    CHECK(directions("de", "en") == "de>en");
    CHECK(directions("en", "de") == "en>de");
    CHECK(directions("en", "fr").empty());
}

TEST_CASE("whole terms of a glossary outrank the dictionary, parts and supplements add to it") {
    const auto lexicon = [](LexiconKind kind, std::string_view headword, std::string_view word,
                            float strength) {
        LexiconBuilder builder({language("de"), language("en"), "", "", "", kind});
        builder.add(headword, word, strength);
        return std::make_shared<const Lexicon>(builder.compile(), "memory");
    };
    LexiconSet set;
    set.add(lexicon(LexiconKind::glossary, "rat", "council", 1));
    set.add(lexicon(LexiconKind::glossary, "bruck", "bridg", 0.4F));
    set.add(lexicon(LexiconKind::supplement, "bruck", "pont", 1));
    const auto words = [&](std::string_view headword) {
        std::string list;
        for (const Rendering& rendering : set.between(language("de"), language("en")).find(headword))
            list += std::string(rendering.word) + ' ';
        return list;
    };
    set.add(lexicon(LexiconKind::dictionary, "rat", "advic", 1));
    set.add(lexicon(LexiconKind::dictionary, "bruck", "span", 1));
    CHECK(words("rat") == "council ");
    CHECK(words("bruck") == "bridg pont span ");
}

TEST_CASE("a dictionary counts as one where texts are cut by it") {
    const auto has_dictionary = [](std::string_view from, LexiconKind kind) {
        LexiconSet set;
        set.add(std::make_shared<Lexicon>(
            LexiconBuilder({language(from), language("en"), "", "", "", kind}).compile(), "memory"));
        return set.between(language(from), language("en")).has_dictionary();
    };
    CHECK(has_dictionary("zh", LexiconKind::dictionary));
    CHECK(has_dictionary("ja", LexiconKind::dictionary));
    CHECK_FALSE(has_dictionary("de", LexiconKind::dictionary));
    CHECK_FALSE(has_dictionary("zh", LexiconKind::glossary));
    CHECK_FALSE(has_dictionary("zh", LexiconKind::supplement));
}

TEST_CASE("names of countries, languages, currencies and days lead into the other language") {
    const auto names = name_lexicon(language("en"), language("zh-CN"));
    REQUIRE(names != nullptr);
    CHECK(names->info().kind == LexiconKind::supplement);
    CHECK(names->info().source.primary() == "zh");
    CHECK(spelt(*names, "德国") == "germani*100");
    CHECK(spelt(*names, "德國") == "germani*100");
    CHECK(spelt(*names, "德语") == "german*100");
    CHECK(spelt(*names, "星期五") == "friday*100");
    CHECK(spelt(*names, "瑞士法郎") == "franc*50 swiss*50");
}

TEST_CASE("months lead to the tokens that they are where they are numbers") {
    const auto german = name_lexicon(language("de"), language("en"));
    REQUIRE(german != nullptr);
    CHECK(spelt(*german, "juli") == "#m7*100 juli*100");
    const auto english = name_lexicon(language("en"), language("de"));
    REQUIRE(english != nullptr);
    CHECK(spelt(*english, "#m7") == "juli*100");
}

TEST_CASE("a language without names in ICU has no lexicon of names") {
    CHECK(name_lexicon(language("und"), language("en")) == nullptr);
}

}  // namespace
}  // namespace tongwen::align
