// SPDX-License-Identifier: Apache-2.0
// Owns where the beads of moved blocks stand among those of the alignment.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "align/alignment.h"

namespace tongwen::align {

/// The linked beads of a bitext's moved blocks by the beads of its alignment, in which their segments are
/// one-sided. Refers to the bitext.
class MovedBeads {
  public:
    explicit MovedBeads(const Bitext& bitext);

    /// The block, an index into `bitext.moved`, that links the segments of a bead of the alignment, if any.
    [[nodiscard]] std::optional<std::size_t> block(std::size_t alignment_index) const;
    /// The bead of that block that links them, or null.
    [[nodiscard]] const Bead* bead(std::size_t alignment_index) const;
    /// Of the beads of the alignment that hold the segments of a moved bead on one side, the first.
    [[nodiscard]] std::size_t place(Run<Source> source) const { return source_places_[source.begin.value]; }
    [[nodiscard]] std::size_t place(Run<Target> target) const { return target_places_[target.begin.value]; }

  private:
    struct Entry {
        std::size_t block;
        const Bead* bead;
    };

    std::vector<std::size_t> source_places_;  // by segment: the bead of the alignment that holds it
    std::vector<std::size_t> target_places_;
    std::vector<std::optional<Entry>> entries_;  // by bead of the alignment
};

/// A bead of the alignment; where a moved block links its segments, the bead of that block.
const Bead& link_at(const Bitext& bitext, std::size_t alignment_index);

/// A link, or what has none, wherever both sides stand.
struct OrderedBead {
    Bead bead;
    std::optional<std::size_t> alignment_index;  ///< of a bead of the alignment
    std::optional<std::size_t> block;            ///< of a bead of a moved block

    friend bool operator==(const OrderedBead&, const OrderedBead&) = default;
};

/// The beads of the alignment with those of moved blocks in the place of their source, instead of their
/// one-sided segments. In the order of the source; targets cross. Every segment is in exactly one.
std::vector<OrderedBead> beads_in_source_order(const Bitext& bitext);

}  // namespace tongwen::align
