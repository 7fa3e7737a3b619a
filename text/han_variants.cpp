// SPDX-License-Identifier: Apache-2.0
// Owns the calls into ICU's Transliterator for the scripts of Chinese.
#include "text/han_variants.h"

#include <cassert>

#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace tongwen::text {
namespace {

std::unique_ptr<icu::Transliterator> make_rules(const char* id) {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> rules(
        icu::Transliterator::createInstance(id, UTRANS_FORWARD, status));
    assert(U_SUCCESS(status));
    return rules;
}

std::string transliterate(const icu::Transliterator& rules, std::string_view word) {
    auto utf16 = icu::UnicodeString::fromUTF8({word.data(), static_cast<std::int32_t>(word.size())});
    rules.transliterate(utf16);
    std::string result;
    return utf16.toUTF8String(result);
}

}  // namespace

struct HanVariants::Rules {
    std::unique_ptr<icu::Transliterator> simplify = make_rules("Hant-Hans");
    std::unique_ptr<icu::Transliterator> traditionalise = make_rules("Hans-Hant");
};

HanVariants::HanVariants() : rules_(std::make_unique<Rules>()) {}
HanVariants::~HanVariants() = default;
HanVariants::HanVariants(HanVariants&&) noexcept = default;
HanVariants& HanVariants::operator=(HanVariants&&) noexcept = default;

std::string HanVariants::to_simplified(std::string_view word) const {
    return transliterate(*rules_->simplify, word);
}

std::string HanVariants::to_traditional(std::string_view word) const {
    return transliterate(*rules_->traditionalise, word);
}

}  // namespace tongwen::text
