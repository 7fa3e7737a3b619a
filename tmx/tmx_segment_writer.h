// SPDX-License-Identifier: Apache-2.0
// Owns the way from text and inline codes to the content of a `seg` element.
#pragma once

#include <cstddef>
#include <string>

#include "tmx/translation_unit.h"

namespace tongwen::tmx {

struct SegmentXml {
    std::string xml;
    bool has_text = false;    ///< some text is left, codes do not count
    std::size_t dropped = 0;  ///< characters that XML does not allow
};

/// Well-formed, whatever the variant holds: attributes that TMX does not know are left out, `hi` is balanced,
/// content that is no XML is escaped. Unless `verbatim`, the text is NFC and trimmed, and a `bpt` or `ept`
/// without partner becomes the `it` that the standard wants there.
SegmentXml segment_xml(const Variant& variant, bool verbatim);

}  // namespace tongwen::tmx
