// SPDX-License-Identifier: Apache-2.0
// Owns BeadSet: the beads of one alignment, asked whether they confirm those of another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "align/bead_file.h"

namespace tongwen::align {

/// How far an alignment confirms a bead: not at all; some bead of it has segments of both sides in common
/// with the bead; it has the bead itself.
enum class Match : std::uint8_t { none, overlap, exact };

/// Beads, each once; one is another when both list the same indices in the same order. Beads without any
/// segment are left out. Keeps pointers into the list that it was made from.
class BeadSet {
  public:
    explicit BeadSet(const std::vector<ListedBead>& beads);
    explicit BeadSet(std::vector<ListedBead>&&) = delete;

    /// In the order of their indices; of equal beads, the one listed first.
    [[nodiscard]] const std::vector<const ListedBead*>& beads() const { return beads_; }
    /// Takes time in proportion to the bead's segments and to how many beads here hold each.
    [[nodiscard]] Match match(const ListedBead& bead) const;
    /// The first linked bead that holds the source (or target) segment, as an index into `beads`; nothing
    /// when none holds it.
    [[nodiscard]] std::optional<std::size_t> link_of_source(std::uint32_t segment) const;
    [[nodiscard]] std::optional<std::size_t> link_of_target(std::uint32_t segment) const;

  private:
    /// Segments and the linked beads that hold them, in order.
    using Holders = std::vector<std::pair<std::uint32_t, std::size_t>>;

    static std::optional<std::size_t> first_holder(const Holders& holders, std::uint32_t segment);
    [[nodiscard]] bool overlaps(const ListedBead& bead) const;

    std::vector<const ListedBead*> beads_;
    Holders source_holders_;
    Holders target_holders_;
};

/// The segments of one side that stand in beads without the other, each once, in order.
std::vector<std::uint32_t> lone_sources(const std::vector<ListedBead>& beads);
std::vector<std::uint32_t> lone_targets(const std::vector<ListedBead>& beads);

}  // namespace tongwen::align
