// SPDX-License-Identifier: Apache-2.0
// Owns Language: tags checked against BCP 47's grammar and ICU's lists, then made canonical by ICU.
#include "text/language.h"

#include <algorithm>
#include <array>

#include <unicode/locid.h>
#include <unicode/region.h>
#include <unicode/uscript.h>

#include "text/unicode.h"

namespace tongwen::text {
namespace {

bool is_word(const char* subtag) { return *subtag != '\0'; }

/// ICU knows its language (or it has none: "und"), its script and its region.
bool is_known(const icu::Locale& locale) {
    if (is_word(locale.getLanguage()) && !is_word(locale.getISO3Language())) return false;
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode script = USCRIPT_INVALID_CODE;
    if (is_word(locale.getScript()) &&
        (uscript_getCode(locale.getScript(), &script, 1, &status) != 1 || U_FAILURE(status)))
        return false;
    status = U_ZERO_ERROR;
    if (!is_word(locale.getCountry())) return true;
    const icu::Region* const region = icu::Region::getInstance(locale.getCountry(), status);
    return U_SUCCESS(status) && region != nullptr && region->getType() != URGN_UNKNOWN;
}

/// The locale of a whole tag; nothing when a part of it is left over.
std::optional<icu::Locale> locale_of(const std::string& tag) {
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t parsed = 0;
    char id[ULOC_FULLNAME_CAPACITY] = {};
    uloc_forLanguageTag(tag.c_str(), id, sizeof id, &parsed, &status);
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING) return std::nullopt;
    if (parsed != static_cast<std::int32_t>(tag.size())) return std::nullopt;
    return icu::Locale(id);
}

bool could_be_tag(std::string_view tag) {
    constexpr std::size_t longest = 64;  // far beyond real tags, within ICU's fixed buffers
    return !tag.empty() && tag.size() <= longest && std::all_of(tag.begin(), tag.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_';
    });
}

}  // namespace

std::optional<Language> Language::parse(std::string_view tag) {
    if (!could_be_tag(tag)) return std::nullopt;
    std::string hyphenated(tag);
    std::replace(hyphenated.begin(), hyphenated.end(), '_', '-');
    const std::optional<icu::Locale> given = locale_of(hyphenated);
    if (!given || (!is_word(given->getLanguage()) && to_lower(tag.substr(0, 3)) != "und"))
        return std::nullopt;
    // Replaces aliases ("cmn" by "zh", "iw" by "he"); extensions stay.
    icu::Locale canonical = *given;
    UErrorCode alias_status = U_ZERO_ERROR;
    canonical.canonicalize(alias_status);
    if (U_FAILURE(alias_status) || !is_known(canonical)) return std::nullopt;
    UErrorCode status = U_ZERO_ERROR;
    auto out = canonical.toLanguageTag<std::string>(status);
    if (U_FAILURE(status)) return std::nullopt;
    return Language(std::move(out));
}

std::string Language::primary() const {
    const std::string subtag = tag_.substr(0, tag_.find('-'));
    constexpr std::array chinese = {"cmn", "gan", "hak", "hsn", "lzh", "nan", "wuu", "yue"};
    return std::find(chinese.begin(), chinese.end(), subtag) == chinese.end() ? subtag : "zh";
}

std::string Language::three_letters() const { return uloc_getISO3Language(primary().c_str()); }

std::string Language::script() const {
    if (!known()) return {};
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale locale = icu::Locale::forLanguageTag(tag_, status);
    locale.addLikelySubtags(status);
    return U_SUCCESS(status) ? locale.getScript() : std::string();
}

}  // namespace tongwen::text
