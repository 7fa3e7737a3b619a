// SPDX-License-Identifier: Apache-2.0
// Owns scoring an alignment against a hand-made one: strict and lax F1, as the field's tables have them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "align/alignment.h"
#include "text/files.h"

namespace tongwen::tests {

/// A bead as the segments of both sides, from 0; either side may be empty.
struct BeadSegments {
    std::vector<std::uint32_t> source;
    std::vector<std::uint32_t> target;
    friend auto operator<=>(const BeadSegments&, const BeadSegments&) = default;
};

/// Counts, to be added over documents.
///
/// strict: a bead counts when the other alignment has it exactly. lax: it counts when both of its sides
/// overlap one bead of the other. One-sided beads count in precision and not in recall.
struct Score {
    int found = 0;
    int found_strict = 0;
    int found_lax = 0;
    int gold = 0;
    int gold_strict = 0;
    int gold_lax = 0;

    Score& operator+=(const Score& other);
    [[nodiscard]] double strict_f1() const;
    [[nodiscard]] double lax_f1() const;
};

namespace scoring {

inline std::vector<std::uint32_t> read_side(std::istream& in) {
    std::vector<std::uint32_t> side;
    for (char c = 0; in >> c && c != ']';) {
        if (c == '[' || c == ',') continue;
        in.unget();
        if (std::uint32_t index = 0; in >> index) side.push_back(index);
    }
    return side;
}

struct Hits {
    int all = 0;
    int strict = 0;
    int lax = 0;
};

/// The beads of `judged` that the beads of `truth` confirm.
inline Hits count_hits(const std::set<BeadSegments>& judged, const std::set<BeadSegments>& truth) {
    std::map<std::uint32_t, std::set<std::uint32_t>> reach;
    for (const BeadSegments& bead : truth) {
        for (const std::uint32_t i : bead.source) reach[i].insert(bead.target.begin(), bead.target.end());
    }
    Hits hits;
    for (const BeadSegments& bead : judged) {
        const auto reaches = [&](std::uint32_t i) {
            return std::any_of(bead.target.begin(), bead.target.end(),
                               [&](std::uint32_t j) { return reach[i].contains(j); });
        };
        const bool exact = truth.contains(bead);
        ++hits.all;
        hits.strict += exact;
        hits.lax += exact || std::any_of(bead.source.begin(), bead.source.end(), reaches);
    }
    return hits;
}

inline double f1(int hits, int found, int recalled, int gold) {
    if (hits == 0 || recalled == 0) return 0;
    const double precision = static_cast<double>(hits) / found;
    const double recall = static_cast<double>(recalled) / gold;
    return 2 * precision * recall / (precision + recall);
}

}  // namespace scoring

/// The beads of a file of lines `[0, 1]:[2]`. Throws std::runtime_error naming the line that is none.
inline std::vector<BeadSegments> read_beads(const std::filesystem::path& path) {
    std::vector<BeadSegments> beads;
    std::istringstream in(text::read_file(path));
    for (std::string line; std::getline(in, line);) {
        if (line.empty()) continue;
        std::istringstream sides(line);
        BeadSegments bead;
        bead.source = scoring::read_side(sides);
        char colon = 0;
        if (!(sides >> colon) || colon != ':')
            throw std::runtime_error(path.string() + ": not a bead: " + line);
        bead.target = scoring::read_side(sides);
        if (!sides) throw std::runtime_error(path.string() + ": not a bead: " + line);
        beads.push_back(std::move(bead));
    }
    return beads;
}

inline std::vector<BeadSegments> segments_of(const align::Alignment& alignment) {
    std::vector<BeadSegments> beads;
    for (const align::Bead& bead : alignment.beads()) {
        BeadSegments one;
        for (std::uint32_t i = bead.source.begin.value; i < bead.source.end.value; ++i)
            one.source.push_back(i);
        for (std::uint32_t j = bead.target.begin.value; j < bead.target.end.value; ++j)
            one.target.push_back(j);
        beads.push_back(std::move(one));
    }
    return beads;
}

inline Score& Score::operator+=(const Score& other) {
    found += other.found;
    found_strict += other.found_strict;
    found_lax += other.found_lax;
    gold += other.gold;
    gold_strict += other.gold_strict;
    gold_lax += other.gold_lax;
    return *this;
}

inline double Score::strict_f1() const { return scoring::f1(found_strict, found, gold_strict, gold); }
inline double Score::lax_f1() const { return scoring::f1(found_lax, found, gold_lax, gold); }

inline Score score(const std::vector<BeadSegments>& found, const std::vector<BeadSegments>& gold) {
    const auto two_sided = [](const std::vector<BeadSegments>& beads) {
        std::set<BeadSegments> kept(beads.begin(), beads.end());
        std::erase_if(kept,
                      [](const BeadSegments& bead) { return bead.source.empty() || bead.target.empty(); });
        return kept;
    };
    const scoring::Hits precision =
        scoring::count_hits({found.begin(), found.end()}, {gold.begin(), gold.end()});
    const scoring::Hits recall = scoring::count_hits(two_sided(gold), two_sided(found));
    return {precision.all, precision.strict, precision.lax, recall.all, recall.strict, recall.lax};
}

}  // namespace tongwen::tests
