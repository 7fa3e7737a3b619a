// SPDX-License-Identifier: Apache-2.0
// Owns the names of what a person can say of a bead.
#include "review/decision.h"

#include <algorithm>
#include <array>

namespace tongwen::review {
namespace {

constexpr std::array<std::string_view, status_count> names = {"undecided", "accepted", "needs-work",
                                                              "dropped", "changed"};

}  // namespace

std::string_view name(Status status) { return names[static_cast<std::size_t>(status)]; }

std::optional<Status> find_status(std::string_view name) {
    const auto* const found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Status>(found - names.begin());
}

bool ReviewedBead::fixed() const {
    return decision.status != Status::undecided || decision.pinned || decision.by_hand ||
           !decision.comment.empty() || decision.target_edit.has_value();
}

}  // namespace tongwen::review
