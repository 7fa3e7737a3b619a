// SPDX-License-Identifier: Apache-2.0
// Owns Regex: an ICU regular expression over UTF-8, and the rewriting of its unbounded repeats.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <unicode/uversion.h>

#include "text/span.h"

U_NAMESPACE_BEGIN
class RegexMatcher;
class RegexPattern;
class UnicodeString;
U_NAMESPACE_END

namespace tongwen::text {

/// A compiled regular expression in ICU's syntax. Immutable: one object may serve many threads.
/// A match that would take unreasonably long (nested repeats over hostile text) counts as none.
class Regex {
  public:
    /// Throws InputError bad-regex {pattern, reason}; the reason is ICU's name for it
    /// ("U_REGEX_MISMATCHED_PAREN").
    explicit Regex(std::string_view pattern);
    ~Regex();
    Regex(Regex&&) noexcept;
    Regex& operator=(Regex&&) noexcept;

    /// Whether the whole text matches.
    [[nodiscard]] bool matches(std::string_view utf8) const;
    /// The bytes of the match that begins where the text begins, or nothing.
    [[nodiscard]] std::optional<std::size_t> match_prefix(std::string_view utf8) const;
    /// The leftmost match, or nothing.
    [[nodiscard]] std::optional<ByteSpan> search(std::string_view utf8) const;

    /// A matcher without text yet, with the time limit set. For the sources of text/.
    [[nodiscard]] std::unique_ptr<icu::RegexMatcher> matcher() const;

  private:
    std::unique_ptr<const icu::RegexPattern> pattern_;
};

/// Finds all places of an expression in one text after the other; keeps what that needs. One object serves
/// one thread.
class RegexFinder {
  public:
    /// Throws InputError bad-regex {pattern, reason}.
    explicit RegexFinder(std::string_view pattern);
    ~RegexFinder();
    RegexFinder(RegexFinder&&) noexcept;
    RegexFinder& operator=(RegexFinder&&) noexcept;

    /// In order, without overlap; empty matches are none. Throws InputError regex-too-slow {pattern} where
    /// one would take unreasonably long.
    std::vector<ByteSpan> find_all(std::string_view utf8);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The pattern with `*`, `+` and `{n,}` made `{0,limit}`, `{1,limit}` and `{n,n+limit}`, so that it may stand
/// in a lookbehind, as the Java library `segment` does for SRX rules. Classes, escapes and \Q…\E are left
/// alone.
std::string bound_repeats(std::string_view pattern, int limit = 100);

}  // namespace tongwen::text
