// SPDX-License-Identifier: Apache-2.0
// Owns queues: in which order a reviewer looks at beads, and where beads go when others are merged or split.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "review/review.h"

namespace tongwen::review {

/// How many beads are to be looked at still.
struct Tally {
    std::size_t undecided = 0;  ///< or changed since they were decided
    std::size_t to_fix = 0;     ///< need work, or changed
    friend bool operator==(const Tally&, const Tally&) = default;
};
Tally tally(std::span<const ReviewedBead> beads);

/// Whether nobody has decided it, or its text has changed since.
bool is_undecided(const ReviewedBead& bead);
/// Whether a machine alone says that it is right: undecided, not pinned, not by hand.
bool is_machine_made(const ReviewedBead& bead);
bool is_one_to_one(const ReviewedBead& bead);

/// Where the beads of a review are once an entry is applied.
class Renumbering {
  public:
    /// `before` is the review that the entry is yet to be applied to.
    Renumbering(const Review& before, const Entry& entry);

    /// The new index of a bead; of one that is replaced, that of the replacement in its place, or the last.
    [[nodiscard]] std::size_t operator()(std::size_t bead) const;
    /// Whether the bead's boundaries change.
    [[nodiscard]] bool cuts(std::size_t bead) const;
    /// Whether any bead's do.
    [[nodiscard]] bool cuts_any() const;
    /// The first bead that is replaced, by its old index, or nothing.
    [[nodiscard]] std::optional<std::size_t> first() const;

  private:
    struct Replacement {
        std::size_t begin;      ///< old index
        std::size_t new_begin;  ///< new index
        std::size_t removed;
        std::size_t added;
        bool cut;
    };
    [[nodiscard]] const Replacement* last_until(std::size_t bead) const;
    std::vector<Replacement> replacements_;  // in order
};

/// The queues. All but `all` are as they were when they were made: what is decided stays in them.
enum class QueueKind : std::uint8_t {
    all,         ///< in the order of the document
    least_sure,  ///< what a machine alone says, by confidence, lowest first
    uneven,      ///< not 1-1
    findings,    ///< with findings
    undecided,   ///< or changed since
    to_fix,      ///< need work, or changed
    sample       ///< at random, in the order of the document
};
inline constexpr std::size_t queue_count = 7;

/// Beads, by index, in the order in which they are looked at.
class Queue {
  public:
    Queue() = default;
    /// All beads of a document.
    explicit Queue(std::size_t size) : size_(size) {}
    Queue(QueueKind kind, std::vector<std::size_t> beads)
        : kind_(kind), size_(beads.size()), beads_(std::move(beads)) {}

    [[nodiscard]] QueueKind kind() const { return kind_; }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] std::size_t bead(std::size_t position) const {
        return kind_ == QueueKind::all ? position : beads_[position];
    }
    /// Where a bead stands, if it does. Linear.
    [[nodiscard]] std::optional<std::size_t> position_of(std::size_t bead) const;
    /// As `position_of`; else where the first bead behind it in the document stands, else 0.
    [[nodiscard]] std::size_t position_near(std::size_t bead) const;
    /// The same beads once an entry is applied, of which there are `size` then; what was merged stands once.
    void follow(const Renumbering& renumbering, std::size_t size);

  private:
    QueueKind kind_ = QueueKind::all;
    std::size_t size_ = 0;
    std::vector<std::size_t> beads_;  // not for `all`
};

/// A queue of any kind but `sample`; `beads_with_findings` in order.
Queue make_queue(QueueKind kind, const Review& review, std::span<const std::size_t> beads_with_findings);

/// How sure a machine was of a bead, and which one it is: an order without ties.
struct Doubt {
    double confidence = 0;
    std::size_t bead = 0;
    friend auto operator<=>(const Doubt&, const Doubt&) = default;
};

/// The least sure of the beads that a machine alone vouches for, of those behind the one given. Linear.
std::optional<Doubt> next_doubtful(const Review& review, std::optional<Doubt> behind);

}  // namespace tongwen::review
