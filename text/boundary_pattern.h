// SPDX-License-Identifier: Apache-2.0
// Owns BoundaryPattern: a place between two characters, told by what ends before it and what begins after it.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "text/regex.h"
#include "text/regex_edges.h"

namespace tongwen::text {

/// A text in the form that BoundaryMatcher wants it. `utf16` must outlive it.
class BoundaryText {
  public:
    explicit BoundaryText(std::u16string_view utf16);
    ~BoundaryText();
    BoundaryText(const BoundaryText&) = delete;
    BoundaryText& operator=(const BoundaryText&) = delete;

    [[nodiscard]] std::u16string_view units() const { return units_; }
    [[nodiscard]] const icu::UnicodeString& alias() const { return *alias_; }

  private:
    std::u16string_view units_;
    std::unique_ptr<const icu::UnicodeString> alias_;
};

/// Matches places in a text: `before` must match a run of characters that ends there, `after` one that begins
/// there; either may be empty. `^` and `$` are the ends of the whole text. Repeats in `before` are bounded
/// (bound_repeats); `after` sees at most 512 characters. Immutable: one object may serve many threads.
class BoundaryPattern {
  public:
    /// Throws InputError bad-regex {pattern, reason}.
    BoundaryPattern(std::string_view before, std::string_view after);

    /// Whether the pattern can match between these two characters. Quick; may say yes where nothing matches.
    [[nodiscard]] bool fits(char32_t previous, char32_t next) const {
        return (before_edges_.may_be_empty || before_edges_.last.contains(previous)) &&
               (after_edges_.may_be_empty || after_edges_.first.contains(next));
    }
    [[nodiscard]] const RegexEdges& before_edges() const { return before_edges_; }
    [[nodiscard]] const RegexEdges& after_edges() const { return after_edges_; }

  private:
    friend class BoundaryMatcher;

    /// What may not stand before a word of `Words`.
    enum class Start { anywhere, not_in_word, not_behind_latin };
    /// What `before` is when it is a mere list of words, such as `\b(?:Mr|Mrs|Dr)\.`, also with (?<![A-Za-z])
    /// for \b: a look-up, no regular expression.
    struct Words {
        std::unordered_set<std::u16string> words;
        std::vector<std::size_t> sizes;
        Start start = Start::anywhere;
        [[nodiscard]] bool may_begin_at(std::u16string_view text, std::size_t begin) const;
        [[nodiscard]] bool end_at(std::u16string_view text) const;
    };
    static std::optional<Words> parse_words(std::string_view before);

    RegexEdges before_edges_;
    RegexEdges after_edges_;
    std::optional<Words> words_;
    std::optional<Regex> regex_;  ///< nothing when words and edges say it all
};

/// Asks one pattern about many places of one text. Both must outlive it.
class BoundaryMatcher {
  public:
    BoundaryMatcher(const BoundaryPattern& pattern, const BoundaryText& text);
    ~BoundaryMatcher();
    BoundaryMatcher(BoundaryMatcher&&) noexcept;

    /// Whether the pattern matches at a place (in UTF-16 units) where it fits.
    [[nodiscard]] bool matches_at(std::size_t position);

  private:
    const BoundaryPattern* pattern_;
    const BoundaryText* text_;
    std::unique_ptr<icu::RegexMatcher> matcher_;  ///< made when first needed
};

}  // namespace tongwen::text
