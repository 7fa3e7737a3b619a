// SPDX-License-Identifier: Apache-2.0
// Owns the two passes of a cleaning.
#include "memory/clean.h"

#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "memory/length_model.h"
#include "memory/sorted_records.h"
#include "memory/unit_key.h"
#include <fmt/format.h>

namespace tongwen::memory {
namespace {

/// A unit by its whole content; the one that stays goes first.
struct ContentRecord {
    text::Hash128 key;
    std::uint64_t order;
    std::uint64_t ordinal;
    std::uint64_t line;
    friend bool operator<(const ContentRecord& a, const ContentRecord& b) {
        if (a.key != b.key) return a.key < b.key;
        return a.order != b.order ? a.order < b.order : a.ordinal < b.ordinal;
    }
};

/// A duplicate, and the unit that stays.
struct DuplicateRecord {
    std::uint64_t ordinal;
    std::uint64_t kept;
    std::uint64_t kept_line;
    friend bool operator<(const DuplicateRecord& a, const DuplicateRecord& b) {
        return a.ordinal < b.ordinal;
    }
};

/// The newest first; without a time last.
std::uint64_t order_of(const tmx::TranslationUnit& unit) {
    const auto time = time_of(unit);
    if (!time) return std::numeric_limits<std::uint64_t>::max();
    return (std::uint64_t{1} << 62) - static_cast<std::uint64_t>(time->time_since_epoch().count());
}

}  // namespace

struct Cleaning::State {
    State(UnitInput source, const CleanRules& wanted) : input(std::move(source)), rules(wanted) {}

    [[nodiscard]] bool has(CleanRule rule) const { return rules[static_cast<std::size_t>(rule)]; }

    /// The rules that need no other unit; what they did goes to `tell`. False: the unit is removed.
    template <typename Tell>
    bool apply(tmx::TranslationUnit& unit, const Tell& tell) {
        if (has(CleanRule::illegal_characters))
            if (const std::size_t count = drop_illegal_characters(unit); count > 0)
                tell(CleanRule::illegal_characters, {std::to_string(count)});
        if (has(CleanRule::markup_unbalanced))
            if (const std::size_t count = mend_markup(unit); count > 0)
                tell(CleanRule::markup_unbalanced, {std::to_string(count)});
        if (has(CleanRule::empty) && is_empty(unit)) {
            tell(CleanRule::empty, {});
            return false;
        }
        if (has(CleanRule::same_as_source) && is_same_as_source(unit)) {
            tell(CleanRule::same_as_source, {});
            return false;
        }
        return !has(CleanRule::wrong_direction) && !has(CleanRule::wrong_language)
                   ? true
                   : apply_languages(unit, tell);
    }

    template <typename Tell>
    bool apply_languages(tmx::TranslationUnit& unit, const Tell& tell) {
        const LanguageVerdict verdict = judge.judge(unit);
        if (verdict.kind == LanguageVerdict::good) return true;
        if (verdict.kind == LanguageVerdict::exchanged) {
            if (!has(CleanRule::wrong_direction)) return true;
            tell(CleanRule::wrong_direction, {});
            exchange_sides(unit);
            return true;
        }
        if (!has(CleanRule::wrong_language)) return true;
        const bool is_source = verdict.kind == LanguageVerdict::wrong_source;
        tell(CleanRule::wrong_language, {is_source ? "source" : "target", std::string(verdict.found)});
        return false;
    }

    void read_all(const text::DiagnosticSink& sink) {
        const auto reader = input.open(sink);
        header = reader->header();
        while (auto unit = reader->next()) {
            const std::size_t pair = pairs.add(*unit);
            if (apply(*unit, [](CleanRule, std::vector<std::string>) {})) learn(*unit, pair, reader->line());
            ++read;
        }
        input.require_unchanged();
        for (LengthModel& model : lengths) model.learn();
        if (read == 0) text::refuse_file("no-units", input.name);
    }

    void learn(const tmx::TranslationUnit& unit, std::size_t pair, std::size_t line) {
        if (has(CleanRule::length_outlier) && pair < LanguagePairs::most) {
            if (pair >= lengths.size()) lengths.resize(pair + 1);
            lengths[pair].add(static_cast<std::uint32_t>(text_length(unit.source.text)),
                              static_cast<std::uint32_t>(text_length(unit.target.text)));
        }
        if (has(CleanRule::duplicate))
            contents->add({hasher.source_and_target(unit), order_of(unit), read, line});
    }

    void find_duplicates() {
        std::optional<ContentRecord> stays;
        while (const auto record = contents->next()) {
            if (stays && stays->key == record->key) {
                duplicates.add({record->ordinal, stays->ordinal, stays->line});
            } else {
                stays = record;
            }
        }
        contents.reset();
    }

    /// Standard deviations, where they are too many.
    std::optional<double> outlier(const tmx::TranslationUnit& unit, std::size_t pair) const {
        if (!has(CleanRule::length_outlier) || pair >= lengths.size()) return std::nullopt;
        const std::size_t source = text_length(unit.source.text);
        const std::size_t target = text_length(unit.target.text);
        const double deviation = lengths[pair].deviation(source, target);
        if (std::abs(deviation) <= outlier_deviations || source == 0 || target == 0) return std::nullopt;
        const double factor =
            static_cast<double>(target) / (static_cast<double>(source) * lengths[pair].ratio());
        const bool is_far = factor > outlier_factor || factor < 1 / outlier_factor;
        return is_far ? std::optional(deviation) : std::nullopt;
    }

    UnitInput input;
    CleanRules rules;
    tmx::MemoryHeader header;
    LanguagePairs pairs;
    LanguageJudge judge;
    UnitHasher hasher;
    std::vector<LengthModel> lengths;  // by pair of languages
    std::uint64_t read = 0;
    std::optional<SortedRecords<ContentRecord>> contents = SortedRecords<ContentRecord>();
    SortedRecords<DuplicateRecord> duplicates;
};

Cleaning::Cleaning(const UnitInput& input, const CleanRules& rules, const text::DiagnosticSink& sink)
    : state_(std::make_unique<State>(input, rules)) {
    state_->read_all(sink);
    state_->find_duplicates();
}

Cleaning::~Cleaning() = default;

const tmx::MemoryHeader& Cleaning::header() const { return state_->header; }
const LanguagePairs& Cleaning::languages() const { return state_->pairs; }

CleanSummary Cleaning::write(const std::function<void(const tmx::TranslationUnit&)>& receive,
                             const std::function<void(const CleanEvent&)>& tell) {
    CleanSummary summary;
    LanguagePairs pairs;
    const auto reader = state_->input.open([](const text::Diagnostic&) {});
    auto duplicate = state_->duplicates.next();
    while (auto unit = reader->next()) {
        const std::uint64_t ordinal = summary.read++;
        if (summary.read > state_->read) text::refuse_file("file-changed", state_->input.name);
        const std::size_t pair = pairs.add(*unit);
        const auto note = [&](CleanRule rule, std::vector<std::string> details) {
            ++summary.counts[static_cast<std::size_t>(rule)];
            tell({rule, reader->line(), summary.read, std::move(details), &*unit});
        };
        const auto twin = duplicate && duplicate->ordinal == ordinal ? duplicate : std::nullopt;
        if (twin) duplicate = state_->duplicates.next();
        if (!state_->apply(*unit, note)) continue;
        if (const auto deviation = state_->outlier(*unit, pair)) {
            note(CleanRule::length_outlier, {fmt::format("{:.1f}", *deviation)});
        } else if (twin) {
            note(CleanRule::duplicate, {std::to_string(twin->kept + 1), std::to_string(twin->kept_line)});
        } else {
            ++summary.kept;
            receive(*unit);
        }
    }
    if (summary.read != state_->read) text::refuse_file("file-changed", state_->input.name);
    state_->input.require_unchanged();
    return summary;
}

}  // namespace tongwen::memory
