// SPDX-License-Identifier: Apache-2.0
// Owns Decision: what a person said of a bead.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "align/alignment.h"

namespace tongwen::review {

/// What a person thinks of a bead. `changed`: it was decided, and then an update of the documents changed its
/// text; it is to be asked again.
enum class Status : std::uint8_t { undecided, accepted, needs_work, dropped, changed };
inline constexpr std::size_t status_count = 5;
/// The status' stable name: "undecided", "accepted", "needs-work", "dropped", "changed".
std::string_view name(Status status);
std::optional<Status> find_status(std::string_view name);

/// What a person said of a bead. A default one says nothing.
struct Decision {
    Status status = Status::undecided;
    bool pinned = false;      ///< re-aligning keeps the bead, whatever its status
    bool bookmarked = false;  ///< does not pin
    bool by_hand = false;     ///< its boundaries were set by a person: it has no confidence of its own
    std::string comment = {};
    std::optional<std::string> target_edit = {};  ///< the target's text as a person corrected it
    std::string who = {};                         ///< by whom and when it was last touched; empty: never
    std::string when = {};                        ///< RFC 3339, UTC, whole seconds: "2026-11-24T09:30:00Z"

    friend bool operator==(const Decision&, const Decision&) = default;
};

/// A bead and what was said of it.
struct ReviewedBead {
    align::Bead bead;
    Decision decision = {};

    /// Whether re-aligning must keep it: it is pinned or by hand, or has a status, a comment or an edit.
    [[nodiscard]] bool fixed() const;
    friend bool operator==(const ReviewedBead&, const ReviewedBead&) = default;
};

}  // namespace tongwen::review
