// SPDX-License-Identifier: Apache-2.0
// Owns the incomplete beta function and its inverse.
#include "review/acceptance.h"

#include <cmath>
#include <limits>

namespace tongwen::review {
namespace {

/// The continued fraction of I_x(a, b) (DLMF 8.17.22), by the method of Lentz as modified by Thompson and
/// Barnett (1986). Converges quickly for x < (a + 1) / (a + b + 2).
double beta_fraction(double x, double a, double b) {
    constexpr double tiny = 1e-300;
    constexpr int most_terms = 100'000;  // about sqrt(max(a, b)) are needed
    const auto not_zero = [](double value) { return std::abs(value) < tiny ? tiny : value; };
    double c = 1;
    double d = 1 / not_zero(1 - (a + b) * x / (a + 1));
    double fraction = d;
    for (int n = 1; n <= most_terms; ++n) {
        const double m = n;
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / not_zero(1 + even * d);
        c = not_zero(1 + even / c);
        fraction *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / not_zero(1 + odd * d);
        c = not_zero(1 + odd / c);
        fraction *= d * c;
        if (std::abs(d * c - 1) < std::numeric_limits<double>::epsilon()) break;
    }
    return fraction;
}

/// The x with I_x(a, b) = p, by halving: it always ends, and a bound needs no more than 15 digits.
double inverse_beta(double p, double a, double b) {
    double low = 0;
    double high = 1;
    for (int step = 0; step < 60; ++step) {
        const double middle = (low + high) / 2;
        (incomplete_beta(middle, a, b) < p ? low : high) = middle;
    }
    return (low + high) / 2;
}

}  // namespace

double incomplete_beta(double x, double a, double b) {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    const double front =
        std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x));
    if (x < (a + 1) / (a + b + 2)) return front * beta_fraction(x, a, b) / a;
    return 1 - front * beta_fraction(1 - x, b, a) / b;
}

double lower_bound(std::size_t wrong, std::size_t drawn, double confidence) {
    if (wrong == 0) return 0;
    return inverse_beta(1 - confidence, static_cast<double>(wrong), static_cast<double>(drawn - wrong) + 1);
}

double upper_bound(std::size_t wrong, std::size_t drawn, double confidence) {
    if (wrong == drawn) return 1;
    return inverse_beta(confidence, static_cast<double>(wrong) + 1, static_cast<double>(drawn - wrong));
}

}  // namespace tongwen::review
