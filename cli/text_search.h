// SPDX-License-Identifier: Apache-2.0
// Owns the search for a text as a person types it: capitals do not matter, nor does how lines were broken.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace tongwen::cli {

class TextSearch {
  public:
    /// An empty text, or white space, finds nothing.
    explicit TextSearch(std::string_view wanted);

    /// The first place at or behind `from` where the text stands: letters in either case, any white space for
    /// a space, line ends anywhere. Linear but for texts that nearly match at many places.
    [[nodiscard]] std::optional<text::ByteSpan> find(std::string_view text, std::size_t from = 0) const;

  private:
    [[nodiscard]] std::optional<std::size_t> match(std::string_view text, std::size_t at) const;
    std::vector<char32_t> wanted_;  // lower case, runs of white space as one space
    std::array<bool, 256> first_bytes_ = {};
};

}  // namespace tongwen::cli
