// SPDX-License-Identifier: Apache-2.0
// Tests which words of a bead are matched, and which are said to have no counterpart.
#include "align/explanation.h"

#include <algorithm>
#include <memory>

#include <rapidcheck.h>

#include "tests/align/segments.h"
#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

struct Entry {
    std::string_view headword, word;
    float strength = 1;
};

LexiconSet chinese_english(const std::vector<Entry>& entries) {
    LexiconBuilder builder({*text::Language::parse("zh"), *text::Language::parse("en"), "", "", "", {}});
    for (const Entry& entry : entries) builder.add(entry.headword, entry.word, entry.strength);
    LexiconSet set;
    set.add(std::make_shared<Lexicon>(builder.compile(), "test"));
    return set;
}

/// One bead of all segments.
Bitext bitext_of(corpus::Document source, corpus::Document target) {
    const Bead all = {make_run<Source>(0, source.segments.size()),
                      make_run<Target>(0, target.segments.size())};
    const Alignment alignment({all}, source.segments.size(), target.segments.size());
    return {std::move(source), std::move(target), alignment};
}

std::string_view name(TokenKind kind) {
    return kind == TokenKind::word ? "" : (kind == TokenKind::number ? "#" : "@");
}

std::string list(const std::string& text, const std::vector<text::ByteSpan>& spans) {
    std::string out;
    for (const text::ByteSpan span : spans) out.append(" ").append(span.of(text));
    return out;
}

/// The matches, numbers with a '#' and names with an '@' in front; behind bars what is left of each side.
std::string spelt(const Bitext& bitext, const LexiconSet& lexicons, std::size_t bead = 0) {
    const Explanation explanation = Explainer(bitext, lexicons).explain(bitext.alignment.beads()[bead]);
    std::string out;
    for (const WordMatch& match : explanation.matches) {
        out.append(name(match.kind)).append(match.source.of(bitext.source.text)).append("=");
        out.append(match.target.of(bitext.target.text)).append(" ");
    }
    return out + "|" + list(bitext.source.text, explanation.source_unmatched) + " |" +
           list(bitext.target.text, explanation.target_unmatched);
}

std::string explained(const std::string& chinese, const std::string& english,
                      const std::vector<Entry>& entries) {
    return spelt(bitext_of(segmented({chinese}, "zh"), segmented({english}, "en")), chinese_english(entries));
}

TEST_CASE("words are matched by lexicon, value and sound, and what is left is listed") {
    CHECK(explained("古桥在北京，长35米。", "The old bridge stands in Beijing and is 35 metres long.",
                    {{"古桥", "bridg"}, {"古", "old"}, {"在", "in"}, {"长", "long"}}) ==
          "古桥=bridge @北京=Beijing 长=long #35=35 | 米 | old stands metres");
}

TEST_CASE("the pair that says most is matched first, each word once") {
    CHECK(explained("发展", "growth and development", {{"发展", "develop", 1}, {"发展", "growth", 0.5F}}) ==
          "发展=growth 发展=development | |");
    CHECK(explained("桥，门，门，灯", "gate, bridge, gate",
                    {{"桥", "bridg", 1}, {"灯", "bridg", 0.9F}, {"门", "gate", 1}}) ==
          "桥=bridge 门=gate 门=gate | 灯 |");
    CHECK(explained("桥，桥", "a bridge, a bridge, a bridge", {{"桥", "bridg", 1}}) ==
          "桥=bridge 桥=bridge | | bridge");
}

TEST_CASE("a word joins the match of a word beside it, from either side") {
    const std::vector<Entry> entries = {{"发展中国家", "develop", 0.5F}, {"发展中国家", "countri", 0.5F}};
    CHECK(explained("发展中国家", "developing countries", entries) ==
          "发展中国家=developing 发展中国家=countries | |");
    CHECK(explained("发展中国家", "developing, new, big, red countries", entries) ==
          "发展中国家=developing | | new big red countries");
    CHECK(explained("帮助和援助", "help", {{"帮助", "help"}, {"援助", "help", 0.5F}}) ==
          "帮助=help 援助=help | |");
    CHECK(explained("桥", "bridge bridge", {{"桥", "bridg"}}) == "桥=bridge | | bridge");
    const Bitext turned =
        bitext_of(segmented({"developing countries"}, "en"), segmented({"发展中国家"}, "zh"));
    CHECK(spelt(turned, chinese_english(entries)) == "developing=发展中国家 countries=发展中国家 | |");
}

TEST_CASE("a word may be matched by its best part") {
    const Bitext bitext = bitext_of(segmented({"大古桥"}, "zh"), segmented({"bridges"}, "en"));
    const LexiconSet lexicons =
        chinese_english({{"大古桥", "x"}, {"古桥", "bridg", 0.5F}, {"桥", "bridg", 0.8F}});
    const Explanation explanation = Explainer(bitext, lexicons).explain(bitext.alignment.beads()[0]);
    REQUIRE(explanation.matches.size() == 1);
    CHECK(explanation.matches[0].source == text::ByteSpan{3, 9});
    CHECK(explanation.matches[0].target == text::ByteSpan{0, 7});
    CHECK(explanation.matches[0].strength == Approx(0.5 * 0.6));
    CHECK(explanation.source_unmatched.empty());
}

TEST_CASE("what is weaker than chance is no match") {
    CHECK(explained("桥", "bridge", {{"桥", "bridg", 0.09F}}) == "| 桥 | bridge");
}

TEST_CASE("function words are neither matched with each other nor missed, but may stand for others") {
    const std::vector<Entry> entries = {
        {"在", "at"}, {"的", "of"}, {"对", "toward"}, {"对", "right"}, {"把", "handl", 0.4F}};
    CHECK(explained("在，的，对", "at the end of it", entries) == "| | end");
    CHECK(explained("对", "right", entries) == "对=right | |");
    CHECK(explained("把", "handle", entries) == "| | handle");
}

TEST_CASE("characters that belong to no word are one with those beside them") {
    CHECK(explained("科雷夫访问古桥", "Korev", {{"古桥", "bridg"}, {"访问", "visit"}}) ==
          "| 科雷夫访问 古桥 | Korev");
    CHECK(spelt(bitext_of(segmented({"科雷夫的古桥"}, "zh"), segmented({"Korev"}, "en")), {}) ==
          "| 科雷夫 古桥 | Korev");
}

TEST_CASE("what is in every third segment is not missed, unless it is a number or a name") {
    const Bitext bitext =
        bitext_of(segmented({"the stone lamp of 7", "stone Anna 7", "stone Anna gate", "Anna 7"}, "en"),
                  segmented({"桥"}, "zh"));
    CHECK(spelt(bitext, {}) == "| lamp 7 Anna 7 Anna gate Anna 7 | 桥");
}

TEST_CASE("only the bead's own words count, and a side may be empty") {
    Bitext bitext = bitext_of(segmented({"桥", "灯"}, "zh"), segmented({"lamp", "bridge"}, "en"));
    bitext.alignment = Alignment({{make_run<Source>(0, 1), make_run<Target>(0, 1)},
                                  {make_run<Source>(1, 2), make_run<Target>(1, 1)},
                                  {make_run<Source>(2, 2), make_run<Target>(1, 2)}},
                                 2, 2);
    const LexiconSet lexicons = chinese_english({{"桥", "bridg"}, {"灯", "lamp"}});
    CHECK(spelt(bitext, lexicons, 0) == "| 桥 | lamp");
    CHECK(spelt(bitext, lexicons, 1) == "| 灯 |");
    CHECK(spelt(bitext, lexicons, 2) == "| | bridge");
}

TEST_CASE("any bead is explained by words of its own, and what is matched is not left") {
    REQUIRE(rc::check([] {
        const auto chinese = rc::gen::element<std::string>("古桥", "发展", "桥", "北京", "的", "7", "，");
        const auto english =
            rc::gen::element<std::string>("bridge ", "develop ", "Beijing ", "old ", "the ", "7 ", "seven ");
        const auto join = [](const std::vector<std::string>& words) {
            std::string text = "a";
            for (const std::string& word : words) text += word;
            return text;
        };
        const Bitext bitext =
            bitext_of(segmented({join(*rc::gen::container<std::vector<std::string>>(chinese))}, "zh"),
                      segmented({join(*rc::gen::container<std::vector<std::string>>(english))}, "en"));
        const LexiconSet lexicons = chinese_english(
            {{"古桥", "bridg", 0.5F}, {"桥", "bridg"}, {"古", "old"}, {"发展", "develop"}, {"的", "of"}});
        const Explanation explanation = Explainer(bitext, lexicons).explain(bitext.alignment.beads()[0]);
        for (const WordMatch& match : explanation.matches) {
            RC_ASSERT(match.strength >= 0.1F && match.strength <= 1.0F);
            RC_ASSERT(bitext.source.segments[0].span.contains(match.source));
            RC_ASSERT(bitext.target.segments[0].span.contains(match.target));
            for (const text::ByteSpan span : explanation.source_unmatched)
                RC_ASSERT(span.end <= match.source.begin || match.source.end <= span.begin);
            for (const text::ByteSpan span : explanation.target_unmatched)
                RC_ASSERT(span.end <= match.target.begin || match.target.end <= span.begin);
        }
        const auto by_source = [](const WordMatch& a, const WordMatch& b) { return a.source < b.source; };
        RC_ASSERT(std::is_sorted(explanation.matches.begin(), explanation.matches.end(), by_source));
    }));
}

TEST_CASE("long beads of equal words are explained in time") {
    std::string chinese;
    std::string english;
    for (int k = 0; k < 30'000; ++k) {
        chinese += "桥，";
        english += "bridge ";
    }
    const Bitext bitext = bitext_of(segmented({chinese}, "zh"), segmented({english}, "en"));
    const LexiconSet lexicons = chinese_english({{"桥", "bridg"}});
    CHECK(Explainer(bitext, lexicons).explain(bitext.alignment.beads()[0]).matches.size() == 30'000);
}

}  // namespace
}  // namespace tongwen::align
