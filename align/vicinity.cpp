// SPDX-License-Identifier: Apache-2.0
// Owns the numbering of tokens within a part of two documents.
#include "align/vicinity.h"

#include <algorithm>

namespace tongwen::align {

Vicinity::Numbering::Numbering(const TokenTable& table, std::size_t begin, std::size_t end)
    : numbers(table.vocabulary.size(), elsewhere) {
    for (std::size_t k = table.first[begin]; k < table.first[end]; ++k) {
        const std::uint32_t id = table.tokens[k].id;
        if (numbers[id] != elsewhere) continue;
        numbers[id] = 0;
        ids.push_back(id);
    }
    std::ranges::sort(ids);
    for (std::uint32_t number = 0; number < ids.size(); ++number) numbers[ids[number]] = number;
}

Vicinity::Side Vicinity::make_side(const TokenTable& table, const Numbering& numbering, std::size_t begin,
                                   std::size_t end) {
    Side side;
    side.table_ = &table;
    side.begin_ = begin;
    side.end_ = end;
    side.first_token_ = table.first[begin];
    side.tokens_.reserve(table.first[end] - table.first[begin]);
    for (std::size_t k = table.first[begin]; k < table.first[end]; ++k)
        side.tokens_.push_back({numbering.numbers[table.tokens[k].id], table.tokens[k].weight});
    side.words_.reserve(numbering.ids.size());
    for (const std::uint32_t id : numbering.ids)
        side.words_.push_back({table.information[id], table.unigram[id], table.vocabulary.kind(id)});
    return side;
}

/// Of the links of a side's tokens those to tokens of the other side.
template <class LinksOf>
void Vicinity::take_links(Side& side, const Numbering& mine, const Numbering& theirs, LinksOf links_of) {
    side.first_link_.reserve(mine.ids.size() + 1);
    side.first_link_.push_back(0);
    for (const std::uint32_t id : mine.ids) {
        for (const Association& link : links_of(id)) {
            if (const std::uint32_t number = theirs.numbers[link.other]; number != elsewhere)
                side.links_.push_back({number, link.strength, link.probability});
        }
        side.first_link_.push_back(static_cast<std::uint32_t>(side.links_.size()));
    }
}

Vicinity::Vicinity(const TokenTable& source, const TokenTable& target, const Associations& associations,
                   const Corridor& corridor) {
    const Numbering sources(source, corridor.first(), corridor.sources());
    const Numbering targets(target, corridor.first_target(), corridor.targets());
    source_ = make_side(source, sources, corridor.first(), corridor.sources());
    target_ = make_side(target, targets, corridor.first_target(), corridor.targets());
    take_links(source_, sources, targets, [&](std::uint32_t id) { return associations.of_source(id); });
    take_links(target_, targets, sources, [&](std::uint32_t id) { return associations.of_target(id); });
}

}  // namespace tongwen::align
