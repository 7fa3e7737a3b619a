// SPDX-License-Identifier: Apache-2.0
// Owns what the beads of the HTML page can be filtered by.
#include "cli/html_filters.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "cli/words.h"

namespace tongwen::cli {
namespace {

constexpr double doubtful = 0.5;  // as in the side-by-side view
constexpr double sure = 0.9;

template <review::Status status>
bool has_status(const BeadTraits& traits) {
    return traits.decision != nullptr && traits.decision->status == status;
}

bool under(const BeadTraits& traits, double limit) {
    return !traits.by_hand() && traits.bead->confidence < limit;
}

constexpr auto filters = std::to_array<HtmlFilter>({
    {"unsure", mark("unsure (< 0.90)"), false, [](const BeadTraits& traits) { return under(traits, sure); }},
    {"doubtful", mark("doubtful (< 0.50)"), false, is_doubtful},
    {"not-1-1", mark("not 1-1"), false,
     [](const BeadTraits& traits) {
         return traits.bead->source.size() != 1 || traits.bead->target.size() != 1;
     }},
    {"unlinked", mark("dropped or added"), false,
     [](const BeadTraits& traits) { return !traits.bead->linked(); }},
    {"moved", mark("moved"), false, [](const BeadTraits& traits) { return traits.moved; }},
    {"findings", mark("with findings"), false, [](const BeadTraits& traits) { return traits.has_finding; }},
    {"undecided", mark("undecided"), true, has_status<review::Status::undecided>},
    {"accepted", mark("accepted"), true, has_status<review::Status::accepted>},
    {"needs-work", mark("needs work"), true, has_status<review::Status::needs_work>},
    {"dropped", mark("not exported"), true, has_status<review::Status::dropped>},
    {"changed", mark("changed since"), true, has_status<review::Status::changed>},
    {"noted", mark("commented or edited"), true,
     [](const BeadTraits& traits) {
         return traits.decision != nullptr &&
                (!traits.decision->comment.empty() || traits.decision->target_edit.has_value());
     }},
    {"bookmarked", mark("bookmarked"), true,
     [](const BeadTraits& traits) { return traits.decision != nullptr && traits.decision->bookmarked; }},
});

}  // namespace

int BeadTraits::level() const {
    return static_cast<int>(std::floor(std::clamp(bead->confidence, 0.0, 1.0) * 10 + 1e-9));
}

bool is_doubtful(const BeadTraits& traits) { return under(traits, doubtful); }

std::span<const HtmlFilter> html_filters() { return filters; }

}  // namespace tongwen::cli
