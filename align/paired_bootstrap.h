// SPDX-License-Identifier: Apache-2.0
// Owns the comparison of two systems: how far their difference may be chance.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "align/blocks.h"
#include "align/evaluation.h"

namespace tongwen::align {

/// What two systems did on the same piece of text: a document, or a block of one.
struct PairedCounts {
    Counts first;
    Counts second;
};

struct Interval {
    double low = 0;
    double high = 0;
    friend bool operator==(const Interval&, const Interval&) = default;
};

/// An F1 of both systems, and the first's advantage.
struct Difference {
    double first = 0;
    double second = 0;
    /// Where 95 % of the resampled differences lie; nothing when there are too few pieces to resample.
    std::optional<Interval> interval = {};
    /// How often chance alone would make a difference as large, in either direction, 0 to 1.
    std::optional<double> p = {};

    [[nodiscard]] double value() const { return first - second; }
    friend bool operator==(const Difference&, const Difference&) = default;
};

struct Comparison {
    Difference strict;  ///< of beads
    Difference lax;
    std::size_t pieces = 0;

    friend bool operator==(const Comparison&, const Comparison&) = default;
};

struct BootstrapOptions {
    std::size_t samples = 10'000;
    std::uint64_t seed = 1;
};

/// Fewer pieces than this say nothing of chance.
inline constexpr std::size_t least_pieces = 5;

/// Paired bootstrap (Efron and Tibshirani, 1993; Koehn, 2004): draws as many pieces as there are, with
/// replacement, the same ones for both systems, again and again. The interval is that of percentiles; p is
/// twice the smaller share of samples on one side of 0, one sample added to both. Deterministic: the same
/// counts, samples and seed give the same result on every machine.
Comparison compare(const std::vector<PairedCounts>& pieces, const BootstrapOptions& options);

/// The pieces of documents: each document is one, or, where there are fewer than `least_pieces` documents,
/// each block that `cut_into_blocks` finds, of at least 50 links of the gold. Each of `documents` is the
/// gold, the first system's beads, the second's.
std::vector<PairedCounts> count_pieces(const std::vector<Alternatives>& documents);

}  // namespace tongwen::align
