// SPDX-License-Identifier: Apache-2.0
// Owns the joining of two reviews, place by place.
#include "review/merge.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

#include "review/areas.h"

namespace tongwen::review {
namespace {

bool same_text(const corpus::Document& one, const corpus::Document& other) {
    if (one.segments.size() != other.segments.size()) return false;
    for (std::size_t k = 0; k < one.segments.size(); ++k)
        if (one.segment_text(k) != other.segment_text(k)) return false;
    return true;
}

/// The review as it was when both were one.
Review common_beginning(const Review& a, const Review& b) {
    Review base(a.origin(), a.first_decisions());
    std::vector<Entry> entries;
    for (std::size_t k = 0; k < std::min(a.ledger().size(), b.ledger().size()); ++k) {
        if (!(a.ledger()[k] == b.ledger()[k])) break;
        entries.push_back(a.ledger()[k]);
    }
    base.replay(std::move(entries));
    return base;
}

/// One reviewer's beads and what is new about them.
struct Side {
    Side(const Review& from, const Review& base)
        : review(from), origins(from.beads().size()), opinions(origins.size()), decided(origins.size()) {
        for (const Area& area : common_areas(base.beads(), from.beads())) {
            for (std::size_t k = area.b_begin; k < area.b_end; ++k) look_at(k, base, area);
        }
    }

    const Review& review;
    std::vector<Decision> origins;  ///< what was said of the same bead at the beginning
    std::vector<bool> opinions;     ///< whether the reviewer has decided something of it, or taken it back
    std::vector<bool> decided;      ///< whether something is decided that was not so at the beginning

  private:
    void look_at(std::size_t k, const Review& base, const Area& area) {
        const ReviewedBead& bead = review.beads()[k];
        const ReviewedBead& old = base.beads()[area.a_begin];
        const bool same = same_place(old.bead, bead.bead);
        if (same) origins[k] = old.decision;
        const bool touched = !same || old.decision != bead.decision;
        decided[k] = touched && bead.fixed();
        opinions[k] = decided[k] || (touched && same && old.fixed());
    }
};

/// By place: the operation by which a bead became what it is.
class LastOperations {
  public:
    explicit LastOperations(const Review& review) {
        for (const Entry& entry : review.ledger()) {
            const bool other = entry.of > 0 && entry.of <= review.ledger().size();
            const Operation operation = other ? review.ledger()[entry.of - 1].operation : entry.operation;
            for (const Change& change : entry.changes)
                for (const ReviewedBead& bead : change.after) operations_[key(bead.bead)] = operation;
        }
    }
    [[nodiscard]] Operation of(const align::Bead& bead) const {
        const auto found = operations_.find(key(bead));
        return found == operations_.end() ? Operation::accept : found->second;
    }

  private:
    using Key = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t>;
    static Key key(const align::Bead& bead) {
        return {bead.source.begin.value, bead.source.end.value, bead.target.begin.value,
                bead.target.end.value};
    }
    std::map<Key, Operation> operations_;
};

/// What a field becomes that had a value, and was set by two people; nothing where they contradict. What is
/// as nobody left it gives way.
template <class Value>
std::optional<Value> join(const Value& old, const Value& a, const Value& b) {
    if (a == b || b == old || b == Value{}) return a;
    if (a == old || a == Value{}) return b;
    return std::nullopt;
}

std::string joined_lines(const std::string& one, const std::string& other) {
    return one.empty() || other.empty() ? one + other : one + '\n' + other;
}

/// Both opinions of one bead, but status and edit, which are left open where they contradict.
struct Joined {
    Decision decision;
    bool contradiction = false;
};
Joined join_decisions(const Decision& old, const Decision& a, const Decision& b) {
    const auto status = join(old.status, a.status, b.status);
    const auto edit = join(old.target_edit, a.target_edit, b.target_edit);
    Joined joined{a.when < b.when ? b : a, !status || !edit};
    Decision& decision = joined.decision;
    decision.status = joined.contradiction ? Status::undecided : *status;
    decision.target_edit = joined.contradiction ? std::nullopt : *edit;
    decision.comment = join(old.comment, a.comment, b.comment).value_or(joined_lines(a.comment, b.comment));
    decision.pinned = a.pinned == old.pinned ? b.pinned : a.pinned;
    decision.by_hand = a.by_hand || b.by_hand;
    decision.bookmarked = a.bookmarked || b.bookmarked;
    return joined;
}

/// "1-1 accepted, 0-1 undecided": an opinion in a comment.
std::string spell(std::span<const ReviewedBead> beads, bool with_shapes) {
    std::string spelling;
    for (const ReviewedBead& bead : beads) {
        if (!spelling.empty()) spelling += ", ";
        if (with_shapes) spelling += align::shape(bead.bead) + ' ';
        spelling += name(bead.decision.status);
        if (bead.decision.target_edit) spelling += " \"" + *bead.decision.target_edit + '"';
    }
    return spelling;
}

std::string latest(std::span<const ReviewedBead> beads) {
    std::string when;
    for (const ReviewedBead& bead : beads) when = std::max(when, bead.decision.when);
    return when;
}

class Merging {
  public:
    Merging(const Review& a, const Review& b, Preference preference, const ReviewerNames& names,
            const Stamp& stamp)
        : base_(common_beginning(a, b)),
          a_(a, base_),
          b_(b, base_),
          operations_(b),
          preference_(preference),
          names_(names),
          stamp_(stamp),
          result_{a} {}

    Merged run() {
        for (const Area& area : common_areas(a_.review.beads(), b_.review.beads())) {
            area_ = area;
            merge_area();
        }
        [[maybe_unused]] const std::size_t count = entries_.size();
        [[maybe_unused]] const std::size_t done = result_.review.replay(std::move(entries_));
        assert(done == count);
        for (Conflict& conflict : result_.conflicts) {
            const align::Bead& first = conflict.a.front().bead;
            conflict.bead = first.source.empty() ? result_.review.bead_at(first.target.begin)
                                                 : result_.review.bead_at(first.source.begin);
        }
        result_.agreement = agreement_of({a_.review.beads(), a_.decided}, {b_.review.beads(), b_.decided});
        return std::move(result_);
    }

  private:
    [[nodiscard]] std::span<const ReviewedBead> of_a() const {
        return std::span(a_.review.beads()).subspan(area_.a_begin, area_.a_end - area_.a_begin);
    }
    [[nodiscard]] std::span<const ReviewedBead> of_b() const {
        return std::span(b_.review.beads()).subspan(area_.b_begin, area_.b_end - area_.b_begin);
    }

    void merge_area() {
        const auto any = [](const std::vector<bool>& flags, std::size_t begin, std::size_t end) {
            const auto last = flags.begin() + static_cast<std::ptrdiff_t>(end);
            return std::find(flags.begin() + static_cast<std::ptrdiff_t>(begin), last, true) != last;
        };
        const bool by_a = any(a_.opinions, area_.a_begin, area_.a_end);
        const bool by_b = any(b_.opinions, area_.b_begin, area_.b_end);
        const bool same = same_place(of_a()[0].bead, of_b()[0].bead);
        if (by_a && by_b) {
            same ? join_bead() : settle_conflict();
            return;
        }
        result_.from_a += by_a ? 1 : 0;
        result_.from_b += by_b ? 1 : 0;
        std::vector<ReviewedBead> beads = by_b ? copy(of_b()) : copy(of_a());
        if (same && (of_a()[0].decision.bookmarked || of_b()[0].decision.bookmarked))
            beads[0].decision.bookmarked = true;
        if (by_b) {
            take_from_b(std::move(beads));
        } else {
            put(std::move(beads), Operation::bookmark, stamp_);
        }
    }

    void join_bead() {
        const Decision& a = of_a()[0].decision;
        const Decision& b = of_b()[0].decision;
        const auto [decision, contradiction] = join_decisions(a_.origins[area_.a_begin], a, b);
        if (contradiction) {
            settle_conflict();
            return;
        }
        ++result_.equal;
        ReviewedBead bead = of_a()[0];
        bead.decision = decision;
        // Who and when alone are no reason for an entry.
        Decision same = a;
        same.who = decision.who;
        same.when = decision.when;
        if (same == decision) return;
        put({bead}, Operation::comment, {b.who, b.when});
    }

    void settle_conflict() {
        result_.conflicts.push_back({copy(of_a()), copy(of_b())});
        const bool b_is_later = latest(of_a()) < latest(of_b());
        if (preference_ == Preference::b || (preference_ == Preference::later && b_is_later)) {
            take_from_b(copy(of_b()));
        } else if (preference_ == Preference::neither) {
            put(left_open(), Operation::comment, stamp_);
        }
    }

    /// The beads of an area with nothing decided, and a comment that says what was.
    [[nodiscard]] std::vector<ReviewedBead> left_open() const {
        const bool same = same_place(of_a()[0].bead, of_b()[0].bead);
        std::vector<ReviewedBead> beads = copy(of_a());
        for (ReviewedBead& bead : beads) {
            bead.decision.status = Status::undecided;
            bead.decision.target_edit = std::nullopt;
            bead.decision.who = stamp_.who;
            bead.decision.when = stamp_.when;
        }
        std::string comments;
        for (const ReviewedBead& bead : of_b()) comments = joined_lines(comments, bead.decision.comment);
        std::string& comment = beads[0].decision.comment;
        if (comment != comments) comment = joined_lines(comment, comments);
        comment = joined_lines(
            comment, names_.a + ": " + spell(of_a(), !same) + "; " + names_.b + ": " + spell(of_b(), !same));
        return beads;
    }

    void take_from_b(std::vector<ReviewedBead> beads) {
        const Decision& decision = beads[0].decision;
        const Stamp stamp = decision.when.empty() ? stamp_ : Stamp{decision.who, decision.when};
        const Operation operation = operations_.of(beads[0].bead);
        put(std::move(beads), operation, stamp);
    }

    /// Has beads take the place of a's, if they are others.
    void put(std::vector<ReviewedBead> beads, Operation operation, const Stamp& stamp) {
        if (std::ranges::equal(beads, of_a())) return;
        Entry entry;
        entry.number = a_.review.ledger().size() + entries_.size() + 1;
        entry.operation = operation;
        entry.changes.push_back({copy(of_a()), std::move(beads)});
        entry.stamp = stamp;
        entries_.push_back(std::move(entry));
    }

    static std::vector<ReviewedBead> copy(std::span<const ReviewedBead> beads) {
        return {beads.begin(), beads.end()};
    }

    Review base_;
    Side a_;
    Side b_;
    LastOperations operations_;  // of b
    Preference preference_;
    ReviewerNames names_;
    Stamp stamp_;
    Area area_ = {};
    std::vector<Entry> entries_;
    Merged result_;
};

}  // namespace

Mismatch find_mismatch(const Review& a, const Review& b) {
    if (!same_text(a.source(), b.source())) return Mismatch::source;
    if (!same_text(a.target(), b.target())) return Mismatch::target;
    const bool same = a.origin().alignment == b.origin().alignment && a.origin().moved == b.origin().moved &&
                      a.first_decisions() == b.first_decisions();
    return same ? Mismatch::none : Mismatch::beads;
}

Merged merge(const Review& a, const Review& b, Preference preference, const ReviewerNames& names,
             const Stamp& stamp) {
    assert(find_mismatch(a, b) == Mismatch::none);
    return Merging(a, b, preference, names, stamp).run();
}

}  // namespace tongwen::review
