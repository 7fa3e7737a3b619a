// SPDX-License-Identifier: Apache-2.0
// Owns Corridor: the part of the lattice of source and target positions that the search looks at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/anchors.h"

namespace tongwen::align {

/// Nodes (i, j), "i source and j target segments are done", with lo(i) <= j < hi(i) for i = 0 … source
/// segments. Both bounds never decrease, neighbouring rows overlap, and (0, 0) and the last node are inside:
/// some path always exists.
class Corridor {
  public:
    Corridor(std::vector<std::uint32_t> lo, std::vector<std::uint32_t> hi);
    /// Every node: the slow truth for tests, and the choice for small documents.
    static Corridor full(std::size_t sources, std::size_t targets);

    [[nodiscard]] std::size_t sources() const { return lo_.size() - 1; }
    [[nodiscard]] std::size_t targets() const { return hi_.back() - 1; }
    [[nodiscard]] std::uint32_t lo(std::size_t i) const { return lo_[i]; }
    [[nodiscard]] std::uint32_t hi(std::size_t i) const { return hi_[i]; }
    [[nodiscard]] bool contains(std::size_t i, std::size_t j) const {
        return i < lo_.size() && j >= lo_[i] && j < hi_[i];
    }
    /// Nodes are numbered row by row.
    [[nodiscard]] std::size_t node(std::size_t i, std::size_t j) const { return offset_[i] + j - lo_[i]; }
    [[nodiscard]] std::size_t nodes() const { return offset_.back(); }

  private:
    std::vector<std::uint32_t> lo_;
    std::vector<std::uint32_t> hi_;
    std::vector<std::size_t> offset_;
};

/// A band of +-7 around the line through the anchors; wider where a gap between two anchors is shifted or
/// holds much text on both sides, up to the whole rectangle of the gap as long as that is small. Nodes are
/// linear in the number of segments.
Corridor make_corridor(const std::vector<Anchor>& anchors, std::size_t sources, std::size_t targets);

}  // namespace tongwen::align
