// SPDX-License-Identifier: Apache-2.0
// Owns the thresholds of the verdict.
#include "align/parallelness.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tongwen::align {
namespace {

// Set on 250 right pairs (news, laws, novels, shops) and 250 wrong ones of the same kinds. With a dictionary,
// all right ones reach it, and all wrong ones but two, of shops and news of eight segments, stay below.
// Without one, all right ones reach it, too, but also one in ten of the wrong ones, short documents mostly:
// an alarm that is mostly false would be worse.
constexpr double least_parallel = 0.52;
constexpr double least_doubtful = 0.45;
constexpr std::size_t few_segments = 6;
constexpr double mildness = 0.5;

/// Linked characters, weighted.
struct Linked {
    double source = 0;
    double target = 0;

    void add(const Bitext& bitext, const std::vector<Bead>& beads) {
        for (const Bead& bead : beads) {
            if (!bead.linked()) continue;
            source += bead.confidence * static_cast<double>(count_characters(bitext.source, bead.source));
            target += bead.confidence * static_cast<double>(count_characters(bitext.target, bead.target));
        }
    }
};

double share(double part, std::size_t whole) {
    return whole == 0 ? 0 : std::min(1.0, part / static_cast<double>(whole));
}

double linked_share(const Bitext& bitext) {
    Linked linked;
    linked.add(bitext, bitext.alignment.beads());
    for (const MovedBlock& block : bitext.moved) linked.add(bitext, block.beads);
    const auto sources = make_run<Source>(0, bitext.source.segments.size());
    const auto targets = make_run<Target>(0, bitext.target.segments.size());
    return std::sqrt(share(linked.source, count_characters(bitext.source, sources)) *
                     share(linked.target, count_characters(bitext.target, targets)));
}

}  // namespace

std::string_view name(Parallelness verdict) {
    switch (verdict) {
        case Parallelness::parallel:
            return "parallel";
        case Parallelness::doubtful:
            return "doubtful";
        case Parallelness::not_parallel:
            return "not-parallel";
    }
    return {};
}

ParallelVerdict judge_parallelness(const Bitext& bitext) {
    const std::size_t segments = std::max(bitext.source.segments.size(), bitext.target.segments.size());
    if (segments == 0) return {};
    const double scale = segments < few_segments ? mildness : 1.0;
    const double reached = linked_share(bitext);
    if (reached >= scale * least_parallel) return {Parallelness::parallel, reached};
    return {reached >= scale * least_doubtful ? Parallelness::doubtful : Parallelness::not_parallel, reached};
}

}  // namespace tongwen::align
