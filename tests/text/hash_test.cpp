// SPDX-License-Identifier: Apache-2.0
// Tests that hashes are those of XXH3.
#include "text/hash.h"

#include "tests/support/catch.h"

namespace tongwen::text {
namespace {

TEST_CASE("hashes are those that xxhsum prints") {
    CHECK(hash_64("") == 0x2d06800538d394c2U);
    CHECK(hash_128("") == Hash128{0x99aa06d3014798d8U, 0x6001c324468d497fU});
    CHECK(hash_64("abc") == 0x78af5f94892f3950U);
    CHECK(hash_128("abc") == Hash128{0x06b05ab6733a6185U, 0x78af5f94892f3950U});
}

TEST_CASE("the higher half of a hash goes first") {
    CHECK(Hash128{1, 9} < Hash128{2, 0});
    CHECK(Hash128{1, 1} < Hash128{1, 2});
}

}  // namespace
}  // namespace tongwen::text
