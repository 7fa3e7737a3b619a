// SPDX-License-Identifier: Apache-2.0
// Tests what beads teach: by hand, against a slow dense reference, and mirrored.
#include "align/learned_associations.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include <rapidcheck.h>

#include "tests/align/segments.h"
#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

using Ids = std::vector<std::uint32_t>;
using Beads = std::vector<std::pair<Ids, Ids>>;
using Strengths = std::map<std::pair<std::uint32_t, std::uint32_t>, double>;

ParallelTokens text_of(const Beads& beads) {
    ParallelTokens text;
    for (const auto& [source, target] : beads) {
        text.source.add(source);
        text.target.add(target);
    }
    return text;
}

constexpr std::size_t words = 12;

Associations known(std::vector<Associations::Entry> entries = {}) {
    return {std::move(entries), words, words};
}

Strengths strengths_of(const std::vector<Associations::Entry>& entries) {
    Strengths strengths;
    for (const Associations::Entry& entry : entries)
        strengths[{entry.source, entry.target}] = static_cast<double>(entry.strength);
    return strengths;
}

/// A row for each source word, a column for each target word.
using Matrix = std::vector<std::vector<double>>;

Matrix matrix() { return Matrix(words, std::vector<double>(words, 0)); }

struct Counts {
    std::vector<double> source = std::vector<double>(words, 0);
    std::vector<double> target = std::vector<double>(words, 0);
    Matrix together = matrix();
};

Counts count(const Beads& beads) {
    Counts counts;
    for (const auto& [source, target] : beads) {
        for (const auto s : source) ++counts.source[s];
        for (const auto t : target) ++counts.target[t];
        for (const auto s : source)
            for (const auto t : target) ++counts.together[s][t];
    }
    return counts;
}

/// Where both models begin.
Matrix start_of(const Counts& counts, const Matrix& strengths) {
    Matrix start = matrix();
    for (std::size_t s = 0; s < words; ++s) {
        for (std::size_t t = 0; t < words; ++t) {
            const double met = counts.together[s][t];
            if (met < 2 || met - 0.8 < 0.1 * std::sqrt(counts.source[s] * counts.target[t])) continue;
            const double dice = 2 * met / (counts.source[s] + counts.target[t]);
            start[s][t] = dice * dice + 0.3 * strengths[s][t];
        }
    }
    return start;
}

/// The expected counts of one round more.
Matrix round(const Matrix& counts, const Beads& beads) {
    Matrix forward = counts;
    Matrix backward = counts;
    for (std::size_t s = 0; s < words; ++s) {
        for (std::size_t t = 0; t < words; ++t) {
            double row = 0;
            double column = 0;
            for (std::size_t k = 0; k < words; ++k) {
                row += counts[s][k];
                column += counts[k][t];
            }
            if (row > 0) forward[s][t] /= row;
            if (column > 0) backward[s][t] /= column;
        }
    }
    Matrix next = matrix();
    for (const auto& [source, target] : beads) {
        for (const auto s : source) {
            for (const auto t : target) {
                double from_source = 0;  // of t, by all sources of the bead
                double from_target = 0;
                for (const auto other : source) from_source += forward[other][t];
                for (const auto other : target) from_target += backward[s][other];
                if (from_source > 0 && from_target > 0)
                    next[s][t] += forward[s][t] / from_source * backward[s][t] / from_target;
            }
        }
    }
    return next;
}

/// What learn_associations promises, in dense matrices.
Strengths slowly_learned(const Beads& beads, const Matrix& strengths) {
    const Counts counts = count(beads);
    Matrix expected = start_of(counts, strengths);
    for (int k = 0; k < 4; ++k) expected = round(expected, beads);
    Strengths learned;
    for (std::uint32_t s = 0; s < words; ++s) {
        for (std::uint32_t t = 0; t < words; ++t) {
            if (counts.together[s][t] == 0) continue;
            const double strength = (expected[s][t] - 0.8) / std::sqrt(counts.source[s] * counts.target[t]);
            if (strength >= 0.12) learned[{s, t}] = std::min(strength, 1.0);
        }
    }
    return learned;
}

/// The same, but for what rounding does near the least strength.
bool agree(Strengths one, Strengths other) {
    constexpr double precision = 1e-4;
    const auto is_on_the_edge = [](const auto& entry) { return entry.second < 0.12 + precision; };
    std::erase_if(one, is_on_the_edge);
    std::erase_if(other, is_on_the_edge);
    return std::ranges::equal(one, other, [](const auto& a, const auto& b) {
        return a.first == b.first && std::abs(a.second - b.second) < precision;
    });
}

/// Beads of up to six of the words on a side, each word once.
Beads some_beads() {
    const auto distinct = [] {
        Ids ids = *rc::gen::container<Ids>(rc::gen::inRange<std::uint32_t>(0, words));
        if (ids.size() > 6) ids.resize(6);
        std::ranges::sort(ids);
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        return ids;
    };
    Beads beads(*rc::gen::inRange<std::size_t>(0, 30));
    for (auto& [source, target] : beads) {
        source = distinct();
        target = distinct();
    }
    return beads;
}

TEST_CASE("a pair of words that only meets each other is learned") {
    // Both are in the same three beads and nowhere else: every posterior is 1, so (3 - .8) / 3.
    const auto learned = learn_associations(text_of({{{1}, {4}}, {{1}, {4}}, {{1}, {4}}}), known());
    REQUIRE(learned.size() == 1);
    CHECK(learned[0].source == 1);
    CHECK(learned[0].target == 4);
    CHECK(learned[0].strength == Approx(2.2 / 3));
}

TEST_CASE("the four rounds of a case by hand") {
    // Words 0 and 1 meet 5 and 6 in the same two beads, so nothing tells them apart: each of the four pairs
    // keeps posteriors of 1/2 and an expected count of 2 · 1/4, less than chance. What is known of one pair
    // tells them apart.
    const Beads beads = {{{0, 1}, {5, 6}}, {{0, 1}, {5, 6}}};
    CHECK(learn_associations(text_of(beads), known()).empty());
    // Known with .9: that pair starts at 1 + .27 as against 1. By symmetry (0,5) and (1,6) keep one count x,
    // the others y: p = x / (x + y), and of a bead p² for x, (1 - p)² for y.
    double x = 1.27;
    double y = 1;
    for (int k = 0; k < 4; ++k) {
        const double p = x / (x + y);
        x = 2 * p * p;
        y = 2 * (1 - p) * (1 - p);
    }
    const auto learned = learn_associations(text_of(beads), known({{0, 5, 0.9F}, {1, 6, 0.9F}}));
    REQUIRE(learned.size() == 2);
    CHECK(learned[0].strength == Approx((x - 0.8) / 2));
    CHECK(strengths_of(learned).contains({0, 5}));
    CHECK(strengths_of(learned).contains({1, 6}));
}

TEST_CASE("words that are in one bead only, or that meet once, teach nothing") {
    CHECK(learn_associations(text_of({}), known()).empty());
    CHECK(learn_associations(text_of({{{1}, {1}}}), known()).empty());
    CHECK(learn_associations(text_of({{{1}, {1}}, {{1}, {2}}, {{2}, {1}}}), known()).empty());
}

TEST_CASE("a made-up word is told from its neighbours") {
    // 0 and 7 always stand together, among words that come and go.
    const Beads beads = {
        {{0, 1, 2}, {7, 8, 9}}, {{0, 3, 4}, {7, 10, 11}}, {{1, 3, 5}, {8, 10, 6}}, {{0, 5, 2}, {7, 6, 9}}};
    const Strengths learned = strengths_of(learn_associations(text_of(beads), known()));
    REQUIRE(learned.contains({0, 7}));
    for (const auto& [pair, strength] : learned) {
        if (pair.first == 0) CHECK(pair.second == 7);
        if (pair.second == 7) CHECK(pair.first == 0);
    }
}

TEST_CASE("learning is what the slow reference says") {
    REQUIRE(rc::check([] {
        const Beads beads = some_beads();
        Matrix strengths = matrix();
        std::vector<Associations::Entry> entries;
        for (std::uint32_t k = 0; k < words; k += 2) {
            const auto target = *rc::gen::inRange<std::uint32_t>(0, words);
            entries.push_back({k, target, 0.5F});
            strengths[k][target] = 0.5;
        }
        RC_ASSERT(agree(strengths_of(learn_associations(text_of(beads), known(entries))),
                        slowly_learned(beads, strengths)));
    }));
}

TEST_CASE("exchanging the sides exchanges them in what is learned") {
    REQUIRE(rc::check([] {
        const Beads beads = some_beads();
        Beads mirrored;
        for (const auto& [source, target] : beads) mirrored.emplace_back(target, source);
        Strengths exchanged;
        for (const auto& [pair, strength] : strengths_of(learn_associations(text_of(mirrored), known())))
            exchanged[{pair.second, pair.first}] = strength;
        RC_ASSERT(strengths_of(learn_associations(text_of(beads), known())) == exchanged);
    }));
}

TEST_CASE("probable beads of a few segments are trusted") {
    const auto bead = [](std::size_t m, std::size_t n, double confidence) {
        return Bead{make_run<Source>(0, m), make_run<Target>(0, n), confidence};
    };
    CHECK(is_trusted(bead(1, 1, 0.5)));
    CHECK(is_trusted(bead(2, 3, 0.9)));
    CHECK_FALSE(is_trusted(bead(1, 1, 0.49)));
    CHECK_FALSE(is_trusted(bead(1, 7, 0.9)));
    CHECK_FALSE(is_trusted(bead(3, 3, 0.9)));
    CHECK_FALSE(is_trusted(bead(1, 0, 1)));
    CHECK_FALSE(is_trusted(bead(0, 1, 1)));
}

TEST_CASE("trusted beads give their distinct tokens, overlong ones nothing") {
    std::string overlong;
    for (int k = 0; k < 201; ++k) overlong += " word" + std::to_string(k);
    const corpus::Document source = segmented({"Red red boat", "blue boat", "Sky"}, "en");
    const corpus::Document target = segmented({"rot Boot", "blau Boot", overlong}, "de");
    const TokenTable sources = make_tokens({source, {}}, {target, {}});
    const TokenTable targets = make_tokens({target, {}}, {source, {}});
    const std::vector<Bead> beads = {{make_run<Source>(0, 1), make_run<Target>(0, 1), 0.9},
                                     {make_run<Source>(1, 2), make_run<Target>(1, 2), 0.2},
                                     {make_run<Source>(2, 3), make_run<Target>(2, 3), 0.9}};
    const ParallelTokens text = trusted_tokens(sources, targets, beads);
    REQUIRE(text.source.beads() == 1);
    REQUIRE(text.target.beads() == 1);
    Ids expected = {sources.vocabulary.find("red"), sources.vocabulary.find("boat")};
    std::ranges::sort(expected);
    CHECK(std::ranges::equal(text.source.of(0), expected));
    CHECK(text.target.of(0).size() == 2);
}

}  // namespace
}  // namespace tongwen::align
