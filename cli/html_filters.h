// SPDX-License-Identifier: Apache-2.0
// Owns what the beads of the HTML page can be filtered by.
#pragma once

#include <span>
#include <string_view>

#include "align/alignment.h"
#include "review/decision.h"

namespace tongwen::cli {

/// What a bead of the alignment is, for filters and looks.
struct BeadTraits {
    const align::Bead* bead = nullptr;  ///< where a moved block links its segments, the bead of that block
    bool moved = false;
    bool has_finding = false;
    const review::Decision* decision = nullptr;  ///< null: the page is not of a review

    /// By hand: it has no confidence.
    [[nodiscard]] bool by_hand() const { return decision != nullptr && decision->by_hand; }
    /// The confidence in tenths, rounded down: 0 to 10.
    [[nodiscard]] int level() const;
};

/// More likely wrong than right.
bool is_doubtful(const BeadTraits& traits);

/// A choice of rows. Its name is a class of the rows that it shows, and its value in the page's address.
struct HtmlFilter {
    std::string_view name;  ///< "not-1-1"
    const char* label;      ///< in English; `tr` translates it
    bool of_review;         ///< offered where people have decided something
    bool (*shows)(const BeadTraits& traits);
};

/// All filters but "all", in the order in which they are offered.
std::span<const HtmlFilter> html_filters();

}  // namespace tongwen::cli
