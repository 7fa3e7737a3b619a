// SPDX-License-Identifier: Apache-2.0
// Owns what makes two units the same, and which of them is the better one.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "text/hash.h"
#include "tmx/translation_unit.h"

namespace tongwen::memory {

/// Hashes of parts of units; an object, for it keeps its buffer.
///
/// Texts count in NFC and without white space at their ends, as writers write them. Inline codes count by
/// kind and place, for a match inserts them there; what they say natively does not.
class UnitHasher {
  public:
    /// The languages of all variants, and the source: units that agree in it ask for the same translation.
    text::Hash128 source(const tmx::TranslationUnit& unit);
    /// The same, with the target and further variants: units that agree in it give the same answer.
    text::Hash128 source_and_target(const tmx::TranslationUnit& unit);
    /// The target and further variants.
    std::uint64_t target(const tmx::TranslationUnit& unit);
    /// Notes and properties of the unit and its variants, in their order; not dates, people and attributes.
    std::uint64_t remarks(const tmx::TranslationUnit& unit);

  private:
    void add_languages(const tmx::TranslationUnit& unit);
    void add_text(const tmx::Variant& variant);
    void add_targets(const tmx::TranslationUnit& unit);
    void add_remarks(const std::vector<std::string>& notes,
                     const std::vector<std::pair<std::string, std::string>>& properties);
    void add(std::string_view field);

    std::string buffer_;
};

/// The calibrated confidence, 0 to 1, of the property "x-tongwen-confidence", where the unit has it.
std::optional<double> confidence_of(const tmx::TranslationUnit& unit);

/// When it was changed last, or else created.
std::optional<std::chrono::sys_seconds> time_of(const tmx::TranslationUnit& unit);

}  // namespace tongwen::memory
