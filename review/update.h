// SPDX-License-Identifier: Apache-2.0
// Owns carrying decisions over to edited documents, by content.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/aligner.h"
#include "review/review.h"

namespace tongwen::review {

/// What became of a decided (fixed) bead.
enum class Fate : std::uint8_t {
    kept,     ///< both texts stand as they did (perhaps elsewhere): the same bead, the same decision
    changed,  ///< a part of the texts is gone or new: its segments that still stand carry the decision,
              ///< Status::changed
    lost      ///< none of its text is there any more
};

struct CarriedDecision {
    std::size_t before = 0;  ///< bead of the old review
    Fate fate = Fate::kept;
    std::vector<std::size_t> after;  ///< beads of the new one that carry it
};

struct Update {
    Review review;  ///< of the new documents; its ledger is empty, the decisions are its first ones
    std::vector<CarriedDecision> decisions;  ///< of the old review's fixed beads, in order
    std::size_t realigned = 0;               ///< beads that were searched anew
};

/// Carries the decisions of `old` over to the documents as they are now. What was neither edited nor next to
/// an edit keeps its beads; what changed is aligned anew between what is fixed. A decision is lost only when
/// none of its segments' text is there any more. Linear in the texts but for the edited part.
Update update(const Review& old, corpus::Document source, corpus::Document target,
              const align::AlignOptions& options);

}  // namespace tongwen::review
