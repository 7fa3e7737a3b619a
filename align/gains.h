// SPDX-License-Identifier: Apache-2.0
// Owns the lexical evidence between runs of segments: how much better a side explains the other than chance
// does.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "align/associations.h"
#include "align/corridor.h"
#include "align/tokens.h"

namespace tongwen::align {

/// How well a window of segments of one side explains one segment of the other.
struct WindowGain {
    float gain = 0;  ///< nats: log-likelihood ratio of its tokens against their unigram probability (Moore,
                     ///< 2002), at least 0
    float covered = 0;  ///< of its mass
    float hard = 0;     ///< of its numbers and names
};

/// The longest window: the largest bead plus the neighbour that it may leak to.
inline constexpr std::size_t longest_window = 7;

/// Gains of every segment under all windows in a corridor, both ways. Bead features are sums of these.
///
/// With source window S of mass n_S and target token t: v(t) = sum over h in S of weight(h) · information(h)
/// · p(t|h); gain = sum over tokens of ln(1 + 2 v(t) / (1.5 + n_S) / p0(t)). Memory: 2 · 7 windows a node of
/// the corridor.
class Gains {
  public:
    Gains(const TokenTable& source, const TokenTable& target, const Associations& associations,
          const Corridor& corridor);

    /// Target segment j under sources [i, i + size); zero outside the corridor and the documents.
    [[nodiscard]] WindowGain of_target(std::size_t j, std::size_t i, std::size_t size) const;
    /// Source segment i under targets [j, j + size).
    [[nodiscard]] WindowGain of_source(std::size_t i, std::size_t j, std::size_t size) const;

  private:
    using Windows = std::array<WindowGain, longest_window>;
    const Corridor& corridor_;
    std::vector<Windows> target_windows_;  // by node (i, j): target j under sources from i on
    std::vector<Windows> source_windows_;  // by node (i, j): source i under targets from j on
};

}  // namespace tongwen::align
