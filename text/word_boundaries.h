// SPDX-License-Identifier: Apache-2.0
// Owns words as Unicode has them (UAX #29, by ICU; Chinese and Japanese by ICU's dictionary): for counting.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include <unicode/uversion.h>

#include "text/language.h"
#include "text/span.h"

U_NAMESPACE_BEGIN
class BreakIterator;
U_NAMESPACE_END

namespace tongwen::text {

/// Finds words by UAX #29. Immutable: one object may serve many threads.
class WordBoundaries {
  public:
    /// An unknown language gets the rules that all languages share.
    explicit WordBoundaries(const Language& language);
    ~WordBoundaries();
    WordBoundaries(WordBoundaries&&) noexcept;
    WordBoundaries& operator=(WordBoundaries&&) noexcept;

    /// The words and numbers of a text, in order; neither spaces nor punctuation.
    [[nodiscard]] std::vector<ByteSpan> find(std::string_view utf8) const;

  private:
    std::unique_ptr<const icu::BreakIterator> prototype_;
};

}  // namespace tongwen::text
