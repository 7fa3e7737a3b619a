// SPDX-License-Identifier: Apache-2.0
// Owns what writers of XML share: texts that may stand in XML, and the count of what could not.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "tmx/writers.h"

namespace tongwen::tmx {

/// Makes texts legal, and remembers what was lost for that.
class LegalTexts {
  public:
    /// With `verbatim`, characters are dropped, and nothing else is done.
    explicit LegalTexts(bool verbatim) : verbatim_(verbatim) {}

    /// XML 1.0 characters only, NFC, trimmed; `unit` is the id of the unit that it belongs to.
    std::string whole(std::string_view utf8, const std::string& unit);
    /// The same for a piece of a text, which keeps its white space.
    std::string piece(std::string_view utf8, const std::string& unit);

    /// Tells, where characters were dropped, illegal-characters-dropped {count, id of the first unit}.
    void tell(const WriterOptions& options) const;

  private:
    std::string drop(std::string_view utf8, const std::string& unit);

    bool verbatim_;
    std::size_t dropped_ = 0;
    std::string first_;
};

}  // namespace tongwen::tmx
