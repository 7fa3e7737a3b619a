// SPDX-License-Identifier: Apache-2.0
// Owns beads of files for tests: spelled, and generated.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include <rapidcheck.h>

#include "align/bead_file.h"

namespace tongwen::align {

/// The beads of a file whose lines are separated by slashes: "[0]:[0] / [1]:[]".
inline std::vector<ListedBead> listed(std::string lines) {
    std::ranges::replace(lines, '/', '\n');
    return parse_beads(lines, "beads");
}

/// Beads as no aligner would list them: few segments, so that many beads are equal, overlap, or have empty
/// sides; in any order, segments twice.
inline rc::Gen<std::vector<ListedBead>> any_beads() {
    const auto side = rc::gen::resize(
        3, rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange<std::uint32_t>(0, 6)));
    const auto confidence = rc::gen::map(rc::gen::inRange(-20, 101), [](int hundredths) {
        return hundredths < 0 ? std::optional<double>() : std::optional(hundredths / 100.0);
    });
    return rc::gen::container<std::vector<ListedBead>>(
        rc::gen::construct<ListedBead>(side, side, confidence));
}

/// Beads in order, most of them 1-1, that tile both sides up to a few that were left out.
inline std::vector<ListedBead> tiling_beads(std::size_t count, int trouble) {
    std::vector<ListedBead> beads;
    std::uint32_t i = 0;
    std::uint32_t j = 0;
    for (std::size_t b = 0; b < count; ++b) {
        const bool odd = *rc::gen::inRange(0, 100) < trouble;
        const auto m = odd ? *rc::gen::inRange<std::uint32_t>(0, 4) : 1;
        const auto n = odd ? *rc::gen::inRange<std::uint32_t>(0, 4) : 1;
        ListedBead bead;
        for (std::uint32_t k = 0; k < m; ++k) bead.source.push_back(i++);
        for (std::uint32_t k = 0; k < n; ++k) bead.target.push_back(j++);
        beads.push_back(std::move(bead));
    }
    return beads;
}

}  // namespace tongwen::align
