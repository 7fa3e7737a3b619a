// SPDX-License-Identifier: Apache-2.0
// Owns a logarithm that is quick rather than exact.
#pragma once

#include <bit>
#include <cstdint>

namespace tongwen::align {

/// ln(1 + x) for x >= 0, to within 3e-4: the mantissa's logarithm by a polynomial. The library's took a fifth
/// of all time.
inline float log_of_one_plus(float x) {
    const auto bits = std::bit_cast<std::uint32_t>(1 + x);
    const auto exponent = static_cast<float>(static_cast<int>(bits >> 23) - 127);
    const float m = std::bit_cast<float>((bits & 0x7FFFFFU) | 0x3F800000U) - 1;  // 0 to 1
    const float log2_m = m * (1.4384461F + m * (-0.6778996F + m * (0.3218304F - m * 0.0823769F)));
    return (exponent + log2_m) * 0.6931472F;
}

}  // namespace tongwen::align
