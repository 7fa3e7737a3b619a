// SPDX-License-Identifier: Apache-2.0
// Owns sentence boundaries as Unicode has them (UAX #29, by ICU), for languages that have no rules of their
// own.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/boundary_iterator.h"
#include "text/language.h"

namespace tongwen::text {

/// Finds sentence boundaries by UAX #29, which knows no abbreviations. Immutable: one object may serve many
/// threads.
class SentenceBoundaries {
  public:
    /// An unknown language gets the rules that all languages share.
    explicit SentenceBoundaries(const Language& language) : iterator_(BoundaryKind::sentence, language) {}

    /// Byte offsets at which a new sentence begins, ascending, without 0 and the text's end.
    [[nodiscard]] std::vector<std::size_t> find(std::string_view utf8) const;

  private:
    BoundaryIterator iterator_;
};

}  // namespace tongwen::text
