// SPDX-License-Identifier: Apache-2.0
// Owns the cleaning of a translation memory.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "memory/clean_rules.h"
#include "memory/language_pairs.h"
#include "memory/unit_input.h"

#include "text/diagnostic.h"

namespace tongwen::memory {

using CleanRules = std::bitset<clean_rule_count>;

/// A rule that took hold of a unit.
struct CleanEvent {
    CleanRule rule;
    std::size_t line = 0;
    std::uint64_t number = 0;  ///< of the unit, from 1
    /// illegal-characters, markup-unbalanced: how many; wrong-direction: nothing; wrong-language: "source" or
    /// "target", and the tag found; length-outlier: standard deviations ("-7.2"); duplicate: number and line
    /// of the unit that stays.
    std::vector<std::string> details = {};
    const tmx::TranslationUnit* unit = nullptr;  ///< as it was read, or mended by the rules before
};

struct CleanSummary {
    std::uint64_t read = 0;
    std::uint64_t kept = 0;
    std::array<std::uint64_t, clean_rule_count> counts = {};  ///< units, by rule
};

/// A cleaning in two passes: making it reads the memory and learns how long translations are and which units
/// are there twice, `write` reads it again. Memory does not grow with the number of units. Of duplicates the
/// newest stays, among those the first; length-outlier removes units whose target is more than
/// `outlier_deviations` off and more than `outlier_factor` times as long or short as expected, of pairs of
/// languages with LengthModel::least units and more.
class Cleaning {
  public:
    static constexpr double outlier_deviations = 5;
    static constexpr double outlier_factor = 3;

    /// Throws text::InputError: those of the input; no-units {}.
    Cleaning(const UnitInput& input, const CleanRules& rules, const text::DiagnosticSink& sink);
    ~Cleaning();
    Cleaning(const Cleaning&) = delete;
    Cleaning& operator=(const Cleaning&) = delete;

    [[nodiscard]] const tmx::MemoryHeader& header() const;
    [[nodiscard]] const LanguagePairs& languages() const;

    /// Hands on the units that stay, mended, and tells what the rules did. Once only. Throws file-changed {}.
    CleanSummary write(const std::function<void(const tmx::TranslationUnit&)>& receive,
                       const std::function<void(const CleanEvent&)>& tell);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace tongwen::memory
