// SPDX-License-Identifier: Apache-2.0
// Tests the aligner on small bitexts whose right beads are clear, and on documents that are not each other's
// translation.
#include "align/aligner.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <rapidcheck.h>

#include "tests/align/generated.h"
#include "tests/align/segments.h"
#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

using Segments = std::vector<std::string>;

const Segments lighthouse_zh = {"青屿灯塔简史",
                                "灯塔建于1932年，由周宁设计。",
                                "塔高27米，墙厚1.5米。",
                                "首任守塔人林海在这里住了41年。",
                                "1987年的台风打碎了全部36块玻璃。",
                                "修复工程从1989年7月开始，共花费250万元。",
                                "如今每年有12万人来青屿参观。",
                                "门票三十五元，儿童免费。"};
const Segments lighthouse_en = {"A Short History of the Qingyu Lighthouse",
                                "The lighthouse was built in 1932 and designed by Zhou Ning.",
                                "The tower is 27 metres high and its walls are 1.5 metres thick.",
                                "The first keeper, Lin Hai, lived here for 41 years.",
                                "The typhoon of 1987 broke all 36 panes of glass.",
                                "The restoration began in July 1989 and cost 2.5 million yuan.",
                                "Today 120,000 people visit Qingyu every year.",
                                "A ticket is thirty-five yuan, and children enter free of charge."};

/// The segments with [at, at + count) joined into one.
Segments joined(Segments segments, std::size_t at, std::size_t count, std::string_view separator) {
    for (std::size_t k = 1; k < count; ++k) {
        segments[at] += std::string(separator) + segments[at + 1];
        segments.erase(segments.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    }
    return segments;
}

Segments without(Segments segments, std::size_t at) {
    segments.erase(segments.begin() + static_cast<std::ptrdiff_t>(at));
    return segments;
}

Segments with(Segments segments, std::size_t at, const std::string& segment) {
    segments.insert(segments.begin() + static_cast<std::ptrdiff_t>(at), segment);
    return segments;
}

std::string mirror(std::string_view spelling) {
    std::vector<Bead> beads;
    const Alignment alignment = parse_alignment(spelling);
    for (const Bead& bead : alignment.beads()) {
        beads.push_back({make_run<Source>(bead.target.begin.value, bead.target.end.value),
                         make_run<Target>(bead.source.begin.value, bead.source.end.value)});
    }
    return spell(Alignment(beads, alignment.target_size(), alignment.source_size()));
}

struct Row {
    std::string what;
    Segments source;
    Segments target;
    std::string expected;
    bool both_ways = true;
};

std::vector<Row> small_bitexts() {
    const Segments& zh = lighthouse_zh;
    const Segments& en = lighthouse_en;
    return {
        {"one to one", zh, en, "1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1"},
        {"a dropped sentence", zh, without(en, 4), "1-1 1-1 1-1 1-1 1-0 1-1 1-1 1-1"},
        {"an added sentence", zh, with(en, 3, "Editors of the 1974 guide counted 118 steps to the lamp."),
         "1-1 1-1 1-1 0-1 1-1 1-1 1-1 1-1 1-1"},
        {"a sentence dropped from the end", zh, without(en, 7), "1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-0"},
        {"two sentences joined in English", zh, joined(en, 1, 2, " "), "1-1 2-1 1-1 1-1 1-1 1-1 1-1"},
        {"two sentences joined in Chinese", joined(zh, 4, 2, ""), en, "1-1 1-1 1-1 1-1 1-2 1-1 1-1"},
        {"three sentences joined in Chinese", joined(zh, 3, 3, ""), en, "1-1 1-1 1-1 1-3 1-1 1-1", false},
        {"joined here and split there", joined(zh, 1, 2, ""), joined(en, 5, 2, " "),
         "1-1 1-2 1-1 1-1 2-1 1-1"},
    };
}

TEST_CASE("small bitexts have their beads, the other way round as well") {
    for (const Row& row : small_bitexts()) {
        INFO(row.what);
        const corpus::Document source = segmented(row.source, "zh");
        const corpus::Document target = segmented(row.target, "en");
        CHECK(spell(align(source, target)) == row.expected);
        if (row.both_ways) CHECK(spell(align(target, source)) == mirror(row.expected));
    }
}

TEST_CASE("headings and paragraphs are matched by their looks") {
    const auto zh = [](const ParagraphText& extra) {
        return document_of({{{"水"}, corpus::Kind::heading},
                            {{"河从山上来。", "它很冷。"}},
                            extra,
                            {{"桥"}, corpus::Kind::heading},
                            {{"桥是石头的。"}}},
                           "zh");
    };
    const corpus::Document target = document_of({{{"Water"}, corpus::Kind::heading},
                                                 {{"The river comes down from the hills.", "It is cold."}},
                                                 {{"The Bridge"}, corpus::Kind::heading},
                                                 {{"The bridge is of stone."}}},
                                                "en");
    CHECK(spell(align(zh({{"（本报记者）"}, corpus::Kind::note}), target)) == "1-1 1-1 1-1 1-0 1-1 1-1");
}

/// Ten sentences of three words of one length, the target without its third: only a translation tells.
struct MadeUp {
    corpus::Document source;
    corpus::Document target;
    corpus::Document translation;
};

MadeUp made_up() {
    const Segments words = {"zorg", "pemp", "tagh", "wint", "lomf", "drak", "fnit", "halb", "jusk", "quob"};
    const Segments foreign = {"炕", "河", "丫", "桥", "塔", "门", "票", "雨", "灯", "船"};
    Segments source;
    Segments target;
    for (std::size_t k = 0; k < words.size(); ++k) {
        source.push_back(foreign[k] + foreign[k] + foreign[k]);
        target.push_back(words[k] + " " + words[k] + " " + words[k]);
    }
    return {segmented(source, "zh"), segmented(without(target, 2), "en"), segmented(target, "en")};
}

TEST_CASE("a translation of either side helps, the other way round as well") {
    const auto [source, target, translation] = made_up();
    const std::string expected = "1-1 1-1 1-0 1-1 1-1 1-1 1-1 1-1 1-1 1-1";
    CHECK(spell(align(source, target)) != expected);
    AlignOptions of_source;
    of_source.translations.of_source = &translation;
    CHECK(spell(align(source, target, of_source)) == expected);
    AlignOptions of_target;
    of_target.translations.of_target = &translation;
    CHECK(spell(align(target, source, of_target)) == mirror(expected));
}

TEST_CASE("a style moves the border between attaching and leaving alone") {
    const GeneratedBitext bitext = generate_bitext(300, 7);
    const corpus::Document source = bitext.source_document();
    const corpus::Document target = bitext.target_document();
    const auto alone = [&](Style style) {
        AlignOptions options;
        options.style = style;
        options.self_training = SelfTraining::never;
        const Alignment alignment = align(source, target, options);
        return std::ranges::count_if(alignment.beads(), [](const Bead& bead) { return !bead.linked(); });
    };
    CHECK(alone(Style::merge) <= alone(Style::none));
    CHECK(alone(Style::none) <= alone(Style::null));
    CHECK(alone(Style::merge) < alone(Style::null));
}

TEST_CASE("it trains itself where that is wished, and by itself where there is enough text") {
    const auto last_pass = [](std::size_t segments, SelfTraining wish) {
        const GeneratedBitext bitext = generate_bitext(segments, 3);
        AlignOptions options;
        options.self_training = wish;
        return align(bitext.source_document(), bitext.target_document(), options);
    };
    CHECK(last_pass(20, SelfTraining::automatic) == last_pass(20, SelfTraining::never));
    CHECK_FALSE(last_pass(20, SelfTraining::always) == last_pass(20, SelfTraining::never));
    CHECK(last_pass(120, SelfTraining::automatic) == last_pass(120, SelfTraining::always));
    CHECK_FALSE(last_pass(120, SelfTraining::automatic) == last_pass(120, SelfTraining::never));
    CHECK_FALSE(pays_to_learn(59, false));
    CHECK(pays_to_learn(60, false));
    CHECK_FALSE(pays_to_learn(99, true));
    CHECK(pays_to_learn(100, true));
}

TEST_CASE("empty documents") {
    const corpus::Document none = segmented({}, "zh");
    const corpus::Document one = segmented({"One."}, "en");
    const corpus::Document two = segmented({"One.", "Two."}, "en");
    CHECK(spell(align(none, none)).empty());
    CHECK(spell(align(none, two)) == "0-1 0-1");
    CHECK(spell(align(two, none)) == "1-0 1-0");
    CHECK(spell(align(none, one)) == "0-1");
    const Alignment alignment = align(none, two);
    for (const Bead& bead : alignment.beads()) CHECK(bead.confidence == Approx(1));
}

TEST_CASE("one segment against one") {
    const Alignment alignment =
        align(segmented({"灯塔建于1932年。"}, "zh"), segmented({"The lighthouse was built in 1932."}, "en"));
    CHECK(spell(alignment) == "1-1");
    CHECK(alignment.beads().front().confidence > 0.9);
    CHECK(alignment.beads().front().reasons[static_cast<std::size_t>(Evidence::numbers)] > 0);
}

TEST_CASE("identical segments, over and over, stand in their places") {
    for (const std::size_t size : {2U, 12U, 60U, 300U}) {
        const corpus::Document same = segmented(Segments(size, "The lamp was lit at 7."), "en");
        std::string expected = "1-1";
        for (std::size_t k = 1; k < size; ++k) expected += " 1-1";
        CHECK(spell(align(same, same)) == expected);
    }
}

/// What holds for any alignment, whatever the documents.
bool is_sound(const Alignment& alignment, const corpus::Document& source, const corpus::Document& target) {
    std::uint32_t i = 0;
    std::uint32_t j = 0;
    for (const Bead& bead : alignment.beads()) {
        if (bead.source.begin.value != i || bead.target.begin.value != j) return false;
        if (bead.source.empty() && bead.target.empty()) return false;
        if (!(bead.confidence >= 0 && bead.confidence <= 1)) return false;
        const double sum = std::accumulate(bead.reasons.begin(), bead.reasons.end(), 0.0);
        if (!std::isfinite(bead.cost) || std::abs(bead.cost + sum) > 1e-3 * (1 + std::abs(sum))) return false;
        i = bead.source.end.value;
        j = bead.target.end.value;
    }
    return i == source.segments.size() && j == target.segments.size();
}

TEST_CASE("documents that are not each other's translation have an alignment that claims little") {
    const corpus::Document source = segmented(lighthouse_zh, "zh");
    const corpus::Document target =
        segmented({"Mix the flour with water.", "Wait for an hour, or for two if it is cold.", "Bake it.",
                   "The crust should be dark.", "Eat it with butter and with a little salt."},
                  "en");
    const Alignment alignment = align(source, target);
    CHECK(is_sound(alignment, source, target));
    const auto sure = [](const Bead& bead) { return bead.linked() && bead.confidence > 0.9; };
    CHECK(std::none_of(alignment.beads().begin(), alignment.beads().end(), sure));
}

TEST_CASE("any documents have a sound alignment") {
    REQUIRE(rc::check([](const Segments& one, const Segments& two) {
        const corpus::Document source = segmented(one, *rc::gen::element<std::string_view>("zh", "ja", "ru"));
        const corpus::Document target = segmented(two, "en");
        RC_ASSERT(is_sound(align(source, target), source, target));
    }));
}

TEST_CASE("odd documents have a sound alignment") {
    const auto row = GENERATE(values<std::pair<Segments, Segments>>({
        {{std::string(20'000, 'a')}, {"a", "b"}},
        {Segments(50, "。"), Segments(70, ".")},
        {Segments(40, "\xFF\xFE"), {"x"}},
        {{std::string(400, '9')}, {std::string(399, '9')}},
        {Segments(1, "一"), Segments(600, "one two three")},
        {Segments(20, std::string(3'000, '7')), Segments(20, std::string(3'000, '7'))},
    }));
    const corpus::Document source = segmented(row.first, "zh");
    const corpus::Document target = segmented(row.second, "en");
    CHECK(is_sound(align(source, target), source, target));
    CHECK(is_sound(align(target, source), target, source));
}

TEST_CASE("one segment of a whole book against thousands of short ones takes linear time") {
    const bool repeated = GENERATE(false, true);
    std::string book;
    Segments lines;
    const auto word = [&](int k) {
        return repeated ? std::string("stone")
                        : "stone" + std::string(1, "abcdefgh"[k % 8]) + std::to_string(k);
    };
    for (int k = 0; k < 200'000; ++k) book += word(k) + " ";
    for (int k = 0; k < 8'000; ++k) lines.push_back(word(k) + " here");
    const corpus::Document source = segmented({book}, "de");
    const corpus::Document target = segmented(lines, "en");
    // Time that grows with the product of both would not end within the test's limit.
    CHECK(is_sound(align(source, target), source, target));
    CHECK(is_sound(align(target, source), target, source));
}

TEST_CASE("two whole books without the end of a sentence take linear time") {
    std::string book;
    for (int k = 0; k < 150'000; ++k) book += "stone" + std::to_string(k % 5'000) + " of 7, ";
    const corpus::Document source = segmented({book}, "de");
    const corpus::Document target = segmented({book, "A short one."}, "en");
    // As above.
    CHECK(is_sound(align(source, target), source, target));
    CHECK(is_sound(align(target, source), target, source));
}

/// How many beads of one alignment are in the other.
std::size_t common(const Alignment& one, const Alignment& other) {
    const auto is_there = [&](const Bead& bead) {
        return std::any_of(other.beads().begin(), other.beads().end(),
                           [&](const Bead& b) { return b.source == bead.source && b.target == bead.target; });
    };
    return static_cast<std::size_t>(std::count_if(one.beads().begin(), one.beads().end(), is_there));
}

TEST_CASE("a long generated bitext is aligned nearly without fault") {
    const GeneratedBitext bitext = generate_bitext(3000, 21);
    const Alignment alignment = align(bitext.source_document(), bitext.target_document());
    const Alignment gold = parse_alignment(bitext.shapes);
    CHECK(is_sound(alignment, bitext.source_document(), bitext.target_document()));
    CHECK(static_cast<double>(common(alignment, gold)) > 0.97 * static_cast<double>(gold.beads().size()));
    const auto sure = [](const Bead& bead) { return bead.confidence > 0.9; };
    const auto surely = std::count_if(alignment.beads().begin(), alignment.beads().end(), sure);
    CHECK(static_cast<double>(surely) > 0.9 * static_cast<double>(gold.beads().size()));
}

TEST_CASE("progress rises from 0 to 1, and may stop the work") {
    const corpus::Document source = segmented(lighthouse_zh, "zh");
    const corpus::Document target = segmented(lighthouse_en, "en");
    std::vector<double> told;
    AlignOptions options;
    options.progress = [&](double done) { told.push_back(done); };
    align(source, target, options);
    REQUIRE(told.size() >= 2);
    CHECK(told.front() == 0);
    CHECK(told.back() == 1);
    CHECK(std::is_sorted(told.begin(), told.end()));
    options.progress = [](double done) {
        if (done > 0.1) throw std::runtime_error("stopped");
    };
    CHECK_THROWS_WITH(align(source, target, options), "stopped");
}

TEST_CASE("the same documents give the same alignment, to the last digit") {
    const GeneratedBitext bitext = generate_bitext(100, 22);
    const auto once = [&] { return align(bitext.source_document(), bitext.target_document()); };
    CHECK(once() == once());
}

TEST_CASE("weights of one's own are used") {
    WeightSet set;
    Weights& weights = set.free;
    weights[shape_1_1] = -100;
    weights[source_open] = weights[target_open] = 5;
    weights[source_extend] = weights[target_extend] = 5;
    AlignOptions options;
    options.weights = &set;
    const Alignment alignment =
        align(segmented(lighthouse_zh, "zh"), segmented(lighthouse_en, "en"), options);
    CHECK(std::none_of(alignment.beads().begin(), alignment.beads().end(),
                       [](const Bead& bead) { return bead.linked(); }));
}

}  // namespace
}  // namespace tongwen::align
