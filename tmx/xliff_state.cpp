// SPDX-License-Identifier: Apache-2.0
// Owns the tables of states.
#include "tmx/xliff_state.h"

#include <algorithm>
#include <array>

namespace tongwen::tmx {
namespace {

constexpr std::string_view status_property = "x-tongwen-status";
constexpr std::string_view confirmation_property = "x-ConfirmationLevel";

struct StateRow {
    std::string_view status;
    std::string_view approved;
    std::string_view state;
    std::string_view qualifier;
    std::string_view state21;
    std::string_view sub_state;
};
constexpr auto table = std::to_array<StateRow>({
    {"unreviewed", "no", "needs-review-translation", "mt-suggestion", "translated", "tongwen:unreviewed"},
    {"accepted", "yes", "translated", "", "reviewed", "tongwen:accepted"},
    {"needs-work", "no", "needs-translation", "rejected-inaccurate", "initial", "tongwen:needs-work"},
    {"changed", "no", "needs-review-translation", "x-tongwen-changed", "translated", "tongwen:changed"},
    {"dropped", "no", "needs-translation", "x-tongwen-dropped", "initial", "tongwen:dropped"},
});

const StateRow* find_row(std::string_view status) {
    const auto* const found = std::ranges::find(table, status, &StateRow::status);
    return found == table.end() ? nullptr : found;
}

struct Meaning {
    std::string_view word;
    std::string_view status;
};
template <std::size_t size>
std::string_view meaning(const std::array<Meaning, size>& words, std::string_view word) {
    const auto* const found = std::ranges::find(words, word, &Meaning::word);
    return found == words.end() ? std::string_view() : found->status;
}

constexpr auto states12 = std::to_array<Meaning>({
    {"final", "accepted"},
    {"signed-off", "accepted"},
    {"translated", "accepted"},
    {"new", "needs-work"},
    {"needs-translation", "needs-work"},
    {"needs-adaptation", "needs-work"},
    {"needs-l10n", "needs-work"},
    {"needs-review-translation", "unreviewed"},
    {"needs-review-adaptation", "unreviewed"},
    {"needs-review-l10n", "unreviewed"},
});
constexpr auto states21 = std::to_array<Meaning>({
    {"initial", "needs-work"},
    {"translated", "unreviewed"},
    {"reviewed", "accepted"},
    {"final", "accepted"},
});
constexpr auto confirmations = std::to_array<Meaning>({
    {"Draft", "unreviewed"},
    {"Unspecified", "unreviewed"},
    {"Translated", "accepted"},
    {"ApprovedTranslation", "accepted"},
    {"ApprovedSignOff", "accepted"},
    {"RejectedTranslation", "needs-work"},
    {"RejectedSignOff", "needs-work"},
});

std::string* property_of(TranslationUnit& unit, std::string_view name) {
    const auto found =
        std::ranges::find(unit.properties, name, [](const auto& one) { return std::string_view(one.first); });
    return found == unit.properties.end() ? nullptr : &found->second;
}

}  // namespace

std::string_view status_of_confirmation(std::string_view level) { return meaning(confirmations, level); }

std::string_view confirmation_of_status(std::string_view status) {
    if (status == "accepted") return "ApprovedTranslation";
    return status == "needs-work" ? "RejectedTranslation" : "Draft";
}

std::string status_of(const TranslationUnit& unit) {
    std::string_view level;
    for (const auto& [name, value] : unit.properties) {
        if (name == status_property) return value;
        if (name == confirmation_property) level = value;
    }
    return std::string(status_of_confirmation(level));
}

State12 state12_of(std::string_view status) {
    const StateRow* const row = find_row(status);
    if (row == nullptr) return {};
    return {std::string(row->approved), std::string(row->state), std::string(row->qualifier)};
}

State21 state21_of(std::string_view status) {
    const StateRow* const row = find_row(status);
    if (row == nullptr) return {};
    return {std::string(row->state21), std::string(row->sub_state)};
}

std::string_view status_of(const State12& state) {
    for (const StateRow& row : table)
        if (!row.qualifier.empty() && state.state == row.state && state.qualifier == row.qualifier &&
            state.approved != "yes")
            return row.status;
    if (state.qualifier.starts_with("rejected-")) return "needs-work";
    if (state.approved == "yes") return "accepted";
    return meaning(states12, state.state);
}

std::string_view status_of(const State21& state) {
    for (const StateRow& row : table)
        if (state.state == row.state21 && state.sub_state == row.sub_state) return row.status;
    return meaning(states21, state.state);
}

void set_status(TranslationUnit& unit, std::string_view status) {
    if (status.empty()) return;
    std::string* const said = property_of(unit, status_property);
    if (said != nullptr && *said == status) return;
    if (said == nullptr) {
        unit.properties.emplace_back(status_property, status);
    } else {
        *said = status;
    }
    if (std::string* const level = property_of(unit, confirmation_property); level != nullptr)
        *level = confirmation_of_status(status);
}

}  // namespace tongwen::tmx
