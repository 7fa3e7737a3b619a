// SPDX-License-Identifier: Apache-2.0
// Owns the spelling of a JSON string (RFC 8259), for files that are written piece by piece.
#pragma once

#include <string>
#include <string_view>

namespace tongwen::text {

/// Appends a text in quotes; what is not ASCII stays as it is. Ill-formed UTF-8 becomes U+FFFD.
void append_json_string(std::string& out, std::string_view utf8);

}  // namespace tongwen::text
