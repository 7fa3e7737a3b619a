// SPDX-License-Identifier: Apache-2.0
// Owns what the searches for boundaries share: one of ICU's iterators over UTF-8.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string_view>

#include <unicode/uversion.h>

#include "text/language.h"

U_NAMESPACE_BEGIN
class BreakIterator;
U_NAMESPACE_END

namespace tongwen::text {

enum class BoundaryKind { word, sentence };

/// Boundaries by UAX #29. Immutable: one object may serve many threads.
class BoundaryIterator {
  public:
    /// A language that ICU has no rules of its own for gets the root rules.
    BoundaryIterator(BoundaryKind kind, const Language& language);
    ~BoundaryIterator();
    BoundaryIterator(BoundaryIterator&&) noexcept;
    BoundaryIterator& operator=(BoundaryIterator&&) noexcept;

    /// Calls `receive` for every piece between two boundaries, in order: its byte offsets and ICU's rule
    /// status (UBRK_WORD_NONE…). The pieces tile the text.
    void for_each_piece(
        std::string_view utf8,
        const std::function<void(std::size_t begin, std::size_t end, int status)>& receive) const;

  private:
    std::unique_ptr<const icu::BreakIterator> prototype_;
};

}  // namespace tongwen::text
