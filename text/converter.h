// SPDX-License-Identifier: Apache-2.0
// Owns conversion from named character encodings to UTF-8, with the way back, and ICU's guesses of an
// encoding.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/offset_map.h"

namespace tongwen::text {

struct Converted {
    std::string utf8;           ///< well-formed; U+FFFD for what could not be decoded
    OffsetMap map;              ///< from `utf8` to the bytes
    std::size_t bad_count = 0;  ///< undecodable sequences
    std::size_t first_bad = 0;  ///< where in `utf8` the first of them stands, when there is one
};

/// The name under which we report and open an encoding: IANA's, with GB2312 and GBK as their superset
/// "GB18030", Big5-HKSCS as "Big5" (which is decoded with the HKSCS additions). Nothing when no such encoding
/// is known.
std::optional<std::string> canonical_charset(std::string_view name);

/// Decodes all bytes, a byte-order mark too. `charset` is a result of `canonical_charset` or of
/// `detect_charset`.
Converted decode_with(const std::string& charset, std::string_view bytes);

struct CharsetGuess {
    std::string name;    ///< canonical
    int confidence = 0;  ///< 0 to 100
};

/// What ICU's detector thinks of the first 64 KiB, most probable first.
std::vector<CharsetGuess> detect_charset(std::string_view bytes);

}  // namespace tongwen::text
