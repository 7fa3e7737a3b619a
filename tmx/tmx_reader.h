// SPDX-License-Identifier: Apache-2.0
// Owns the way from TMX 1.1 to 1.4b to translation units.
#pragma once

#include <memory>

#include "tmx/readers.h"

namespace tongwen::tmx {

/// A reader of TMX in any encoding that takes what the tools of the world write: `lang` for `xml:lang`,
/// zh_CN, notes after languages, several languages, a source language that is missing or "*all*". Nothing
/// outside the file is ever read: neither a DTD nor an external entity. A unit without languages is handed
/// out with empty texts.
///
/// The source is the variant in the language asked for (that very tag, else that language and script, else
/// that language), where none was asked for in that of the `tu` or the `header`, else the first; the target
/// the one asked for, where none was asked for the first in another language than the source, else the
/// second.
///
/// Diagnostics, each with its line and the unit's number as first argument (0: before all units), and of
/// each id ten at most; then more-of-same {how many more, id}, a note, at the end:
/// xml-illegal-characters {unit, count}, xml-unknown-entity {unit, name}: kept as text, xml-bare-ampersand
/// {unit}, undecodable-near-unit {unit, count, encoding}, tmx-language-mended {unit, as it stands, tag},
/// tmx-bad-language {unit, as it stands}, tmx-bad-value {unit, attribute, value}, tmx-unknown-attribute
/// {unit, element, attribute}, tmx-unknown-element {unit, element}: its text is kept in a segment,
/// tmx-no-segment {unit}, tmx-second-segment {unit}, tmx-prop-without-type {unit}, tmx-no-header {unit},
/// tmx-second-header {unit}, tmx-stray-text {unit}, tmx-dropped-element {unit, element}.
///
/// Throws InputError: tmx-not-tmx {root element}, xml-truncated {element, its line}, xml-end-tag {found,
/// expected}, xml-too-large {element, limit in MB}, xml-bad-markup {element, reason, unit}, xml-bad-tag {},
/// xml-entity-bomb {entity}; those of text::decode_xml.
std::unique_ptr<UnitReader> make_tmx_reader(std::unique_ptr<text::ByteSource> bytes, ReaderOptions options);

}  // namespace tongwen::tmx
