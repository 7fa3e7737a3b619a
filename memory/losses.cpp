// SPDX-License-Identifier: Apache-2.0
// Owns the table of what each format has no place for.
#include "memory/losses.h"

#include <algorithm>
#include <utility>

namespace tongwen::memory {
namespace {

constexpr unsigned bit(Part part) { return 1U << static_cast<unsigned>(part); }

struct Room {
    std::string_view format;
    unsigned lacking;
    std::string_view properties;  // between single spaces: those that it has a place for; "*": all
};

constexpr std::string_view table_properties =
    " x-tongwen-confidence x-tongwen-shape x-tongwen-status x-tongwen-source-file x-tongwen-source-segments "
    "x-tongwen-target-segments x-tongwen-moved ";
constexpr unsigned one_pair = bit(Part::other_languages) | bit(Part::further);
constexpr unsigned table = one_pair | bit(Part::codes) | bit(Part::properties) | bit(Part::attributes);

// What is not listed holds everything: TMX, JSON Lines.
constexpr auto rooms = std::to_array<Room>({
    {"tsv", table, table_properties},
    {"csv", table, table_properties},
    {"xlsx", table, table_properties},
    {"xliff", one_pair, "*"},
    {"xliff21", one_pair, "*"},
    {"po", table | bit(Part::ids) | bit(Part::people),
     " x-po-context x-po-reference x-po-extracted x-po-flags x-po-msgid x-po-msgid-plural x-po-form "
     "x-ConfirmationLevel "},
});

const Room* room_of(std::string_view format) {
    const auto* const found = std::ranges::find(rooms, format, &Room::format);
    return found == rooms.end() ? nullptr : found;
}

bool has_codes(const tmx::TranslationUnit& unit) {
    return !unit.source.codes.empty() || !unit.target.codes.empty();
}

bool has_attributes(const tmx::TranslationUnit& unit) {
    return !unit.attributes.empty() || !unit.source.attributes.empty() || !unit.target.attributes.empty();
}

}  // namespace

std::string_view name(Part part) {
    constexpr std::array<std::string_view, part_count> names = {
        "codes",          "ids", "notes", "properties", "attributes", "people", "further-languages",
        "other-languages"};
    return names[static_cast<std::size_t>(part)];
}

Losses::Losses(std::string_view format, text::Language source, text::Language target)
    : format_(format), source_(std::move(source)), target_(std::move(target)) {
    if (const Room* const room = room_of(format)) lacking_ = room->lacking;
}

bool Losses::keeps_property(std::string_view type) const {
    const std::string_view kept = room_of(format_)->properties;
    if (kept == "*") return true;
    for (std::size_t at = kept.find(type); at != std::string_view::npos; at = kept.find(type, at + 1))
        if (kept[at - 1] == ' ' && kept[at + type.size()] == ' ') return true;
    return false;
}

bool Losses::look_at(const tmx::TranslationUnit& unit) {
    if (lacking_ == 0) return true;
    const auto count = [this](Part part, bool has) {
        if (has && lacks(part)) ++counts_[static_cast<std::size_t>(part)];
    };
    const auto differs = [](const text::Language& own, const text::Language& files) {
        return own.known() && files.known() && own != files;
    };
    const bool is_other = differs(unit.source.language, source_) || differs(unit.target.language, target_);
    count(Part::other_languages, is_other);
    if (is_other && lacks(Part::other_languages)) return false;
    count(Part::codes, has_codes(unit));
    count(Part::ids, !unit.id.empty());
    count(Part::notes, !unit.notes.empty());
    count(Part::attributes, has_attributes(unit));
    count(Part::people, !unit.changed_by.empty() || unit.changed_when);
    count(Part::further, !unit.further.empty());
    count(Part::properties, !unit.source.properties.empty() || !unit.target.properties.empty() ||
                                std::ranges::any_of(unit.properties, [this](const auto& property) {
                                    return !keeps_property(property.first);
                                }));
    return true;
}

std::vector<Losses::Loss> Losses::losses() const {
    std::vector<Loss> all;
    for (std::size_t k = 0; k < part_count; ++k)
        if (counts_[k] > 0) all.push_back({static_cast<Part>(k), counts_[k]});
    return all;
}

}  // namespace tongwen::memory
