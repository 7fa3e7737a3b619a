// SPDX-License-Identifier: Apache-2.0
// Owns the lexical evidence between runs of segments: how much better a side explains the other than chance
// does.
#pragma once

#include <cstddef>
#include <vector>

#include "align/corridor.h"
#include "align/vicinity.h"

namespace tongwen::align {

/// How well a window of segments of one side explains one segment of the other.
struct WindowGain {
    float gain = 0;  ///< nats: log-likelihood ratio of its tokens against their unigram probability (Moore,
                     ///< 2002), at least 0
    float covered = 0;  ///< of its mass
    float numbers = 0;  ///< how many of its numbers are found
    float names = 0;    ///< how many of its names are found

    WindowGain& operator+=(const WindowGain& other) {
        gain += other.gain;
        covered += other.covered;
        numbers += other.numbers;
        names += other.names;
        return *this;
    }
};

/// The longest window: the largest bead plus the neighbour that it may leak to.
inline constexpr std::size_t longest_window = 7;
/// ... where a segment may be a whole paragraph.
inline constexpr std::size_t paragraph_window = 11;

/// Gains of every segment under all windows in a corridor, whose vicinity is given, both ways. Bead features
/// are sums of these.
///
/// With source window S of mass n_S and target token t: v(t) = sum over h in S of weight(h) · information(h)
/// · p(t|h); gain = sum over tokens of ln(1 + 2 v(t) / (1.5 + n_S) / p0(t)). Memory: twice `longest` windows
/// a node of the corridor.
class Gains {
  public:
    /// Windows of at most `longest` segments.
    Gains(const Vicinity& vicinity, const Corridor& corridor, std::size_t longest = longest_window);
    /// Of windows in `corridor` only those that beads on the paths of a part of it, and their neighbours, ask
    /// for.
    Gains(const Vicinity& vicinity, const Corridor& corridor, const Corridor& paths,
          std::size_t longest = longest_window);

    /// Target segment j under sources [i, i + size); zero outside the corridor and the documents, and for
    /// larger windows than there are.
    [[nodiscard]] WindowGain of_target(std::size_t j, std::size_t i, std::size_t size) const;
    /// Source segment i under targets [j, j + size).
    [[nodiscard]] WindowGain of_source(std::size_t i, std::size_t j, std::size_t size) const;

  private:
    /// The longest window that is asked for from a row or a column on.
    struct Reach {
        std::vector<std::uint8_t> of_row;
        std::vector<std::uint8_t> of_column;  ///< from the corridor's first target on
    };
    Gains(const Vicinity& vicinity, const Corridor& corridor, std::size_t longest, const Reach& reach);
    static Reach reach_of(const Corridor& paths, std::size_t most);

    const Corridor& corridor_;
    std::size_t longest_;
    std::vector<WindowGain> target_windows_;  // by node (i, j) and size: target j under sources from i on
    std::vector<WindowGain> source_windows_;  // by node (i, j) and size: source i under targets from j on
};

}  // namespace tongwen::align
