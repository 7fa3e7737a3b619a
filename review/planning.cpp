// SPDX-License-Identifier: Apache-2.0
// Owns what each operation means: from a request to the change that it makes of the beads.
#include <cstdlib>
#include <span>
#include <stdexcept>
#include <utility>

#include "review/review.h"
#include "text/unicode.h"

namespace tongwen::review {
namespace {

using Outcome = std::variant<Change, Refusal>;

/// What an operation looks at.
struct Question {
    const Review& review;
    const Request& request;
    const Stamp& stamp;

    [[nodiscard]] const ReviewedBead& bead() const { return review.beads()[request.bead]; }
    [[nodiscard]] bool has_next() const { return request.bead + 1 < review.beads().size(); }
    [[nodiscard]] const ReviewedBead& next() const { return review.beads()[request.bead + 1]; }
    [[nodiscard]] const text::Language& target_language() const { return review.target().language; }
};

void sign(Decision& decision, const Stamp& stamp) {
    decision.who = stamp.who;
    decision.when = stamp.when;
}

/// A bead whose boundaries a person set: what a machine thought of its parts says nothing of it.
ReviewedBead by_hand(align::Run<align::Source> source, align::Run<align::Target> target, Decision decision,
                     const Stamp& stamp) {
    decision.status = Status::undecided;
    decision.by_hand = true;
    sign(decision, stamp);
    return {{source, target}, std::move(decision)};
}

/// Ill-formed bytes (an editor may write any) become U+FFFD, so that the ledger can hold the text.
std::string well_formed(const std::string& text) {
    if (text::is_valid_utf8(text)) return text;
    std::string result;
    for (std::size_t at = 0; at < text.size();) text::append_utf8(result, text::next_code_point(text, at));
    return result;
}

Outcome decide(const Question& question, Decision decision) {
    if (decision == question.bead().decision) return Refusal::no_change;
    sign(decision, question.stamp);
    return Change{{question.bead()}, {{question.bead().bead, std::move(decision)}}};
}

Outcome set_status(const Question& question, Status status) {
    Decision decision = question.bead().decision;
    decision.status = status;
    return decide(question, std::move(decision));
}

Outcome set_pinned(const Question& question, bool pinned) {
    Decision decision = question.bead().decision;
    decision.pinned = pinned;
    return decide(question, std::move(decision));
}

Outcome set_bookmarked(const Question& question, bool bookmarked) {
    Decision decision = question.bead().decision;
    decision.bookmarked = bookmarked;
    return decide(question, std::move(decision));
}

Outcome comment(const Question& question) {
    Decision decision = question.bead().decision;
    decision.comment = well_formed(question.request.text);
    return decide(question, std::move(decision));
}

Outcome edit(const Question& question) {
    const align::Bead& bead = question.bead().bead;
    if (bead.target.empty()) return Refusal::no_target;
    const std::string unedited =
        question.review.origin().target_text(bead, align::separator_of(question.target_language()));
    std::string text = well_formed(question.request.text);
    Decision decision = question.bead().decision;
    decision.target_edit = text.empty() || text == unedited ? std::nullopt : std::optional(std::move(text));
    return decide(question, std::move(decision));
}

std::string join(const std::string& first, const std::string& second, std::string_view separator) {
    if (first.empty() || second.empty()) return first + second;
    return first + std::string(separator) + second;
}

Outcome merge(const Question& question) {
    if (!question.has_next()) return Refusal::no_next_bead;
    const ReviewedBead& first = question.bead();
    const ReviewedBead& second = question.next();
    if (question.review.source_anchored && !first.bead.source.empty() && !second.bead.source.empty())
        return Refusal::source_anchored;
    Decision joined;
    joined.pinned = first.decision.pinned || second.decision.pinned;
    joined.bookmarked = first.decision.bookmarked || second.decision.bookmarked;
    joined.comment = join(first.decision.comment, second.decision.comment, "\n");
    if (first.decision.target_edit || second.decision.target_edit) {
        joined.target_edit = join(question.review.target_text(question.request.bead),
                                  question.review.target_text(question.request.bead + 1),
                                  align::separator_of(question.target_language()));
    }
    return Change{
        {first, second},
        {by_hand({first.bead.source.begin, second.bead.source.end},
                 {first.bead.target.begin, second.bead.target.end}, std::move(joined), question.stamp)}};
}

/// Each half of a run that is cut behind `count` segments.
template <class Side>
std::pair<align::Run<Side>, align::Run<Side>> cut(align::Run<Side> run, std::size_t count) {
    const align::Position<Side> middle = {run.begin.value + static_cast<std::uint32_t>(count)};
    return {{run.begin, middle}, {middle, run.end}};
}

Outcome split(const Question& question) {
    const ReviewedBead& whole = question.bead();
    const std::size_t m = question.request.source_split;
    const std::size_t n = question.request.target_split;
    if (whole.bead.source.size() + whole.bead.target.size() < 2) return Refusal::nothing_to_split;
    if (m > whole.bead.source.size() || n > whole.bead.target.size()) return Refusal::empty_part;
    const auto [first_source, second_source] = cut(whole.bead.source, m);
    const auto [first_target, second_target] = cut(whole.bead.target, n);
    if (m + n == 0 || (second_source.empty() && second_target.empty())) return Refusal::empty_part;
    if (question.review.source_anchored && !first_source.empty() && !second_source.empty())
        return Refusal::source_anchored;
    // An edit goes with the target; where the target is cut, nobody knows where its edit would be.
    if (whole.decision.target_edit && !first_target.empty() && !second_target.empty())
        return Refusal::edited_text;
    Decision first = whole.decision;
    Decision second;
    second.pinned = whole.decision.pinned;
    if (first_target.empty()) second.target_edit = std::exchange(first.target_edit, std::nullopt);
    return Change{{whole},
                  {by_hand(first_source, first_target, std::move(first), question.stamp),
                   by_hand(second_source, second_target, std::move(second), question.stamp)}};
}

/// The boundary between two neighbours' runs, moved by `by` segments; nothing when the one that gives has not
/// so many.
template <class Side>
std::optional<align::Position<Side>> moved_boundary(align::Run<Side> first, align::Run<Side> second, int by) {
    const auto count = static_cast<std::size_t>(std::llabs(by));
    if (count > (by > 0 ? second : first).size()) return std::nullopt;
    return align::Position<Side>{static_cast<std::uint32_t>(first.end.value + std::int64_t{by})};
}

/// Both beads with new boundaries; one that has nothing left vanishes into the other, with what was said.
Outcome rebound(const Question& question, const align::Bead& first, const align::Bead& second) {
    const Decision& one = question.bead().decision;
    const Decision& other = question.next().decision;
    const auto gone = [](const align::Bead& bead) { return bead.source.empty() && bead.target.empty(); };
    Change change{{question.bead(), question.next()}, {}};
    if (!gone(first) && !gone(second)) {
        change.after = {by_hand(first.source, first.target, one, question.stamp),
                        by_hand(second.source, second.target, other, question.stamp)};
        return change;
    }
    const align::Bead& left = gone(first) ? second : first;
    Decision joined = gone(first) ? other : one;
    joined.pinned = one.pinned || other.pinned;
    joined.bookmarked = one.bookmarked || other.bookmarked;
    joined.comment = join(one.comment, other.comment, "\n");
    change.after = {by_hand(left.source, left.target, std::move(joined), question.stamp)};
    return change;
}

Outcome shift_source(const Question& question) {
    if (!question.has_next()) return Refusal::no_next_bead;
    if (question.review.source_anchored) return Refusal::source_anchored;
    if (question.request.by == 0) return Refusal::no_change;
    align::Bead first = question.bead().bead;
    align::Bead second = question.next().bead;
    const auto boundary = moved_boundary(first.source, second.source, question.request.by);
    if (!boundary) return Refusal::nothing_to_shift;
    first.source.end = second.source.begin = *boundary;
    return rebound(question, first, second);
}

Outcome shift_target(const Question& question) {
    if (!question.has_next()) return Refusal::no_next_bead;
    if (question.request.by == 0) return Refusal::no_change;
    align::Bead first = question.bead().bead;
    align::Bead second = question.next().bead;
    const auto boundary = moved_boundary(first.target, second.target, question.request.by);
    if (!boundary) return Refusal::nothing_to_shift;
    if (question.bead().decision.target_edit || question.next().decision.target_edit)
        return Refusal::edited_text;
    first.target.end = second.target.begin = *boundary;
    return rebound(question, first, second);
}

Outcome change_of(const Question& question) {
    switch (question.request.operation) {
        case Operation::accept:
            return set_status(question, Status::accepted);
        case Operation::needs_work:
            return set_status(question, Status::needs_work);
        case Operation::drop:
            return set_status(question, Status::dropped);
        case Operation::clear:
            return set_status(question, Status::undecided);
        case Operation::pin:
            return set_pinned(question, true);
        case Operation::unpin:
            return set_pinned(question, false);
        case Operation::bookmark:
            return set_bookmarked(question, true);
        case Operation::unbookmark:
            return set_bookmarked(question, false);
        case Operation::edit:
            return edit(question);
        case Operation::comment:
            return comment(question);
        case Operation::merge:
            return merge(question);
        case Operation::split:
            return split(question);
        case Operation::shift_source:
            return shift_source(question);
        case Operation::shift_target:
            return shift_target(question);
        case Operation::realign:
        case Operation::undo:
        case Operation::redo:
            break;
    }
    throw std::invalid_argument("not an operation on a bead");
}

std::vector<Change> inverted(std::vector<Change> changes) {
    for (Change& change : changes) std::swap(change.before, change.after);
    return changes;
}

}  // namespace

std::variant<Entry, Refusal> Review::plan(const Request& request, const Stamp& stamp) const {
    Entry entry{ledger_.size() + 1, request.operation, {}, 0, stamp};
    if (request.operation == Operation::undo) {
        if (undoable_.empty()) return Refusal::nothing_to_undo;
        entry.of = undoable_.back();
        entry.changes = inverted(ledger_[entry.of - 1].changes);
        return entry;
    }
    if (request.operation == Operation::redo) {
        if (redoable_.empty()) return Refusal::nothing_to_redo;
        entry.of = redoable_.back();
        entry.changes = ledger_[entry.of - 1].changes;
        return entry;
    }
    if (request.bead >= beads_.size()) return Refusal::no_such_bead;
    Outcome outcome = change_of({*this, request, stamp});
    if (const Refusal* const refusal = std::get_if<Refusal>(&outcome)) return *refusal;
    entry.changes.push_back(std::get<Change>(std::move(outcome)));
    return entry;
}

}  // namespace tongwen::review
