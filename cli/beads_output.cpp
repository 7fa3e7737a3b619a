// SPDX-License-Identifier: Apache-2.0
// Owns the format "beads": one line a bead, segment indices from 0 and the confidence
// (docs/formats/beads.md).
#include <algorithm>

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

void write_beads(const align::Bitext& bitext, const OutputContext& context, const ByteReceiver& receive) {
    const align::MovedBeads moved(bitext);
    const auto is_wanted = [&context](std::size_t bead) {
        return context.review == nullptr ||
               std::ranges::find(context.wanted, context.review->beads()[bead].decision.status) !=
                   context.wanted.end();
    };
    for (align::OrderedBead& ordered : align::beads_in_source_order(bitext)) {
        if (ordered.alignment_index ? !is_wanted(*ordered.alignment_index)
                                    : !is_wanted(moved.place(ordered.bead.source)) ||
                                          !is_wanted(moved.place(ordered.bead.target)))
            continue;
        ordered.bead.target = bitext.target_in_file(ordered.bead.target);
        receive(spell_bead(ordered.bead, 2));
    }
}

}  // namespace tongwen::cli
