// SPDX-License-Identifier: Apache-2.0
// Owns the tables from segments to beads.
#include "align/moved_beads.h"

namespace tongwen::align {

MovedBeads::MovedBeads(const Bitext& bitext)
    : source_places_(bitext.alignment.source_size()),
      target_places_(bitext.alignment.target_size()),
      entries_(bitext.alignment.beads().size()) {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const Bead& bead = bitext.alignment.beads()[i];
        for (auto k = bead.source.begin.value; k < bead.source.end.value; ++k) source_places_[k] = i;
        for (auto k = bead.target.begin.value; k < bead.target.end.value; ++k) target_places_[k] = i;
    }
    for (std::size_t k = 0; k < bitext.moved.size(); ++k) {
        for (const Bead& bead : bitext.moved[k].beads) {
            if (!bead.linked()) continue;
            for (auto i = bead.source.begin.value; i < bead.source.end.value; ++i)
                entries_[source_places_[i]] = {k, &bead};
            for (auto i = bead.target.begin.value; i < bead.target.end.value; ++i)
                entries_[target_places_[i]] = {k, &bead};
        }
    }
}

std::optional<std::size_t> MovedBeads::block(std::size_t alignment_index) const {
    const auto& entry = entries_[alignment_index];
    return entry ? std::optional(entry->block) : std::nullopt;
}

const Bead* MovedBeads::bead(std::size_t alignment_index) const {
    const auto& entry = entries_[alignment_index];
    return entry ? entry->bead : nullptr;
}

const Bead& link_at(const Bitext& bitext, std::size_t alignment_index) {
    const Bead* const moved = MovedBeads(bitext).bead(alignment_index);
    return moved != nullptr ? *moved : bitext.alignment.beads()[alignment_index];
}

std::vector<OrderedBead> beads_in_source_order(const Bitext& bitext) {
    const MovedBeads moved(bitext);
    const std::vector<Bead>& beads = bitext.alignment.beads();
    std::vector<OrderedBead> result;
    result.reserve(beads.size());
    for (std::size_t i = 0; i < beads.size(); ++i) {
        const Bead* const bead = moved.bead(i);
        if (bead == nullptr) {
            result.push_back({beads[i], i, std::nullopt});
        } else if (moved.place(bead->source) == i) {
            result.push_back({*bead, std::nullopt, moved.block(i)});
        }
    }
    return result;
}

}  // namespace tongwen::align
