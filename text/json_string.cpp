// SPDX-License-Identifier: Apache-2.0
// Owns the escapes of a JSON string.
#include "text/json_string.h"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

#include "text/unicode.h"

namespace tongwen::text {
namespace {

bool needs_escape(char c) {
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

void append_escape(std::string& out, char c) {
    switch (c) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\t':
            out += "\\t";
            return;
        case '\r':
            out += "\\r";
            return;
        default:
            out += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
    }
}

std::string mended(std::string_view utf8) {
    std::string out;
    for (std::size_t at = 0; at < utf8.size();) append_utf8(out, next_code_point(utf8, at));
    return out;
}

}  // namespace

void append_json_string(std::string& out, std::string_view utf8) {
    if (!is_valid_utf8(utf8)) return append_json_string(out, mended(utf8));
    out += '"';
    for (auto at = utf8.begin(); at != utf8.end();) {
        const auto special = std::find_if(at, utf8.end(), needs_escape);
        out.append(at, special);
        if (special == utf8.end()) break;
        append_escape(out, *special);
        at = special + 1;
    }
    out += '"';
}

}  // namespace tongwen::text
