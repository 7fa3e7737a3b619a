// SPDX-License-Identifier: Apache-2.0
// Owns the names of TMX 1.4b: which attributes its elements have, and which of its elements are inline.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "tmx/translation_unit.h"

namespace tongwen::tmx {

namespace vocabulary {
inline constexpr auto header = std::to_array<std::string_view>(
    {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype",
     "o-encoding", "creationdate", "creationid", "changedate", "changeid"});
inline constexpr auto tu = std::to_array<std::string_view>(
    {"tuid", "o-encoding", "datatype", "usagecount", "lastusagedate", "creationtool", "creationtoolversion",
     "creationdate", "creationid", "changedate", "segtype", "changeid", "o-tmf", "srclang"});
inline constexpr auto tuv = std::to_array<std::string_view>(
    {"xml:lang", "o-encoding", "datatype", "usagecount", "lastusagedate", "creationtool",
     "creationtoolversion", "creationdate", "creationid", "changedate", "o-tmf", "changeid"});
inline constexpr auto note = std::to_array<std::string_view>({"o-encoding", "xml:lang"});
inline constexpr auto prop = std::to_array<std::string_view>({"type", "xml:lang", "o-encoding"});
inline constexpr auto bpt = std::to_array<std::string_view>({"i", "x", "type"});
inline constexpr auto ept = std::to_array<std::string_view>({"i"});
inline constexpr auto sub = std::to_array<std::string_view>({"datatype", "type"});
inline constexpr auto it = std::to_array<std::string_view>({"pos", "x", "type"});
inline constexpr auto ph = std::to_array<std::string_view>({"x", "assoc", "type"});
inline constexpr auto hi = std::to_array<std::string_view>({"x", "type"});
inline constexpr auto ut = std::to_array<std::string_view>({"x"});
inline constexpr auto tmx = std::to_array<std::string_view>({"version"});
inline constexpr auto ude = std::to_array<std::string_view>({"name", "base"});
inline constexpr auto map = std::to_array<std::string_view>({"unicode", "code", "ent", "subst"});

struct Element {
    std::string_view name;
    std::span<const std::string_view> attributes;
};
inline constexpr auto elements = std::to_array<Element>({{"tmx", tmx},
                                                         {"header", header},
                                                         {"body", {}},
                                                         {"tu", tu},
                                                         {"tuv", tuv},
                                                         {"seg", {}},
                                                         {"note", note},
                                                         {"prop", prop},
                                                         {"ude", ude},
                                                         {"map", map},
                                                         {"bpt", bpt},
                                                         {"ept", ept},
                                                         {"it", it},
                                                         {"ph", ph},
                                                         {"hi", hi},
                                                         {"ut", ut},
                                                         {"sub", sub}});
}  // namespace vocabulary

/// The row of an element's name, or null.
constexpr const vocabulary::Element* find_element(std::string_view name) {
    const auto* const row = std::ranges::find(vocabulary::elements, name, &vocabulary::Element::name);
    return row == vocabulary::elements.end() ? nullptr : row;
}

/// Whether TMX 1.4b gives such an attribute to the element.
constexpr bool has_attribute(const vocabulary::Element& element, std::string_view attribute) {
    return std::ranges::find(element.attributes, attribute) != element.attributes.end();
}

/// The kind of an inline element; `hi` is hi_start. Nothing for `sub`, which stands in codes only, and for
/// what is no inline element.
constexpr std::optional<CodeKind> code_kind(std::string_view name) {
    if (name == "bpt") return CodeKind::bpt;
    if (name == "ept") return CodeKind::ept;
    if (name == "ph") return CodeKind::ph;
    if (name == "it") return CodeKind::it;
    if (name == "hi") return CodeKind::hi_start;
    if (name == "ut") return CodeKind::ut;
    return std::nullopt;
}

/// The element's name of a kind.
constexpr std::string_view element_name(CodeKind kind) {
    constexpr std::array<std::string_view, 7> names = {"bpt", "ept", "ph", "it", "hi", "hi", "ut"};
    return names[static_cast<std::size_t>(kind)];
}

}  // namespace tongwen::tmx
