// SPDX-License-Identifier: Apache-2.0
// Owns LanguagePairs: which pairs of languages units have, and how many.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/language.h"
#include "tmx/translation_unit.h"

namespace tongwen::memory {

struct LanguagePair {
    text::Language source;
    text::Language target;
    std::uint64_t units = 0;
    friend bool operator==(const LanguagePair&, const LanguagePair&) = default;
};

/// Counts units by pair. A file may name any number of languages: those after the first 4096 pairs are
/// counted together.
class LanguagePairs {
  public:
    /// The index of the unit's pair, in the order in which pairs came; `most` for those after so many.
    std::size_t add(const tmx::TranslationUnit& unit);
    /// The most frequent first; equally frequent ones as they came.
    [[nodiscard]] std::vector<LanguagePair> by_frequency() const;
    /// As they came.
    [[nodiscard]] const std::vector<LanguagePair>& pairs() const { return pairs_; }
    [[nodiscard]] std::uint64_t uncounted() const { return uncounted_; }

    static constexpr std::size_t most = 4096;

  private:
    std::vector<LanguagePair> pairs_;
    std::size_t last_ = 0;  // most units have the pair of the unit before
    std::uint64_t uncounted_ = 0;
};

}  // namespace tongwen::memory
