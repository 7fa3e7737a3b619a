// SPDX-License-Identifier: Apache-2.0
// Tests that a tally tells the thread that asked, and never more than it knows.
#include "align/progress.h"

#include <thread>
#include <vector>

#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

TEST_CASE("a tally tells the share of the parts that are done, but the last") {
    std::vector<double> told;
    const Progress progress = [&](double share) { told.push_back(share); };
    Tally tally(progress, 4, 0.5);
    for (int k = 0; k < 4; ++k) tally.add();
    CHECK(told == std::vector<double>{0.625, 0.75, 0.875});
}

TEST_CASE("other threads count, and say nothing") {
    std::vector<double> told;
    const Progress progress = [&](double share) { told.push_back(share); };
    Tally tally(progress, 8);
    std::thread other([&] {
        for (int k = 0; k < 3; ++k) tally.add();
    });
    other.join();
    CHECK(told.empty());
    tally.add();
    CHECK(told == std::vector<double>{0.5});
}

TEST_CASE("nobody need listen") {
    const Progress none;
    Tally tally(none, 2);
    CHECK_NOTHROW(tally.add());
}

}  // namespace
}  // namespace tongwen::align
