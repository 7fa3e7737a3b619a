// SPDX-License-Identifier: Apache-2.0
// Owns the arithmetic of calibration.
#include "align/calibration.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace tongwen::align {
namespace {

/// How far a bin's mean confidence is from its share of right beads, times its beads.
double weighted_error(const ConfidenceBin& bin) {
    return std::abs(bin.confidence_sum - static_cast<double>(bin.right));
}

/// The first of the finer bins, which together are the last of ten.
constexpr std::size_t first_fine = 9;

}  // namespace

ConfidenceBin& ConfidenceBin::operator+=(const ConfidenceBin& other) {
    beads += other.beads;
    right += other.right;
    confidence_sum += other.confidence_sum;
    return *this;
}

void Calibration::add(double confidence, bool right) {
    assert(confidence >= 0 && confidence <= 1);
    const auto* const above = std::upper_bound(edges.begin() + 1, edges.end() - 1, confidence);
    bins_[static_cast<std::size_t>(above - edges.begin()) - 1] += {1, right ? 1U : 0U, confidence};
    const double error = confidence - (right ? 1 : 0);
    squared_errors_ += error * error;
}

Calibration& Calibration::operator+=(const Calibration& other) {
    for (std::size_t b = 0; b < bin_count; ++b) bins_[b] += other.bins_[b];
    squared_errors_ += other.squared_errors_;
    return *this;
}

ConfidenceBin Calibration::at_least(double edge) const {
    const auto* const first = std::find(edges.begin(), edges.end() - 1, edge);
    assert(first != edges.end() - 1);
    ConfidenceBin sum;
    for (auto b = static_cast<std::size_t>(first - edges.begin()); b < bin_count; ++b) sum += bins_[b];
    return sum;
}

double Calibration::expected_error() const {
    const std::size_t beads = all().beads;
    if (beads == 0) return 0;
    double sum = weighted_error(at_least(edges[first_fine]));
    for (std::size_t b = 0; b < first_fine; ++b) sum += weighted_error(bins_[b]);
    return sum / static_cast<double>(beads);
}

double Calibration::brier() const {
    const std::size_t beads = all().beads;
    return beads == 0 ? 0 : squared_errors_ / static_cast<double>(beads);
}

}  // namespace tongwen::align
