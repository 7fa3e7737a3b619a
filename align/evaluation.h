// SPDX-License-Identifier: Apache-2.0
// Owns the judging of an alignment by gold: what was found, and what of it is right.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <map>
#include <string_view>
#include <vector>

#include "align/bead_file.h"
#include "align/bead_set.h"
#include "align/beside.h"
#include "align/calibration.h"

namespace tongwen::align {

/// How many beads there are, and how many of them the other alignment confirms.
struct Hits {
    std::size_t strict = 0;  ///< it has them exactly
    std::size_t lax = 0;     ///< it has them, or one of its beads overlaps both of their sides
    std::size_t all = 0;

    void add(Match match);
    Hits& operator+=(const Hits& other);
    friend bool operator==(const Hits&, const Hits&) = default;
};

/// Segments that stand in one-sided beads: omissions of the source, additions of the target.
struct SegmentHits {
    std::size_t right = 0;  ///< found, and in the gold
    std::size_t found = 0;
    std::size_t gold = 0;

    SegmentHits& operator+=(const SegmentHits& other);
    friend bool operator==(const SegmentHits&, const SegmentHits&) = default;
};

struct Rates {
    double precision = 0;  ///< 0 to 1, as the others
    double recall = 0;
    double f1 = 0;  ///< the harmonic mean
};

/// What precision and recall are made of. Counts of several documents add up, and so make micro averages.
///
/// The convention of the field's published tables: one-sided beads count in the precision of beads, as exact
/// matches or as errors, and not in recall. `links` leaves them out of both. Beads count once, however often
/// they are listed.
struct Counts {
    Hits beads;       ///< found beads, confirmed by the gold
    Hits links;       ///< linked ones of them
    Hits gold_links;  ///< linked beads of the gold, confirmed by the found ones
    SegmentHits omissions;
    SegmentHits additions;

    Counts& operator+=(const Counts& other);
    friend bool operator==(const Counts&, const Counts&) = default;
};

/// Where nothing was found, precision is 0, and where the gold has nothing, recall is.
Rates strict_rates(const Hits& found, const Hits& gold);
Rates lax_rates(const Hits& found, const Hits& gold);
/// Where nothing was found, precision is 1, and where the gold has nothing, recall is.
Rates segment_rates(const SegmentHits& hits);

/// How many segments a bead lists on each side.
struct Shape {
    std::size_t source = 0;
    std::size_t target = 0;
    friend auto operator<=>(const Shape&, const Shape&) = default;
};

struct ShapeHits {
    Hits gold;   ///< the gold's beads of the shape: their recall
    Hits found;  ///< the found beads of the shape: their precision

    friend bool operator==(const ShapeHits&, const ShapeHits&) = default;
};

/// Lengths of segments are counted in Han characters; 2.5 letters of other scripts count as one.
double length_of(std::string_view utf8);
/// Shorter than 12, 12 to less than 25, 25 to less than 50, the rest: a heading or an exclamation, a short
/// sentence, a usual one, a long one.
inline constexpr std::array<double, 3> length_limits = {12, 25, 50};
using ByLength = std::array<SegmentHits, length_limits.size() + 1>;

/// The lengths of a document's segments; empty when its texts are not at hand.
struct SegmentLengths {
    std::vector<double> source;
    std::vector<double> target;
};

/// All that gold tells about an alignment. Those of several documents add up.
struct Evaluation {
    Counts counts;
    std::map<Shape, ShapeHits> shapes;
    std::size_t gold_beads = 0;  ///< one-sided ones too; found ones are counts.beads.all
    ByLength omissions_by_length = {};
    ByLength additions_by_length = {};
    /// The gold's omissions that stand in the same place as an addition, between the same two links, and the
    /// other way round: the hardest to tell from a translation. What was found elsewhere does not count.
    SegmentHits omissions_beside = {};
    SegmentHits additions_beside = {};
    BesidePlaces beside = {};      ///< the same, by place, and how many of them became a link
    Calibration calibration = {};  ///< of found links that carry a confidence; right: the gold has it exactly
    Calibration known = {};        ///< of these, without those that lie inside of unspecified gold

    Evaluation& operator+=(const Evaluation& other);
};

Counts count(const std::vector<ListedBead>& gold, const std::vector<ListedBead>& found);

/// Segments that `lengths` does not have are left out of the counts by length.
Evaluation evaluate(const std::vector<ListedBead>& gold, const std::vector<ListedBead>& found,
                    const SegmentLengths& lengths = {});

}  // namespace tongwen::align
