// SPDX-License-Identifier: Apache-2.0
// Owns Claims: which segment of the other side each clause of a segment is most likely the counterpart of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/corridor.h"
#include "align/vicinity.h"

namespace tongwen::align {

/// For every segment of one side how much of it (in mass, see TokenTable) is claimed by each segment of the
/// other side: a clause goes to the segment that holds the clause which explains it best, by as much as that
/// one is better than the best of all other segments. Translations move clauses across the ends of sentences;
/// what is claimed from outside of a bead speaks for a larger one. Segments of hundreds of clauses neither
/// claim nor are claimed.
class Claims {
  public:
    /// Claims on target segments by source segments within a corridor, whose vicinity is given, and the other
    /// way round. Linear in the nodes of the corridor.
    Claims(const Vicinity& vicinity, const Corridor& corridor);

    /// What source segments [begin, end) claim of target segment j, and what all do.
    [[nodiscard]] float of_target(std::size_t j, std::size_t begin, std::size_t end) const {
        return target_.sum(j, begin, end);
    }
    [[nodiscard]] float of_target(std::size_t j) const { return target_.all[j - target_.from]; }
    /// What target segments [begin, end) claim of source segment i, and what all do.
    [[nodiscard]] float of_source(std::size_t i, std::size_t begin, std::size_t end) const {
        return source_.sum(i, begin, end);
    }
    [[nodiscard]] float of_source(std::size_t i) const { return source_.all[i - source_.from]; }

  private:
    struct Claim {
        std::uint32_t claimant;
        float mass;
    };
    struct Side {
        std::size_t from = 0;  ///< the first segment
        std::vector<std::size_t> first;
        std::vector<Claim> claims;
        std::vector<float> all;
        [[nodiscard]] float sum(std::size_t segment, std::size_t begin, std::size_t end) const;
    };

    Side target_;
    Side source_;
};

}  // namespace tongwen::align
