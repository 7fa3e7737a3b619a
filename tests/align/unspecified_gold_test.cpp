// SPDX-License-Identifier: Apache-2.0
// Tests which links lie inside of gold that says nothing about them.
#include "align/unspecified_gold.h"

#include "tests/align/listed_beads.h"
#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

bool holds(const char* gold, const char* link) {
    return UnspecifiedGold(listed(gold)).holds(listed(link)[0]);
}

TEST_CASE("links inside beads of more than eight segments are unknown") {
    const char* const nine = "[3, 4, 5, 6]:[3, 4, 5, 6, 7] / [8]:[8]";
    CHECK(holds(nine, "[4]:[4]"));
    CHECK(holds(nine, "[6]:[3]"));
    CHECK(holds(nine, "[3, 4, 5, 6]:[3, 4, 5, 6]"));
    const char* const eight = "[3, 4, 5, 6]:[3, 4, 5, 6] / [8]:[8]";
    CHECK_FALSE(holds(eight, "[4]:[4]"));
}

TEST_CASE("links that reach out of such a bead, and the bead itself, are known; so are segments alone") {
    const char* const nine = "[3, 4, 5, 6]:[3, 4, 5, 6, 7] / [8]:[8]";
    CHECK_FALSE(holds(nine, "[2, 3]:[3]"));
    CHECK_FALSE(holds(nine, "[6]:[7, 8]"));
    CHECK_FALSE(holds(nine, "[3, 4, 5, 6]:[3, 4, 5, 6, 7]"));
    CHECK_FALSE(holds(nine, "[8]:[8]"));
    CHECK_FALSE(holds(nine, "[4]:[]"));
    CHECK_FALSE(holds(nine, "[]:[4]"));
    CHECK_FALSE(holds("[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]:[]", "[4]:[4]"));
    CHECK_FALSE(holds("", "[4]:[4]"));
}

}  // namespace
}  // namespace tongwen::align
