// SPDX-License-Identifier: Apache-2.0
// Owns the bytes of which a unit's hashes are.
#include "memory/unit_key.h"

#include <algorithm>
#include <charconv>

#include "tmx/segment_text.h"

namespace tongwen::memory {
namespace {

// Fields end with a byte that no UTF-8 has: no two lists of fields spell the same bytes.
constexpr char end_of_field = '\xFF';

}  // namespace

void UnitHasher::add(std::string_view field) {
    buffer_ += field;
    buffer_ += end_of_field;
}

void UnitHasher::add_languages(const tmx::TranslationUnit& unit) {
    add(unit.source.language.tag());
    add(unit.target.language.tag());
    if (unit.further.empty()) return;
    std::vector<std::string_view> tags;
    for (const tmx::Variant& variant : unit.further) tags.push_back(variant.language.tag());
    std::ranges::sort(tags);
    for (const std::string_view tag : tags) add(tag);
}

void UnitHasher::add_text(const tmx::Variant& variant) {
    add(tmx::normalise(variant.text));
    for (const tmx::InlineCode& code : variant.codes) {
        buffer_ += static_cast<char>('0' + static_cast<int>(code.kind));
        add(std::to_string(code.at));
    }
    buffer_ += end_of_field;
}

void UnitHasher::add_targets(const tmx::TranslationUnit& unit) {
    add_text(unit.target);
    for (const tmx::Variant& variant : unit.further) {
        add(variant.language.tag());
        add_text(variant);
    }
}

void UnitHasher::add_remarks(const std::vector<std::string>& notes,
                             const std::vector<std::pair<std::string, std::string>>& properties) {
    for (const std::string& note : notes) add(note);
    buffer_ += end_of_field;
    for (const auto& [type, value] : properties) {
        add(type);
        add(value);
    }
    buffer_ += end_of_field;
}

text::Hash128 UnitHasher::source(const tmx::TranslationUnit& unit) {
    buffer_.clear();
    add_languages(unit);
    add_text(unit.source);
    return text::hash_128(buffer_);
}

text::Hash128 UnitHasher::source_and_target(const tmx::TranslationUnit& unit) {
    buffer_.clear();
    add_languages(unit);
    add_text(unit.source);
    add_targets(unit);
    return text::hash_128(buffer_);
}

std::uint64_t UnitHasher::target(const tmx::TranslationUnit& unit) {
    buffer_.clear();
    add_targets(unit);
    return text::hash_64(buffer_);
}

std::uint64_t UnitHasher::remarks(const tmx::TranslationUnit& unit) {
    buffer_.clear();
    add_remarks(unit.notes, unit.properties);
    add_remarks(unit.source.notes, unit.source.properties);
    add_remarks(unit.target.notes, unit.target.properties);
    for (const tmx::Variant& variant : unit.further) add_remarks(variant.notes, variant.properties);
    return text::hash_64(buffer_);
}

std::optional<double> confidence_of(const tmx::TranslationUnit& unit) {
    const auto property = std::ranges::find(unit.properties, std::string_view("x-tongwen-confidence"),
                                            [](const auto& one) { return std::string_view(one.first); });
    if (property == unit.properties.end()) return std::nullopt;
    double value = 0;
    const char* const end = property->second.data() + property->second.size();
    const auto parsed = std::from_chars(property->second.data(), end, value);
    const bool good = parsed.ec == std::errc{} && parsed.ptr == end && value >= 0 && value <= 1;
    return good ? std::optional(value) : std::nullopt;
}

std::optional<std::chrono::sys_seconds> time_of(const tmx::TranslationUnit& unit) {
    return unit.changed_when ? unit.changed_when : unit.created_when;
}

}  // namespace tongwen::memory
