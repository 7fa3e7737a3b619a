// SPDX-License-Identifier: Apache-2.0
// Owns what each tool is known to want of units.
#include "tmx/preset_units.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tmx/segment_text.h"

namespace tongwen::tmx {
namespace {

using Properties = std::vector<std::pair<std::string, std::string>>;

std::string_view value_of(const Properties& properties, std::string_view name) {
    const auto found = std::ranges::find(properties, name, &Properties::value_type::first);
    return found == properties.end() ? std::string_view() : std::string_view(found->second);
}

void move_up(Variant& variant, TranslationUnit& unit) {
    std::ranges::move(variant.notes, std::back_inserter(unit.notes));
    std::ranges::move(variant.properties, std::back_inserter(unit.properties));
    variant.notes.clear();
    variant.properties.clear();
}

TranslationUnit for_omegat(TranslationUnit unit) {
    move_up(unit.source, unit);
    move_up(unit.target, unit);
    for (Variant& variant : unit.further) move_up(variant, unit);
    return unit;
}

TranslationUnit for_trados(TranslationUnit unit) {
    for (auto& [name, value] : unit.properties)
        if (!name.starts_with("x-")) name.insert(0, "x-");
    return unit;
}

TranslationUnit for_xtm(TranslationUnit unit) {
    if (!value_of(unit.properties, "x-xtm-status").empty()) return unit;
    const bool approved = value_of(unit.properties, "x-ConfirmationLevel") == "ApprovedTranslation";
    unit.properties.emplace_back("x-xtm-status", approved ? "approved" : "not approved");
    return unit;
}

/// More languages of one unit are not compared: each makes a unit of its own.
constexpr std::size_t most_languages = 1000;

struct Run {
    std::size_t first = 0;  // 0: not known
    std::size_t last = 0;
};

/// "12" or "12-14".
Run segments_of(const TranslationUnit& unit) {
    const std::string_view text = value_of(unit.properties, "x-tongwen-source-segments");
    Run run;
    const char* const end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, run.first);
    run.last = run.first;
    if (first.ec == std::errc{} && first.ptr != end) std::from_chars(first.ptr + 1, end, run.last);
    return run;
}

bool is_next(const TranslationUnit& before, const TranslationUnit& behind) {
    const auto file = [](const TranslationUnit& unit) {
        return value_of(unit.properties, "x-tongwen-source-file");
    };
    const Run one = segments_of(before);
    const Run other = segments_of(behind);
    return one.last != 0 && other.first == one.last + 1 && file(before) == file(behind);
}

/// memoQ's form: the neighbour's segment as an element.
void set_context(TranslationUnit& unit, const char* name, const std::string& neighbour) {
    if (value_of(unit.source.properties, name).empty())
        unit.source.properties.emplace_back(name, "<seg>" + escape_content(neighbour) + "</seg>");
}

}  // namespace

PresetUnits::PresetUnits(Preset preset, Receiver receive) : preset_(preset), receive_(std::move(receive)) {}

void PresetUnits::take(const TranslationUnit& unit) {
    switch (preset_) {
        case Preset::generic:
            return receive_(unit);
        case Preset::omegat:
            return receive_(for_omegat(unit));
        case Preset::trados:
            return receive_(for_trados(unit));
        case Preset::memoq:
            return take_with_context(unit);
        case Preset::phrase:
            return take_languages_once(unit);
        case Preset::xtm:
            return receive_(for_xtm(unit));
    }
}

void PresetUnits::take_with_context(const TranslationUnit& unit) {
    TranslationUnit next = unit;
    if (held_ && is_next(*held_, unit)) {
        set_context(*held_, "x-context-post", unit.source.text);
        set_context(next, "x-context-pre", held_->source.text);
    }
    if (held_) receive_(*held_);
    held_ = std::move(next);
}

void PresetUnits::take_languages_once(const TranslationUnit& unit) {
    TranslationUnit rest = unit;
    rest.further.clear();
    std::vector<text::Language> languages = {unit.source.language, unit.target.language};
    std::vector<const Variant*> others;
    for (const Variant& variant : unit.further) {
        if (languages.size() > most_languages ||
            std::ranges::find(languages, variant.language) != languages.end()) {
            others.push_back(&variant);
        } else {
            languages.push_back(variant.language);
            rest.further.push_back(variant);
        }
    }
    receive_(rest);
    rest.further.clear();
    for (std::size_t i = 0; i < others.size(); ++i) {
        rest.target = *others[i];
        if (!unit.id.empty()) rest.id = unit.id + "-" + std::to_string(i + 2);
        receive_(rest);
    }
}

void PresetUnits::finish() {
    if (held_) receive_(*std::exchange(held_, {}));
}

}  // namespace tongwen::tmx
