// SPDX-License-Identifier: Apache-2.0
// Owns a random sample of units of which nobody knows how many there are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "tmx/translation_unit.h"

namespace tongwen::memory {

/// A reservoir (Vitter, "Random Sampling with a Reservoir", 1985, algorithm R): each unit is as likely to be
/// in the sample as any other. The same seed and units give the same sample everywhere.
class Sample {
  public:
    Sample(std::size_t size, std::uint64_t seed) : size_(size), state_(seed) {}

    void add(const tmx::TranslationUnit& unit);
    /// In the order in which they were added. Once only.
    std::vector<tmx::TranslationUnit> take();
    [[nodiscard]] std::uint64_t seen() const { return seen_; }

  private:
    struct Held {
        std::uint64_t ordinal;
        tmx::TranslationUnit unit;
    };
    std::uint64_t random_below(std::uint64_t end);

    std::size_t size_;
    std::uint64_t state_;
    std::uint64_t seen_ = 0;
    std::vector<Held> held_;
};

}  // namespace tongwen::memory
