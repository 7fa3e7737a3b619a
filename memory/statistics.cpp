// SPDX-License-Identifier: Apache-2.0
// Owns the counting of units.
#include "memory/statistics.h"

#include <algorithm>
#include <cmath>

#include "text/unicode.h"

namespace tongwen::memory {
namespace {

struct TextSize {
    std::size_t characters = 0;
    std::size_t words = 0;
};

TextSize size_of(std::string_view utf8) {
    TextSize size;
    bool in_word = false;
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t c = text::next_code_point(utf8, at);
        ++size.characters;
        const bool stands_alone = text::is_han(c) || text::is_kana(c);
        const bool is_letter = !stands_alone && (text::is_letter(c) || text::is_digit(c));
        if (stands_alone || (is_letter && !in_word)) ++size.words;
        in_word = is_letter || (in_word && (c == U'\'' || c == U'’' || c == U'-'));
    }
    return size;
}

int year_of(std::chrono::sys_seconds time) {
    return static_cast<int>(std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(time)).year());
}

}  // namespace

void Tally::add(const std::string& name) {
    const auto found = counts_.find(name);
    if (found != counts_.end()) {
        ++found->second;
    } else if (counts_.size() < most) {
        counts_.emplace(name, 1);
    } else {
        ++others_;
    }
}

std::vector<std::pair<std::string, std::uint64_t>> Tally::by_frequency() const {
    std::vector<std::pair<std::string, std::uint64_t>> sorted(counts_.begin(), counts_.end());
    std::ranges::stable_sort(sorted, std::greater<>{}, [](const auto& one) { return one.second; });
    return sorted;
}

void Lengths::add(std::size_t characters) {
    ++counts_[std::min(characters, counts_.size() - 1)];
    longest_ = std::max(longest_, characters);
    ++size_;
}

std::size_t Lengths::quantile(double share) const {
    const auto wanted = static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(size_)));
    std::uint64_t seen = 0;
    for (std::size_t length = 0; length < counts_.size(); ++length) {
        seen += counts_[length];
        if (size_ > 0 && seen >= std::max<std::uint64_t>(wanted, 1)) return length;
    }
    return 0;
}

void Statistics::add_text(const tmx::Variant& variant) {
    if (variant.text.empty()) return;
    const TextSize size = size_of(variant.text);
    const std::string& tag = variant.language.tag();
    const bool is_known = figures_.languages.contains(tag) || figures_.languages.size() < Tally::most;
    LanguageFigures& figures = figures_.languages[is_known ? tag : std::string("und")];
    ++figures.texts;
    figures.characters += size.characters;
    figures.words += size.words;
}

void Statistics::add_names(const tmx::TranslationUnit& unit) {
    if (!unit.changed_by.empty()) figures_.people.add(unit.changed_by);
    const std::string* status = nullptr;
    for (const auto& [type, value] : unit.properties) {
        figures_.properties.add(type);
        if (type == "x-ConfirmationLevel" || (type == "x-tongwen-status" && status == nullptr))
            status = &value;
    }
    if (status != nullptr) figures_.statuses.add(*status);
}

void Statistics::add_times(const tmx::TranslationUnit& unit) {
    for (const auto& time : {unit.created_when, unit.changed_when}) {
        if (!time) continue;
        if (!figures_.oldest || *time < *figures_.oldest) figures_.oldest = time;
        if (!figures_.newest || *time > *figures_.newest) figures_.newest = time;
    }
    if (const auto last = time_of(unit)) ++figures_.years[year_of(*last)];
}

void Statistics::add(const tmx::TranslationUnit& unit) {
    records_.add({hasher_.source(unit), hasher_.target(unit), figures_.units++});
    pairs_.add(unit);
    add_text(unit.source);
    add_text(unit.target);
    for (const tmx::Variant& variant : unit.further) add_text(variant);
    figures_.source_lengths.add(text::count_characters(unit.source.text));
    figures_.target_lengths.add(text::count_characters(unit.target.text));
    figures_.one_sided += unit.source.text.empty() || unit.target.text.empty() ? 1 : 0;
    figures_.with_codes += !unit.source.codes.empty() || !unit.target.codes.empty() ? 1 : 0;
    figures_.with_notes += unit.notes.empty() ? 0 : 1;
    figures_.with_ids += unit.id.empty() ? 0 : 1;
    figures_.with_further += unit.further.empty() ? 0 : 1;
    add_names(unit);
    add_times(unit);
}

MemoryFigures Statistics::finish() {
    std::optional<Record> last;
    bool has_alternative = false;
    while (const auto record = records_.next()) {
        if (!last || last->source != record->source) {
            has_alternative = false;
        } else if (last->target == record->target) {
            ++figures_.duplicates;
        } else if (!std::exchange(has_alternative, true)) {
            ++figures_.alternatives;
        }
        last = record;
    }
    figures_.pairs = pairs_.by_frequency();
    return std::move(figures_);
}

}  // namespace tongwen::memory
