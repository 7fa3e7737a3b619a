// SPDX-License-Identifier: Apache-2.0
// Owns sentence boundaries as Unicode has them (UAX #29, by ICU), for languages that have no rules of their
// own.
#include "text/sentence_boundaries.h"

#include <new>
#include <string>
#include <utility>

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

namespace tongwen::text {
namespace {

std::unique_ptr<const icu::BreakIterator> make_iterator(const Language& language) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = icu::Locale::forLanguageTag(language.tag(), status);
    status = U_ZERO_ERROR;  // a tag that ICU does not know is served by the root rules
    // Not ICU's lists of abbreviations: its filter (ICU 72) also takes the ends of longer words for them.
    std::unique_ptr<icu::BreakIterator> iterator(icu::BreakIterator::createSentenceInstance(locale, status));
    if (U_FAILURE(status)) throw std::bad_alloc();  // without ICU's own data nothing works
    return iterator;
}

struct TextCloser {
    void operator()(UText* text) const { utext_close(text); }
};

}  // namespace

SentenceBoundaries::SentenceBoundaries(const Language& language) : prototype_(make_iterator(language)) {}
SentenceBoundaries::~SentenceBoundaries() = default;
SentenceBoundaries::SentenceBoundaries(SentenceBoundaries&&) noexcept = default;
SentenceBoundaries& SentenceBoundaries::operator=(SentenceBoundaries&&) noexcept = default;

std::vector<std::size_t> SentenceBoundaries::find(std::string_view utf8) const {
    std::vector<std::size_t> found;
    if (utf8.empty()) return found;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UText, TextCloser> text(
        utext_openUTF8(nullptr, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status));
    // Iterating changes an iterator, so every call has its own.
    const std::unique_ptr<icu::BreakIterator> iterator(prototype_->clone());
    iterator->setText(text.get(), status);
    if (U_FAILURE(status)) return found;
    iterator->first();
    for (auto at = iterator->next(); at != icu::BreakIterator::DONE; at = iterator->next()) {
        if (std::cmp_less(at, utf8.size())) found.push_back(static_cast<std::size_t>(at));
    }
    return found;
}

}  // namespace tongwen::text
