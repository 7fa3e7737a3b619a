// SPDX-License-Identifier: Apache-2.0
// Owns the way from a `seg` element to text and inline codes.
#pragma once

#include <functional>
#include <string_view>

#include "tmx/translation_unit.h"

namespace pugi {
class xml_node;
}

namespace tongwen::tmx {

/// Hears of what is not of TMX and is dropped: an element (whose text is kept), or an attribute of one.
struct SegmentOddities {
    std::function<void(std::string_view element)> unknown_element;
    std::function<void(std::string_view element, std::string_view attribute)> unknown_attribute;
};

/// Sets the variant's text and codes. No recursion: elements may be nested as deep as they like.
void read_segment(const pugi::xml_node& seg, Variant& variant, const SegmentOddities& oddities);

/// The text of an element without its markup, as notes and properties have it.
std::string plain_text(const pugi::xml_node& element);

}  // namespace tongwen::tmx
