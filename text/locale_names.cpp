// SPDX-License-Identifier: Apache-2.0
// Owns the calls into ICU for names.
#include "text/locale_names.h"

#include <algorithm>
#include <cstring>
#include <memory>

#include <unicode/dtfmtsym.h>
#include <unicode/ucurr.h>
#include <unicode/uenum.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

namespace tongwen::text {
namespace {

constexpr std::int32_t name_limit = 128;  // UTF-16 units; ICU's longest names have half of it

std::string to_utf8(const icu::UnicodeString& name) {
    std::string utf8;
    return name.toUTF8String(utf8);
}

using Buffer = char16_t[name_limit];

/// The name that ICU put into a buffer; empty when it had none in the locale itself.
std::string taken(const Buffer& name, std::int32_t size, UErrorCode status) {
    if (status == U_USING_DEFAULT_WARNING || status == U_STRING_NOT_TERMINATED_WARNING || U_FAILURE(status))
        return {};
    return to_utf8({false, name, size});
}

std::string country_name(const std::string& code, const std::string& locale) {
    Buffer name;
    UErrorCode status = U_ZERO_ERROR;
    const std::int32_t size =
        uloc_getDisplayCountry(("und_" + code).c_str(), locale.c_str(), name, name_limit, &status);
    return taken(name, size, status);
}

std::string language_name(const std::string& code, const std::string& locale) {
    Buffer name;
    UErrorCode status = U_ZERO_ERROR;
    const std::int32_t size =
        uloc_getDisplayLanguage(code.c_str(), locale.c_str(), name, name_limit, &status);
    return taken(name, size, status);
}

std::string currency_name(const std::string& code, const std::string& locale) {
    const icu::UnicodeString code16 = icu::UnicodeString::fromUTF8(code);
    icu::UnicodeString terminated = code16;
    std::int32_t size = 0;
    UErrorCode status = U_ZERO_ERROR;
    const char16_t* const name = ucurr_getName(terminated.getTerminatedBuffer(), locale.c_str(),
                                               UCURR_LONG_NAME, nullptr, &size, &status);
    if (U_FAILURE(status) || status == U_USING_DEFAULT_WARNING) return {};
    const icu::UnicodeString found(false, name, size);
    return found == code16 ? std::string() : to_utf8(found);
}

std::vector<std::string> country_codes() {
    std::vector<std::string> codes;
    for (const char* const* code = uloc_getISOCountries(); *code != nullptr; ++code)
        codes.emplace_back(*code);
    return codes;
}

std::vector<std::string> language_codes() {
    std::vector<std::string> codes;
    for (const char* const* code = uloc_getISOLanguages(); *code != nullptr; ++code) {
        if (std::strlen(*code) == 2) codes.emplace_back(*code);
    }
    return codes;
}

std::vector<std::string> currency_codes() {
    std::vector<std::string> codes;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UEnumeration, decltype(&uenum_close)> list(
        ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &status), uenum_close);
    while (const char* const code = U_SUCCESS(status) ? uenum_next(list.get(), nullptr, &status) : nullptr)
        codes.emplace_back(code);
    return codes;
}

/// Months, then weekdays.
std::vector<std::string> calendar_names(const std::string& locale) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale(locale.c_str()), status);
    std::vector<std::string> names;
    if (U_FAILURE(status) || status == U_USING_DEFAULT_WARNING) return names;
    const auto add = [&](const icu::UnicodeString* list, std::int32_t from, std::int32_t to) {
        for (std::int32_t k = from; k < to; ++k) names.push_back(to_utf8(list[k]));
    };
    std::int32_t count = 0;
    const icu::UnicodeString* const months =
        symbols.getMonths(count, icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::WIDE);
    add(months, 0, std::min(count, 12));
    const icu::UnicodeString* const days =
        symbols.getWeekdays(count, icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::WIDE);
    if (names.size() == 12) add(days, 1, count);  // 0 is none
    return names;
}

/// All names of a language, always in one order; empty where there is none.
std::vector<std::string> names_in(const std::string& locale) {
    static const std::vector<std::string> countries = country_codes();
    static const std::vector<std::string> languages = language_codes();
    static const std::vector<std::string> currencies = currency_codes();
    std::vector<std::string> names;
    // Of a language that ICU does not have, it gives the names of the computer's own.
    if (language_name("en", locale).empty()) return names;
    for (const std::string& code : countries) names.push_back(country_name(code, locale));
    for (const std::string& code : languages) names.push_back(language_name(code, locale));
    for (const std::string& code : currencies) names.push_back(currency_name(code, locale));
    for (std::string& name : calendar_names(locale)) names.push_back(std::move(name));
    return names;
}

std::vector<std::string> locales_of(const Language& language) {
    if (language.primary() == "zh") return {"zh_Hans", "zh_Hant"};
    return {language.primary()};
}

}  // namespace

std::vector<NamePair> locale_names(const Language& first, const Language& second) {
    std::vector<NamePair> pairs;
    if (!first.known() || !second.known()) return pairs;
    for (const std::string& one : locales_of(first)) {
        const std::vector<std::string> first_names = names_in(one);
        for (const std::string& other : locales_of(second)) {
            const std::vector<std::string> second_names = names_in(other);
            for (std::size_t k = 0; k < std::min(first_names.size(), second_names.size()); ++k) {
                if (!first_names[k].empty() && !second_names[k].empty())
                    pairs.push_back({first_names[k], second_names[k]});
            }
        }
    }
    std::ranges::sort(pairs);
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

}  // namespace tongwen::text
