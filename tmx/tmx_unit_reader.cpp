// SPDX-License-Identifier: Apache-2.0
// Owns which attribute and which element of a `tu` becomes which part of a unit.
#include "tmx/tmx_unit_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include <pugixml.hpp>

#include "text/unicode.h"
#include "tmx/date.h"
#include "tmx/segment_text.h"
#include "tmx/tmx_segment.h"
#include "tmx/tmx_vocabulary.h"

namespace tongwen::tmx {
namespace {

constexpr std::size_t most_tags = 20'000;  // that are remembered; real files have ten

bool is_date_name(std::string_view name) { return name.ends_with("date"); }

/// A time that TMX can hold and date_text gives back.
std::optional<std::chrono::sys_seconds> usable_date(std::string_view text) {
    constexpr std::chrono::sys_seconds end_of_years =
        std::chrono::sys_days(std::chrono::year(10'000) / 1 / 1);
    const auto when = parse_date(text);
    return when && *when >= std::chrono::sys_seconds{} && *when < end_of_years ? when : std::nullopt;
}

bool is_count(std::string_view value) {
    return !value.empty() && std::ranges::all_of(value, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_segment_type(std::string_view value) {
    constexpr std::array<std::string_view, 4> types = {"block", "paragraph", "sentence", "phrase"};
    return std::ranges::find(types, value) != types.end();
}

/// Whether TMX allows the value; dates may be in other forms of ISO 8601.
bool has_good_value(std::string_view name, std::string_view value) {
    if (is_date_name(name)) return usable_date(value).has_value();
    if (name == "usagecount") return is_count(value);
    return name != "segtype" || is_segment_type(value);
}

std::string value_of(std::string_view name, std::string_view value) {
    return is_date_name(name) ? date_text(*usable_date(value)) : std::string(value);
}

std::string_view language_attribute(const pugi::xml_node& tuv) {
    const pugi::xml_attribute attribute = tuv.attribute("xml:lang");
    return attribute ? attribute.value() : tuv.attribute("lang").value();
}

}  // namespace

TmxUnitReader::TmxUnitReader(text::Language source, text::Language target, Oddities& oddities)
    : source_(std::move(source)), target_(std::move(target)), oddities_(oddities) {}

void TmxUnitReader::at(std::size_t line, std::size_t unit) {
    line_ = line;
    unit_ = unit;
}

void TmxUnitReader::odd(const std::string& id, std::vector<std::string> arguments) {
    oddities_.say(id, line_, unit_, std::move(arguments));
}

TmxUnitReader::Fit TmxUnitReader::fit(const text::Language& language, const text::Language& wanted) {
    if (!wanted.known() || !language.known() || language.primary() != wanted.primary()) return Fit::none;
    if (language == wanted) return Fit::tag;
    return language.script() == wanted.script() ? Fit::script : Fit::language;
}

const TmxUnitReader::Tag& TmxUnitReader::tag_of(std::string_view tag) {
    const auto known = tags_.find(tag);
    if (known != tags_.end()) return known->second;
    Tag made;
    if (auto language = text::Language::parse(text::trim(tag)); language && language->tag() != "und")
        made = Tag{*language, fit(*language, source_), fit(*language, target_)};
    return tags_.emplace(tag, std::move(made)).first->second;
}

text::Language TmxUnitReader::source_named_by(std::string_view srclang) {
    return srclang.empty() || srclang == "*all*" ? text::Language() : tag_of(srclang).language;
}

MemoryHeader TmxUnitReader::header(const pugi::xml_node& header) {
    MemoryHeader made;
    for (const pugi::xml_attribute& attribute : header.attributes()) {
        if (is_usable(attribute, "header"))
            made.attributes.emplace_back(attribute.name(), value_of(attribute.name(), attribute.value()));
    }
    for (const pugi::xml_node& child : header.children()) {
        const std::string_view name = child.name();
        if (name == "note") {
            made.notes.push_back(note(child));
        } else if (name == "prop") {
            made.properties.push_back(property(child));
        } else if (!name.empty()) {
            odd("tmx-dropped-element", {std::string(name)});
        }
    }
    made.source_language = source_named_by(header.attribute("srclang").value());
    return made;
}

/// Says so where it is not.
bool TmxUnitReader::is_usable(const pugi::xml_attribute& attribute, std::string_view element) {
    const std::string_view name = attribute.name();
    if (!has_attribute(*find_element(element), name)) {
        odd("tmx-unknown-attribute", {std::string(element), std::string(name)});
        return false;
    }
    if (has_good_value(name, attribute.value())) return true;
    odd("tmx-bad-value", {std::string(name), attribute.value()});
    return false;
}

/// A unit has no place for it, whether TMX knows it or not.
void TmxUnitReader::drop(const pugi::xml_attribute& attribute, std::string_view element) {
    const bool is_known = has_attribute(*find_element(element), attribute.name());
    odd(is_known ? "tmx-dropped-attribute" : "tmx-unknown-attribute",
        {std::string(element), attribute.name()});
}

void TmxUnitReader::read_unit_attribute(const pugi::xml_attribute& attribute, TranslationUnit& unit) {
    const std::string_view name = attribute.name();
    if (!is_usable(attribute, "tu")) return;
    if (name == "tuid") {
        unit.id = attribute.value();
    } else if (name == "changeid") {
        unit.changed_by = attribute.value();
    } else if (name == "changedate") {
        unit.changed_when = usable_date(attribute.value());
    } else if (name == "creationdate") {
        unit.created_when = usable_date(attribute.value());
    } else {
        unit.attributes.emplace_back(name, value_of(name, attribute.value()));
    }
}

std::pair<std::string, std::string> TmxUnitReader::property(const pugi::xml_node& prop) {
    for (const pugi::xml_attribute& attribute : prop.attributes()) {
        if (std::string_view(attribute.name()) != "type") drop(attribute, "prop");
    }
    if (!prop.attribute("type")) odd("tmx-prop-without-type", {});
    return {prop.attribute("type").value(), plain_text(prop)};
}

std::string TmxUnitReader::note(const pugi::xml_node& note) {
    for (const pugi::xml_attribute& attribute : note.attributes()) drop(attribute, "note");
    return plain_text(note);
}

TranslationUnit TmxUnitReader::unit(const pugi::xml_node& tu, const MemoryHeader& header) {
    if (tags_.size() > most_tags) tags_.clear();
    TranslationUnit unit;
    text::Language srclang = source_.known() ? text::Language() : header.source_language;
    for (const pugi::xml_attribute& attribute : tu.attributes()) {
        read_unit_attribute(attribute, unit);
        if (std::string_view(attribute.name()) == "srclang" && !source_.known())
            srclang = source_named_by(attribute.value());
    }
    std::vector<Variant> variants;
    std::vector<const Tag*> tags;
    for (const pugi::xml_node& child : tu.children()) {
        const std::string_view name = child.name();
        if (name == "tuv") {
            variants.push_back(variant(child, tags.emplace_back()));
        } else if (name == "note") {
            unit.notes.push_back(note(child));
        } else if (name == "prop") {
            unit.properties.push_back(property(child));
        } else if (child.type() == pugi::node_element) {
            odd("tmx-dropped-element", {std::string(name)});
        } else if (child.type() != pugi::node_comment && !text::trim(child.value()).empty()) {
            odd("tmx-stray-text", {});
        }
    }
    place(std::move(variants), tags, srclang, unit);
    // What the source says already is said once.
    std::erase_if(unit.attributes, [&](const auto& attribute) {
        return attribute.first == "srclang" && unit.source.language.known() &&
               tag_of(attribute.second).language == unit.source.language;
    });
    return unit;
}

Variant TmxUnitReader::variant(const pugi::xml_node& tuv, const Tag*& tag) {
    const std::string_view given = language_attribute(tuv);
    tag = &tag_of(given);
    Variant made;
    made.language = tag->language;
    if (!made.language.known() && given != "und") {
        odd("tmx-bad-language", {std::string(given)});
    } else if (given.find('_') != std::string_view::npos) {
        odd("tmx-language-mended", {std::string(given), made.language.tag()});
    }
    for (const pugi::xml_attribute& attribute : tuv.attributes()) {
        const std::string_view name = attribute.name();
        if (name == "xml:lang" || name == "lang" || !is_usable(attribute, "tuv")) continue;
        made.attributes.emplace_back(name, value_of(name, attribute.value()));
    }
    for (const pugi::xml_node& child : tuv.children()) {
        const std::string_view name = child.name();
        if (name == "note") {
            made.notes.push_back(note(child));
        } else if (name == "prop") {
            made.properties.push_back(property(child));
        } else if (name != "seg" && child.type() == pugi::node_element) {
            odd("tmx-dropped-element", {std::string(name)});
        } else if (name != "seg" && child.type() != pugi::node_comment &&
                   !text::trim(child.value()).empty()) {
            odd("tmx-stray-text", {});
        }
    }
    read_segments(tuv, made);
    return made;
}

void TmxUnitReader::read_segments(const pugi::xml_node& tuv, Variant& variant) {
    const pugi::xml_node seg = tuv.child("seg");
    if (!seg) odd("tmx-no-segment", {});
    if (seg.next_sibling("seg")) odd("tmx-second-segment", {});
    for (const pugi::xml_attribute& attribute : seg.attributes()) {
        if (std::string_view(attribute.name()) != "xml:space")
            odd("tmx-unknown-attribute", {"seg", attribute.name()});
    }
    read_segment(seg, variant,
                 {[this](std::string_view element) { odd("tmx-unknown-element", {std::string(element)}); },
                  [this](std::string_view element, std::string_view attribute) {
                      odd("tmx-unknown-attribute", {std::string(element), std::string(attribute)});
                  }});
}

void TmxUnitReader::place(std::vector<Variant> variants, const std::vector<const Tag*>& tags,
                          const text::Language& srclang, TranslationUnit& unit) const {
    const std::size_t none = variants.size();
    const auto best = [&](auto fit_of, std::size_t except) {
        std::size_t found = none;
        Fit found_fit = Fit::none;
        for (std::size_t i = 0; i < none; ++i) {
            const Fit its = i == except ? Fit::none : fit_of(i);
            if (its < found_fit) {
                found = i;
                found_fit = its;
            }
        }
        return found;
    };
    const auto first_but = [&](std::size_t except, auto accept) {
        for (std::size_t i = 0; i < none; ++i)
            if (i != except && accept(i)) return i;
        return none;
    };
    const auto any = [](std::size_t) { return true; };
    std::size_t target =
        target_.known() ? best([&](std::size_t i) { return tags[i]->as_target; }, none) : none;
    std::size_t source = srclang.known()
                             ? best([&](std::size_t i) { return fit(variants[i].language, srclang); }, target)
                             : best([&](std::size_t i) { return tags[i]->as_source; }, target);
    if (source == none) source = first_but(target, any);
    if (source == none) std::swap(source, target);  // one variant only
    if (target == none && !target_.known()) {
        target = first_but(source,
                           [&](std::size_t i) { return variants[i].language != variants[source].language; });
        if (target == none) target = first_but(source, any);
    }
    for (std::size_t i = 0; i < none; ++i) {
        if (i == source) {
            unit.source = std::move(variants[i]);
        } else if (i == target) {
            unit.target = std::move(variants[i]);
        } else {
            unit.further.push_back(std::move(variants[i]));
        }
    }
}

}  // namespace tongwen::tmx
