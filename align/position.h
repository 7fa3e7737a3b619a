// SPDX-License-Identifier: Apache-2.0
// Owns Position and Run: places in the segments of one side, in types that do not convert into the other
// side's.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace tongwen::align {

struct Source {};
struct Target {};

/// The index of a segment on one side, from 0. Source and target positions do not mix: a swapped argument
/// does not compile.
template <class Side>
struct Position {
    std::uint32_t value = 0;

    friend constexpr auto operator<=>(Position, Position) = default;
};

using SourcePosition = Position<Source>;
using TargetPosition = Position<Target>;

/// The segments [begin, end) of one side; may be empty.
template <class Side>
struct Run {
    Position<Side> begin;
    Position<Side> end;

    [[nodiscard]] constexpr std::size_t size() const { return end.value - begin.value; }
    [[nodiscard]] constexpr bool empty() const { return begin == end; }
    friend constexpr auto operator<=>(Run, Run) = default;
};

template <class Side>
constexpr Run<Side> make_run(std::size_t begin, std::size_t end) {
    return {{static_cast<std::uint32_t>(begin)}, {static_cast<std::uint32_t>(end)}};
}

}  // namespace tongwen::align
