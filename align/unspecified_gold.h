// SPDX-License-Identifier: Apache-2.0
// Owns gold beads so large that they say nothing about what is inside.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <vector>

#include "align/bead_file.h"

namespace tongwen::align {

/// Gold that was made from paragraphs, or of passages too free to be taken apart, has linked beads of many
/// segments; whether a link inside of one is right nobody knows. Those of more segments than this, both sides
/// together, are taken for such.
inline constexpr std::size_t most_specified = 8;

/// The gold's beads of that kind.
class UnspecifiedGold {
  public:
    explicit UnspecifiedGold(const std::vector<ListedBead>& gold);

    /// Whether a link lies wholly inside of one, but is not the bead itself.
    [[nodiscard]] bool holds(const ListedBead& link) const;

  private:
    using Indices = std::set<std::uint32_t>;
    struct LargeBead {
        Indices source;
        Indices target;
    };

    std::vector<LargeBead> beads_;
    std::map<std::uint32_t, std::vector<std::size_t>> by_source_;
};

}  // namespace tongwen::align
