// SPDX-License-Identifier: Apache-2.0
#include "review/decision.h"

#include "tests/support/catch.h"

using namespace tongwen::review;

TEST_CASE("a status has a name, and the name leads back") {
    for (std::size_t i = 0; i < status_count; ++i) {
        const auto status = static_cast<Status>(i);
        CHECK(find_status(name(status)) == status);
    }
    CHECK_FALSE(find_status("accept"));
}

TEST_CASE("a bead is fixed by whatever a person said of it but a bookmark") {
    const Decision nothing;
    CHECK_FALSE(ReviewedBead{{}, nothing}.fixed());
    CHECK_FALSE(ReviewedBead{{}, {.bookmarked = true}}.fixed());
    CHECK(ReviewedBead{{}, {.status = Status::dropped}}.fixed());
    CHECK(ReviewedBead{{}, {.pinned = true}}.fixed());
    CHECK(ReviewedBead{{}, {.by_hand = true}}.fixed());
    CHECK(ReviewedBead{{}, {.comment = "?"}}.fixed());
    CHECK(ReviewedBead{{}, {.target_edit = "Text."}}.fixed());
}
