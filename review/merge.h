// SPDX-License-Identifier: Apache-2.0
// Owns joining what two people decided of the same alignment.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "review/agreement.h"
#include "review/review.h"

namespace tongwen::review {

/// What two reviews must have in common to be joined, and have not.
enum class Mismatch : std::uint8_t { none, source, target, beads };
/// Compares what the reviews began with.
Mismatch find_mismatch(const Review& a, const Review& b);

/// Whose opinion holds where both decided differently.
enum class Preference : std::uint8_t {
    neither,  ///< the beads are undecided again, with a comment that names both opinions
    a,
    b,
    later
};

/// The reviewers, for comments.
struct ReviewerNames {
    std::string a;
    std::string b;
};

/// Where both decided, and differently.
struct Conflict {
    std::vector<ReviewedBead> a;  ///< the same segments
    std::vector<ReviewedBead> b;
    std::size_t bead = 0;  ///< of the joined review, the first that holds them
};

struct Merged {
    Review review;  ///< a's, with a ledger that goes on with what was taken from b
    std::vector<Conflict> conflicts = {};
    std::size_t from_a = 0;  ///< places that only one decided
    std::size_t from_b = 0;
    std::size_t equal = 0;  ///< places that both decided alike
    Agreement agreement = {};
};

/// Joins b's decisions to a's. What both have of old, as entries at the beginning of their ledgers or as
/// first decisions, is nobody's opinion. Place by place (the fewest beads that hold the same segments): what
/// one decided holds; what both decided alike holds, comments are joined; the rest are conflicts. Decisions
/// keep who made them and when; an entry that takes one over has its stamp, and the operation by which it was
/// made last; one that records a conflict has `stamp`. Linear.
/// There is no mismatch (asserted).
Merged merge(const Review& a, const Review& b, Preference preference, const ReviewerNames& names,
             const Stamp& stamp);

}  // namespace tongwen::review
