// SPDX-License-Identifier: Apache-2.0
// Owns the format "beads": one line a bead, segment indices from 0 and the confidence
// (docs/formats/beads.md).
#include <fmt/format.h>

#include "align/moved_beads.h"
#include "cli/outputs.h"

namespace tongwen::cli {
namespace {

template <class Side>
std::string indices(align::Run<Side> run) {
    std::string out = "[";
    for (std::uint32_t i = run.begin.value; i < run.end.value; ++i) {
        if (i > run.begin.value) out += ", ";
        out += std::to_string(i);
    }
    return out + "]";
}

}  // namespace

std::string spell_bead(const align::Bead& bead, int decimals) {
    return fmt::format("{}:{}:{:.{}f}\n", indices(bead.source), indices(bead.target), bead.confidence,
                       decimals);
}

void write_beads(const align::Bitext& bitext, const OutputContext&, const ByteReceiver& receive) {
    for (align::OrderedBead& ordered : align::beads_in_source_order(bitext)) {
        ordered.bead.target = bitext.target_in_file(ordered.bead.target);
        receive(spell_bead(ordered.bead, 2));
    }
}

}  // namespace tongwen::cli
