// SPDX-License-Identifier: Apache-2.0
// Owns the count of language pairs.
#include "memory/language_pairs.h"

#include <algorithm>

namespace tongwen::memory {

std::size_t LanguagePairs::add(const tmx::TranslationUnit& unit) {
    const auto is_its_pair = [&](const LanguagePair& pair) {
        return pair.source == unit.source.language && pair.target == unit.target.language;
    };
    if (last_ >= pairs_.size() || !is_its_pair(pairs_[last_])) {
        last_ = static_cast<std::size_t>(std::ranges::find_if(pairs_, is_its_pair) - pairs_.begin());
        if (last_ == pairs_.size()) {
            if (pairs_.size() == most) {
                ++uncounted_;
                return most;
            }
            pairs_.push_back({unit.source.language, unit.target.language, 0});
        }
    }
    ++pairs_[last_].units;
    return last_;
}

std::vector<LanguagePair> LanguagePairs::by_frequency() const {
    std::vector<LanguagePair> sorted = pairs_;
    std::ranges::stable_sort(sorted, std::greater<>{}, &LanguagePair::units);
    return sorted;
}

}  // namespace tongwen::memory
