// SPDX-License-Identifier: Apache-2.0
// Owns the pairing of two memories' units, and the second reading.
#include "memory/difference.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "memory/sorted_records.h"
#include "memory/unit_key.h"

#include "tmx/unit_json.h"

namespace tongwen::memory {
namespace {

enum Side : std::uint64_t { old_side, new_side };

/// A unit by what it asks for and what it says.
struct UnitRecord {
    text::Hash128 key;
    std::uint64_t content;
    std::uint64_t id;  ///< 0: none
    std::uint64_t side;
    std::uint64_t ordinal;
    friend bool operator<(const UnitRecord& a, const UnitRecord& b) {
        if (a.key != b.key) return a.key < b.key;
        return a.side != b.side ? a.side < b.side : a.ordinal < b.ordinal;
    }
};

/// A unit without a partner yet, by its id.
struct IdRecord {
    std::uint64_t id;
    std::uint64_t side;
    std::uint64_t ordinal;
    friend bool operator<(const IdRecord& a, const IdRecord& b) {
        if (a.id != b.id) return a.id < b.id;
        return a.side != b.side ? a.side < b.side : a.ordinal < b.ordinal;
    }
};

/// A unit that is not the same in both memories.
struct ChangeRecord {
    std::uint64_t ordinal;
    std::uint64_t partner;  ///< in the other memory; `none`: it was removed or added
    friend bool operator<(const ChangeRecord& a, const ChangeRecord& b) { return a.ordinal < b.ordinal; }
};
constexpr std::uint64_t none = ~std::uint64_t{0};

/// An old unit, spooled until its new form is read.
struct OldRecord {
    std::uint64_t partner;
    std::uint64_t at;
    std::uint64_t size;
    std::uint64_t line;
    std::uint64_t number;
    friend bool operator<(const OldRecord& a, const OldRecord& b) { return a.partner < b.partner; }
};

/// Units that ask for the same: those of the old memory and those of the new one.
using Group = std::array<std::vector<UnitRecord>, 2>;

}  // namespace

std::string_view name(Change change) {
    constexpr std::array<std::string_view, 3> names = {"removed", "added", "changed"};
    return names[static_cast<std::size_t>(change)];
}

struct Difference::State {
    State(const UnitInput& before, const UnitInput& after) : inputs{before, after} {}

    void read(Side side, const text::DiagnosticSink& sink) {
        const auto reader = inputs[side].open(sink);
        if (side == new_side) header = reader->header();
        std::uint64_t ordinal = 0;
        while (const auto unit = reader->next()) {
            const std::uint64_t content = hasher.target(*unit) ^ (hasher.remarks(*unit) * 3);
            const std::uint64_t id = unit->id.empty() ? 0 : text::hash_64(unit->id);
            units->add({hasher.source(*unit), content, id, side, ordinal++});
            if (side == new_side) languages.add(*unit);
        }
        inputs[side].require_unchanged();
        (side == old_side ? summary.before : summary.after) = ordinal;
    }

    void pair_all() {
        Group group;
        std::optional<text::Hash128> key;
        while (const auto record = units->next()) {
            if (key && *key != record->key) pair(group);
            key = record->key;
            group[record->side].push_back(*record);
        }
        pair(group);
        units.reset();
        pair_by_id();
        summary.removed = summary.before - summary.equal - summary.changed;
        summary.added = summary.after - summary.equal - summary.changed;
    }

    /// Pairs units that agree in a value of theirs; those without a partner stay in the group.
    template <typename Value, typename Take>
    static void pair_equal(Group& group, const Value& value, const Take& take) {
        const auto in_order = [&](const UnitRecord& a, const UnitRecord& b) {
            return value(a) != value(b) ? value(a) < value(b) : a.ordinal < b.ordinal;
        };
        Group rest;
        for (auto& side : group) std::ranges::sort(side, in_order);
        auto old_unit = group[old_side].begin();
        auto new_unit = group[new_side].begin();
        while (old_unit != group[old_side].end() && new_unit != group[new_side].end()) {
            if (value(*old_unit) < value(*new_unit)) {
                rest[old_side].push_back(*old_unit++);
            } else if (value(*new_unit) < value(*old_unit)) {
                rest[new_side].push_back(*new_unit++);
            } else if (!take(*old_unit, *new_unit)) {
                rest[old_side].push_back(*old_unit++);
                rest[new_side].push_back(*new_unit++);
            } else {
                ++old_unit;
                ++new_unit;
            }
        }
        rest[old_side].insert(rest[old_side].end(), old_unit, group[old_side].end());
        rest[new_side].insert(rest[new_side].end(), new_unit, group[new_side].end());
        group = std::move(rest);
    }

    void pair(Group& group) {
        const auto equal = [this](const UnitRecord&, const UnitRecord&) {
            ++summary.equal;
            return true;
        };
        const auto changed = [this](const UnitRecord& before, const UnitRecord& after) {
            note_changed(before.ordinal, after.ordinal);
            return true;
        };
        pair_equal(
            group, [](const UnitRecord& unit) { return std::pair(unit.content, unit.id); }, equal);
        pair_equal(
            group, [](const UnitRecord& unit) { return unit.content; }, equal);
        pair_equal(
            group, [](const UnitRecord& unit) { return unit.id; },
            [&](const UnitRecord& before, const UnitRecord& after) {
                return before.id != 0 && changed(before, after);
            });
        pair_equal(
            group, [](const UnitRecord&) { return 0; }, changed);
        for (const auto& side : group)
            for (const UnitRecord& unit : side) leave(unit.id, unit.side, unit.ordinal);
        for (auto& side : group) side.clear();
    }

    void note_changed(std::uint64_t before, std::uint64_t after) {
        ++summary.changed;
        changes[old_side].add({before, after});
        changes[new_side].add({after, before});
    }

    void leave(std::uint64_t id, std::uint64_t side, std::uint64_t ordinal) {
        if (id != 0) {
            lone->add({id, side, ordinal});
        } else {
            changes[side].add({ordinal, none});
        }
    }

    /// Units whose source changed.
    void pair_by_id() {
        std::vector<std::uint64_t> waiting;  // old ones of one id, without a partner
        std::size_t used = 0;
        std::optional<std::uint64_t> id;
        const auto end_group = [&] {
            for (; used < waiting.size(); ++used) changes[old_side].add({waiting[used], none});
            waiting.clear();
            used = 0;
        };
        while (const auto record = lone->next()) {
            if (id != record->id) end_group();
            id = record->id;
            if (record->side == old_side) {
                waiting.push_back(record->ordinal);
            } else if (used < waiting.size()) {
                note_changed(waiting[used++], record->ordinal);
            } else {
                changes[new_side].add({record->ordinal, none});
            }
        }
        end_group();
        lone.reset();
    }

    /// Reads a memory again; `act` gets the units that are not the same, with their partner.
    template <typename Act>
    void read_changed(Side side, const Act& act) {
        const auto reader = inputs[side].open([](const text::Diagnostic&) {});
        const std::uint64_t expected = side == old_side ? summary.before : summary.after;
        std::uint64_t ordinal = 0;
        auto change = changes[side].next();
        while (auto unit = reader->next()) {
            if (ordinal == expected) text::refuse_file("file-changed", inputs[side].name);
            if (change && change->ordinal == ordinal) {
                act(PlacedUnit{reader->line(), ordinal + 1, std::move(*unit)}, change->partner);
                change = changes[side].next();
            }
            ++ordinal;
        }
        if (ordinal != expected) text::refuse_file("file-changed", inputs[side].name);
        inputs[side].require_unchanged();
    }

    void keep(const PlacedUnit& unit, std::uint64_t partner) {
        const std::string text = tmx::unit_to_json(unit.unit);
        old_units.add({partner, old_texts.append(text), text.size(), unit.line, unit.number});
    }

    /// The old form of the changed unit that is read now: both come in the order of the new memory.
    PlacedUnit next_old() {
        const OldRecord record = *old_units.next();
        std::string text(record.size, '\0');
        old_texts.read(record.at, text.data(), text.size());
        return {record.line, record.number, tmx::unit_from_json(text)};
    }

    std::array<UnitInput, 2> inputs;
    tmx::MemoryHeader header;
    LanguagePairs languages;
    DifferenceSummary summary;
    UnitHasher hasher;
    std::optional<SortedRecords<UnitRecord>> units = SortedRecords<UnitRecord>();
    std::optional<SortedRecords<IdRecord>> lone = SortedRecords<IdRecord>();
    std::array<SortedRecords<ChangeRecord>, 2> changes;
    SortedRecords<OldRecord> old_units;
    Spool old_texts;
};

Difference::Difference(const UnitInput& before, const UnitInput& after, const text::DiagnosticSink& sink)
    : state_(std::make_unique<State>(before, after)) {
    state_->read(old_side, sink);
    state_->read(new_side, sink);
    state_->pair_all();
}

Difference::~Difference() = default;

const DifferenceSummary& Difference::summary() const { return state_->summary; }
const tmx::MemoryHeader& Difference::header() const { return state_->header; }
const LanguagePairs& Difference::languages() const { return state_->languages; }

void Difference::list(const std::function<void(const ChangedUnit&)>& receive) {
    state_->read_changed(old_side, [&](PlacedUnit unit, std::uint64_t partner) {
        if (partner == none) {
            receive({Change::removed, std::move(unit), {}});
        } else {
            state_->keep(unit, partner);
        }
    });
    state_->read_changed(new_side, [&](PlacedUnit unit, std::uint64_t partner) {
        if (partner == none) {
            receive({Change::added, {}, std::move(unit)});
        } else {
            receive({Change::changed, state_->next_old(), std::move(unit)});
        }
    });
}

}  // namespace tongwen::memory
