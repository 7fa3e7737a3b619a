// SPDX-License-Identifier: Apache-2.0
// Owns drawing at random and judging what was drawn.
#include "review/sample.h"

#include <algorithm>
#include <set>
#include <utility>

namespace tongwen::review {
namespace {

/// splitmix64 (Steele, Lea, Flood 2014): the same on every machine, which the standard's distributions are
/// not.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    /// 0 to `last`; the bias of the remainder is below last / 2^64.
    std::uint64_t up_to(std::uint64_t last) { return next() % (last + 1); }

  private:
    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }
    std::uint64_t state_;
};

const ReviewedBead& present(const Review& review, const align::Bead& drawn) {
    const std::size_t place =
        drawn.source.empty() ? review.bead_at(drawn.target.begin) : review.bead_at(drawn.source.begin);
    return review.beads()[place];
}

}  // namespace

Sample draw_sample(const Review& review, std::size_t size, std::uint64_t seed) {
    // Floyd's algorithm (Bentley and Floyd 1987).
    const std::size_t all = review.beads().size();
    Random random(seed);
    std::set<std::size_t> chosen;
    for (std::size_t last = all - std::min(all, size); last < all; ++last)
        if (!chosen.insert(random.up_to(last)).second) chosen.insert(last);
    Sample sample;
    for (const std::size_t bead : chosen) sample.beads.push_back(review.beads()[bead].bead);
    return sample;
}

Queue queue_of(const Review& review, const Sample& sample) {
    std::vector<std::size_t> beads;
    for (const align::Bead& bead : sample.beads)
        beads.push_back(bead.source.empty() ? review.bead_at(bead.target.begin)
                                            : review.bead_at(bead.source.begin));
    return {QueueKind::sample, std::move(beads)};
}

SampleVerdict judge(const Review& review, const Sample& sample) {
    SampleVerdict verdict{sample.beads.size()};
    for (const align::Bead& drawn : sample.beads) {
        const ReviewedBead& now = present(review, drawn);
        const bool cut = now.bead.source != drawn.source || now.bead.target != drawn.target;
        const bool wrong =
            cut || now.decision.status == Status::needs_work || now.decision.status == Status::dropped;
        if (wrong) ++verdict.wrong;
        if (wrong || now.decision.status == Status::accepted) ++verdict.judged;
    }
    return verdict;
}

}  // namespace tongwen::review
