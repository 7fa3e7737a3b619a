// SPDX-License-Identifier: Apache-2.0
// Owns Sample: beads drawn at random, by which all are judged.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "review/queue.h"
#include "review/review.h"

namespace tongwen::review {

/// Beads as they were when they were drawn, without their decisions.
struct Sample {
    std::vector<align::Bead> beads;  ///< in the order of the document
};

/// Up to `size` beads, each set of them as likely as any other. The same seed gives the same.
Sample draw_sample(const Review& review, std::size_t size, std::uint64_t seed);

/// The sample as a queue, in a review whose beads have not been cut since.
Queue queue_of(const Review& review, const Sample& sample);

/// What the reviewer thinks of a sample. A bead is right when it was accepted as it was drawn; wrong when it
/// needs work or was dropped, or its boundaries were changed.
struct SampleVerdict {
    std::size_t drawn = 0;
    std::size_t judged = 0;
    std::size_t wrong = 0;
    friend bool operator==(const SampleVerdict&, const SampleVerdict&) = default;
};
SampleVerdict judge(const Review& review, const Sample& sample);

}  // namespace tongwen::review
