// SPDX-License-Identifier: Apache-2.0
// Tests minimisation on functions whose least point is known.
#include "align/lbfgs.h"

#include <cmath>

#include <rapidcheck.h>

#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

using Vector = std::vector<double>;

TEST_CASE("the least point of any positive quadratic is found") {
    REQUIRE(rc::check([] {
        const auto size = *rc::gen::inRange<std::size_t>(1, 8);
        const Vector centre = *rc::gen::container<Vector>(
            size, rc::gen::map(rc::gen::inRange(-100, 100), [](int value) { return value / 10.0; }));
        const Vector curvature = *rc::gen::container<Vector>(
            size, rc::gen::map(rc::gen::inRange(1, 1000), [](int value) { return value / 10.0; }));
        const auto objective = [&](const Vector& x, Vector& gradient) {
            double value = 5;
            for (std::size_t k = 0; k < size; ++k) {
                const double away = x[k] - centre[k];
                value += curvature[k] * away * away / 2;
                gradient[k] = curvature[k] * away;
            }
            return value;
        };
        LbfgsOptions options;
        options.least_change = 1e-14;
        const Vector found = minimise(objective, Vector(size, 0), options);
        for (std::size_t k = 0; k < size; ++k) RC_ASSERT(std::abs(found[k] - centre[k]) < 1e-3);
    }));
}

double rosenbrock(const Vector& x, Vector& gradient) {
    const double valley = x[1] - x[0] * x[0];
    gradient[0] = -2 * (1 - x[0]) - 400 * x[0] * valley;
    gradient[1] = 200 * valley;
    return (1 - x[0]) * (1 - x[0]) + 100 * valley * valley;
}

TEST_CASE("Rosenbrock's valley is followed to its end") {
    const auto start = GENERATE(values<Vector>({{-1.2, 1}, {0, 0}, {3, -4}, {-5, 20}}));
    const Vector found = minimise(rosenbrock, start);
    CHECK(found[0] == Approx(1).margin(1e-3));
    CHECK(found[1] == Approx(1).margin(1e-3));
}

TEST_CASE("a smooth convex function that is not quadratic") {
    const auto objective = [](const Vector& x, Vector& gradient) {
        double value = 0;
        for (std::size_t k = 0; k < x.size(); ++k) {
            const double shift = x[k] - static_cast<double>(k);
            value += std::log(std::cosh(shift));
            gradient[k] = std::tanh(shift);
        }
        return value + 1;
    };
    const Vector found = minimise(objective, Vector(20, 10));
    for (std::size_t k = 0; k < found.size(); ++k)
        CHECK(found[k] == Approx(static_cast<double>(k)).margin(1e-2));
}

TEST_CASE("the least point stays where it is") {
    CHECK(minimise(rosenbrock, {1, 1}) == Vector{1, 1});
    CHECK(minimise([](const Vector&, Vector&) { return 3.0; }, {}).empty());
}

TEST_CASE("the value never rises, and rounds are bounded") {
    double last = 1e300;
    LbfgsOptions options;
    options.rounds = 3;
    for (int rounds = 0; rounds < 10; ++rounds) {
        options.rounds = rounds;
        Vector gradient(2);
        const double value = rosenbrock(minimise(rosenbrock, {-1.2, 1}, options), gradient);
        CHECK(value <= last);
        last = value;
    }
    options.rounds = 0;
    CHECK(minimise(rosenbrock, {-1.2, 1}, options) == Vector{-1.2, 1});
}

TEST_CASE("a function without a finite value ends the search") {
    const auto objective = [](const Vector&, Vector& gradient) {
        gradient[0] = 1;
        return std::nan("");
    };
    CHECK(minimise(objective, {2}) == Vector{2});
}

TEST_CASE("two searches take the same way") {
    CHECK(minimise(rosenbrock, {-1.2, 1}) == minimise(rosenbrock, {-1.2, 1}));
}

}  // namespace
}  // namespace tongwen::align
