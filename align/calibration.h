// SPDX-License-Identifier: Apache-2.0
// Owns Calibration: how far confidences keep their word.
#pragma once

#include <array>
#include <cstddef>

namespace tongwen::align {

/// Beads whose confidences lie close together.
struct ConfidenceBin {
    std::size_t beads = 0;
    std::size_t right = 0;      ///< of them
    double confidence_sum = 0;  ///< of all

    ConfidenceBin& operator+=(const ConfidenceBin& other);
    friend bool operator==(const ConfidenceBin&, const ConfidenceBin&) = default;
};

/// Counts of beads by confidence; those of several documents add up.
class Calibration {
  public:
    /// A bin goes from its edge up to, but not including, the next one; the last one includes 1. Above 0.9,
    /// where most beads are, bins are finer.
    static constexpr std::array<double, 13> edges = {0,   0.1, 0.2, 0.3,  0.4,  0.5, 0.6,
                                                     0.7, 0.8, 0.9, 0.95, 0.99, 1};
    static constexpr std::size_t bin_count = edges.size() - 1;

    /// `confidence` is from 0 to 1.
    void add(double confidence, bool right);
    Calibration& operator+=(const Calibration& other);

    [[nodiscard]] const std::array<ConfidenceBin, bin_count>& bins() const { return bins_; }
    /// All beads whose confidence is at least `edge`, which must be one of `edges` but the last.
    [[nodiscard]] ConfidenceBin at_least(double edge) const;
    [[nodiscard]] ConfidenceBin all() const { return at_least(edges[0]); }

    /// Expected calibration error (Naeini et al., 2015): the distance between mean confidence and share of
    /// right beads in ten bins of equal width, weighted by their beads. 0 when there are none.
    [[nodiscard]] double expected_error() const;
    /// The mean of the squared distances between confidence and truth, which is 0 or 1 (Brier, 1950). 0 when
    /// there are no beads.
    [[nodiscard]] double brier() const;

  private:
    std::array<ConfidenceBin, bin_count> bins_ = {};
    double squared_errors_ = 0;
};

/// Thresholds that people use to keep only what is sure; each is an edge.
inline constexpr std::array<double, 5> confidence_thresholds = {0.5, 0.8, 0.9, 0.95, 0.99};

}  // namespace tongwen::align
