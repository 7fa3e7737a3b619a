// SPDX-License-Identifier: Apache-2.0
// Owns what becomes of exported units that come back: which beads they are of, and what they decide.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "review/review.h"
#include "tmx/translation_unit.h"

namespace tongwen::review {

/// What an export includes of the ledger: the number of its last entry and a part of that entry's hash, so
/// that another copy's entries are not taken for ours; "0" where there is none. A unit carries it as
/// x-tongwen-entry.
std::string mark_of(const Review& review);

/// What a unit says that comes back.
struct ReturnedUnit {
    std::size_t number = 0;  ///< in its file, from 1
    std::size_t line = 0;    ///< where it begins
    std::string id = {};
    std::string reference = {};  ///< x-po-reference: an id that went through a PO file
    std::string source = {};
    std::string target = {};
    std::string status = {};               ///< x-tongwen-status; empty: it says nothing of it
    std::string confirmation = {};         ///< x-ConfirmationLevel, which other tools set
    std::optional<std::string> note = {};  ///< nothing: it says nothing of notes
    std::string entry = {};                ///< x-tongwen-entry
    std::string who = {};                  ///< as the file has it, if it does
    std::string when = {};                 ///< RFC 3339, UTC
};
/// `states_notes` as in tmx::UnitReader.
ReturnedUnit returned_unit(const tmx::TranslationUnit& unit, std::size_t number, std::size_t line,
                           bool states_notes);

/// Why a unit, or a part of what it says, did not come in.
enum class Trouble : std::uint8_t {
    unknown_id,      ///< no bead ever had it
    bead_changed,    ///< a bead had it that was merged, split or aligned anew since
    other_source,    ///< its source text is not the bead's
    duplicate_id,    ///< another unit of the file had it and said something else
    unknown_source,  ///< it has no id, and its source text is no bead's
    many_sources,    ///< it has no id, and its source text is that of several beads
    empty_target,    ///< its target is empty; the bead's stays
    no_target,       ///< it has a target, and the bead has none to correct
    unknown_status,  ///< its status is none; the bead's stays
    conflict         ///< the bead was decided otherwise since the export, or nobody knows when
};
inline constexpr std::size_t trouble_count = 10;
/// The trouble's stable name: "unknown-id"…
std::string_view name(Trouble trouble);

struct TroubledUnit {
    ReturnedUnit unit;
    Trouble trouble = Trouble::unknown_id;
    std::optional<std::size_t> bead = {};  ///< which it would have been
};

/// What a unit changes.
struct Arrival {
    ReturnedUnit unit;
    std::size_t bead = 0;           ///< the first that a request is about
    std::vector<Request> requests;  ///< edit, comment, a status; each of them is something new
    Stamp stamp;
    std::string old_target;  ///< as it was exported
    Status old_status = Status::undecided;
    std::string old_comment;
    bool overwrites = false;  ///< what was decided since the export
};

/// What came of a file.
struct Returns {
    std::size_t units = 0;
    std::size_t unchanged = 0;
    std::vector<Arrival> arrivals;       ///< in the order of the file
    std::vector<TroubledUnit> troubled;  ///< in the order of the file
};

/// Takes the units of a file, one by one, and finds what they say that is new. A unit is placed by its id;
/// one without an id by its source text, where one bead only has it. It is compared with what was exported:
/// what its bead was when the ledger was as its `entry` says. What is as it was exported says nothing,
/// whatever was decided since. Where the unit does not tell, it is compared with what the bead is now, and is
/// a conflict if anybody has decided the bead, unless its own time is later.
///
/// Memory: the ids, and the units that say something. Time: linear, but for a logarithm.
class UnitReturns {
  public:
    /// `review` must live as long and stay as it is.
    explicit UnitReturns(const Review& review);

    void add(ReturnedUnit unit);
    /// Once, when all were added. `stamp` is for units that do not tell who changed them, or when.
    Returns finish(const Stamp& stamp, bool overwrite);

  private:
    /// Where a unit's decisions are: in one bead, or, of what was moved, in the bead of each side.
    struct Place {
        std::size_t source_bead;
        std::size_t target_bead;
        std::uint64_t source_hash;  ///< of the source's text
        std::uint64_t seen = 0;     ///< hash of what the first unit of the id says; 0: none came
    };
    struct Pending {
        ReturnedUnit unit;
        std::size_t place;
        std::optional<std::size_t> entry;  ///< the ledger's size at the export, if that is known
    };
    /// What was said of a place, texts as they are exported.
    struct Said {
        Status status = Status::undecided;
        std::string target;
        std::string comment;
        std::string who;
        std::string when;
        std::size_t decision_bead = 0;  ///< that a status or a comment goes to
    };

    void index_former();
    std::optional<std::size_t> find_place(const ReturnedUnit& unit, Trouble& trouble);
    [[nodiscard]] std::string exported(const std::string& target) const;
    [[nodiscard]] Said said(const ReviewedBead& source, const ReviewedBead& target, const Place& place) const;
    [[nodiscard]] Said now(const Place& place) const;
    [[nodiscard]] std::optional<Said> then(const Review& earlier, const Place& place) const;
    [[nodiscard]] std::optional<std::size_t> read_mark(const std::string& entry);
    bool look_at_fields(ReturnedUnit& unit, const Place& place);
    void settle(Pending pending, const std::optional<Said>& base, const Stamp& stamp, bool overwrite);
    void make_requests(const Place& place, const Said& base, const Said& present, Arrival& arrival) const;

    const Review& review_;
    align::Bitext bitext_;  // with the present beads
    std::vector<Place> places_;
    std::unordered_map<std::string, std::size_t> by_id_;
    /// By the hash of the source's text; nothing: several have it.
    std::unordered_map<std::uint64_t, std::optional<std::size_t>> by_source_;
    std::unordered_map<std::string, std::size_t>
        former_;  // ids of beads that are gone, and who has their text
    bool former_indexed_ = false;
    std::unordered_map<std::size_t, std::string> marks_;  // of entries that were asked for
    std::vector<Pending> pending_;
    Returns returns_;
};

}  // namespace tongwen::review
