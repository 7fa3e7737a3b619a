// SPDX-License-Identifier: Apache-2.0
// Owns the rules for structure, attributes and languages.
#include "tmx/tmx_checks.h"

#include <algorithm>
#include <array>
#include <utility>

#include <pugixml.hpp>

#include "text/unicode.h"
#include "tmx/date.h"
#include "tmx/tmx_variant_view.h"
#include "tmx/tmx_vocabulary.h"

namespace tongwen::tmx {
namespace {

constexpr std::size_t most_tags = 20'000;  // that are remembered

bool is_one_of(std::string_view value, std::initializer_list<std::string_view> values) {
    return std::ranges::find(values, value) != values.end();
}

/// Whether TMX 1.4b has the element below that parent.
bool is_allowed(std::string_view element, std::string_view parent) {
    if (is_one_of(parent, {"seg", "hi", "sub"})) return code_kind(element).has_value();
    if (is_one_of(parent, {"bpt", "ept", "it", "ph", "ut"})) return element == "sub";
    if (parent == "tu") return is_one_of(element, {"tuv", "note", "prop"});
    if (parent == "tuv") return is_one_of(element, {"seg", "note", "prop"});
    if (parent == "header") return is_one_of(element, {"note", "prop", "ude"});
    return parent == "ude" && element == "map";
}

bool takes_text(std::string_view element) {
    return !is_one_of(element, {"tu", "tuv", "header", "ude", "map"});
}

constexpr std::array<std::string_view, 7> header_needs = {
    "creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"};
constexpr auto needs = std::to_array<std::pair<std::string_view, std::string_view>>({{"tmx", "version"},
                                                                                     {"bpt", "i"},
                                                                                     {"ept", "i"},
                                                                                     {"it", "pos"},
                                                                                     {"prop", "type"},
                                                                                     {"ude", "name"},
                                                                                     {"map", "unicode"}});

bool is_text(const pugi::xml_node& node) {
    return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

/// Most texts begin with a letter, and most white space is an indent.
bool is_blank(std::string_view text) {
    constexpr std::string_view spaces = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(spaces);
    if (begin == std::string_view::npos) return true;
    const auto first = static_cast<unsigned char>(text[begin]);
    return first >= 0x80 && text::trim(text).empty();
}

bool is_number(std::string_view value) {
    return !value.empty() && std::ranges::all_of(value, [](char c) { return c >= '0' && c <= '9'; });
}

/// The one form of ISO 8601 that the standard allows: "20261124T093000Z".
bool is_date(std::string_view value) {
    return value.size() == 16 && value[8] == 'T' && value[15] == 'Z' && is_number(value.substr(0, 8)) &&
           is_number(value.substr(9, 6)) && parse_date(value).has_value();
}

bool is_good_value(std::string_view name, std::string_view value) {
    if (name.ends_with("date")) return is_date(value);
    if (is_one_of(name, {"usagecount", "i", "x"})) return is_number(value);
    if (name == "segtype") return is_one_of(value, {"block", "paragraph", "sentence", "phrase"});
    if (name == "pos") return value == "begin" || value == "end";
    if (name == "assoc") return is_one_of(value, {"p", "f", "b"});
    return true;
}

bool is_same_tag(std::string_view one, std::string_view other) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::ranges::equal(one, other, {}, lower, lower);
}

std::string_view language_of(const pugi::xml_node& tuv) {
    const pugi::xml_attribute attribute = tuv.attribute("xml:lang");
    return attribute ? attribute.value() : tuv.attribute("lang").value();
}

}  // namespace

TmxChecks::TmxChecks(std::string file, text::DiagnosticSink sink)
    : file_(std::move(file)), sink_(std::move(sink)) {}

void TmxChecks::at(std::size_t line, std::size_t unit) {
    line_ = line;
    unit_ = unit;
}

void TmxChecks::say(std::string id, text::Severity severity, std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), std::to_string(unit_));
    sink_({std::move(id), severity, {file_, line_, 0, {}, unit_}, std::move(arguments)});
}

void TmxChecks::look_at_root(const pugi::xml_node& tmx, std::size_t line) {
    at(line, 0);
    look_at_attributes(tmx);
    const std::string_view version = tmx.attribute("version").value();
    if (!version.empty() && !is_one_of(version, {"1.1", "1.2", "1.3", "1.4"}))
        error("tmx-version", {std::string(version)});
}

void TmxChecks::look_at_header(const pugi::xml_node& header, std::size_t line) {
    at(line, 0);
    look_at_attributes(header);
    look_below(header);
    srclang_ = header.attribute("srclang").value();
    if (!srclang_.empty() && srclang_ != "*all*") look_at_language(srclang_);
}

/// Elements, attributes and text of everything below the element, by its own rules each.
void TmxChecks::look_below(const pugi::xml_node& root) const {
    pugi::xml_node node = root.first_child();
    while (node) {
        if (node.type() == pugi::node_element) {
            if (is_allowed(node.name(), node.parent().name())) {
                look_at_attributes(node);
            } else {
                error("tmx-unknown-element", {node.name(), node.parent().name()});
            }
        } else if (is_text(node) && !takes_text(node.parent().name()) && !is_blank(node.value())) {
            error("tmx-stray-text");
        }
        if (const pugi::xml_node child = node.first_child()) {
            node = child;
            continue;
        }
        while (node != root && !node.next_sibling()) node = node.parent();
        if (node == root) return;
        node = node.next_sibling();
    }
}

void TmxChecks::look_at_attribute(const vocabulary::Element& element, std::string_view name,
                                  std::string_view value) const {
    if (has_attribute(element, name)) {
        if (!is_good_value(name, value)) error("tmx-bad-value", {std::string(name), std::string(value)});
        return;
    }
    // `lang` is TMX 1.1's name; xml:space and name spaces may stand anywhere.
    if (name == "xml:space" || name.starts_with("xmlns") || (element.name == "tuv" && name == "lang")) return;
    error("tmx-unknown-attribute", {std::string(element.name), std::string(name)});
}

void TmxChecks::look_at_attributes(const pugi::xml_node& element) const {
    const vocabulary::Element* const row = find_element(element.name());
    if (row == nullptr) return;
    for (auto attribute = element.first_attribute(); attribute; attribute = attribute.next_attribute())
        look_at_attribute(*row, attribute.name(), attribute.value());
    const auto demand = [&](std::string_view wanted) {
        if (!element.attribute(wanted.data()))
            error("tmx-missing-attribute", {std::string(row->name), std::string(wanted)});
    };
    for (const auto& [name, wanted] : needs)
        if (name == row->name) demand(wanted);
    if (row->name == "header") std::ranges::for_each(header_needs, demand);
}

const TmxChecks::Tag& TmxChecks::tag_of(std::string_view tag) {
    const auto known = tags_.find(tag);
    if (known != tags_.end()) return known->second;
    if (tags_.size() > most_tags) tags_.clear();
    Tag made;
    if (const auto language = text::Language::parse(tag)) {
        made.canonical = language->tag();
        made.form = tag.find('_') == std::string_view::npos ? TagForm::good : TagForm::underscore;
    }
    return tags_.emplace(tag, std::move(made)).first->second;
}

void TmxChecks::look_at_language(std::string_view tag) {
    const Tag& known = tag_of(tag);
    switch (known.form) {
        case TagForm::good:
            return;
        case TagForm::underscore:
            return error("tmx-language-form", {std::string(tag), known.canonical});
        case TagForm::bad:
            return error("tmx-bad-language", {std::string(tag)});
    }
}

void TmxChecks::look_at_unit(const pugi::xml_node& tu, std::size_t line, std::size_t number) {
    at(line, number);
    look_at_attributes(tu);
    std::vector<VariantView> variants;
    variants.reserve(2);
    for (auto child = tu.first_child(); child; child = child.next_sibling()) {
        if (child.type() == pugi::node_element && std::string_view(child.name()) == "tuv") {
            variants.push_back(look_at_variant(child));
        } else {
            look_at_other_child(child, "tu", variants.empty() ? std::string_view() : "tuv");
        }
    }
    if (variants.empty()) return error("tmx-no-languages");
    look_at_source(tu, variants);
    look_for_repeated_languages(variants);
    look_at_codes(variants);
    look_at_texts(variants);
}

/// A child of a `tu` or `tuv` that is neither a language nor a segment; `behind`: what it should precede.
void TmxChecks::look_at_other_child(const pugi::xml_node& child, std::string_view parent,
                                    std::string_view behind) const {
    if (child.type() != pugi::node_element) {
        if (is_text(child) && !is_blank(child.value())) error("tmx-stray-text");
        return;
    }
    const std::string_view name = child.name();
    if (name != "note" && name != "prop")
        return error("tmx-unknown-element", {std::string(name), std::string(parent)});
    if (!behind.empty()) error("tmx-order", {std::string(name), std::string(behind)});
    look_at_attributes(child);
    if (child.first_child().next_sibling() || !is_text(child.first_child())) look_below(child);
}

VariantView TmxChecks::look_at_variant(const pugi::xml_node& tuv) {
    look_at_attributes(tuv);
    VariantView view;
    view.language = language_of(tuv);
    if (view.language.empty()) {
        error("tmx-missing-attribute", {"tuv", "xml:lang"});
    } else {
        look_at_language(view.language);
    }
    pugi::xml_node seg;
    for (auto child = tuv.first_child(); child; child = child.next_sibling()) {
        if (std::string_view(child.name()) != "seg") {
            look_at_other_child(child, "tuv", seg ? "seg" : std::string_view());
        } else if (seg) {
            error("tmx-second-segment");
        } else {
            seg = child;
        }
    }
    if (!seg) error("tmx-no-segment");
    if (seg.first_attribute()) look_at_attributes(seg);
    const pugi::xml_node first = seg.first_child();
    view.is_plain = !first || (is_text(first) && !first.next_sibling());
    view.seg = seg.internal_object();
    if (!view.is_plain) look_below(seg);
    return view;
}

/// The language of one variant is that of the `tu`'s or the header's srclang, apart from capitals.
void TmxChecks::look_at_source(const pugi::xml_node& tu, const std::vector<VariantView>& variants) const {
    const pugi::xml_attribute own = tu.attribute("srclang");
    const std::string_view srclang = own ? own.value() : std::string_view(srclang_);
    if (srclang.empty() || srclang == "*all*") return;
    const bool found = std::ranges::any_of(
        variants, [srclang](const VariantView& one) { return is_same_tag(one.language, srclang); });
    if (!found) error("tmx-no-source-variant", {std::string(srclang)});
}

/// Readers that take one variant a language take the first or the last.
void TmxChecks::look_for_repeated_languages(const std::vector<VariantView>& variants) const {
    if (variants.size() == 2 && variants[0].language != variants[1].language) return;
    std::vector<std::string_view> tags;
    for (const VariantView& one : variants) tags.push_back(one.language);
    std::ranges::sort(tags);
    const auto repeated = std::ranges::adjacent_find(tags);
    if (repeated != tags.end()) warn("tmx-repeated-language", {std::string(*repeated)});
}

}  // namespace tongwen::tmx
