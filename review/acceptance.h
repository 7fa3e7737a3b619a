// SPDX-License-Identifier: Apache-2.0
// Owns what a random sample says of all: bounds of the share of wrong beads.
#pragma once

#include <cstddef>

namespace tongwen::review {

/// Exact bounds of a share of which `wrong` of `drawn` were seen (Clopper and Pearson, 1934): whatever the
/// share is, the bound is on the wrong side of it in at most 1 - confidence of all samples. One-sided; both
/// together are an interval of confidence 2 · confidence - 1. Of no sample at all, 0 and 1. `wrong` is not
/// above `drawn`, 0 < confidence < 1.
double lower_bound(std::size_t wrong, std::size_t drawn, double confidence = 0.95);
double upper_bound(std::size_t wrong, std::size_t drawn, double confidence = 0.95);

/// The regularised incomplete beta function I_x(a, b), 0 <= x <= 1, a, b > 0: the probability that a share
/// distributed Beta(a, b) is at most x.
double incomplete_beta(double x, double a, double b);

}  // namespace tongwen::review
