// SPDX-License-Identifier: Apache-2.0
// Owns what the states of XLIFF mean: our statuses as states of 1.2 and 2.1, and back.
#pragma once

#include <string>
#include <string_view>

#include "tmx/translation_unit.h"

namespace tongwen::tmx {

/// The attributes of a trans-unit and its target; empty: not there.
struct State12 {
    std::string approved = {};  ///< "yes", "no"
    std::string state = {};
    std::string qualifier = {};  ///< state-qualifier
    friend bool operator==(const State12&, const State12&) = default;
};

/// The attributes of a segment of XLIFF 2; empty: not there.
struct State21 {
    std::string state = {};
    std::string sub_state = {};
    friend bool operator==(const State21&, const State21&) = default;
};

/// A unit's status by its stable name ("unreviewed", "accepted", "needs-work", "changed", "dropped"), as
/// x-tongwen-status says, else as x-ConfirmationLevel does; empty when it says nothing.
std::string status_of(const TranslationUnit& unit);

/// The status that Trados' word stands for; empty for none that we know.
std::string_view status_of_confirmation(std::string_view level);
/// Trados' word for a status.
std::string_view confirmation_of_status(std::string_view status);

/// Of no status: no attributes.
State12 state12_of(std::string_view status);
State21 state21_of(std::string_view status);

/// What a tool says that may never have heard of us: what is final, signed off, translated or approved is
/// accepted; new, needs-translation and what was rejected needs work; what is to be reviewed is unreviewed.
/// Empty where it says nothing.
std::string_view status_of(const State12& state);
/// The sub-state counts where it is ours and fits the state, for tools change the one and keep the other.
std::string_view status_of(const State21& state);

/// Says in the properties of a unit that was read what the state says: x-tongwen-status and
/// x-ConfirmationLevel in their places where they say otherwise, x-tongwen-status at the end where it is not
/// there.
void set_status(TranslationUnit& unit, std::string_view status);

}  // namespace tongwen::tmx
