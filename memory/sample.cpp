// SPDX-License-Identifier: Apache-2.0
// Owns the choice of a sample.
#include "memory/sample.h"

#include <algorithm>
#include <utility>

namespace tongwen::memory {

/// SplitMix64, and a remainder: its bias is below 10^-9 for memories of 10^10 units.
std::uint64_t Sample::random_below(std::uint64_t end) {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return (z ^ (z >> 31)) % end;
}

void Sample::add(const tmx::TranslationUnit& unit) {
    const std::uint64_t ordinal = seen_++;
    if (held_.size() < size_) {
        held_.push_back({ordinal, unit});
        return;
    }
    const std::uint64_t place = random_below(seen_);
    if (place < size_) held_[place] = {ordinal, unit};
}

std::vector<tmx::TranslationUnit> Sample::take() {
    std::ranges::sort(held_, {}, &Held::ordinal);
    std::vector<tmx::TranslationUnit> units;
    for (Held& held : held_) units.push_back(std::move(held.unit));
    held_.clear();
    return units;
}

}  // namespace tongwen::memory
