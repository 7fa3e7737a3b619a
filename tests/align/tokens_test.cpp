// SPDX-License-Identifier: Apache-2.0
// Tests the tokenizer: which tokens a segment has, and what their statistics are.
#include "align/tokens.h"

#include <cmath>
#include <filesystem>

#include <rapidcheck.h>
#include <unistd.h>

#include "tests/align/segments.h"
#include "tests/support/catch.h"
#include "text/files.h"

namespace tongwen::align {
namespace {

using Names = std::unordered_set<std::string>;

TokenTable table_of(const std::vector<std::string>& segments, std::string_view language,
                    const Names& other_names = {}) {
    const corpus::Document document = segmented(segments, language);
    const corpus::Document other = segmented({}, "en");
    return make_tokens({document, names_of(document)}, {other, other_names});
}

/// The tokens of one segment: names in angle brackets, weights other than 1 behind a '*'.
std::string spelt(const TokenTable& table, std::size_t segment) {
    std::string result;
    for (const Token& token : table.of(segment)) {
        const std::string text(table.vocabulary.text(token.id));
        if (!result.empty()) result += ' ';
        result += table.vocabulary.kind(token.id) == TokenKind::name ? "<" + text + ">" : text;
        if (token.weight != 1) result += '*' + std::to_string(std::lround(token.weight * 10));
    }
    return result;
}

TEST_CASE("a segment is cut into stems, numbers and Han characters") {
    struct Row {
        std::string_view segment, language, tokens;
    };
    const auto row = GENERATE(values<Row>({
        {"the old bridges", "en", "the old bridg"},
        {"It's Jack's.", "en", "<it> <jack>"},
        {"250,000 people", "en", "#250000 peopl"},
        {"25万人", "zh", "#250000 人*5"},
        {"3.5%", "en", "#3.500000"},
        {"3.05%", "en", "#3.50000"},
        {"8.2亿元", "zh", "#820000000 元*5"},
        {"July 4", "en", "#m7 #4"},
        {"7月4日", "zh", "#m7 #4 日*5"},
        {"twenty-one", "en", "#21"},
        {"古桥", "zh", "古*5 桥*5"},
        {"用GPS定位", "zh", "用*5 <gps> 定*5 位*5"},
        {"старые станции", "ru", "стар станц"},
        {"……！", "zh", ""},
    }));
    CHECK(spelt(table_of({std::string(row.segment)}, row.language), 0) == row.tokens);
}

TEST_CASE("names are what is never written without a capital") {
    const Names names = names_of(
        segmented({"The bridge in Qingyu is old.", "the keeper of Qingyu", "Bridge and Anna"}, "en"));
    CHECK(names == Names{"qingyu", "anna"});
    CHECK(names_of(segmented({"北京的桥"}, "zh")).empty());
    CHECK(names_of(segmented({}, "en")).empty());
}

TEST_CASE("names of the other side are heard in Han characters") {
    const TokenTable table = table_of({"他在北京住", "社会"}, "zh", {"beijing", "she", "Paris2"});
    CHECK(spelt(table, 0) == "他*5 在*5 北*5 京*5 住*5 <=beij>");
    CHECK(spelt(table, 1) == "社*5 会*5 <=she>*3");
}

TEST_CASE("names of the other side are heard in words of other scripts") {
    const TokenTable table = table_of({"Писатель Сергеев сказал", "писатель"}, "ru", {"sergeyev"});
    CHECK(spelt(table, 0) == "писател <серге> <=sergeyev> сказа");
}

TEST_CASE("equal numbers of both languages are equal tokens") {
    struct Row {
        std::string_view chinese, english;
    };
    const auto row = GENERATE(values<Row>({
        {"25万", "250,000"},
        {"3.5万亿", "3.5 trillion"},
        {"8.2亿", "820 million"},
        {"1.15亿", "115 million"},
        {"二〇二四年", "2024"},
        {"三十五个", "thirty-five"},
        {"第三", "third"},
        {"十二月", "December"},
    }));
    const TokenTable chinese = table_of({std::string(row.chinese)}, "zh");
    const TokenTable english = table_of({std::string(row.english)}, "en");
    const std::string number(english.vocabulary.text(english.of(0)[0].id));
    CHECK(number.starts_with('#'));
    CHECK(chinese.vocabulary.find(number) < chinese.vocabulary.size());
}

TEST_CASE("a length is counted in Latin letters") {
    const TokenTable table = table_of({"old bridge", "古桥", "25万", "ひと", "!!"}, "zh");
    CHECK(table.length == std::vector<float>{9, 5, 4.5F, 2.5F, 0});
}

TEST_CASE("statistics follow their definitions") {
    const TokenTable table = table_of({"stone stone lamp 7", "stone", "Anna"}, "en");
    const std::uint32_t stone = table.vocabulary.find("stone");
    const std::uint32_t anna = table.vocabulary.find("anna");
    REQUIRE(table.vocabulary.size() == 4);
    CHECK(table.vocabulary.find("nothing") == 4);
    CHECK(table.frequency[stone] == 2);
    CHECK(table.information[stone] == Approx(std::log(4.0 / 2) / 4));
    CHECK(table.information[anna] == Approx(std::log(4.0) / 4));
    CHECK(table.unigram[stone] == Approx((3 + 0.7) / (6 + 0.5 * 4)));
    CHECK(table.mass[1] == Approx(std::log(4.0 / 2) / 4));
    CHECK(table.numbers == std::vector<float>{1, 0, 0});
    CHECK(table.names == std::vector<float>{0, 0, 1});
}

TEST_CASE("a vocabulary gives every text one id") {
    Vocabulary vocabulary;
    for (int k = 0; k < 1000; ++k) {
        CHECK(vocabulary.add("w" + std::to_string(k), TokenKind::word) == static_cast<std::uint32_t>(k));
    }
    CHECK(vocabulary.add("w7", TokenKind::name) == 7);
    CHECK(vocabulary.kind(7) == TokenKind::word);
    CHECK(vocabulary.find("w999") == 999);
    CHECK(vocabulary.text(999) == "w999");
}

TEST_CASE("any segments make a sound table") {
    REQUIRE(rc::check([](const std::vector<std::string>& segments) {
        const auto tag = *rc::gen::element<std::string_view>("zh", "en", "ja", "ru");
        const TokenTable table = table_of(segments, tag, {"beijing", "li"});
        RC_ASSERT(table.segments() == segments.size());
        RC_ASSERT(table.first.size() == segments.size() + 1);
        RC_ASSERT(table.first.back() == table.tokens.size());
        for (std::uint32_t id = 0; id < table.vocabulary.size(); ++id) {
            RC_ASSERT(table.frequency[id] >= 1U);
            RC_ASSERT(table.frequency[id] <= segments.size());
            RC_ASSERT(table.information[id] >= 0.02F);
            RC_ASSERT(table.information[id] <= 1.0F);
            RC_ASSERT(table.unigram[id] > 0.0F);
        }
        for (const Token& token : table.tokens) RC_ASSERT(token.weight > 0.0F && token.weight <= 1.0F);
    }));
}

/// The tokens of a text whose lexicon has these headwords.
std::string cut(const std::string& text, std::string_view language, LexiconKind kind,
                const std::vector<std::string>& headwords) {
    LexiconBuilder builder(
        {*text::Language::parse(language), *text::Language::parse("en"), "", "", "", kind});
    for (const std::string& word : headwords) builder.add(word, "x", 1);
    const Lexicon lexicon(builder.compile(), "memory");
    const corpus::Document document = segmented({text}, language);
    const corpus::Document other = segmented({}, "en");
    return spelt(make_tokens({document, {}, LexiconView({&lexicon})}, {other, {}}), 0);
}

TEST_CASE("terms of a glossary are pieces among characters") {
    for (const LexiconKind kind : {LexiconKind::glossary, LexiconKind::supplement})
        CHECK(cut("古石桥边", "zh", kind, {"石桥", "古"}) == "古*5 石桥 石*3 桥*3 边*5");
}

TEST_CASE("Japanese is cut along Han and kana; kana that are no word are left out") {
    const LexiconKind dictionary = LexiconKind::dictionary;
    CHECK(cut("橋を渡りました。", "ja", dictionary, {"橋", "渡り"}) == "橋 渡り 渡*3");
    CHECK(cut("食べることについて", "ja", dictionary, {"食べる", "食べ", "こと", "について"}) ==
          "食べる 食*3 食べ*6 こと について");
    CHECK(cut("新プロジェクトは", "ja", dictionary, {"新"}) == "新 プロジェクト");
    CHECK(cut("プロの橋", "ja", dictionary, {"プロ"}) == "プロ 橋");
    CHECK(cut("橋について", "ja", LexiconKind::supplement, {"について"}) == "橋*5 について");
    CHECK(cut("橋について", "zh", dictionary, {"について"}) == "橋 について");
}

TEST_CASE("with a lexicon, Han runs are cut along its headwords, and what these hold are parts") {
    LexiconBuilder builder(
        {*text::Language::parse("zh"), *text::Language::parse("en"), "", "", "", LexiconKind::dictionary});
    for (const std::string word : {"发展", "发展中国家", "中国", "国家", "家人", "古", "桥"})
        builder.add(word, "x", 1);
    const auto path =
        std::filesystem::temp_directory_path() / ("tongwen-tokens-" + std::to_string(::getpid()));
    text::AtomicFile file(path);
    file.write(builder.compile());
    file.commit();
    const Lexicon lexicon(path);
    std::filesystem::remove(path);
    const corpus::Document document = segmented({"发展中国家古桥"}, "zh");
    const corpus::Document other = segmented({}, "en");
    const TokenTable table = make_tokens({document, {}, LexiconView({&lexicon})}, {other, {}});
    CHECK(spelt(table, 0) == "发展中国家 发*3 展*3 中*3 国*3 家*3 发展*6 中国*6 国家*6 古 桥");
    CHECK(table.of(0)[6].parent == 0);
    CHECK(table.of(0)[9].parent == 9);
    // Only pieces weigh: the parts say again what the piece says.
    CHECK(table.mass[0] == Approx(3 * table.information[0]));
}

TEST_CASE("tokens know their places when they are asked to") {
    const corpus::Document document = segmented({"在北京", "35,000 old 桥, 7月"}, "zh");
    const corpus::Document other = segmented({}, "en");
    CHECK(make_tokens({document, {}}, {other, {}}).spans.empty());
    const TokenTable table = make_tokens({document, {}, {}, true}, {other, {"beijing"}});
    REQUIRE(table.spans.size() == table.tokens.size());
    std::string places;
    for (std::size_t k = 0; k < table.spans.size(); ++k)
        places.append(table.vocabulary.text(table.tokens[k].id))
            .append("[")
            .append(table.spans[k].of(document.text))
            .append("] ");
    CHECK(places == "在[在] 北[北] 京[京] =beij[北京] #35000[35,000] old[old] 桥[桥] #m7[7月] ");
    const corpus::Document russian = segmented({"", "Сергеев"}, "ru");
    const TokenTable heard = make_tokens({russian, {"сергеев"}, {}, true}, {other, {"sergeyev"}});
    CHECK(heard.spans == std::vector<text::ByteSpan>{{1, 15}, {1, 15}});
}

}  // namespace
}  // namespace tongwen::align
