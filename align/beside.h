// SPDX-License-Identifier: Apache-2.0
// Owns the case of something dropped beside something added: in the same place, which makes it the hardest to
// tell from a translation.
#pragma once

#include <cstddef>
#include <vector>

#include "align/bead_file.h"
#include "align/bead_set.h"

namespace tongwen::align {

/// Places where the gold has source segments without a translation and target segments without a source
/// between the same two links (the documents' ends are like links), and what became of them. `found` and
/// `glued` exclude each other; in the other places only some segments were found to stand alone, or some were
/// linked with other ones.
struct BesidePlaces {
    std::size_t all = 0;
    std::size_t found = 0;         ///< every segment of both sides stands alone
    std::size_t glued = 0;         ///< some link joins both sides
    std::size_t glued_singly = 0;  ///< of these: the link is a 1-1

    BesidePlaces& operator+=(const BesidePlaces& other);
    friend bool operator==(const BesidePlaces&, const BesidePlaces&) = default;
};

/// The gold's places, and the segments that stand in them.
class BesideGold {
  public:
    explicit BesideGold(const std::vector<ListedBead>& gold);

    /// In order, each once.
    [[nodiscard]] const std::vector<std::uint32_t>& sources() const { return sources_; }
    [[nodiscard]] const std::vector<std::uint32_t>& targets() const { return targets_; }
    [[nodiscard]] BesidePlaces judge(const std::vector<ListedBead>& found) const;

  private:
    /// Neighbouring segments, both ends included.
    struct Run {
        std::uint32_t first;
        std::uint32_t last;
    };
    struct Place {
        Run source;
        Run target;
    };

    std::vector<Place> places_;
    std::vector<std::uint32_t> sources_;
    std::vector<std::uint32_t> targets_;
};

}  // namespace tongwen::align
