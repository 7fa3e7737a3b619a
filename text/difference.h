// SPDX-License-Identifier: Apache-2.0
// Owns the comparison of two sequences: what both have in the same order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tongwen::text {

/// An element of one sequence and the equal one of the other.
struct Match {
    std::uint32_t before;
    std::uint32_t after;
    friend bool operator==(const Match&, const Match&) = default;
};

/// A common subsequence, strictly increasing on both sides: common beginnings and ends; elements that both
/// have once (patience); between them the longest (Myers, 1986) where little differs, else a long one.
/// Elements are numbers that stand for something: memory is linear in the highest. Linear time.
std::vector<Match> compare(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after);

}  // namespace tongwen::text
