// SPDX-License-Identifier: Apache-2.0
// Owns hashes of bytes for tables and for sorting: XXH3, the same on every machine.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace tongwen::text {

/// XXH3, 64 bits: for tables whose entries are verified, or whose errors do no harm.
std::uint64_t hash_64(std::string_view bytes);

/// XXH3, 128 bits: equal for two texts that differ once in 10^18 pairs of memories of 10^10 units. Nobody is
/// safe from texts that were made to collide.
struct Hash128 {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    friend auto operator<=>(const Hash128&, const Hash128&) = default;
};
Hash128 hash_128(std::string_view bytes);

}  // namespace tongwen::text
