// SPDX-License-Identifier: Apache-2.0
// Owns the names of operations.
#include "review/operation.h"

#include <algorithm>
#include <array>

namespace tongwen::review {
namespace {

constexpr std::array<std::string_view, operation_count> names = {
    "accept",   "needs-work", "drop",         "clear",        "pin",  "unpin",
    "merge",    "split",      "shift-source", "shift-target", "edit", "comment",
    "bookmark", "unbookmark", "realign",      "undo",         "redo"};

}  // namespace

std::string_view name(Operation operation) { return names[static_cast<std::size_t>(operation)]; }

std::optional<Operation> find_operation(std::string_view name) {
    const auto* const found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Operation>(found - names.begin());
}

}  // namespace tongwen::review
