// SPDX-License-Identifier: Apache-2.0
// Owns the counting of segments by their best match.
#include "memory/leverage.h"

#include <tuple>
#include <utility>

#include "memory/fuzzy_match.h"

#include "text/unicode.h"
#include "text/word_boundaries.h"
#include "tmx/units.h"

namespace tongwen::memory {
namespace {

/// Translations of the same sentence in different contexts; more of them say nothing new.
constexpr std::size_t most_exact = 20;
constexpr int least_percent = 50;

TextVolume volume_of(std::string_view segment, const text::WordBoundaries& boundaries) {
    TextVolume volume = {1, boundaries.find(segment).size(), 0};
    for (std::size_t at = 0; at < segment.size();)
        if (!text::is_space(text::next_code_point(segment, at))) ++volume.characters;
    return volume;
}

bool has_terms(std::string_view segment) {
    const Terms terms = cut(segment);
    for (const Term& term : terms.list)
        if (term.kind != TermKind::mark) return true;
    return false;
}

}  // namespace

std::string_view name(LeverageBand band) {
    constexpr std::array<std::string_view, leverage_bands> names = {"context", "100",   "repetition", "95-99",
                                                                    "85-94",   "75-84", "50-74",      "new"};
    return names[static_cast<std::size_t>(band)];
}

LeverageBand band_of(int percent) {
    if (percent >= 100) return LeverageBand::exact;
    if (percent >= 95) return LeverageBand::from_95;
    if (percent >= 85) return LeverageBand::from_85;
    if (percent >= 75) return LeverageBand::from_75;
    return percent >= least_percent ? LeverageBand::from_50 : LeverageBand::fresh;
}

TextVolume& TextVolume::operator+=(const TextVolume& other) {
    segments += other.segments;
    words += other.words;
    characters += other.characters;
    return *this;
}

TextVolume LeverageCounts::total() const {
    TextVolume all;
    for (const TextVolume& band : bands) all += band;
    return all;
}

LeverageCounts& LeverageCounts::operator+=(const LeverageCounts& other) {
    for (std::size_t i = 0; i < leverage_bands; ++i) bands[i] += other.bands[i];
    return *this;
}

Leverage::Leverage(std::vector<MemoryIndex*> memories) : memories_(std::move(memories)) {}

const Leverage::Best& Leverage::best_of(std::string_view segment, std::uint64_t writing) {
    const auto [entry, is_new] = seen_.try_emplace(writing);
    Best& best = entry->second;
    if (!is_new || !has_terms(segment)) return best;
    for (std::size_t memory = 0; memory < memories_.size(); ++memory) {
        const FuzzyQuery query = {std::string(segment), least_percent, most_exact, 0};
        for (const FuzzyHit& hit : memories_[memory]->fuzzy(query)) {
            if (hit.percent == 100) best.exact.emplace_back(memory, hit.unit.number);
            if (hit.percent <= best.percent) continue;
            best.percent = hit.percent;
            best.memory = memory;
            best.number = hit.unit.number;
        }
    }
    return best;
}

/// The exact match whose unit comes behind one that is the segment before, if there is one.
const std::pair<std::size_t, std::size_t>* Leverage::context_of(const Best& best, std::uint64_t previous) {
    for (const auto& match : best.exact) {
        const std::optional<IndexedUnit> before = memories_[match.first]->unit(match.second - 1);
        if (before && FuzzyText(before->source).writing() == previous) return &match;
    }
    return nullptr;
}

LeverageCounts Leverage::add(const corpus::Document& document,
                             const std::function<void(const SegmentLeverage&)>& each) {
    const text::WordBoundaries boundaries(document.language);
    LeverageCounts counts;
    std::optional<std::uint64_t> previous;
    for (std::size_t i = 0; i < document.segments.size(); ++i) {
        const std::string segment = tmx::one_line(document.segment_text(i), document.language);
        const std::uint64_t writing = FuzzyText(segment).writing();
        const bool repeated = seen_.contains(writing);
        const Best& best = best_of(segment, writing);
        SegmentLeverage found = {
            i, band_of(best.percent), volume_of(segment, boundaries), best.percent, best.memory, {}};
        std::size_t number = best.number;
        if (const auto* context = previous ? context_of(best, *previous) : nullptr) {
            found.band = LeverageBand::context;
            std::tie(found.memory, number) = *context;
        } else if (repeated && found.band != LeverageBand::exact) {
            found.band = LeverageBand::repetition;
        }
        if (best.percent > 0) found.unit = memories_[found.memory]->unit(number);
        counts[found.band] += found.volume;
        each(found);
        previous = writing;
    }
    return counts;
}

}  // namespace tongwen::memory
