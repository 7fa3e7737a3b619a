// SPDX-License-Identifier: Apache-2.0
// Owns the rules by which a memory is cleaned: their names, and what each sees in one unit.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "corpus/language_detection.h"
#include "tmx/translation_unit.h"

namespace tongwen::memory {

/// In the order in which they are applied.
enum class CleanRule : std::uint8_t {
    illegal_characters,  ///< mended: characters that XML does not allow are dropped
    markup_unbalanced,   ///< mended: a `bpt` without its `ept`, or the other way round, becomes an `it`
    empty,               ///< a side has no text
    same_as_source,      ///< the target is the source, and there are letters in it
    wrong_direction,     ///< mended: source and target are exchanged where each is in the other's language
    wrong_language,      ///< a side is certainly in another language
    length_outlier,      ///< the target is far longer or shorter than others
    duplicate            ///< another unit has the same languages, source and target
};
inline constexpr std::size_t clean_rule_count = 8;
/// "illegal-characters", "markup-unbalanced"…
std::string_view name(CleanRule rule);
std::optional<CleanRule> find_clean_rule(std::string_view name);
/// Whether units are mended by it, not removed.
bool mends(CleanRule rule);

/// Drops illegal characters from all texts, notes and values; their number.
std::size_t drop_illegal_characters(tmx::TranslationUnit& unit);
/// Makes codes without partner stand alone; their number.
std::size_t mend_markup(tmx::TranslationUnit& unit);
bool is_empty(const tmx::TranslationUnit& unit);
bool is_same_as_source(const tmx::TranslationUnit& unit);
void exchange_sides(tmx::TranslationUnit& unit);

/// What languages say against a unit.
struct LanguageVerdict {
    enum Kind : std::uint8_t { good, exchanged, wrong_source, wrong_target };
    Kind kind = good;
    std::string_view found = {};  ///< the tag of the language of the wrong side
};

/// Judges languages; one witness a language is kept.
class LanguageJudge {
  public:
    LanguageVerdict judge(const tmx::TranslationUnit& unit);

  private:
    const corpus::LanguageWitness& witness(const text::Language& language);
    std::unordered_map<std::string, corpus::LanguageWitness> witnesses_;
};

}  // namespace tongwen::memory
