// SPDX-License-Identifier: Apache-2.0
// Tests the verdict: its figure on made-up alignments, and what it says of real ones.
#include "align/parallelness.h"

#include <memory>
#include <string>
#include <vector>

#include "align/built_in_lexicons.h"
#include "align/lexicon_set.h"
#include "align/moved.h"
#include "corpus/readers.h"
#include "tests/align/town.h"
#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

using Segments = std::vector<std::string>;

/// Segments of ten characters each, aligned as spelled, every bead as sure as the others.
Bitext made_up(std::string_view spelling, double confidence) {
    Bitext bitext;
    bitext.alignment = parse_alignment(spelling);
    bitext.source = segmented(Segments(bitext.alignment.source_size(), "一二三四五六七八九十"), "zh");
    bitext.target = segmented(Segments(bitext.alignment.target_size(), "ten signs."), "en");
    std::vector<Bead> beads = bitext.alignment.beads();
    for (Bead& bead : beads) bead.confidence = confidence;
    bitext.alignment = {beads, bitext.alignment.source_size(), bitext.alignment.target_size()};
    return bitext;
}

struct Row {
    std::string spelling;
    double confidence;
    std::string verdict;
    double share;
};

TEST_CASE("the share is that of linked characters on both sides, by confidence") {
    const auto row = GENERATE(values<Row>({
        {"1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1", 1, "parallel", 1},
        {"1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1", 0.6, "parallel", 0.6},
        {"1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1", 0.5, "doubtful", 0.5},
        {"1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1", 0.4, "not-parallel", 0.4},
        {"1-1 1-1 1-1 1-1 1-0 1-0 1-0 1-0", 1, "parallel", 0.70711},
        {"1-1 1-1 1-0 1-0 1-0 1-0 1-0 1-0", 1, "doubtful", 0.5},
        {"1-1 0-1 0-1 0-1 0-1 0-1 0-1 0-1", 1, "not-parallel", 0.35355},
        {"2-1 1-2 1-1 1-1 1-0 0-1", 1, "parallel", 0.83333},
        {"1-0 1-0 0-1", 1, "not-parallel", 0},
        {"1-1 1-1 1-1", 0.3, "parallel", 0.3},  // of few segments little is asked
        {"1-1 1-0 1-0", 0.4, "doubtful", 0.2309},
        {"", 1, "parallel", 1},
        {"1-0", 1, "not-parallel", 0},
    }));
    INFO(row.spelling << " at " << row.confidence);
    const ParallelVerdict verdict = judge_parallelness(made_up(row.spelling, row.confidence));
    CHECK(name(verdict.verdict) == row.verdict);
    CHECK(verdict.linked_share == Approx(row.share).epsilon(0.001));
}

TEST_CASE("what was moved is linked, too") {
    Bitext bitext = made_up("1-1 1-0 1-0 1-0 1-0 1-0 1-1 0-1 0-1 0-1 0-1 0-1", 1);
    CHECK(judge_parallelness(bitext).verdict == Parallelness::not_parallel);
    MovedBlock block{make_run<Source>(1, 6), make_run<Target>(2, 7), {}};
    for (std::size_t k = 0; k < 5; ++k)
        block.beads.push_back({make_run<Source>(1 + k, 2 + k), make_run<Target>(2 + k, 3 + k)});
    bitext.moved = {block};
    CHECK(judge_parallelness(bitext) == ParallelVerdict{Parallelness::parallel, 1});
}

ParallelVerdict judged(const Segments& source, const Segments& target) {
    LexiconSet lexicons;
    lexicons.add(std::make_shared<Lexicon>(std::string(official_chinese()), "official Chinese"));
    const AlignOptions options = {.lexicons = &lexicons};
    Bitext bitext;
    bitext.source = segmented(source, "zh");
    bitext.target = segmented(target, "en");
    bitext.alignment = align(bitext.source, bitext.target, options);
    find_moved_blocks(bitext, options);
    return judge_parallelness(bitext);
}

TEST_CASE("translations are parallel, also with sections dropped, added or swapped") {
    const Segments zh = zh_of({bridge, museum, railway, market});
    CHECK(judged(zh, en_of({bridge, museum, railway, market})).linked_share > 0.95);
    CHECK(judged(zh, en_of({market, bridge, railway, museum})).verdict == Parallelness::parallel);
    CHECK(judged(zh, en_of({bridge, railway, market})).verdict == Parallelness::parallel);
    CHECK(judged(zh_of({bridge, market}), en_of({bridge, museum, market})).verdict == Parallelness::parallel);
    CHECK(judged({"灯塔建于1932年。"}, {"The lighthouse was built in 1932."}).verdict ==
          Parallelness::parallel);
}

TEST_CASE("a short version is not quite parallel, the wrong document is not at all") {
    const Segments zh = zh_of({bridge, museum, railway, market});
    CHECK(judged(zh, {bridge.en[0], museum.en[1], railway.en[1]}).verdict != Parallelness::parallel);
    CHECK(judged(zh_of({bridge, museum}), recipe_en).verdict == Parallelness::not_parallel);
    CHECK(judged(zh, recipe_en).verdict == Parallelness::not_parallel);
    CHECK(judged(zh, {}).verdict == Parallelness::not_parallel);
}

corpus::Document read(const std::string& folder, const std::string& name, std::string_view language) {
    corpus::ReadOptions options;
    options.language = text::Language::parse(language);
    return corpus::read_document(TONGWEN_SOURCE_DIR "/corpus/samples/" + folder + "/" + name + ".txt",
                                 options, [](const auto&) {});
}

TEST_CASE("no false alarm on samples; where the wrong ones are paired, far less is linked") {
    const std::vector<std::string> names = {"speech",           "declaration", "communique", "news",   "law",
                                            "press-conference", "editorial",   "interview",  "defects"};
    for (std::size_t k = 0; k < names.size(); ++k) {
        const std::string& other = names[(k + 3) % names.size()];
        INFO(names[k] << " and " << other);
        const corpus::Document source = read("zh-en/zh", names[k], "zh");
        Bitext right{source, read("zh-en/en", names[k], "en"), {}};
        right.alignment = align(right.source, right.target);
        CHECK(judge_parallelness(right).verdict == Parallelness::parallel);
        Bitext wrong{source, read("zh-en/en", other, "en"), {}};
        wrong.alignment = align(wrong.source, wrong.target);
        // Without a dictionary the wrong ones are not told apart by the verdict alone: they are of one kind.
        CHECK(judge_parallelness(wrong).linked_share < judge_parallelness(right).linked_share - 0.2);
    }
}

}  // namespace
}  // namespace tongwen::align
