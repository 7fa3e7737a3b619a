// SPDX-License-Identifier: Apache-2.0
// Owns the check that beads and moved blocks from a file fit the documents: what no constructor may be given.
#include <algorithm>

#include "review/snapshot.h"

namespace tongwen::review {
namespace {

bool tile(const std::vector<align::Bead>& beads) {
    for (std::size_t i = 0; i < beads.size(); ++i) {
        if (beads[i].source.empty() && beads[i].target.empty()) return false;
        if (i > 0 && (beads[i].source.begin != beads[i - 1].source.end ||
                      beads[i].target.begin != beads[i - 1].target.end))
            return false;
    }
    return true;
}

/// By segment of a side, whether the alignment has it on that side alone.
template <class Side, class OtherSide>
std::vector<bool> one_sided(const std::vector<align::Bead>& beads, std::size_t size,
                            align::Run<Side> align::Bead::*side, align::Run<OtherSide> align::Bead::*other) {
    std::vector<bool> result(size, false);
    for (const align::Bead& bead : beads) {
        if (!(bead.*other).empty()) continue;
        for (auto k = (bead.*side).begin.value; k < (bead.*side).end.value; ++k) result[k] = true;
    }
    return result;
}

/// Takes a run's segments; false when one is linked, or taken already.
template <class Side>
bool take(std::vector<bool>& free, align::Run<Side> run) {
    for (auto k = run.begin.value; k < run.end.value; ++k) {
        if (!free[k]) return false;
        free[k] = false;
    }
    return true;
}

}  // namespace

std::string find_misfit(const std::vector<align::Bead>& beads, const std::vector<align::MovedBlock>& moved,
                        std::size_t source_size, std::size_t target_size) {
    const std::size_t source_end = beads.empty() ? 0 : beads.back().source.end.value;
    const std::size_t target_end = beads.empty() ? 0 : beads.back().target.end.value;
    if (!tile(beads) || source_end != source_size || target_end != target_size) return "beads do not fit";
    std::vector<bool> source_free = one_sided(beads, source_size, &align::Bead::source, &align::Bead::target);
    std::vector<bool> target_free = one_sided(beads, target_size, &align::Bead::target, &align::Bead::source);
    for (const align::MovedBlock& block : moved) {
        if (!tile(block.beads) || block.source.end.value > source_size ||
            block.target.end.value > target_size)
            return "no moved block";
        for (const align::Bead& bead : block.beads) {
            if (!bead.linked()) continue;
            if (!take(source_free, bead.source) || !take(target_free, bead.target)) return "no moved block";
        }
    }
    return {};
}

}  // namespace tongwen::review
