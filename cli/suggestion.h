// SPDX-License-Identifier: Apache-2.0
// Owns "did you mean": the nearest of some names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tongwen::cli {

/// How many insertions, deletions, replacements and swaps of neighbours lead from one name to the other
/// (optimal string alignment distance).
std::size_t edit_distance(std::string_view from, std::string_view to);

/// The candidate nearest to `name`, when it is near enough to be meant (a third of its length, at least 1);
/// else empty.
std::string nearest(std::string_view name, const std::vector<std::string>& candidates);

}  // namespace tongwen::cli
