// SPDX-License-Identifier: Apache-2.0
// Owns the content security policy of the HTML page (CSP level 3).
#include "cli/html_template.h"

#include <cstdint>

namespace tongwen::cli {
namespace {

std::uint32_t value_of(char hex_digit) {
    return static_cast<std::uint32_t>(hex_digit <= '9' ? hex_digit - '0' : hex_digit - 'a' + 10);
}

/// Base 64 (RFC 4648) of 32 bytes that are given in lower-case hexadecimal digits.
std::string base_64(std::string_view hex) {
    constexpr std::string_view signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t at = 0; at < hex.size(); at += 3) {  // three digits are two signs
        std::uint32_t bits = 0;
        for (std::size_t i = at; i < at + 3; ++i) bits = bits << 4 | (i < hex.size() ? value_of(hex[i]) : 0);
        out.append(1, signs[bits >> 6]).append(1, signs[bits & 63]);
    }
    out.back() = '=';  // it held none of the 256 bits
    return out;
}

}  // namespace

std::string page_policy() {
    return "default-src 'none'; style-src 'sha256-" + base_64(TONGWEN_PAGE_STYLE_SHA256) +
           "'; script-src 'sha256-" + base_64(TONGWEN_PAGE_SCRIPT_SHA256) +
           "'; base-uri 'none'; form-action 'none'";
}

}  // namespace tongwen::cli
