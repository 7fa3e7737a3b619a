// SPDX-License-Identifier: Apache-2.0
// Owns the check missing-source: target segments that no source segment corresponds to.
#include <iterator>
#include <utility>

#include "align/moved_beads.h"
#include "check/unlinked_beads.h"

namespace tongwen::check {

std::vector<Finding> find_missing_source(const align::Bitext& bitext) {
    std::vector<Finding> findings;
    const std::span<const corpus::Segment> segments = bitext.target.segments;
    const align::MovedBeads moved(bitext);
    for (std::size_t i = 0; i < bitext.alignment.beads().size(); ++i) {
        const align::Bead& bead = bitext.alignment.beads()[i];
        if (!bead.source.empty() || moved.bead(i) != nullptr) continue;
        std::vector<Finding> found = unlinked_findings(
            "missing-source", i, segments.subspan(bead.target.begin.value, bead.target.size()));
        findings.insert(findings.end(), std::make_move_iterator(found.begin()),
                        std::make_move_iterator(found.end()));
    }
    return findings;
}

}  // namespace tongwen::check
