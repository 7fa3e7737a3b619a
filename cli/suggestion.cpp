// SPDX-License-Identifier: Apache-2.0
// Owns the distance between names.
#include "cli/suggestion.h"

#include <algorithm>

namespace tongwen::cli {
namespace {

constexpr std::size_t longest_name = 64;  // the distance takes quadratic time, and no name of ours is longer

}  // namespace

std::size_t edit_distance(std::string_view from, std::string_view to) {
    std::vector<std::vector<std::size_t>> table(from.size() + 1, std::vector<std::size_t>(to.size() + 1));
    for (std::size_t i = 0; i <= from.size(); ++i) {
        for (std::size_t j = 0; j <= to.size(); ++j) {
            std::size_t& cell = table[i][j];
            if (i == 0 || j == 0) {
                cell = i + j;
                continue;
            }
            const std::size_t replaced = table[i - 1][j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
            cell = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, replaced});
            const bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
            if (swapped) cell = std::min(cell, table[i - 2][j - 2] + 1);
        }
    }
    return table[from.size()][to.size()];
}

std::string nearest(std::string_view name, const std::vector<std::string>& candidates) {
    std::string best;
    if (name.size() > longest_name) return best;
    std::size_t limit = std::max<std::size_t>(1, name.size() / 3) + 1;
    for (const std::string& candidate : candidates) {
        const std::size_t distance = edit_distance(name, candidate);
        if (distance >= limit) continue;
        limit = distance;
        best = candidate;
    }
    return best;
}

}  // namespace tongwen::cli
