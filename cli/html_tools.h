// SPDX-License-Identifier: Apache-2.0
// Owns the controls of the HTML page: search, filters, keys.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cli/html_rows.h"

namespace tongwen::cli {

/// How many beads there are, and how many each filter shows.
struct BeadCounts {
    std::size_t beads = 0;
    std::vector<std::size_t> by_filter = {};  ///< as html_filters()

    /// By a filter's name.
    [[nodiscard]] std::size_t of(std::string_view filter) const;
};

BeadCounts count_beads(const align::Bitext& bitext, const HtmlRows& rows);

/// A <form>, hidden until the script shows it: without a script it would do nothing. Filters that people's
/// decisions answer are there with a review only.
std::string page_tools(const BeadCounts& counts, bool of_review);

}  // namespace tongwen::cli
