// SPDX-License-Identifier: Apache-2.0
// Owns the thresholds of the warnings about units, and what they leave alone.
#include "tmx/unit_warnings.h"

#include <functional>
#include <utility>

#include "text/unicode.h"

namespace tongwen::tmx {
namespace {

// The lowest limit among the cloud systems that document one.
constexpr std::size_t character_limit = 2000;

bool any_code_point(std::string_view utf8, auto matches) {
    for (std::size_t at = 0; at < utf8.size();) {
        if (matches(text::next_code_point(utf8, at))) return true;
    }
    return false;
}

std::size_t count_characters(std::string_view utf8) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < utf8.size(); ++count) text::next_code_point(utf8, at);
    return count;
}

std::string first_han(std::string_view utf8) {
    std::string han;
    any_code_point(utf8, [&han](char32_t c) {
        if (text::is_han(c)) text::append_utf8(han, c);
        return !han.empty();
    });
    return han;
}

bool is_written_with_han(const text::Language& language) {
    const std::string script = language.script();
    return script.starts_with("Han") || script == "Jpan" || script == "Kore";
}

}  // namespace

UnitWarnings::UnitWarnings(std::string file, text::DiagnosticSink sink)
    : file_(std::move(file)), sink_(std::move(sink)) {}

void UnitWarnings::warn(std::string id, std::vector<std::string> arguments) const {
    sink_({std::move(id), text::Severity::warning, {file_}, std::move(arguments)});
}

void UnitWarnings::look_at(const TranslationUnit& unit, const std::string& segments) {
    look_at_length(unit.source.text, segments);
    look_at_length(unit.target.text, segments);
    look_at_equality(unit, segments);
    look_for_other_target(unit, segments);
    look_for_han(unit.target, segments);
}

void UnitWarnings::look_at_length(const std::string& text, const std::string& segments) const {
    const std::size_t characters = count_characters(text);
    if (characters <= character_limit) return;
    warn("long-segment", {segments, std::to_string(characters), std::to_string(character_limit)});
}

// Numbers, dates and ornaments are rightly the same on both sides.
void UnitWarnings::look_at_equality(const TranslationUnit& unit, const std::string& segments) const {
    if (unit.source.text == unit.target.text && any_code_point(unit.source.text, text::is_letter)) {
        warn("target-equals-source", {segments});
    }
}

void UnitWarnings::look_for_other_target(const TranslationUnit& unit, const std::string& segments) {
    const std::hash<std::string> hash;
    const std::size_t target_hash = hash(unit.target.text);
    const auto [earlier, is_new] = seen_.try_emplace(hash(unit.source.text), Earlier{target_hash, segments});
    if (!is_new && earlier->second.target_hash != target_hash) {
        warn("source-with-other-target", {segments, earlier->second.segments});
    }
}

void UnitWarnings::look_for_han(const Variant& target, const std::string& segments) const {
    if (!target.language.known() || is_written_with_han(target.language)) return;
    if (const std::string han = first_han(target.text); !han.empty()) warn("han-in-target", {segments, han});
}

}  // namespace tongwen::tmx
