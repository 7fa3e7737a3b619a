// SPDX-License-Identifier: Apache-2.0
// Owns units for tests: made in one line, shown in one word.
#pragma once

#include <chrono>
#include <string>
#include <utility>

#include "tmx/translation_unit.h"

namespace tongwen::memory {

/// made("一", "one").at(5).named("id")
struct MadeUnit : tmx::TranslationUnit {
    MadeUnit& at(int seconds) {
        changed_when = std::chrono::sys_seconds(std::chrono::seconds(seconds));
        return *this;
    }
    MadeUnit& by(std::string who) {
        changed_by = std::move(who);
        return *this;
    }
    MadeUnit& named(std::string name) {
        id = std::move(name);
        return *this;
    }
    MadeUnit& with(std::string type, std::string value) {
        properties.emplace_back(std::move(type), std::move(value));
        return *this;
    }
    MadeUnit& sure(std::string confidence) { return with("x-tongwen-confidence", std::move(confidence)); }
    MadeUnit& noted(std::string note) {
        notes.push_back(std::move(note));
        return *this;
    }
    MadeUnit& in(std::string_view source_tag, std::string_view target_tag) {
        source.language = *text::Language::parse(source_tag);
        target.language = *text::Language::parse(target_tag);
        return *this;
    }
    MadeUnit& also(std::string_view tag, std::string text) {
        further.push_back({*text::Language::parse(tag), std::move(text)});
        return *this;
    }
    /// A code that stands alone in the source.
    MadeUnit& coded(std::size_t place) {
        source.codes.push_back({tmx::CodeKind::ph, place, {{"x", "1"}}, "&lt;br/&gt;"});
        return *this;
    }
};

inline MadeUnit made(std::string source, std::string target) {
    MadeUnit unit;
    unit.source.text = std::move(source);
    unit.target.text = std::move(target);
    return unit.in("zh-CN", "en");
}

inline std::string spell(const tmx::TranslationUnit& unit) {
    return unit.source.text + "=" + unit.target.text;
}

}  // namespace tongwen::memory
