// SPDX-License-Identifier: Apache-2.0
// Owns what a regular expression's matches can begin and end with, so that most places need no matching at
// all.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include <unicode/uversion.h>

U_NAMESPACE_BEGIN
class UnicodeSet;
U_NAMESPACE_END

namespace tongwen::text {

/// A set of characters with a quick answer for the Basic Multilingual Plane. Immutable.
class CharacterSet {
  public:
    explicit CharacterSet(const icu::UnicodeSet& members);

    [[nodiscard]] bool contains(char32_t c) const {
        return c < 0x10000 ? pages_[page_of_[c >> 8]][c & 0xFF] : contains_beyond(c);
    }
    /// All members of both.
    [[nodiscard]] CharacterSet with(const CharacterSet& other) const;
    static CharacterSet none();

  private:
    using Page = std::bitset<256>;
    [[nodiscard]] bool contains_beyond(char32_t c) const;
    std::array<std::uint16_t, 256> page_of_{};  ///< pages 0 and 1 are the empty and the full one
    std::vector<Page> pages_;
    std::shared_ptr<const icu::UnicodeSet> members_;
};

/// What the matches of a pattern look like from outside. The sets may be too large, never too small: where
/// the pattern uses syntax that is not understood here, they hold every character.
struct RegexEdges {
    CharacterSet first;          ///< characters that a match may begin with
    CharacterSet last;           ///< characters that a match may end with
    bool may_be_empty = false;   ///< the empty string may match: the sets say nothing then
    bool one_character = false;  ///< the pattern is exactly "one character of `first`"
};

/// `pattern` must be one that ICU compiles.
RegexEdges find_edges(std::string_view pattern);

}  // namespace tongwen::text
