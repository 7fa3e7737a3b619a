// SPDX-License-Identifier: Apache-2.0
// Owns inline markup in XLIFF: a text with codes as the content of `source` and `target`, and back.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tmx/legal_texts.h"
#include "tmx/translation_unit.h"

namespace pugi {
class xml_node;
}

namespace tongwen::tmx {

/// The native codes of a unit of XLIFF 2: the contents of its `data` elements, d1, d2…, as XML.
using OriginalData = std::vector<std::string>;

/// The content of a `source` or `target` of XLIFF 1.2: bpt, ept, ph, it, and mrk for hi.
std::string inline12(const Variant& variant, LegalTexts& texts, const std::string& unit);
/// Of XLIFF 2.1: sc, ec, ph, and mrk for hi; adds native codes to `data`.
std::string inline21(const Variant& variant, LegalTexts& texts, const std::string& unit, OriginalData& data);

/// Reads such content, of either version and of any tool, into text and codes: also g, x, bx, ex (1.2), pc,
/// cp (2); marks around text (mrk) go, the text stays. `data` is the unit's `originalData`, or none.
void read_inline(const pugi::xml_node& content, const pugi::xml_node& data, Variant& variant);

}  // namespace tongwen::tmx
