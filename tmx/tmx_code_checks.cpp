// SPDX-License-Identifier: Apache-2.0
// Owns the rules for inline codes and for the texts of a unit.
#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "text/unicode.h"
#include "tmx/tmx_checks.h"
#include "tmx/tmx_segment.h"
#include "tmx/tmx_variant_view.h"

namespace tongwen::tmx {
namespace {

/// Visits the elements below `scope`, those of a `sub` not.
void each_code(const pugi::xml_node& scope, auto visit) {
    pugi::xml_node node = scope.first_child();
    while (node) {
        if (node.type() == pugi::node_element) visit(node);
        const pugi::xml_node child = node.first_child();
        if (child && std::string_view(node.name()) != "sub") {
            node = child;
            continue;
        }
        while (node != scope && !node.next_sibling()) node = node.parent();
        if (node == scope) return;
        node = node.next_sibling();
    }
}

/// The numbers by which codes of one language are those of another.
std::multiset<std::string_view> numbers_of(const pugi::xml_node& seg) {
    std::multiset<std::string_view> numbers;
    each_code(seg, [&numbers](const pugi::xml_node& code) {
        if (const pugi::xml_attribute x = code.attribute("x")) numbers.insert(x.value());
    });
    return numbers;
}

/// The text of a segment; `scratch` holds it where it is in several pieces.
std::string_view text_of(const VariantView& view, std::string& scratch) {
    if (view.is_plain) return pugi::xml_node(view.seg).first_child().value();
    Variant variant;
    read_segment(pugi::xml_node(view.seg), variant,
                 {[](std::string_view) {}, [](std::string_view, std::string_view) {}});
    scratch = std::move(variant.text);
    return scratch;
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool has_letter(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size();)
        if (text::is_letter(text::next_code_point(utf8, at))) return true;
    return false;
}

}  // namespace

void TmxChecks::look_at_codes(const std::vector<VariantView>& variants) const {
    if (std::ranges::all_of(variants, &VariantView::is_plain)) return;
    for (const VariantView& one : variants) {
        std::vector<pugi::xml_node> scopes = {pugi::xml_node(one.seg)};
        for (std::size_t i = 0; i < scopes.size(); ++i) look_at_pairs(pugi::xml_node(scopes[i]), scopes);
    }
    const std::multiset<std::string_view> numbers = numbers_of(pugi::xml_node(variants.front().seg));
    for (std::size_t i = 1; i < variants.size(); ++i)
        if (numbers_of(pugi::xml_node(variants[i].seg)) != numbers) return error("tmx-differing-x");
}

/// Each `bpt` has its `ept` behind it. `inner` gets the scopes within this one.
void TmxChecks::look_at_pairs(const pugi::xml_node& scope, std::vector<pugi::xml_node>& inner) const {
    std::set<std::string_view> open;
    each_code(scope, [&](const pugi::xml_node& code) {
        const std::string_view name = code.name();
        const std::string_view number = code.attribute("i").value();
        if (name == "sub") inner.push_back(code);
        const bool is_wrong =
            (name == "bpt" && !open.insert(number).second) || (name == "ept" && open.erase(number) == 0);
        if (is_wrong) error("tmx-unpaired", {std::string(name), std::string(number)});
    });
    for (const std::string_view number : open) error("tmx-unpaired", {"bpt", std::string(number)});
}

void TmxChecks::look_at_texts(const std::vector<VariantView>& variants) const {
    std::string first_scratch;
    std::string scratch;
    const std::string_view first = text_of(variants.front(), first_scratch);
    for (std::size_t i = 0; i < variants.size(); ++i) {
        const std::string_view text = i == 0 ? first : text_of(variants[i], scratch);
        const bool could_be_blank = text.empty() || !is_ascii_letter(text[0]);
        if (could_be_blank && variants[i].seg != nullptr && variants[i].is_plain && text::trim(text).empty())
            warn("tmx-empty-segment", {std::string(variants[i].language)});
        if (text.size() > segment_limit && text::count_characters(text) > segment_limit)
            warn("tmx-long-segment",
                 {std::to_string(text::count_characters(text)), std::to_string(segment_limit)});
        if (i > 0 && !text.empty() && text == first && has_letter(text)) warn("tmx-same-text");
    }
}

}  // namespace tongwen::tmx
