// SPDX-License-Identifier: Apache-2.0
// Owns the comparison of two tilings of the same documents.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "review/decision.h"

namespace tongwen::review {

/// Beads of two tilings, by index, that hold the same segments.
struct Area {
    std::size_t a_begin, a_end;
    std::size_t b_begin, b_end;
    friend bool operator==(const Area&, const Area&) = default;
};

/// The smallest areas, in order: one bead on each side where both tilings have it. Linear.
std::vector<Area> common_areas(std::span<const ReviewedBead> a, std::span<const ReviewedBead> b);

/// Whether two beads hold the same segments.
bool same_place(const align::Bead& one, const align::Bead& other);

}  // namespace tongwen::review
