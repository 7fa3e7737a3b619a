// SPDX-License-Identifier: Apache-2.0
// Owns what each rule of cleaning sees in one unit.
#include "memory/clean_rules.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "text/unicode.h"
#include "tmx/segment_text.h"

namespace tongwen::memory {
namespace {

constexpr std::array<std::string_view, clean_rule_count> rule_names = {
    "illegal-characters", "markup-unbalanced", "empty",          "same-as-source",
    "wrong-direction",    "wrong-language",    "length-outlier", "duplicate"};

// Letters (of Chinese, Japanese and Korean four each) that must be of another language: a unit is removed
// only where the text is long enough to know; it is turned round already where both sides say so.
constexpr double least_to_remove = 20;
constexpr double least_to_exchange = 3;
// A hostile file may name any number of languages.
constexpr std::size_t most_witnesses = 1024;

std::size_t drop_illegal(std::string& text) {
    tmx::LegalText legal = tmx::drop_illegal_characters(text);
    if (legal.dropped > 0) text = std::move(legal.text);
    return legal.dropped;
}

std::size_t drop_illegal(std::vector<std::string>& notes,
                         std::vector<std::pair<std::string, std::string>>& properties) {
    std::size_t dropped = 0;
    for (std::string& note : notes) dropped += drop_illegal(note);
    for (auto& [type, value] : properties) dropped += drop_illegal(type) + drop_illegal(value);
    return dropped;
}

/// Codes stay where they are: each moves up by what was dropped before it.
std::size_t drop_illegal(tmx::Variant& variant) {
    const std::string before = variant.text;
    const std::size_t dropped = drop_illegal(variant.text);
    if (dropped > 0)
        for (tmx::InlineCode& code : variant.codes)
            code.at = tmx::drop_illegal_characters(std::string_view(before).substr(0, code.at)).text.size();
    return dropped + drop_illegal(variant.notes, variant.properties);
}

std::string attribute_of(const tmx::InlineCode& code, std::string_view name) {
    for (const auto& [attribute, value] : code.attributes)
        if (attribute == name) return value;
    return {};
}

/// The standard's name for a code whose partner is elsewhere (TMX 1.4b, `it`).
void isolate(tmx::InlineCode& code) {
    const char* const position = code.kind == tmx::CodeKind::bpt ? "begin" : "end";
    code.kind = tmx::CodeKind::it;
    std::erase_if(code.attributes, [](const auto& attribute) { return attribute.first == "i"; });
    code.attributes.insert(code.attributes.begin(), {"pos", position});
}

std::size_t mend_markup(std::vector<tmx::InlineCode>& codes) {
    std::vector<std::size_t> open;
    std::vector<std::size_t> lone;
    for (std::size_t k = 0; k < codes.size(); ++k) {
        if (codes[k].kind == tmx::CodeKind::bpt) open.push_back(k);
        if (codes[k].kind != tmx::CodeKind::ept) continue;
        const auto partner = std::find_if(open.rbegin(), open.rend(), [&](std::size_t other) {
            return attribute_of(codes[other], "i") == attribute_of(codes[k], "i");
        });
        if (partner == open.rend()) {
            lone.push_back(k);
        } else {
            open.erase(std::next(partner).base());
        }
    }
    lone.insert(lone.end(), open.begin(), open.end());
    for (const std::size_t k : lone) isolate(codes[k]);
    return lone.size();
}

bool has_text(const tmx::Variant& variant) { return !text::trim(variant.text).empty(); }

bool has_letter(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size();)
        if (text::is_letter(text::next_code_point(utf8, at))) return true;
    return false;
}

bool speaks(std::string_view tag, const text::Language& language) {
    return tag.substr(0, tag.find('-')) == language.primary();
}

}  // namespace

std::string_view name(CleanRule rule) { return rule_names[static_cast<std::size_t>(rule)]; }

std::optional<CleanRule> find_clean_rule(std::string_view name) {
    const auto* const found = std::ranges::find(rule_names, name);
    if (found == rule_names.end()) return std::nullopt;
    return static_cast<CleanRule>(found - rule_names.begin());
}

bool mends(CleanRule rule) {
    return rule == CleanRule::illegal_characters || rule == CleanRule::markup_unbalanced ||
           rule == CleanRule::wrong_direction;
}

std::size_t drop_illegal_characters(tmx::TranslationUnit& unit) {
    std::size_t dropped = drop_illegal(unit.source) + drop_illegal(unit.target) +
                          drop_illegal(unit.notes, unit.properties) + drop_illegal(unit.id) +
                          drop_illegal(unit.changed_by);
    for (tmx::Variant& variant : unit.further) dropped += drop_illegal(variant);
    return dropped;
}

std::size_t mend_markup(tmx::TranslationUnit& unit) {
    std::size_t mended = mend_markup(unit.source.codes) + mend_markup(unit.target.codes);
    for (tmx::Variant& variant : unit.further) mended += mend_markup(variant.codes);
    return mended;
}

bool is_empty(const tmx::TranslationUnit& unit) {
    return !has_text(unit.source) || (!has_text(unit.target) && std::ranges::none_of(unit.further, has_text));
}

bool is_same_as_source(const tmx::TranslationUnit& unit) {
    return unit.further.empty() && text::trim(unit.source.text) == text::trim(unit.target.text) &&
           has_letter(unit.source.text);
}

void exchange_sides(tmx::TranslationUnit& unit) {
    std::swap(unit.source.text, unit.target.text);
    std::swap(unit.source.codes, unit.target.codes);
}

const corpus::LanguageWitness& LanguageJudge::witness(const text::Language& language) {
    if (witnesses_.size() > most_witnesses) witnesses_.clear();
    const auto found = witnesses_.find(language.tag());
    if (found != witnesses_.end()) return found->second;
    return witnesses_.emplace(language.tag(), corpus::LanguageWitness(language)).first->second;
}

LanguageVerdict LanguageJudge::judge(const tmx::TranslationUnit& unit) {
    const text::Language& source = unit.source.language;
    const text::Language& target = unit.target.language;
    if (!source.known() || !target.known() || source.primary() == target.primary()) return {};
    const std::string_view source_is = witness(source).contradiction(unit.source.text, least_to_exchange);
    const std::string_view target_is = witness(target).contradiction(unit.target.text, least_to_exchange);
    if (source_is.empty() && target_is.empty()) return {};
    if (unit.further.empty() && speaks(source_is, target) && speaks(target_is, source))
        return {LanguageVerdict::exchanged, source_is};
    if (!source_is.empty()) {
        const auto found = witness(source).contradiction(unit.source.text, least_to_remove);
        if (!found.empty()) return {LanguageVerdict::wrong_source, found};
    }
    if (!target_is.empty()) {
        const auto found = witness(target).contradiction(unit.target.text, least_to_remove);
        if (!found.empty()) return {LanguageVerdict::wrong_target, found};
    }
    return {};
}

}  // namespace tongwen::memory
