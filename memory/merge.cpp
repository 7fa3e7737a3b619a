// SPDX-License-Identifier: Apache-2.0
// Owns the two passes of a merge.
#include "memory/merge.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "memory/sorted_records.h"
#include "memory/unit_key.h"
#include <fmt/format.h>

#include "tmx/unit_json.h"

namespace tongwen::memory {
namespace {

/// A unit by what it asks for; of those that ask the same, the one that stays goes first.
struct KeyRecord {
    text::Hash128 key;
    std::uint64_t order;  ///< the smaller the better
    std::uint64_t ordinal;
    std::uint64_t target;
    std::uint64_t id;  ///< 0: none
    friend bool operator<(const KeyRecord& a, const KeyRecord& b) {
        if (a.key != b.key) return a.key < b.key;
        return a.order != b.order ? a.order < b.order : a.ordinal < b.ordinal;
    }
};

/// A unit that stays, by its id.
struct IdRecord {
    std::uint64_t id;
    std::uint64_t ordinal;
    friend bool operator<(const IdRecord& a, const IdRecord& b) {
        return a.id != b.id ? a.id < b.id : a.ordinal < b.ordinal;
    }
};

enum class Verdict : std::uint64_t { conflict_kept, overruled, duplicate, id_taken };

/// What is to be known of a unit in the second pass; most units have no such record.
struct VerdictRecord {
    std::uint64_t ordinal;
    Verdict verdict;
    std::uint64_t winner;  ///< the ordinal of the unit that stays
    friend bool operator<(const VerdictRecord& a, const VerdictRecord& b) {
        return a.ordinal != b.ordinal ? a.ordinal < b.ordinal : a.verdict < b.verdict;
    }
};

/// A unit of a conflict, spooled.
struct ConflictRecord {
    std::uint64_t winner;
    std::uint64_t ordinal;
    std::uint64_t at;
    std::uint64_t size;
    std::uint64_t line;
    /// The unit that stays goes first, then the others as they were read.
    friend bool operator<(const ConflictRecord& a, const ConflictRecord& b) {
        if (a.winner != b.winner) return a.winner < b.winner;
        const bool a_stays = a.ordinal == a.winner;
        const bool b_stays = b.ordinal == b.winner;
        return a_stays != b_stays ? a_stays : a.ordinal < b.ordinal;
    }
};

constexpr std::uint64_t worst = std::numeric_limits<std::uint64_t>::max();

/// The later, the smaller; without a time the greatest.
std::uint64_t by_time(const tmx::TranslationUnit& unit) {
    const auto time = time_of(unit);
    if (!time) return worst;
    constexpr std::uint64_t middle = std::uint64_t{1} << 62;
    return middle - static_cast<std::uint64_t>(time->time_since_epoch().count());
}

/// The higher, the smaller; equal ones by time, in minutes.
std::uint64_t by_confidence(const tmx::TranslationUnit& unit) {
    constexpr double steps = 1'000'000;
    constexpr int time_bits = 40;
    const auto confidence = confidence_of(unit);
    const auto step = static_cast<std::uint64_t>(steps - (confidence ? *confidence * steps : -1.0));
    const auto time = time_of(unit);
    constexpr std::uint64_t oldest = (std::uint64_t{1} << time_bits) - 1;
    const std::int64_t seconds = time ? std::max<std::int64_t>(time->time_since_epoch().count(), 0) : 0;
    return (step << time_bits) | (oldest - std::min(static_cast<std::uint64_t>(seconds), oldest));
}

std::uint64_t order_of(const tmx::TranslationUnit& unit, Preference prefer, std::uint64_t ordinal) {
    switch (prefer) {
        case Preference::newest:
            return by_time(unit);
        case Preference::confidence:
            return by_confidence(unit);
        case Preference::first:
            return ordinal;
        case Preference::last:
            return worst - ordinal;
    }
    return 0;
}

}  // namespace

struct Merge::State {
    State(std::span<const UnitInput> sources, const MergeOptions& wishes, text::DiagnosticSink receiver)
        : inputs(sources.begin(), sources.end()), options(wishes), sink(std::move(receiver)) {}

    void read_all() {
        for (const UnitInput& input : inputs) {
            const auto reader = input.open(sink);
            headers.push_back(reader->header());
            summary.inputs.push_back({input.name});
            while (const auto unit = reader->next()) add(*unit);
            summary.inputs.back().read = ordinal - summary.read;
            summary.read = ordinal;
            input.require_unchanged();
            if (summary.inputs.back().read == 0) text::refuse_file("no-units", input.name);
        }
    }

    void add(const tmx::TranslationUnit& unit) {
        const text::Hash128 key =
            options.keep_alternatives ? hasher.source_and_target(unit) : hasher.source(unit);
        keys->add({key, order_of(unit, options.prefer, ordinal), ordinal, hasher.target(unit),
                   unit.id.empty() ? 0 : text::hash_64(unit.id)});
        languages.add(unit);
        ++ordinal;
    }

    /// Of each group of units that ask the same, the first stays.
    void decide() {
        std::optional<KeyRecord> stays;
        bool in_conflict = false;
        while (const auto record = keys->next()) {
            if (!stays || stays->key != record->key) {
                stays = record;
                in_conflict = false;
                if (stays->id != 0) ids->add({stays->id, stays->ordinal});
                continue;
            }
            if (record->target == stays->target) {
                ++summary.duplicates;
                verdicts.add({record->ordinal, Verdict::duplicate, stays->ordinal});
                continue;
            }
            ++summary.overruled;
            verdicts.add({record->ordinal, Verdict::overruled, stays->ordinal});
            if (std::exchange(in_conflict, true)) continue;
            ++summary.conflicts;
            verdicts.add({stays->ordinal, Verdict::conflict_kept, stays->ordinal});
        }
        keys.reset();
        summary.kept = summary.read - summary.duplicates - summary.overruled;
    }

    /// Of units that stay and share an id, the first has it.
    void decide_ids() {
        std::optional<std::uint64_t> last;
        while (const auto record = ids->next()) {
            if (std::exchange(last, record->id) != record->id) continue;
            ++summary.ids_changed;
            verdicts.add({record->ordinal, Verdict::id_taken, record->ordinal});
        }
        ids.reset();
    }

    /// What the first pass said of a unit.
    struct Decided {
        bool stays = true;
        bool id_taken = false;
        std::optional<std::uint64_t> winner = {};  ///< of its conflict
    };
    Decided decided(std::uint64_t which) {
        Decided all;
        if (!begun) verdict = verdicts.next();
        begun = true;
        for (; verdict && verdict->ordinal == which; verdict = verdicts.next()) {
            if (verdict->verdict == Verdict::id_taken) {
                all.id_taken = true;
                continue;
            }
            all.stays = verdict->verdict == Verdict::conflict_kept;
            if (verdict->verdict != Verdict::duplicate) all.winner = verdict->winner;
        }
        return all;
    }

    void note_conflict(std::uint64_t winner, std::uint64_t which, const tmx::TranslationUnit& unit,
                       std::size_t line) {
        const std::string text = tmx::unit_to_json(unit);
        conflicts.add({winner, which, conflict_texts.append(text), text.size(), line});
    }

    /// Where the unit was read.
    void place(std::uint64_t which, ConflictUnit& found) const {
        for (const MergeInputCounts& input : summary.inputs) {
            if (which < input.read) {
                found.file = input.name;
                found.number = which + 1;
                return;
            }
            which -= input.read;
        }
    }

    std::vector<UnitInput> inputs;
    MergeOptions options;
    text::DiagnosticSink sink;
    std::vector<tmx::MemoryHeader> headers;
    LanguagePairs languages;
    MergeSummary summary;
    UnitHasher hasher;
    std::uint64_t ordinal = 0;  // of the unit that is read, over all inputs
    std::optional<SortedRecords<KeyRecord>> keys = SortedRecords<KeyRecord>();
    std::optional<SortedRecords<IdRecord>> ids = SortedRecords<IdRecord>();
    SortedRecords<VerdictRecord> verdicts;
    std::optional<VerdictRecord> verdict;  // the next
    bool begun = false;
    SortedRecords<ConflictRecord> conflicts;
    Spool conflict_texts;
};

Merge::Merge(std::span<const UnitInput> inputs, const MergeOptions& options, const text::DiagnosticSink& sink)
    : state_(std::make_unique<State>(inputs, options, sink)) {
    state_->read_all();
    state_->decide();
    state_->decide_ids();
}

Merge::~Merge() = default;

const MergeSummary& Merge::summary() const { return state_->summary; }
const std::vector<tmx::MemoryHeader>& Merge::headers() const { return state_->headers; }
const LanguagePairs& Merge::languages() const { return state_->languages; }

void Merge::write(const std::function<void(const tmx::TranslationUnit&)>& receive, bool wants_conflicts) {
    std::uint64_t ordinal = 0;
    for (std::size_t k = 0; k < state_->inputs.size(); ++k) {
        MergeInputCounts& counts = state_->summary.inputs[k];
        const auto reader = state_->inputs[k].open([](const text::Diagnostic&) {});
        const std::uint64_t end = ordinal + counts.read;
        while (auto unit = reader->next()) {
            if (ordinal == end) text::refuse_file("file-changed", counts.name);
            const State::Decided decided = state_->decided(ordinal);
            if (decided.winner && wants_conflicts)
                state_->note_conflict(*decided.winner, ordinal, *unit, reader->line());
            ++ordinal;
            if (!decided.stays) continue;
            ++counts.kept;
            if (decided.id_taken) unit->id += fmt::format("-{:016x}", text::hash_64(unit_to_json(*unit)));
            receive(*unit);
        }
        if (ordinal != end) text::refuse_file("file-changed", counts.name);
        state_->inputs[k].require_unchanged();
    }
}

void Merge::list_conflicts(const std::function<void(const ConflictUnit&)>& receive) {
    std::uint64_t number = 0;
    std::optional<std::uint64_t> winner;
    std::string text;
    while (const auto record = state_->conflicts.next()) {
        if (winner != record->winner) ++number;
        winner = record->winner;
        text.resize(record->size);
        state_->conflict_texts.read(record->at, text.data(), text.size());
        ConflictUnit found = {number, record->ordinal == record->winner, {}, record->line,
                              0,      tmx::unit_from_json(text)};
        state_->place(record->ordinal, found);
        receive(found);
    }
}

}  // namespace tongwen::memory
