// SPDX-License-Identifier: Apache-2.0
// Owns what a text becomes when it goes into an exchange file: legal, normal, trimmed, escaped, encoded.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "tmx/writers.h"

namespace tongwen::tmx {

/// Char of XML 1.0, section 2.2: tab, line feed, carriage return, U+0020 to U+D7FF, U+E000 to U+FFFD, U+10000
/// to U+10FFFF.
bool is_xml_character(char32_t c);

/// Whether there is a control character that XML does not allow, U+FFFE or U+FFFF in well-formed UTF-8. Fast.
bool has_illegal_characters(std::string_view utf8);

/// A text that may stand in any XML file, and how many characters were dropped for that.
struct LegalText {
    std::string text;
    std::size_t dropped = 0;
};
LegalText drop_illegal_characters(std::string_view utf8);

/// NFC, without white space at the ends.
std::string normalise(std::string_view utf8);

/// As content of an XML element: reads back as the same text, carriage returns too.
std::string escape_content(std::string_view legal);
/// As the value of an XML attribute in double quotes: reads back as the same text, line ends and tabs too.
std::string escape_attribute(std::string_view legal);

/// A time as exchange files have it, ISO 8601 in the one form that TMX 1.4b wants: "20261124T093000Z"; a year
/// that has not four digits becomes the nearest that has.
std::string date_text(std::chrono::sys_seconds when);

/// An Output that takes well-formed UTF-8, whole characters at a time, and passes on UTF-16LE, with a
/// byte-order mark first.
Output to_utf16(Output output);

/// The language's tag, or "und" (BCP 47: undetermined) when it is not known.
std::string tag_or_undetermined(const text::Language& language);

}  // namespace tongwen::tmx
