// SPDX-License-Identifier: Apache-2.0
// Tests laws of the aligner: what may not change when documents are turned round, made longer, or shared by
// more threads.
#include <algorithm>
#include <set>

#include <rapidcheck.h>
#include <tbb/global_control.h>
#include <tbb/task_arena.h>

#include "align/aligner.h"
#include "align/gold_folder.h"
#include "tests/align/generated.h"
#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

using Segments = std::vector<std::string>;

std::vector<GoldDocument> sample(const std::string& pair) {
    return read_gold_folder(TONGWEN_SOURCE_DIR "/corpus/samples/" + pair + "/gold");
}

// Mirror images.

TEST_CASE("samples turned round have the mirror image of their alignment, to the last digit") {
    const auto pair = GENERATE(values<std::string>({"de-en", "ru-en", "ja-en", "zh-en"}));
    for (const GoldDocument& document : sample(pair)) {
        INFO(pair << " " << document.name);
        const Alignment there = align(document.source, document.target);
        CHECK(there.beads().size() > 5);
        CHECK(align(document.target, document.source) == mirror(there));
    }
}

TEST_CASE("any two languages, and any two texts of one, are aligned alike both ways") {
    const std::vector<std::pair<std::string, std::string>> pairs = {
        {"de", "en"},       {"fr", "de"}, {"en", "is"}, {"en", "en"},
        {"en-GB", "en-US"}, {"ru", "zh"}, {"ja", "zh"}};
    REQUIRE(rc::check([&] {
        const auto [one, other] = *rc::gen::elementOf(pairs);
        const GeneratedBitext bitext = generate_bitext(*rc::gen::inRange<std::size_t>(1, 40),
                                                       *rc::gen::inRange<std::uint32_t>(0, 1'000'000));
        const corpus::Document source = segmented(bitext.source, one);
        const corpus::Document target = segmented(bitext.target, other);
        RC_ASSERT(is_mirrored(source, target) != is_mirrored(target, source));
        RC_ASSERT(align(target, source) == mirror(align(source, target)));
    }));
}

TEST_CASE("texts of the same language and the same words are told apart by their segments") {
    const corpus::Document one = segmented({"The lamp was lit at 7.\nThe keeper, Lin Hai, left at 9."}, "en");
    const corpus::Document two =
        segmented({"The lamp was lit at 7.", "The keeper, Lin Hai, left at 9."}, "en");
    REQUIRE(one.text == two.text);
    CHECK(align(two, one) == mirror(align(one, two)));
    CHECK(spell(align(one, two)) == "1-2");
}

// Longer documents.

using Place = std::pair<std::uint32_t, std::uint32_t>;

/// A linked bead without its place: the segments that it holds, counted from somewhere.
struct Link {
    Place source;
    Place target;
    friend auto operator<=>(const Link&, const Link&) = default;
};

/// The links of an alignment that lie wholly in [begin, end) of the source, moved back by so many segments.
struct Window {
    std::uint32_t begin;
    std::uint32_t end;
    std::uint32_t source_shift = 0;
    std::uint32_t target_shift = 0;
};

std::set<Link> links_in(const Alignment& alignment, const Window& window) {
    std::set<Link> links;
    for (const Bead& bead : alignment.beads()) {
        const Place source{bead.source.begin.value, bead.source.end.value};
        if (!bead.linked() || source.first < window.begin || source.second > window.end) continue;
        links.insert(
            {{source.first - window.source_shift, source.second - window.source_shift},
             {bead.target.begin.value - window.target_shift, bead.target.end.value - window.target_shift}});
    }
    return links;
}

/// How many links are only in one of the two.
std::size_t differences(const std::set<Link>& one, const std::set<Link>& other) {
    std::vector<Link> only;
    std::ranges::set_symmetric_difference(one, other, std::back_inserter(only));
    return only.size();
}

void append(Segments& segments, const Segments& more) {
    segments.insert(segments.end(), more.begin(), more.end());
}

/// Learned weights may come to see a link in a hundred otherwise when they see more text.
bool hardly_differ(const std::set<Link>& one, const std::set<Link>& other) {
    return 50 * differences(one, other) <= one.size() + other.size();
}

TEST_CASE("two documents one after the other have their alignments one after the other") {
    const auto seed = GENERATE(31U, 32U, 33U, 34U);
    const auto size = GENERATE(40U, 250U);
    const GeneratedBitext first = generate_bitext(size, seed);
    const GeneratedBitext second = generate_bitext(size, seed + 100);
    GeneratedBitext both = first;
    append(both.source, second.source);
    append(both.target, second.target);
    const Alignment whole = align(both.source_document(), both.target_document());
    const auto sources = static_cast<std::uint32_t>(first.source.size());
    const auto targets = static_cast<std::uint32_t>(first.target.size());
    const auto all = static_cast<std::uint32_t>(both.source.size());
    constexpr std::uint32_t seam = 10;  // segments
    const Alignment one = align(first.source_document(), first.target_document());
    const Alignment two = align(second.source_document(), second.target_document());
    const auto one_links = links_in(one, {0, sources - seam});
    const auto two_links = links_in(two, {seam, all - sources});
    CAPTURE(seed, size, one_links.size());
    CHECK(hardly_differ(one_links, links_in(whole, {0, sources - seam})));
    CHECK(hardly_differ(two_links, links_in(whole, {sources + seam, all, sources, targets})));
}

/// The segments of a document.
Segments segments_of(const corpus::Document& document) {
    Segments segments;
    for (std::size_t k = 0; k < document.segments.size(); ++k)
        segments.emplace_back(document.segment_text(k));
    return segments;
}

TEST_CASE("all samples one after the other have nearly the alignments that they have alone") {
    std::set<Link> alone;
    Segments sources;
    Segments targets;
    for (const GoldDocument& document : sample("zh-en")) {
        const Alignment one = align(document.source, document.target);
        const auto i = static_cast<std::uint32_t>(sources.size());
        const auto j = static_cast<std::uint32_t>(targets.size());
        for (const Link& link : links_in(one, {0, static_cast<std::uint32_t>(one.source_size())}))
            alone.insert({{link.source.first + i, link.source.second + i},
                          {link.target.first + j, link.target.second + j}});
        append(sources, segments_of(document.source));
        append(targets, segments_of(document.target));
    }
    const Alignment whole = align(segmented(sources, "zh"), segmented(targets, "en"));
    const std::set<Link> together = links_in(whole, {0, static_cast<std::uint32_t>(sources.size())});
    CAPTURE(alone.size(), differences(alone, together));
    // How literal a document is, and what it teaches, is known of the whole only: a few links change.
    CHECK(20 * differences(alone, together) <= alone.size() + together.size());
}

struct Insertion {
    bool in_source;
    bool in_target;
    std::size_t size;
};

TEST_CASE("a block that is inserted elsewhere does not change what is chosen") {
    const auto seed = GENERATE(41U, 42U, 43U);
    const auto block = GENERATE(values<Insertion>({{true, false, 1},
                                                   {true, false, 40},
                                                   {false, true, 1},
                                                   {false, true, 40},
                                                   {true, true, 5},
                                                   {true, true, 40}}));
    const GeneratedBitext bitext = generate_bitext(300, seed);
    const GeneratedBitext foreign = generate_bitext(2 * block.size + 20, seed + 1000);
    GeneratedBitext longer = bitext;
    const auto insert = [&](Segments& into, const Segments& from, std::size_t begin) {
        into.insert(into.begin() + static_cast<std::ptrdiff_t>(into.size() / 2),
                    from.begin() + static_cast<std::ptrdiff_t>(begin),
                    from.begin() + static_cast<std::ptrdiff_t>(begin + block.size));
    };
    if (block.in_source) insert(longer.source, foreign.source, 0);
    if (block.in_target) insert(longer.target, foreign.target, block.size + 10);
    const Alignment before = align(bitext.source_document(), bitext.target_document());
    const Alignment after = align(longer.source_document(), longer.target_document());
    const auto at = static_cast<std::uint32_t>(bitext.source.size() / 2);
    const auto end = static_cast<std::uint32_t>(bitext.source.size());
    const auto more = [&](bool inserted) { return inserted ? static_cast<std::uint32_t>(block.size) : 0; };
    const std::uint32_t sources = more(block.in_source);
    const std::uint32_t targets = more(block.in_target);
    constexpr std::uint32_t near = 25;  // segments
    CAPTURE(seed, block.in_source, block.in_target, block.size);
    CHECK(hardly_differ(links_in(before, {0, at - near}), links_in(after, {0, at - near})));
    CHECK(hardly_differ(links_in(before, {at + near, end}),
                        links_in(after, {at + near + sources, end + sources, sources, targets})));
}

// Threads.

Alignment align_by(int threads, const GeneratedBitext& bitext) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism,
                                    static_cast<std::size_t>(threads));
    // An arena of its own has so many places even where there are fewer processors.
    tbb::task_arena arena(threads);
    Alignment alignment;
    arena.execute([&] { alignment = align(bitext.source_document(), bitext.target_document()); });
    return alignment;
}

TEST_CASE("any number of threads gives the same alignment, to the last digit") {
    const GeneratedBitext bitext = generate_bitext(3000, 51);
    const Alignment by_one = align_by(1, bitext);
    CHECK(by_one.beads().size() > 2700);
    CHECK(align_by(2, bitext) == by_one);
    CHECK(align_by(4, bitext) == by_one);
}

}  // namespace
}  // namespace tongwen::align
