// SPDX-License-Identifier: Apache-2.0
// Tests the bounds against published values and against sums of the binomial distribution.
#include "review/acceptance.h"

#include <cmath>

#include "tests/support/catch.h"

namespace tongwen::review {
namespace {

TEST_CASE("bounds are those of published tables") {
    struct Row {
        std::size_t wrong, drawn;
        double lower, upper;  // of the two-sided 95 % interval
    };
    for (const auto& [wrong, drawn, lower, upper] :
         std::vector<Row>{{0, 10, 0, .3085},
                          {1, 10, .0025, .4450},
                          {5, 10, .1871, .8129},
                          {10, 10, .6915, 1},
                          {2, 20, .0123, .3170},
                          {10, 100, .0490, .1762},
                          {81, 263, .2527, .3676},   // Newcombe (1998), table I
                          {15, 148, .0578, .1617},   // the same
                          {0, 20, 0, .1684},         // the same
                          {1, 29, .0009, .1776}}) {  // the same
        CAPTURE(wrong, drawn);
        CHECK(lower_bound(wrong, drawn, .975) == Approx(lower).margin(.00006));
        CHECK(upper_bound(wrong, drawn, .975) == Approx(upper).margin(.00006));
    }
}

TEST_CASE("without anything wrong the upper bound is a power") {
    for (const std::size_t drawn : {1U, 29U, 30U, 59U, 1000U, 1'000'000U}) {
        CHECK(upper_bound(0, drawn) == Approx(1 - std::pow(.05, 1 / static_cast<double>(drawn))));
        CHECK(lower_bound(drawn, drawn) == Approx(std::pow(.05, 1 / static_cast<double>(drawn))));
    }
    CHECK(upper_bound(0, 59) < .05);  // the least sample that vouches for 95 % with 95 %
    CHECK(upper_bound(0, 58) > .05);
}

TEST_CASE("of nothing drawn nothing is known") {
    CHECK(lower_bound(0, 0) == 0);
    CHECK(upper_bound(0, 0) == 1);
}

/// P(at most k of n), each with probability p.
double binomial(std::size_t k, std::size_t n, double p) {
    double sum = 0;
    for (std::size_t i = 0; i <= k; ++i) {
        const auto m = static_cast<double>(i);
        const auto all = static_cast<double>(n);
        sum += std::exp(std::lgamma(all + 1) - std::lgamma(m + 1) - std::lgamma(all - m + 1) +
                        m * std::log(p) + (all - m) * std::log1p(-p));
    }
    return sum;
}

TEST_CASE("at the upper bound so few are seen with the probability that is left") {
    for (const std::size_t drawn : {7U, 40U, 500U, 20'000U}) {
        for (const std::size_t wrong :
             {std::size_t{0}, std::size_t{1}, std::size_t{5}, drawn / 3, drawn - 1}) {
            CAPTURE(drawn, wrong);
            CHECK(binomial(wrong, drawn, upper_bound(wrong, drawn)) == Approx(.05).epsilon(1e-6));
            CHECK(lower_bound(wrong, drawn) <= static_cast<double>(wrong) / static_cast<double>(drawn));
        }
    }
}

TEST_CASE("the incomplete beta function") {
    CHECK(incomplete_beta(0, 2, 3) == 0);
    CHECK(incomplete_beta(1, 2, 3) == 1);
    CHECK(incomplete_beta(.3, 1, 1) == Approx(.3));
    CHECK(incomplete_beta(.5, 4, 4) == Approx(.5));
    CHECK(incomplete_beta(.2, 2, 3) == Approx(.1808));       // 6x^2 - 8x^3 + 3x^4
    CHECK(incomplete_beta(.9, .5, .5) == Approx(.7951672));  // 2/pi asin(sqrt x)
}

}  // namespace
}  // namespace tongwen::review
