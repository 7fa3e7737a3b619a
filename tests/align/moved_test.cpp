// SPDX-License-Identifier: Apache-2.0
// Tests the search for moved blocks: found where there are some, and nowhere else.
#include "align/moved.h"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <rapidcheck.h>

#include "align/built_in_lexicons.h"
#include "align/lexicon_set.h"
#include "align/moved_beads.h"
#include "corpus/readers.h"
#include "tests/align/town.h"
#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

using Segments = std::vector<std::string>;

/// "4-8>9-13": half-open runs, blocks divided by spaces.
std::string spell_blocks(const Bitext& bitext) {
    std::string out;
    for (const MovedBlock& block : bitext.moved) {
        if (!out.empty()) out += ' ';
        out += std::to_string(block.source.begin.value) + "-" + std::to_string(block.source.end.value) + ">" +
               std::to_string(block.target.begin.value) + "-" + std::to_string(block.target.end.value);
    }
    return out;
}

Bitext searched(const Segments& source, const Segments& target) {
    Bitext bitext = aligned(source, target);
    find_moved_blocks(bitext);
    return bitext;
}

Segments joined(Segments one, const Segments& other) {
    one.insert(one.end(), other.begin(), other.end());
    return one;
}

Segments without(Segments segments, std::size_t at) {
    segments.erase(segments.begin() + static_cast<std::ptrdiff_t>(at));
    return segments;
}

struct Row {
    std::string what;
    Segments source;
    Segments target;
    std::string blocks;
    std::string alignment;
};

std::vector<Row> rows() {
    const Segments zh = zh_of({bridge, museum, railway, market});
    const Segments en = en_of({bridge, museum, railway, market});
    const std::string clean = "1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1";
    return {
        {"nothing moved", zh, en, "", clean},
        {"two sections swapped", zh, en_of({bridge, railway, museum, market}), "4-8>9-13",
         "1-1 1-1 1-1 1-1 1-0 1-0 1-0 1-0 1-1 1-1 1-1 1-1 1-1 0-1 0-1 0-1 0-1 1-1 1-1 1-1 1-1"},
        {"the first section is the last", zh, en_of({museum, railway, market, bridge}), "0-4>13-17",
         "1-0 1-0 1-0 1-0 1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1 0-1 0-1 0-1 0-1"},
        {"the last section is the first", zh, en_of({market, bridge, museum, railway}), "13-17>0-4",
         "0-1 0-1 0-1 0-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-0 1-0 1-0 1-0"},
        {"two sentences", joined(zh, {"灯塔高27米，建于1932年。", "守塔人林海点灯14965次，救起318人。"}),
         joined({"The lighthouse is 27 metres high and was built in 1932.",
                 "Its keeper Lin Hai lit it 14,965 times and saved 318 lives."},
                en),
         "17-19>0-2", "0-1 0-1 " + clean + " 1-0 1-0"},
        {"dropped is not moved", zh, en_of({bridge, railway, market}), "",
         "1-1 1-1 1-1 1-1 1-0 1-0 1-0 1-0 1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1"},
        {"added is not moved", zh_of({bridge, railway, market}), en, "",
         "1-1 1-1 1-1 1-1 0-1 0-1 0-1 0-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1"},
        {"nothing at all", {}, {}, "", ""},
        {"no target", {"灯塔建于1932年。"}, {}, "", "1-0"},
        {"one segment each", {"灯塔建于1932年。"}, {"The lighthouse was built in 1932."}, "", "1-1"},
    };
}

TEST_CASE("moved blocks are found, and only where there are some") {
    for (const Row& row : rows()) {
        INFO(row.what);
        const Bitext bitext = searched(row.source, row.target);
        CHECK(spell_blocks(bitext) == row.blocks);
        CHECK(spell(bitext.alignment) == row.alignment);
    }
}

TEST_CASE("both directions see the same move") {
    Bitext bitext;
    bitext.source = segmented(en_of({bridge, railway, museum, market}), "en");
    bitext.target = segmented(zh_of({bridge, museum, railway, market}), "zh");
    bitext.alignment = align(bitext.source, bitext.target);
    find_moved_blocks(bitext);
    CHECK(spell_blocks(bitext) == "9-13>4-8");
}

TEST_CASE("within a moved block, too, a sentence may be dropped or split") {
    const Segments zh = zh_of({bridge, railway, museum, market});
    const Segments dropped = without(en_of({bridge, museum, railway, market}), 10);
    Bitext bitext = searched(zh, dropped);
    REQUIRE(bitext.moved.size() == 1);
    const std::vector<OrderedBead> beads = beads_in_source_order(bitext);
    const auto is_dropped = [](const OrderedBead& ordered) { return ordered.bead.target.empty(); };
    CHECK(std::ranges::count_if(beads, is_dropped) == 1);
}

TEST_CASE("repeated sentences have not moved: each stands in its place") {
    for (const std::size_t size : {2U, 30U, 200U}) {
        const Bitext bitext = searched(Segments(size, "晚上7点点灯，早上5点熄灯，守塔人从不迟到。"),
                                       Segments(size, "The lamp is lit at 7 and put out at 5, never late."));
        CHECK(bitext.moved.empty());
    }
}

TEST_CASE("the wrong document has no moved blocks") {
    CHECK(searched(zh_of({bridge, museum}), recipe_en).moved.empty());
    CHECK(searched(zh_of({bridge, museum}), en_of({railway, market})).moved.empty());
}

TEST_CASE("what was found before is forgotten") {
    Bitext bitext =
        searched(zh_of({bridge, museum, railway, market}), en_of({bridge, railway, museum, market}));
    const std::vector<MovedBlock> once = bitext.moved;
    REQUIRE_FALSE(once.empty());
    find_moved_blocks(bitext);
    CHECK(bitext.moved == once);
}

corpus::Document read(const std::string& path, std::string_view language) {
    corpus::ReadOptions options;
    options.language = text::Language::parse(language);
    return corpus::read_document(TONGWEN_SOURCE_DIR "/corpus/samples/zh-en/" + path, options,
                                 [](const auto&) {});
}

TEST_CASE("the samples that are in order have no moved blocks, the one with swapped paragraphs has") {
    LexiconSet lexicons;
    lexicons.add(std::make_shared<Lexicon>(std::string(official_chinese()), "official Chinese"));
    const AlignOptions options = {.lexicons = &lexicons};
    for (const std::string name :
         {"speech", "declaration", "communique", "law", "press-conference", "editorial", "defects"}) {
        INFO(name);
        Bitext bitext;
        bitext.source = read("zh/" + name + ".txt", "zh");
        bitext.target = read("en/" + name + ".txt", "en");
        bitext.alignment = align(bitext.source, bitext.target, options);
        find_moved_blocks(bitext, options);
        CHECK(bitext.moved.empty() == (name != "defects"));
    }
}

/// What holds whatever was moved.
bool is_sound(const Bitext& bitext) {
    std::vector<int> sources(bitext.source.segments.size());
    std::vector<int> targets(bitext.target.segments.size());
    for (const OrderedBead& ordered : beads_in_source_order(bitext)) {
        for (auto i = ordered.bead.source.begin.value; i < ordered.bead.source.end.value; ++i) ++sources[i];
        for (auto j = ordered.bead.target.begin.value; j < ordered.bead.target.end.value; ++j) ++targets[j];
    }
    const auto once = [](int count) { return count == 1; };
    return std::ranges::all_of(sources, once) && std::ranges::all_of(targets, once);
}

TEST_CASE("however sections are shuffled, every segment is in one bead") {
    REQUIRE(rc::check([] {
        const std::vector<Section> town = {bridge, museum, railway, market};
        const auto order = *rc::gen::resize(
            8, rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, 4)));
        Segments target;
        for (const std::size_t k : order) target = joined(target, town[k].en);
        RC_ASSERT(is_sound(searched(zh_of({bridge, museum, railway, market}), target)));
    }));
}

}  // namespace
}  // namespace tongwen::align
