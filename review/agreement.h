// SPDX-License-Identifier: Apache-2.0
// Owns how far two reviewers agree.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "review/decision.h"

namespace tongwen::review {

/// What two people said of the same things: rows are one's choices, columns the other's.
template <std::size_t choices>
using Table = std::array<std::array<std::size_t, choices>, choices>;

/// How many things there are, and of how many both said the same.
struct Share {
    std::size_t all = 0;
    std::size_t equal = 0;
    friend bool operator==(const Share&, const Share&) = default;
};
template <std::size_t choices>
Share share_of(const Table<choices>& table);

/// Cohen's kappa (1960), -1 to 1: agreement beyond that by chance. Nothing where there is nothing to agree
/// on, or where both always chose the same.
template <std::size_t choices>
std::optional<double> kappa(const Table<choices>& table);

/// The statuses that count as judgements, in the order of the table.
inline constexpr std::array<Status, 3> judgements = {Status::accepted, Status::needs_work, Status::dropped};

struct Agreement {
    Table<3> status = {};  ///< of beads that both have and judged
    Table<2> boundaries =
        {};            ///< of places between neighbouring segments of a side: no bead ends there, one does
    Share links = {};  ///< of segments: whether they have the same counterparts
};

/// One reviewer's beads, and which of them that reviewer decided; those of both tile the same documents.
struct Opinion {
    std::span<const ReviewedBead> beads;
    const std::vector<bool>& decided;
};

/// Counts only what both decided: beads, and segments in beads. Linear.
Agreement agreement_of(const Opinion& a, const Opinion& b);

}  // namespace tongwen::review
