// SPDX-License-Identifier: Apache-2.0
// Owns the two-loop recursion and the line search.
#include "align/lbfgs.h"

#include <cmath>
#include <deque>
#include <numeric>

namespace tongwen::align {
namespace {

using Vector = std::vector<double>;

double dot(const Vector& a, const Vector& b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

void add_scaled(Vector& a, double scale, const Vector& b) {
    for (std::size_t k = 0; k < a.size(); ++k) a[k] += scale * b[k];
}

Vector difference(const Vector& a, const Vector& b) {
    Vector result = a;
    add_scaled(result, -1, b);
    return result;
}

struct Curvature {
    Vector step;
    Vector change;
    double inverse;
};

/// The quasi-Newton direction for a gradient.
Vector direction_for(const Vector& gradient, const std::deque<Curvature>& history) {
    Vector q = gradient;
    std::vector<double> alpha(history.size());
    for (std::size_t k = history.size(); k-- > 0;) {
        alpha[k] = history[k].inverse * dot(history[k].step, q);
        add_scaled(q, -alpha[k], history[k].change);
    }
    if (!history.empty()) {
        const Curvature& last = history.back();
        const double scale = 1 / (last.inverse * dot(last.change, last.change));
        for (double& value : q) value *= scale;
    }
    for (std::size_t k = 0; k < history.size(); ++k) {
        const double beta = history[k].inverse * dot(history[k].change, q);
        add_scaled(q, alpha[k] - beta, history[k].step);
    }
    for (double& value : q) value = -value;
    return q;
}

}  // namespace

Vector minimise(const Objective& objective, Vector x, const LbfgsOptions& options) {
    Vector gradient(x.size());
    double value = objective(x, gradient);
    std::deque<Curvature> history;
    int still = 0;
    for (int round = 0; round < options.rounds && still < 2; ++round) {
        Vector direction = direction_for(gradient, history);
        double slope = dot(direction, gradient);
        if (slope >= 0) {  // rounding spoilt the history: begin anew from steepest descent
            history.clear();
            direction = direction_for(gradient, history);
            slope = dot(direction, gradient);
        }
        double length = history.empty() ? 1 / std::sqrt(1 + dot(gradient, gradient)) : 1;
        Vector next = x;
        Vector next_gradient(x.size());
        double next_value = value;
        bool found = false;
        for (int attempt = 0; attempt < 30 && !found; ++attempt, length /= 2) {
            next = x;
            add_scaled(next, length, direction);
            next_value = objective(next, next_gradient);
            found = next_value <= value + 1e-4 * length * slope;  // Armijo's condition
        }
        if (!found) break;
        Curvature curvature{difference(next, x), difference(next_gradient, gradient), 0};
        if (const double product = dot(curvature.step, curvature.change); product > 1e-10) {
            curvature.inverse = 1 / product;
            history.push_back(std::move(curvature));
            if (history.size() > static_cast<std::size_t>(options.history)) history.pop_front();
        }
        still = value - next_value < options.least_change * std::abs(value) ? still + 1 : 0;
        x = std::move(next);
        gradient = std::move(next_gradient);
        value = next_value;
    }
    return x;
}

}  // namespace tongwen::align
