// SPDX-License-Identifier: Apache-2.0
// Owns ByteSpan: a half-open run of bytes in a text that somebody else owns.
#pragma once

#include <compare>
#include <cstddef>
#include <string_view>

namespace tongwen::text {

/// Bytes [begin, end) of some text. Never owns; begin <= end.
struct ByteSpan {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] constexpr std::size_t size() const { return end - begin; }
    [[nodiscard]] constexpr bool empty() const { return begin == end; }
    [[nodiscard]] constexpr bool contains(ByteSpan inner) const {
        return begin <= inner.begin && inner.end <= end;
    }
    /// The bytes themselves; `whole` is the text that this span was made for.
    [[nodiscard]] constexpr std::string_view of(std::string_view whole) const {
        return whole.substr(begin, end - begin);
    }
    friend constexpr auto operator<=>(const ByteSpan&, const ByteSpan&) = default;
};

}  // namespace tongwen::text
