// SPDX-License-Identifier: Apache-2.0
// Tests the figures of calibration.
#include "align/calibration.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include <rapidcheck.h>

#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

using Judged = std::vector<std::pair<double, bool>>;  // confidence, and whether the bead is right

Calibration of(const Judged& beads) {
    Calibration calibration;
    for (const auto& [confidence, right] : beads) calibration.add(confidence, right);
    return calibration;
}

TEST_CASE("a confidence falls into the bin that begins at or before it") {
    struct Case {
        double confidence;
        std::size_t bin;
    };
    const std::vector<Case> cases = {{0, 0},    {0.0999, 0}, {0.1, 1},   {0.3, 3},     {0.89, 8}, {0.9, 9},
                                     {0.94, 9}, {0.95, 10},  {0.99, 11}, {0.9999, 11}, {1.0, 11}};
    for (const Case& c : cases) {
        INFO(c.confidence);
        for (std::size_t b = 0; b < Calibration::bin_count; ++b)
            CHECK(of({{c.confidence, true}}).bins()[b].beads == (b == c.bin ? 1 : 0));
    }
}

TEST_CASE("figures of small cases") {
    struct Case {
        Judged beads;
        double expected_error;
        double brier;
    };
    const std::vector<Case> cases = {
        {{}, 0, 0},
        {{{1, true}}, 0, 0},
        {{{1, false}}, 1, 1},
        {{{0, false}, {1, true}}, 0, 0},
        {{{0.5, true}, {0.5, false}}, 0, 0.25},
        {{{0.5, true}, {0.5, true}}, 0.5, 0.25},
        // The finer bins count as one: the one's excess makes up for the other's lack.
        {{{0.9, true}, {1, false}}, 0.45, 0.505},
        // Different bins do not make up for each other: (0.25 + 0.75) / 2.
        {{{0.25, false}, {0.75, false}}, 0.5, 0.3125},
        {{{0.75, true}, {0.75, true}, {0.75, true}, {0.75, false}}, 0, 0.1875},
    };
    for (const Case& c : cases) {
        const Calibration calibration = of(c.beads);
        CHECK(calibration.expected_error() == Approx(c.expected_error).margin(1e-12));
        CHECK(calibration.brier() == Approx(c.brier).margin(1e-12));
    }
}

TEST_CASE("a threshold keeps what is at least as sure") {
    const Calibration calibration = of({{0.2, false}, {0.5, true}, {0.85, false}, {0.95, true}, {1, true}});
    CHECK(calibration.all().beads == 5);
    CHECK(calibration.at_least(0.5) == ConfidenceBin{4, 3, 0.5 + 0.85 + 0.95 + 1});
    CHECK(calibration.at_least(0.95).beads == 2);
    CHECK(calibration.at_least(0.99) == ConfidenceBin{1, 1, 1});
    for (const double threshold : confidence_thresholds)
        CHECK(std::ranges::count(Calibration::edges, threshold) == 1);
}

TEST_CASE("figures are those of their definitions, whether counted at once or added up") {
    REQUIRE(rc::check([] {
        const auto hundredths = *rc::gen::container<std::vector<std::pair<int, bool>>>(
            rc::gen::pair(rc::gen::inRange(0, 101), rc::gen::arbitrary<bool>()));
        Judged beads;
        for (const auto& [whole, right] : hundredths) beads.emplace_back(whole / 100.0, right);
        double brier = 0;
        double error = 0;
        for (int decile = 0; decile < 10; ++decile) {
            double difference = 0;
            for (std::size_t b = 0; b < beads.size(); ++b)
                if (std::min(hundredths[b].first / 10, 9) == decile)
                    difference += beads[b].first - (beads[b].second ? 1 : 0);
            error += std::abs(difference);
        }
        for (const auto& [confidence, right] : beads) brier += std::pow(confidence - (right ? 1 : 0), 2);
        const double count = std::max<double>(1, static_cast<double>(beads.size()));
        const Calibration once = of(beads);
        RC_ASSERT(std::abs(once.expected_error() - error / count) < 1e-9);
        RC_ASSERT(std::abs(once.brier() - brier / count) < 1e-9);

        const auto half = static_cast<std::ptrdiff_t>(beads.size() / 2);
        Calibration sum = of({beads.begin(), beads.begin() + half});
        sum += of({beads.begin() + half, beads.end()});
        RC_ASSERT(sum.all().beads == once.all().beads);
        RC_ASSERT(std::abs(sum.expected_error() - once.expected_error()) < 1e-9);
        RC_ASSERT(std::abs(sum.brier() - once.brier()) < 1e-9);
    }));
}

}  // namespace
}  // namespace tongwen::align
