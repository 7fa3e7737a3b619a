// SPDX-License-Identifier: Apache-2.0
// Tests gains against the formula, computed window by window.
#include "align/gains.h"

#include <cmath>
#include <map>
#include <optional>

#include <rapidcheck.h>

#include "tests/align/segments.h"
#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

/// One side's window [begin, begin + size) as evidence for one segment of the other side, by definition;
/// `visible` says which segments of the window the corridor shows.
template <class LinksOf, class Visible>
WindowGain slow_gain(const TokenTable& window, std::size_t begin, std::size_t size, const TokenTable& table,
                     std::size_t segment, LinksOf links_of, Visible visible) {
    double mass = 0;
    for (std::size_t k = begin; k < begin + size; ++k) mass += static_cast<double>(window.mass[k]);
    struct Worth {
        double gain = 0;
        double share = 0;
    };
    // By piece, by the piece's own token and by those of its parts.
    std::map<std::uint32_t, std::map<std::uint32_t, Worth>> pieces;
    double numbers = 0;
    double names = 0;
    const auto tokens = table.of(segment);
    for (const Token& token : tokens) {
        double value = 0;
        double strength = 0;
        for (std::size_t k = begin; k < begin + size; ++k) {
            if (!visible(k)) continue;
            for (const Token& other : window.of(k)) {
                for (const Association& link : links_of(other.id)) {
                    if (link.other != token.id) continue;
                    value +=
                        static_cast<double>(other.weight * window.information[other.id] * link.probability);
                    strength += static_cast<double>(other.weight * link.strength);
                }
            }
        }
        const auto weight = static_cast<double>(token.weight);
        Worth& worth = pieces[tokens[token.parent].id][token.id];
        worth.gain +=
            weight * std::log(1 + 2 * value / (1.5 + mass) / static_cast<double>(table.unigram[token.id]));
        worth.share += weight * std::min(1.0, strength);
        const TokenKind kind = table.vocabulary.kind(token.id);
        if (kind == TokenKind::number) numbers += weight * std::min(1.0, strength);
        if (kind == TokenKind::name) names += weight * std::min(1.0, strength);
    }
    double gain = 0;
    double covered = 0;
    for (const auto& [piece, parts] : pieces) {
        Worth best;
        for (const auto& [id, worth] : parts) {
            best.gain = std::max(best.gain, worth.gain);
            best.share = std::max(best.share, worth.share);
        }
        gain += best.gain;
        covered += best.share * static_cast<double>(table.information[piece]);
    }
    return {static_cast<float>(gain), static_cast<float>(covered), static_cast<float>(numbers),
            static_cast<float>(names)};
}

void assert_equal(const WindowGain& fast, const WindowGain& slow) {
    // The fast logarithm is exact to 3e-4 a token.
    const auto close = [](float a, float b) { return std::abs(a - b) <= 2e-3F * (1 + std::abs(b)); };
    RC_ASSERT(close(fast.gain, slow.gain));
    RC_ASSERT(close(fast.covered, slow.covered));
    RC_ASSERT(close(fast.numbers, slow.numbers));
    RC_ASSERT(close(fast.names, slow.names));
}

std::vector<std::string> any_segments() {
    const std::vector<std::string> words = {"1932",       "Anna", "bridge", "bridges",
                                            "bridgehead", "7",    "July",   "lamp"};
    const auto segment = rc::gen::map(
        rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(words)), [](const auto& parts) {
            std::string text = ".";
            for (std::size_t k = 0; k < std::min<std::size_t>(parts.size(), 6); ++k) text += " " + parts[k];
            return text;
        });
    const auto size = *rc::gen::inRange<std::size_t>(0, 9);
    return *rc::gen::container<std::vector<std::string>>(size, segment);
}

Corridor any_corridor(std::uint32_t sources, std::uint32_t targets) {
    std::vector<std::uint32_t> lo(sources + 1, 0);
    std::vector<std::uint32_t> hi(sources + 1, targets + 1);
    if (*rc::gen::arbitrary<bool>()) return {lo, hi};
    for (std::uint32_t i = 0; i < sources; ++i)
        hi[i] = *rc::gen::inRange(i == 0 ? 1 : hi[i - 1], targets + 2);
    for (std::uint32_t i = 1; i <= sources; ++i) lo[i] = *rc::gen::inRange(lo[i - 1], hi[i - 1]);
    return {lo, hi};
}

TEST_CASE("gains agree with their formula for any documents, corridors and windows") {
    REQUIRE(rc::check([] {
        const corpus::Document source = segmented(any_segments(), "de");
        const corpus::Document target = segmented(any_segments(), "en");
        const TokenTable sources = make_tokens({source, names_of(source)}, {target, {}});
        const TokenTable targets = make_tokens({target, names_of(target)}, {source, {}});
        const Associations associations = associate(sources, targets);
        const Corridor corridor = any_corridor(static_cast<std::uint32_t>(sources.segments()),
                                               static_cast<std::uint32_t>(targets.segments()));
        const Gains gains({sources, targets, associations, corridor}, corridor);
        const auto of_source = [&](std::uint32_t id) { return associations.of_source(id); };
        const auto of_target = [&](std::uint32_t id) { return associations.of_target(id); };
        for (std::size_t i = 0; i < sources.segments(); ++i) {
            for (std::size_t j = 0; j < targets.segments(); ++j) {
                if (!corridor.contains(i, j)) {
                    assert_equal(gains.of_target(j, i, 1), {});
                    continue;
                }
                for (std::size_t m = 1; m <= longest_window && i + m <= sources.segments(); ++m) {
                    const auto visible = [&](std::size_t k) { return corridor.contains(k, j); };
                    assert_equal(gains.of_target(j, i, m),
                                 slow_gain(sources, i, m, targets, j, of_source, visible));
                }
                for (std::size_t n = 1; n <= longest_window && j + n <= targets.segments(); ++n) {
                    const auto visible = [&](std::size_t k) { return corridor.contains(i, k); };
                    assert_equal(gains.of_source(i, j, n),
                                 slow_gain(targets, j, n, sources, i, of_target, visible));
                }
            }
        }
    }));
}

TEST_CASE("outside the documents and the corridor there is no gain") {
    const corpus::Document document = segmented({"1932"}, "en");
    const TokenTable table = make_tokens({document, {}}, {document, {}});
    const Associations associations = associate(table, table);
    const Corridor corridor = Corridor::full(1, 1);
    const Gains gains({table, table, associations, corridor}, corridor);
    CHECK(gains.of_target(0, 0, 1).gain > 0);
    CHECK(gains.of_target(0, 0, 1).numbers == Approx(0.95));
    CHECK(gains.of_target(0, 0, 0).gain == 0);
    CHECK(gains.of_target(0, 1, 1).gain == 0);
    CHECK(gains.of_target(1, 0, 1).gain == 0);
    CHECK(gains.of_source(0, 2, 1).gain == 0);
    CHECK(gains.of_source(5, 0, 1).gain == 0);
}

}  // namespace
}  // namespace tongwen::align
