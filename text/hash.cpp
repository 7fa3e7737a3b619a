// SPDX-License-Identifier: Apache-2.0
// Owns hashes of bytes.
#include "text/hash.h"

#include <xxhash.h>

namespace tongwen::text {

std::uint64_t hash_64(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

Hash128 hash_128(std::string_view bytes) {
    const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
    return {hash.high64, hash.low64};
}

}  // namespace tongwen::text
