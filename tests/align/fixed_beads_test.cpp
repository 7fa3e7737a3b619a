// SPDX-License-Identifier: Apache-2.0
// Tests aligning around beads that are fixed.
#include <algorithm>

#include <rapidcheck.h>

#include "align/aligner.h"
#include "tests/align/generated.h"
#include "tests/align/segments.h"
#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

using Segments = std::vector<std::string>;

Bead bead(std::size_t i, std::size_t j, std::size_t m, std::size_t n) {
    return {make_run<Source>(i, i + m), make_run<Target>(j, j + n)};
}

bool tiles(const Alignment& alignment) {
    std::uint32_t i = 0;
    std::uint32_t j = 0;
    for (const Bead& one : alignment.beads()) {
        if (one.source.begin.value != i || one.target.begin.value != j) return false;
        if (one.source.empty() && one.target.empty()) return false;
        i = one.source.end.value;
        j = one.target.end.value;
    }
    return i == alignment.source_size() && j == alignment.target_size();
}

bool holds(const Alignment& alignment, const std::vector<Bead>& fixed) {
    return std::ranges::all_of(fixed, [&](const Bead& one) {
        return std::ranges::find(alignment.beads(), one) != alignment.beads().end();
    });
}

AlignOptions fixing(std::vector<Bead> fixed) {
    AlignOptions options;
    options.fixed = std::move(fixed);
    return options;
}

/// Any fixed beads: of any size, anywhere, with gaps of any shape between them.
std::vector<Bead> any_fixed(std::size_t sources, std::size_t targets) {
    std::vector<Bead> fixed;
    const auto most = *rc::gen::element<std::size_t>(2, 5, 30);
    std::size_t i = 0;
    std::size_t j = 0;
    while (true) {
        i += *rc::gen::inRange<std::size_t>(0, most);
        j += *rc::gen::inRange<std::size_t>(0, most);
        const auto m = *rc::gen::weightedOneOf<std::size_t>(
            {{5, rc::gen::inRange<std::size_t>(0, 3)}, {1, rc::gen::inRange<std::size_t>(0, 25)}});
        const auto n = *rc::gen::inRange<std::size_t>(m == 0 ? 1 : 0, 4);
        if (i + m > sources || j + n > targets) return fixed;
        fixed.push_back(bead(i, j, m, n));
        fixed.back().confidence = *rc::gen::element(0.0, 0.3, 1.0);
        i += m;
        j += n;
    }
}

TEST_CASE("fixed beads stay as they are, wherever they stand, the other way round as well") {
    REQUIRE(rc::check([] {
        const GeneratedBitext bitext = generate_bitext(*rc::gen::inRange<std::size_t>(0, 80),
                                                       *rc::gen::inRange<std::uint32_t>(0, 1'000'000));
        const corpus::Document source = bitext.source_document();
        const corpus::Document target = bitext.target_document();
        AlignOptions options = fixing(any_fixed(source.segments.size(), target.segments.size()));
        options.self_training = *rc::gen::element(SelfTraining::never, SelfTraining::always);
        const Alignment alignment = align(source, target, options);
        RC_ASSERT(tiles(alignment));
        RC_ASSERT(alignment.source_size() == source.segments.size());
        RC_ASSERT(alignment.target_size() == target.segments.size());
        RC_ASSERT(holds(alignment, options.fixed));
        std::ranges::transform(options.fixed, options.fixed.begin(),
                               [](const Bead& one) { return mirror(one); });
        RC_ASSERT(align(target, source, options) == mirror(alignment));
    }));
}

TEST_CASE("long documents with fixed beads far from the diagonal are tiled") {
    const GeneratedBitext bitext = generate_bitext(1500, 5);
    const corpus::Document source = bitext.source_document();
    const corpus::Document target = bitext.target_document();
    const std::size_t sources = source.segments.size();
    const std::size_t targets = target.segments.size();
    const auto fixed = GENERATE_COPY(values<std::vector<Bead>>({
        {bead(5, targets - 10, 1, 1)},
        {bead(sources - 10, 5, 1, 1)},
        {bead(0, targets - 1, 1, 1)},
        {bead(sources - 1, 0, 1, 1)},
        {bead(700, 300, 1, 600), bead(701, 900, 1, 1), bead(1400, 901, 0, 1)},
        {bead(0, 0, sources, 0)},
        {bead(0, 0, 0, targets)},
        {bead(0, 0, sources, targets)},
        {bead(0, 0, 700, 1), bead(700, 1, 1, targets - 1)},
    }));
    const Alignment alignment = align(source, target, fixing(fixed));
    CHECK(tiles(alignment));
    CHECK(holds(alignment, fixed));
}

TEST_CASE("fixing what was found changes nothing of it") {
    const GeneratedBitext bitext = generate_bitext(400, 8);
    const corpus::Document source = bitext.source_document();
    const corpus::Document target = bitext.target_document();
    const Alignment alignment = align(source, target);
    CHECK(align(source, target, fixing(alignment.beads())) == alignment);
    // Where only a part is fixed, the rest is found again but for a few.
    std::vector<Bead> part;
    for (std::size_t k = 0; k < alignment.beads().size(); k += 7) part.push_back(alignment.beads()[k]);
    const Alignment again = align(source, target, fixing(part));
    const auto same = std::ranges::count_if(again.beads(), [&](const Bead& one) {
        return std::ranges::any_of(alignment.beads(), [&](const Bead& other) {
            return one.source == other.source && one.target == other.target;
        });
    });
    CHECK(static_cast<double>(same) > 0.98 * static_cast<double>(alignment.beads().size()));
}

TEST_CASE("a bead that is set right sets its neighbours right") {
    // Ten pairs of made-up words of one length: nothing tells where the target lacks one.
    const Segments words = {"zorg", "pemp", "tagh", "wint", "lomf", "drak", "fnit", "halb", "jusk", "quob"};
    const Segments foreign = {"炕", "河", "丫", "桥", "塔", "门", "票", "雨", "灯", "船"};
    Segments source;
    Segments target;
    for (std::size_t k = 0; k < words.size(); ++k) {
        source.push_back(foreign[k] + foreign[k] + foreign[k]);
        if (k != 1) target.push_back(words[k] + " " + words[k] + " " + words[k]);
    }
    const corpus::Document zh = segmented(source, "zh");
    const corpus::Document en = segmented(target, "en");
    const auto right_behind = [](const Alignment& alignment) {
        return std::ranges::count_if(alignment.beads(), [](const Bead& one) {
            return one.source.size() == 1 && one.target.size() == 1 &&
                   one.source.begin.value == one.target.begin.value + 1;
        });
    };
    CHECK(right_behind(align(zh, en)) < 8);
    const Alignment mended = align(zh, en, fixing({bead(2, 1, 1, 1)}));
    CHECK(right_behind(mended) >= 8);
    CHECK(spell(align(en, zh, fixing({bead(1, 2, 1, 1)}))) == spell(mirror(mended)));
}

}  // namespace
}  // namespace tongwen::align
