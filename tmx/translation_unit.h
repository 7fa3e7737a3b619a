// SPDX-License-Identifier: Apache-2.0
// Owns TranslationUnit: one entry of a translation memory.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "text/language.h"

namespace tongwen::tmx {

/// Names and values of an element's attributes, in the order of the file.
using Attributes = std::vector<std::pair<std::string, std::string>>;

/// What an inline code stands for (TMX 1.4b, section 4): the start and the end of a paired native code, a
/// code that stands alone, one of a pair whose partner is in another segment, highlighted text, a code of
/// unknown function.
enum class CodeKind : std::uint8_t { bpt, ept, ph, it, hi_start, hi_end, ut };

/// A piece of markup in a text: where it stands, not what it covers.
struct InlineCode {
    CodeKind kind = CodeKind::ph;
    std::size_t at = 0;          ///< byte offset in the variant's text, 0 to its size; codes go up
    Attributes attributes = {};  ///< `i`, `x`, `type`, `pos`, `assoc`; of hi_end none
    std::string content = {};    ///< the native code as XML content, escaped (it may hold `sub`); of hi none
    friend bool operator==(const InlineCode&, const InlineCode&) = default;
};

/// The text of a unit in one language.
struct Variant {
    text::Language language;
    std::string text;                     ///< UTF-8, plain, without the codes
    std::vector<InlineCode> codes = {};   ///< in the order of the text
    Attributes attributes = {};           ///< other attributes of the `tuv`, in order
    std::vector<std::string> notes = {};  ///< of the `tuv`
    std::vector<std::pair<std::string, std::string>> properties = {};  ///< of the `tuv`: type and value
    friend bool operator==(const Variant&, const Variant&) = default;
};

/// One entry of a translation memory: notes and properties first, then the source, then the target (TMX 1.4b
/// `tu`).
struct TranslationUnit {
    std::string id;  ///< `tuid`: unique in its file, stable, without spaces; empty in memories that have none
    std::vector<std::string> notes;
    std::vector<std::pair<std::string, std::string>> properties;  ///< type and value, in order
    Variant source;
    Variant target;               ///< its language is not known where the unit has one variant only
    std::string changed_by = {};  ///< the person who touched it last, if any
    std::optional<std::chrono::sys_seconds> changed_when = {};  ///< and when
    std::optional<std::chrono::sys_seconds> created_when = {};
    Attributes attributes = {};         ///< other attributes of the `tu`, in order
    std::vector<Variant> further = {};  ///< variants in other languages than source and target, in order
    friend bool operator==(const TranslationUnit&, const TranslationUnit&) = default;
};

}  // namespace tongwen::tmx
