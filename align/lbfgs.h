// SPDX-License-Identifier: Apache-2.0
// Owns L-BFGS: minimising a smooth function of many variables (Liu and Nocedal, 1989).
#pragma once

#include <functional>
#include <vector>

namespace tongwen::align {

/// The value of a function at x; its gradient is written to `gradient`, which has x's size.
using Objective = std::function<double(const std::vector<double>& x, std::vector<double>& gradient)>;

struct LbfgsOptions {
    int rounds = 200;
    int history = 10;
    double least_change = 1e-7;  ///< stop when the value falls by less than this share twice in a row
};

/// The point where the objective is least, searched from `start` on. Deterministic.
std::vector<double> minimise(const Objective& objective, std::vector<double> start,
                             const LbfgsOptions& options = {});

}  // namespace tongwen::align
