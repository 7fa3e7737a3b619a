// SPDX-License-Identifier: Apache-2.0
// Owns the calls into ICU's Transliterator.
#include "text/romanizer.h"

#include <cassert>

#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace tongwen::text {

struct Romanizer::Rules {
    std::unique_ptr<icu::Transliterator> transliterator;
};

Romanizer::Romanizer() : rules_(std::make_unique<Rules>()) {
    UErrorCode status = U_ZERO_ERROR;
    rules_->transliterator.reset(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    assert(U_SUCCESS(status));
}

Romanizer::~Romanizer() = default;
Romanizer::Romanizer(Romanizer&&) noexcept = default;
Romanizer& Romanizer::operator=(Romanizer&&) noexcept = default;

std::string Romanizer::romanize(std::string_view word) const {
    auto utf16 = icu::UnicodeString::fromUTF8({word.data(), static_cast<std::int32_t>(word.size())});
    rules_->transliterator->transliterate(utf16);
    std::string latin;
    for (std::int32_t i = 0; i < utf16.length(); ++i) {
        const char16_t c = utf16[i];
        if (c >= u'a' && c <= u'z') latin.push_back(static_cast<char>(c));
    }
    return latin;
}

std::string consonants_of(std::string_view romanized) {
    std::string consonants;
    for (const char c : romanized) {
        const bool vowel = std::string_view("aeiouyjhw").find(c) != std::string_view::npos;
        if (!vowel && (consonants.empty() || consonants.back() != c)) consonants.push_back(c);
    }
    return consonants;
}

}  // namespace tongwen::text
