// SPDX-License-Identifier: Apache-2.0
// Owns TranslationUnit: one entry of a translation memory.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "text/language.h"

namespace tongwen::tmx {

/// The text of a unit in one language.
struct Variant {
    text::Language language;
    std::string text;  ///< UTF-8, plain
    friend bool operator==(const Variant&, const Variant&) = default;
};

/// One entry of a translation memory: notes and properties first, then the source, then the target (TMX 1.4b
/// `tu`).
struct TranslationUnit {
    std::string id;  ///< `tuid`: unique in its file, stable, without spaces
    std::vector<std::string> notes;
    std::vector<std::pair<std::string, std::string>> properties;  ///< type and value, in order
    Variant source;
    Variant target;
    std::string changed_by = {};                                ///< the person who touched it last, if any
    std::optional<std::chrono::sys_seconds> changed_when = {};  ///< and when
    friend bool operator==(const TranslationUnit&, const TranslationUnit&) = default;
};

}  // namespace tongwen::tmx
