// SPDX-License-Identifier: Apache-2.0
// Owns Operation: everything that a reviewer can do to an alignment.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "review/decision.h"

namespace tongwen::review {

/// The operations. All but undo and redo are changes of beads; undo and redo are entries of the ledger, too.
enum class Operation : std::uint8_t {
    accept,
    needs_work,
    drop,   ///< from export
    clear,  ///< back to undecided
    pin,
    unpin,
    merge,         ///< with the next bead
    split,         ///< at a boundary of each side
    shift_source,  ///< the boundary to the next bead on the source's side
    shift_target,
    edit,     ///< the target's text; an empty text takes the edit back
    comment,  ///< an empty text takes the comment away
    bookmark,
    unbookmark,
    realign,  ///< between what is fixed; made by review/realign.h
    undo,
    redo
};
inline constexpr std::size_t operation_count = 17;
/// The operation's stable name: "accept", "needs-work"… "shift-source"… "undo", "redo".
std::string_view name(Operation operation);
std::optional<Operation> find_operation(std::string_view name);

/// What is asked for. Only what the operation needs is looked at.
struct Request {
    Operation operation = Operation::accept;
    std::size_t bead = 0;          ///< index into the beads, from 0
    std::size_t source_split = 0;  ///< split: how many of the bead's source segments go into the first part
    std::size_t target_split = 0;
    int by = 1;             ///< shift: segments; above 0 takes from the next bead, below 0 gives to it
    std::string text = {};  ///< edit, comment
};

/// Who decides, and when.
struct Stamp {
    std::string who;
    std::string when;  ///< RFC 3339, UTC, whole seconds
    friend bool operator==(const Stamp&, const Stamp&) = default;
};

/// Beads that follow each other, and what they became; both tile the same segments.
struct Change {
    std::vector<ReviewedBead> before;
    std::vector<ReviewedBead> after;
    friend bool operator==(const Change&, const Change&) = default;
};

/// One line of the ledger: what was done, completely, so that it can be replayed and taken back.
struct Entry {
    std::size_t number = 0;  ///< from 1, without gaps
    Operation operation = Operation::accept;
    std::vector<Change> changes = {};  ///< in the order of the document; they do not overlap
    std::size_t of = 0;  ///< undo, redo: the number of the entry that is taken back, or done again
    Stamp stamp = {};
    friend bool operator==(const Entry&, const Entry&) = default;
};

}  // namespace tongwen::review
