// SPDX-License-Identifier: Apache-2.0
// Owns the calls into ICU's iterators over words and sentences.
#include "text/boundary_iterator.h"

#include <cstdint>
#include <new>

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

namespace tongwen::text {
namespace {

std::unique_ptr<const icu::BreakIterator> make_iterator(BoundaryKind kind, const Language& language) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = icu::Locale::forLanguageTag(language.tag(), status);
    status = U_ZERO_ERROR;  // a tag that ICU does not know is served by the root rules
    // Sentences without ICU's lists of abbreviations: its filter (ICU 72) also takes the ends of longer words
    // for them.
    std::unique_ptr<icu::BreakIterator> iterator(
        kind == BoundaryKind::word ? icu::BreakIterator::createWordInstance(locale, status)
                                   : icu::BreakIterator::createSentenceInstance(locale, status));
    if (U_FAILURE(status)) throw std::bad_alloc();  // without ICU's own data nothing works
    return iterator;
}

struct TextCloser {
    void operator()(UText* text) const { utext_close(text); }
};

}  // namespace

BoundaryIterator::BoundaryIterator(BoundaryKind kind, const Language& language)
    : prototype_(make_iterator(kind, language)) {}
BoundaryIterator::~BoundaryIterator() = default;
BoundaryIterator::BoundaryIterator(BoundaryIterator&&) noexcept = default;
BoundaryIterator& BoundaryIterator::operator=(BoundaryIterator&&) noexcept = default;

void BoundaryIterator::for_each_piece(
    std::string_view utf8, const std::function<void(std::size_t, std::size_t, int)>& receive) const {
    if (utf8.empty()) return;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UText, TextCloser> text(
        utext_openUTF8(nullptr, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status));
    // Iterating changes an iterator, so every call has its own.
    const std::unique_ptr<icu::BreakIterator> iterator(prototype_->clone());
    iterator->setText(text.get(), status);
    if (U_FAILURE(status)) return;
    auto begin = iterator->first();
    for (auto end = iterator->next(); end != icu::BreakIterator::DONE; begin = end, end = iterator->next())
        receive(static_cast<std::size_t>(begin), static_cast<std::size_t>(end), iterator->getRuleStatus());
}

}  // namespace tongwen::text
