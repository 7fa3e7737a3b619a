// SPDX-License-Identifier: Apache-2.0
// Owns the making of gzip files for tests, without compression, so that tests need no library for it.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace tongwen {

inline std::uint32_t crc32_of(std::string_view bytes) {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        table[i] = i;
        for (int bit = 0; bit < 8; ++bit)
            table[i] = (table[i] >> 1) ^ ((table[i] & 1) != 0 ? 0xEDB88320U : 0);
    }
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char c : bytes) crc = (crc >> 8) ^ table[(crc ^ static_cast<unsigned char>(c)) & 0xFF];
    return ~crc;
}

/// One member of stored blocks (RFC 1951, 3.2.4).
inline std::string gzipped(std::string_view content) {
    const auto number = [](std::size_t value, int bytes) {
        std::string out;
        for (int k = 0; k < bytes; ++k) out.push_back(static_cast<char>(value >> (8 * k) & 0xFF));
        return out;
    };
    std::string out("\x1F\x8B\x08\0\0\0\0\0\0\xFF", 10);
    std::string_view rest = content;
    do {
        const std::string_view block = rest.substr(0, 0xFFFF);
        rest.remove_prefix(block.size());
        out.push_back(rest.empty() ? '\x01' : '\0');
        out += number(block.size(), 2) + number(~block.size(), 2);
        out += block;
    } while (!rest.empty());
    return out + number(crc32_of(content), 4) + number(content.size(), 4);
}

}  // namespace tongwen
