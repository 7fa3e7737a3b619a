// SPDX-License-Identifier: Apache-2.0
// Owns the placing of returned units and their comparison with what was exported.
#include "review/returned_units.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "align/moved_beads.h"
#include "review/alignment_file.h"
#include "review/areas.h"
#include "text/files.h"
#include "text/hash.h"
#include "text/unicode.h"
#include "tmx/segment_text.h"
#include "tmx/units.h"
#include "tmx/xliff_state.h"

namespace tongwen::review {
namespace {

constexpr std::array<std::string_view, trouble_count> trouble_names = {
    "unknown-id",   "bead-changed", "other-source", "duplicate-id",   "unknown-source",
    "many-sources", "empty-target", "no-target",    "unknown-status", "conflict"};

constexpr std::string_view undecided_word = "unreviewed";

std::string mark_of(const Review& review, std::size_t entries) {
    if (entries == 0) return "0";
    constexpr std::size_t digits = 8;
    const std::string hash = text::content_hash(spell(review.ledger()[entries - 1]));
    return fmt::format("{}-{}", entries, hash.substr(hash.find(':') + 1, digits));
}

/// Tools wrap lines and collapse spaces; a text without its white space is still the same text.
std::uint64_t hash_of_source(std::string_view text) {
    const std::string legal = text::to_nfc(tmx::drop_illegal_characters(text).text);
    std::string dense;
    for (std::size_t at = 0; at < legal.size();) {
        const char32_t c = text::next_code_point(legal, at);
        if (!text::is_space(c)) text::append_utf8(dense, c);
    }
    return text::hash_64(dense);
}

std::string spell_time(std::chrono::sys_seconds when) { return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", when); }

/// A person's way to write a status: "Accepted ", "needs work".
std::string plain_status(const std::string& written) {
    std::string plain = text::to_lower(text::trim(written));
    std::ranges::replace(plain, ' ', '-');
    return plain == name(Status::undecided) ? std::string(undecided_word) : plain;
}

std::optional<Status> status_of(const std::string& plain) {
    return plain == undecided_word ? Status::undecided : find_status(plain);
}

std::string_view word_of(Status status) {
    return status == Status::undecided ? undecided_word : name(status);
}

std::optional<Operation> operation_for(Status status) {
    switch (status) {
        case Status::accepted:
            return Operation::accept;
        case Status::needs_work:
            return Operation::needs_work;
        case Status::dropped:
            return Operation::drop;
        case Status::undecided:
            return Operation::clear;
        case Status::changed:  // an update of the documents says so, nobody else
            break;
    }
    return std::nullopt;
}

/// The status that a unit asks for; nothing where it says nothing that is new to `base`. Other tools know
/// Trados' word only, and leave ours as it was.
std::optional<Status> wanted_status(const ReturnedUnit& unit, Status base) {
    const auto own = status_of(unit.status);
    if (own && *own != base) return own;
    const std::string_view level = tmx::status_of_confirmation(unit.confirmation);
    const std::string_view expected = tmx::status_of_confirmation(tmx::confirmation_of_status(word_of(base)));
    if (level.empty() || level == expected) return std::nullopt;
    return status_of(std::string(level));
}

std::uint64_t hash_of_content(const ReturnedUnit& unit) {
    const std::string all =
        fmt::format("{}\n{}\n{}\n{}", unit.target, unit.status, unit.confirmation, unit.note.value_or(""));
    return std::max<std::uint64_t>(text::hash_64(all), 1);
}

}  // namespace

std::string mark_of(const Review& review) { return mark_of(review, review.ledger().size()); }

std::string_view name(Trouble trouble) { return trouble_names[static_cast<std::size_t>(trouble)]; }

ReturnedUnit returned_unit(const tmx::TranslationUnit& unit, std::size_t number, std::size_t line,
                           bool states_notes) {
    ReturnedUnit returned;
    returned.number = number;
    returned.line = line;
    returned.id = unit.id;
    returned.source = unit.source.text;
    returned.target = unit.target.text;
    for (const auto& [name, value] : unit.properties) {
        if (name == "x-tongwen-status") returned.status = plain_status(value);
        if (name == "x-ConfirmationLevel") returned.confirmation = value;
        if (name == "x-tongwen-entry") returned.entry = value;
        if (name == "x-po-reference") returned.reference = value;
    }
    if (states_notes || !unit.notes.empty()) returned.note.emplace();
    for (const std::string& note : unit.notes)
        returned.note->append(returned.note->empty() ? "" : "\n").append(tmx::normalise(note));
    returned.who = unit.changed_by;
    if (unit.changed_when) returned.when = spell_time(*unit.changed_when);
    return returned;
}

UnitReturns::UnitReturns(const Review& review) : review_(review), bitext_(review.current()) {
    const align::MovedBeads moved(bitext_);
    const std::string_view separator = align::separator_of(bitext_.source.language);
    for (const align::OrderedBead& ordered : align::beads_in_source_order(bitext_)) {
        const align::Bead& bead = ordered.bead;
        const std::size_t place = places_.size();
        const std::uint64_t hash = hash_of_source(bitext_.source_text(bead, separator));
        if (ordered.alignment_index) {
            places_.push_back({*ordered.alignment_index, *ordered.alignment_index, hash});
        } else {
            places_.push_back({moved.place(bead.source), moved.place(bead.target), hash});
        }
        by_id_.emplace(tmx::unit_id(bitext_, bead), place);
        const auto [same, is_new] = by_source_.emplace(hash, place);
        if (!is_new) same->second.reset();
    }
}

/// Beads that the ledger, or the review's beginning, had.
void UnitReturns::index_former() {
    if (std::exchange(former_indexed_, true)) return;
    const auto add = [this](const align::Bead& bead) {
        const std::size_t holder =
            bead.source.empty() ? review_.bead_at(bead.target.begin) : review_.bead_at(bead.source.begin);
        former_.emplace(tmx::unit_id(review_.origin(), bead), holder);
    };
    for (const align::Bead& bead : review_.origin().alignment.beads()) add(bead);
    for (const align::MovedBlock& block : review_.origin().moved)
        for (const align::Bead& bead : block.beads) add(bead);
    for (const Entry& entry : review_.ledger())
        for (const Change& change : entry.changes)
            for (const ReviewedBead& bead : change.after) add(bead.bead);
}

/// The place of a unit; where there is none, `trouble` says why.
std::optional<std::size_t> UnitReturns::find_place(const ReturnedUnit& unit, Trouble& trouble) {
    const std::uint64_t hash = hash_of_source(unit.source);
    if (unit.id.empty()) {
        const auto found = by_source_.find(hash);
        trouble = found == by_source_.end() ? Trouble::unknown_source : Trouble::many_sources;
        return found == by_source_.end() ? std::nullopt : found->second;
    }
    auto found = by_id_.find(unit.id);
    if (found == by_id_.end() && !unit.reference.empty()) found = by_id_.find(unit.reference);
    if (found != by_id_.end()) {
        trouble = Trouble::other_source;
        return places_[found->second].source_hash == hash ? std::optional(found->second) : std::nullopt;
    }
    index_former();
    trouble = former_.contains(unit.id) ? Trouble::bead_changed : Trouble::unknown_id;
    return std::nullopt;
}

std::string UnitReturns::exported(const std::string& target) const {
    return tmx::normalise(
        tmx::drop_illegal_characters(tmx::one_line(target, review_.target().language)).text);
}

UnitReturns::Said UnitReturns::said(const ReviewedBead& source, const ReviewedBead& target,
                                    const Place& place) const {
    // As make_units decides of what was moved.
    const bool source_silent = source.decision == Decision{};
    const Decision& decision = source_silent ? target.decision : source.decision;
    const align::Bead& bead = target.bead;
    const std::string unedited = bitext_.target_text(bead, align::separator_of(review_.target().language));
    return {decision.status,
            exported(target.decision.target_edit.value_or(unedited)),
            tmx::normalise(tmx::drop_illegal_characters(decision.comment).text),
            decision.who,
            decision.when,
            source_silent ? place.target_bead : place.source_bead};
}

UnitReturns::Said UnitReturns::now(const Place& place) const {
    return said(review_.beads()[place.source_bead], review_.beads()[place.target_bead], place);
}

/// What was said when the ledger was shorter; nothing when the beads were others then.
std::optional<UnitReturns::Said> UnitReturns::then(const Review& earlier, const Place& place) const {
    const auto find = [&](std::size_t index) -> const ReviewedBead* {
        const align::Bead& bead = review_.beads()[index].bead;
        const std::size_t there =
            bead.source.empty() ? earlier.bead_at(bead.target.begin) : earlier.bead_at(bead.source.begin);
        if (there >= earlier.beads().size()) return nullptr;
        const ReviewedBead& found = earlier.beads()[there];
        return same_place(found.bead, bead) ? &found : nullptr;
    };
    const ReviewedBead* const source = find(place.source_bead);
    const ReviewedBead* const target = find(place.target_bead);
    if (source == nullptr || target == nullptr) return std::nullopt;
    return said(*source, *target, place);
}

std::optional<std::size_t> UnitReturns::read_mark(const std::string& entry) {
    std::size_t number = 0;
    const auto read = std::from_chars(entry.data(), entry.data() + entry.size(), number);
    if (read.ec != std::errc{} || number > review_.ledger().size()) return std::nullopt;
    const auto [known, is_new] = marks_.try_emplace(number);
    if (is_new) known->second = mark_of(review_, number);
    return known->second == entry ? std::optional(number) : std::nullopt;
}

/// Takes out of the unit what cannot come in, and says so; false when nothing is left that differs from what
/// is.
bool UnitReturns::look_at_fields(ReturnedUnit& unit, const Place& place) {
    const Said present = now(place);
    unit.target = exported(unit.target);
    if (unit.target.empty() && !present.target.empty()) {
        returns_.troubled.push_back({unit, Trouble::empty_target, place.target_bead});
        unit.target = present.target;
    } else if (!unit.target.empty() && review_.beads()[place.target_bead].bead.target.empty()) {
        returns_.troubled.push_back({unit, Trouble::no_target, place.target_bead});
        unit.target = present.target;
    }
    if (!unit.status.empty() && !status_of(unit.status)) {
        returns_.troubled.push_back({unit, Trouble::unknown_status, place.source_bead});
        unit.status.clear();
    }
    const auto status = wanted_status(unit, present.status);
    return unit.target != present.target || (unit.note && *unit.note != present.comment) ||
           (status && *status != present.status);
}

void UnitReturns::add(ReturnedUnit unit) {
    ++returns_.units;
    Trouble trouble = Trouble::unknown_id;
    const auto index = find_place(unit, trouble);
    if (!index) {
        std::optional<std::size_t> bead;
        if (const auto former = former_.find(unit.id); trouble == Trouble::bead_changed)
            bead = former->second;
        if (trouble == Trouble::other_source) {
            const auto own = by_id_.find(unit.id);
            bead = places_[(own != by_id_.end() ? own : by_id_.find(unit.reference))->second].source_bead;
        }
        returns_.troubled.push_back({std::move(unit), trouble, bead});
        return;
    }
    Place& place = places_[*index];
    const std::uint64_t content = hash_of_content(unit);
    if (place.seen != 0 && place.seen != content)
        return returns_.troubled.push_back({std::move(unit), Trouble::duplicate_id, place.source_bead});
    if (std::exchange(place.seen, content) != 0 || !look_at_fields(unit, place)) {
        ++returns_.unchanged;
        return;
    }
    const auto entry = read_mark(unit.entry);
    pending_.push_back({std::move(unit), *index, entry});
}

/// The requests that make of `present` what the unit changed in `base`.
void UnitReturns::make_requests(const Place& place, const Said& base, const Said& present,
                                Arrival& arrival) const {
    const ReturnedUnit& unit = arrival.unit;
    const auto ask = [&arrival](Operation operation, std::size_t bead, std::string text) {
        Request request;
        request.operation = operation;
        request.bead = bead;
        request.text = std::move(text);
        arrival.requests.push_back(std::move(request));
    };
    if (unit.target != base.target && unit.target != present.target) {
        const align::Bead& bead = review_.beads()[place.target_bead].bead;
        const std::string unedited =
            exported(bitext_.target_text(bead, align::separator_of(review_.target().language)));
        ask(Operation::edit, place.target_bead, unit.target == unedited ? std::string() : unit.target);
    }
    const bool noted = unit.note && *unit.note != base.comment && *unit.note != present.comment;
    const auto status = wanted_status(unit, base.status);
    const auto operation =
        status && *status != present.status ? operation_for(*status) : std::optional<Operation>();
    // Of what was moved, a status is both beads', and the source's bead speaks for both once it says
    // anything.
    const bool speaks_anew = operation && present.decision_bead != place.source_bead;
    if (noted) {
        ask(Operation::comment, operation ? place.source_bead : present.decision_bead, *unit.note);
    } else if (speaks_anew && !present.comment.empty()) {
        ask(Operation::comment, place.source_bead, present.comment);
    }
    if (!operation) return;
    ask(*operation, place.source_bead, {});
    if (place.target_bead != place.source_bead &&
        review_.beads()[place.target_bead].decision.status != *status)
        ask(*operation, place.target_bead, {});
}

void UnitReturns::settle(Pending pending, const std::optional<Said>& base, const Stamp& stamp,
                         bool overwrite) {
    const Place& place = places_[pending.place];
    const Said present = now(place);
    const ReturnedUnit& unit = pending.unit;
    // Who does not know what was exported goes by what is, unless somebody may have decided it meanwhile.
    const bool untouched = present.when.empty() || (!unit.when.empty() && unit.when > present.when);
    const Said& before = base ? *base : present;
    const auto same = [](const Said& a, const Said& b) {
        return a.status == b.status && a.target == b.target && a.comment == b.comment;
    };
    const bool is_conflict = base ? !same(*base, present) : !untouched;
    const bool tells_who = !unit.who.empty() && (unit.who != before.who || unit.when != before.when);
    Arrival arrival{std::move(pending.unit), place.source_bead, {},         stamp, before.target,
                    before.status,           before.comment,    is_conflict};
    if (tells_who) arrival.stamp.who = arrival.unit.who;
    if (tells_who && !arrival.unit.when.empty()) arrival.stamp.when = arrival.unit.when;
    make_requests(place, before, present, arrival);
    if (arrival.requests.empty()) {
        ++returns_.unchanged;
    } else if (is_conflict && !overwrite) {
        returns_.troubled.push_back(
            {std::move(arrival.unit), Trouble::conflict, arrival.requests.front().bead});
    } else {
        arrival.bead = arrival.requests.front().bead;
        returns_.arrivals.push_back(std::move(arrival));
    }
}

Returns UnitReturns::finish(const Stamp& stamp, bool overwrite) {
    std::ranges::stable_sort(pending_, {}, [](const Pending& one) { return one.entry.value_or(0); });
    Review earlier(review_.origin(), review_.first_decisions());
    for (Pending& pending : pending_) {
        std::optional<Said> base;
        if (pending.entry) {
            const auto ledger = review_.ledger().begin();
            const auto done = static_cast<std::ptrdiff_t>(earlier.ledger().size());
            const auto wanted = static_cast<std::ptrdiff_t>(*pending.entry);
            if (done < wanted) earlier.replay({ledger + done, ledger + wanted});
            base = then(earlier, places_[pending.place]);
        }
        settle(std::move(pending), base, stamp, overwrite);
    }
    std::ranges::sort(returns_.arrivals, {}, [](const Arrival& one) { return one.unit.number; });
    std::ranges::stable_sort(returns_.troubled, {}, [](const TroubledUnit& one) { return one.unit.number; });
    return std::move(returns_);
}

}  // namespace tongwen::review
