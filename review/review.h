// SPDX-License-Identifier: Apache-2.0
// Owns Review: two documents, their beads as a reviewer sees them, and all that was ever decided.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "align/alignment.h"
#include "review/operation.h"

namespace tongwen::review {

/// Why a request cannot be carried out; cli/ words it.
enum class Refusal : std::uint8_t {
    no_such_bead,
    no_next_bead,      ///< merge, shift
    nothing_to_split,  ///< one segment alone; 1-1 can be split into 1-0 and 0-1
    empty_part,        ///< a split that would leave a part with nothing
    nothing_to_shift,  ///< the bead that would give segments has not so many
    edited_text,       ///< split, shift: an edited target would be cut; take the edit back first
    no_target,         ///< edit: there is nothing to correct
    source_anchored,   ///< the source's boundaries must stay
    nothing_to_undo,
    nothing_to_redo,
    no_change  ///< it is so already
};
inline constexpr std::size_t refusal_count = 11;
/// The refusal's stable name: "no-such-bead"…
std::string_view name(Refusal refusal);

/// How the beads of a review are kept and changed: a value without files. Invariants: the beads tile both
/// sides in order; replaying the ledger on the first beads gives the present ones.
///
/// Each operation takes time linear in the beads that it touches plus one move of the list's tail.
class Review {
  public:
    /// `bitext.alignment` gives the first beads; `decisions` (one a bead, or none at all) what was said of
    /// them before the ledger begins, by an earlier edition of the file.
    explicit Review(align::Bitext bitext, std::vector<Decision> decisions = {});

    [[nodiscard]] const corpus::Document& source() const { return bitext_.source; }
    [[nodiscard]] const corpus::Document& target() const { return bitext_.target; }
    /// The documents with the alignment that the review started from; `current()` has the present one.
    [[nodiscard]] const align::Bitext& origin() const { return bitext_; }
    /// A copy with the present beads; blocks of moved text of which nothing is left are left out.
    [[nodiscard]] align::Bitext current() const;
    [[nodiscard]] const std::vector<ReviewedBead>& beads() const { return beads_; }
    [[nodiscard]] const std::vector<Entry>& ledger() const { return ledger_; }
    /// What was said of the beads before the ledger begins; as in the constructor.
    [[nodiscard]] const std::vector<Decision>& first_decisions() const { return first_decisions_; }

    /// The practice of the United Nations' translators: source boundaries stay, only the target moves.
    bool source_anchored = false;
    /// The index of the bead that the reviewer stood on last.
    std::size_t cursor = 0;

    /// What a request would do: the entry (its number is the next one), or why not. Changes nothing.
    ///
    /// accept, needs_work, drop, clear set the status. merge, split and the shifts make beads by hand:
    /// undecided, of confidence 1, without reasons. Merging joins comments (a line each) and edited targets;
    /// splitting leaves the comment with the first part, and an edit with the target. A bead that a shift
    /// leaves with nothing vanishes into its neighbour, with its comment. Ill-formed UTF-8 in texts becomes
    /// U+FFFD. Throws std::invalid_argument for realign, which review/realign.h plans.
    [[nodiscard]] std::variant<Entry, Refusal> plan(const Request& request, const Stamp& stamp) const;
    /// Does what an entry says: one of `plan`, of review/realign.h, or of a file. Throws
    /// std::invalid_argument where it does not fit the present beads; then nothing has changed.
    void apply(Entry entry);
    /// Applies entries until one does not fit; says how many did. Linear in them (times the log of the
    /// beads), which `apply` in a loop is not.
    std::size_t replay(std::vector<Entry> entries);

    /// The entries that undo would take back, and that redo would do again, next last.
    [[nodiscard]] const std::vector<std::size_t>& undoable() const { return undoable_; }
    [[nodiscard]] const std::vector<std::size_t>& redoable() const { return redoable_; }

    /// The bead that holds a segment. O(log n).
    [[nodiscard]] std::size_t bead_at(align::SourcePosition segment) const;
    [[nodiscard]] std::size_t bead_at(align::TargetPosition segment) const;

    /// The texts of a bead, joined as its language joins sentences; the target as edited, if it was.
    [[nodiscard]] std::string source_text(std::size_t bead) const;
    [[nodiscard]] std::string target_text(std::size_t bead) const;

  private:
    align::Bitext bitext_;
    std::vector<Decision> first_decisions_;
    std::vector<ReviewedBead> beads_;
    std::vector<Entry> ledger_;
    std::vector<std::size_t> undoable_;
    std::vector<std::size_t> redoable_;
};

/// How many beads have each status, by Status, and of what.
struct Counts {
    std::size_t beads = 0;
    std::array<std::size_t, status_count> by_status = {};
    std::size_t pinned = 0;
    std::size_t edited = 0;
    std::size_t commented = 0;
    std::size_t bookmarked = 0;
    std::size_t by_hand = 0;
};
Counts count(const Review& review);

}  // namespace tongwen::review
