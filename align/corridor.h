// SPDX-License-Identifier: Apache-2.0
// Owns Corridor: the part of the lattice of source and target positions that the search looks at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/anchors.h"
#include "align/gaps.h"

namespace tongwen::align {

/// Nodes (i, j) with lo(i) <= j < hi(i) for the rows i from first() to sources(). Both bounds never decrease,
/// neighbouring rows overlap; paths lead from the first node to the last, and some path always exists. A row
/// may be a gate: then all paths pass its first node.
class Corridor {
  public:
    /// Row k of the bounds is the row first + k. `gates` says which rows are gates: none when it is empty.
    Corridor(std::vector<std::uint32_t> lo, std::vector<std::uint32_t> hi, std::size_t first = 0,
             std::vector<bool> gates = {});
    /// Every node: the slow truth for tests, and the choice for small documents.
    static Corridor full(std::size_t sources, std::size_t targets);

    [[nodiscard]] std::size_t first() const { return first_; }
    [[nodiscard]] std::size_t sources() const { return first_ + lo_.size() - 1; }
    [[nodiscard]] std::size_t first_target() const { return lo_.front(); }
    [[nodiscard]] std::size_t targets() const { return hi_.back() - 1; }
    [[nodiscard]] std::uint32_t lo(std::size_t i) const { return lo_[i - first_]; }
    [[nodiscard]] std::uint32_t hi(std::size_t i) const { return hi_[i - first_]; }
    [[nodiscard]] bool contains(std::size_t i, std::size_t j) const {
        const std::size_t row = i - first_;  // of earlier rows a huge number
        return row < lo_.size() && j >= lo_[row] && j < hi_[row];
    }
    /// Nodes are numbered row by row.
    [[nodiscard]] std::size_t node(std::size_t i, std::size_t j) const {
        return offset_[i - first_] + j - lo_[i - first_];
    }
    [[nodiscard]] std::size_t nodes() const { return offset_.back(); }
    [[nodiscard]] bool is_gate(std::size_t i) const { return !gates_.empty() && gates_[i - first_]; }
    /// The next gate behind row i, or a row behind the last.
    [[nodiscard]] std::uint32_t gate_after(std::size_t i) const {
        return gate_after_.empty() ? static_cast<std::uint32_t>(sources() + 1) : gate_after_[i - first_];
    }
    /// Whether a step from node (i, j) of the corridor to (to_i, to_j) stays in it and passes its gates.
    [[nodiscard]] bool leads(std::size_t i, std::size_t to_i, std::size_t to_j) const {
        if (!contains(to_i, to_j)) return false;
        const std::size_t gate = gate_after(i);
        return to_i < gate || (to_i == gate && to_j == lo(gate));
    }
    /// The part between two nodes of it, as a corridor from the one to the other.
    [[nodiscard]] Corridor between(Node from, Node to) const;
    /// The rows [begin, end], whole.
    [[nodiscard]] Corridor rows(std::size_t begin, std::size_t end) const;

  private:
    std::size_t first_;
    std::vector<std::uint32_t> lo_;
    std::vector<std::uint32_t> hi_;
    std::vector<std::size_t> offset_;
    std::vector<bool> gates_;
    std::vector<std::uint32_t> gate_after_;
};

/// Bounds that need not be sound yet: inclusive, one pair a row, of all rows of a document with `targets`
/// target segments.
struct Bounds {
    std::vector<std::int64_t> lo;
    std::vector<std::int64_t> hi;
};

/// The corridor of bounds, widened where it must be: bounds that never decrease, rows that overlap, the first
/// and the last node of the documents inside.
Corridor close_bounds(Bounds bounds, std::size_t targets);

/// Widens bounds by the ways through fixed beads, from the end of one gap to the beginning of the next.
void include_fixed(Bounds& bounds, const Gaps& gaps);

/// A band of +-7 around the line through the anchors; wider where a gap between two anchors is shifted or
/// holds much text on both sides, up to the whole rectangle of the gap as long as that is small. Nodes are
/// linear in the number of segments.
Corridor make_corridor(const std::vector<Anchor>& anchors, std::size_t sources, std::size_t targets);
/// The same within gaps, with the ways through what is fixed. The part of it between the ends of a gap is a
/// corridor, too.
Corridor make_corridor(const std::vector<Anchor>& anchors, const Gaps& gaps);

}  // namespace tongwen::align
