// SPDX-License-Identifier: Apache-2.0
// Owns Gaps: the parts of the lattice that beads which are fixed leave to be searched.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/alignment.h"

namespace tongwen::align {

/// A place between segments: i source and j target segments are done.
struct Node {
    std::uint32_t i;
    std::uint32_t j;
    friend bool operator==(Node, Node) = default;
};

/// The part of the lattice from one node to another that is not above or left of it; may be empty.
struct Gap {
    Node from;
    Node to;
    friend bool operator==(const Gap&, const Gap&) = default;
};

/// How a step of the lattice lies to what is fixed.
enum class Way : std::uint8_t {
    open,    ///< within a gap
    fixed,   ///< on the way through a fixed bead: along its target segments, then along its source segments
    barred,  ///< neither: no path may take it
};

/// The gaps before, between and behind fixed beads, in order; between beads that touch there is an empty one.
class Gaps {
  public:
    /// One gap: all of two documents.
    Gaps(std::size_t sources, std::size_t targets) : Gaps({}, sources, targets) {}
    /// `fixed` is in order, without overlap, each bead behind the one before on both sides (asserted).
    Gaps(const std::vector<Bead>& fixed, std::size_t sources, std::size_t targets);

    [[nodiscard]] const std::vector<Gap>& all() const { return gaps_; }
    [[nodiscard]] Node end() const { return gaps_.back().to; }
    /// Whether nothing is fixed.
    [[nodiscard]] bool whole() const { return gaps_.size() == 1; }
    /// The index of the last gap that begins at a node or before it. O(log n).
    [[nodiscard]] std::size_t before(Node node) const;
    /// Of a step of a single segment, or within a gap, from a node that `gap` is the last before.
    [[nodiscard]] Way way(std::size_t gap, Node from, Node to) const;
    /// What is to be searched between two nodes that good paths pass: no empty ones.
    [[nodiscard]] std::vector<Gap> between(Node from, Node to) const;

    /// How many of the fixed beads have both sides, and how many of those are 1-1.
    [[nodiscard]] std::size_t links() const { return links_; }
    [[nodiscard]] std::size_t singles() const { return singles_; }

  private:
    std::vector<Gap> gaps_;
    std::size_t links_ = 0;
    std::size_t singles_ = 0;
};

}  // namespace tongwen::align
