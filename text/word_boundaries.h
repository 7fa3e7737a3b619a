// SPDX-License-Identifier: Apache-2.0
// Owns words as Unicode has them (UAX #29, by ICU; Chinese and Japanese by ICU's dictionary): for counting.
#pragma once

#include <string_view>
#include <vector>

#include "text/boundary_iterator.h"
#include "text/language.h"
#include "text/span.h"

namespace tongwen::text {

/// Finds words by UAX #29. Immutable: one object may serve many threads.
class WordBoundaries {
  public:
    /// An unknown language gets the rules that all languages share.
    explicit WordBoundaries(const Language& language) : iterator_(BoundaryKind::word, language) {}

    /// The words and numbers of a text, in order; neither spaces nor punctuation.
    [[nodiscard]] std::vector<ByteSpan> find(std::string_view utf8) const;

  private:
    BoundaryIterator iterator_;
};

}  // namespace tongwen::text
