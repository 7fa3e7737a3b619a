// SPDX-License-Identifier: Apache-2.0
// Owns the walk along two tilings.
#include "review/areas.h"

#include <cstdint>

namespace tongwen::review {
namespace {

std::uint64_t segments_until_end(const align::Bead& bead) {
    return std::uint64_t{bead.source.end.value} + bead.target.end.value;
}

bool end_together(const align::Bead& one, const align::Bead& other) {
    return one.source.end == other.source.end && one.target.end == other.target.end;
}

}  // namespace

bool same_place(const align::Bead& one, const align::Bead& other) {
    return one.source == other.source && one.target == other.target;
}

std::vector<Area> common_areas(std::span<const ReviewedBead> a, std::span<const ReviewedBead> b) {
    std::vector<Area> areas;
    for (std::size_t i = 0, j = 0; i < a.size();) {
        Area area{i, i + 1, j, j + 1};
        while (!end_together(a[area.a_end - 1].bead, b[area.b_end - 1].bead)) {
            const bool a_is_behind =
                segments_until_end(a[area.a_end - 1].bead) < segments_until_end(b[area.b_end - 1].bead);
            ++(a_is_behind ? area.a_end : area.b_end);
        }
        areas.push_back(area);
        i = area.a_end;
        j = area.b_end;
    }
    return areas;
}

}  // namespace tongwen::review
