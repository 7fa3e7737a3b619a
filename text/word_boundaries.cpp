// SPDX-License-Identifier: Apache-2.0
// Owns the calls into ICU's word iterator.
#include "text/word_boundaries.h"

#include <cstdint>
#include <new>

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

namespace tongwen::text {
namespace {

std::unique_ptr<const icu::BreakIterator> make_iterator(const Language& language) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = icu::Locale::forLanguageTag(language.tag(), status);
    status = U_ZERO_ERROR;  // a tag that ICU does not know is served by the root rules
    std::unique_ptr<icu::BreakIterator> iterator(icu::BreakIterator::createWordInstance(locale, status));
    if (U_FAILURE(status)) throw std::bad_alloc();  // without ICU's own data nothing works
    return iterator;
}

struct TextCloser {
    void operator()(UText* text) const { utext_close(text); }
};

}  // namespace

WordBoundaries::WordBoundaries(const Language& language) : prototype_(make_iterator(language)) {}
WordBoundaries::~WordBoundaries() = default;
WordBoundaries::WordBoundaries(WordBoundaries&&) noexcept = default;
WordBoundaries& WordBoundaries::operator=(WordBoundaries&&) noexcept = default;

std::vector<ByteSpan> WordBoundaries::find(std::string_view utf8) const {
    std::vector<ByteSpan> found;
    if (utf8.empty()) return found;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UText, TextCloser> text(
        utext_openUTF8(nullptr, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status));
    // Iterating changes an iterator, so every call has its own.
    const std::unique_ptr<icu::BreakIterator> iterator(prototype_->clone());
    iterator->setText(text.get(), status);
    if (U_FAILURE(status)) return found;
    auto begin = iterator->first();
    for (auto end = iterator->next(); end != icu::BreakIterator::DONE; begin = end, end = iterator->next()) {
        if (iterator->getRuleStatus() >= UBRK_WORD_NONE_LIMIT)
            found.push_back({static_cast<std::size_t>(begin), static_cast<std::size_t>(end)});
    }
    return found;
}

}  // namespace tongwen::text
