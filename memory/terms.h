// SPDX-License-Identifier: Apache-2.0
// Owns Terms: a text cut into what a search compares: words, numbers, characters, marks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.h"
#include "text/span.h"
#include "text/stemmer.h"

namespace tongwen::memory {

enum class TermKind : std::uint8_t {
    word,       ///< letters, with digits among them and apostrophes
    number,     ///< digits, with points and commas among them
    character,  ///< of a script without spaces: Chinese, Japanese, Korean, Thai…
    mark        ///< punctuation or a symbol; the same one repeated (…… or ---) is one
};

struct Term {
    text::ByteSpan span = {};  ///< in the text
    text::ByteSpan form = {};  ///< in Terms::forms
    TermKind kind = TermKind::word;
    bool joined = false;  ///< a character directly behind another one
};

/// The terms of a text in order; what is left out is white space and controls. Forms are folded: lower case,
/// compatibility forms made plain (full width, half width, ligatures), Chinese simplified, quotation marks
/// and dashes all of one kind. Two texts with equal forms say the same in other letters.
struct Terms {
    std::vector<Term> list;
    std::string forms;

    [[nodiscard]] std::string_view form(const Term& term) const { return term.form.of(forms); }
};

/// Cuts a text, into an object whose room is used again. Linear; any bytes do.
void cut(std::string_view utf8, Terms& into);
Terms cut(std::string_view utf8);

/// Makes the tokens that an index holds: for a word its stem, for a number itself, for a character itself and
/// the one joined to it ("中国" and "国人" for 中国人), or itself alone where none is. Marks have none. Of what
/// is joined the index has the first part, `stem`, at the same place, too.
class IndexTokens {
  public:
    /// Words of languages that the stemmer does not know, or that have characters, are stemmed as English.
    explicit IndexTokens(const text::Language& language);

    /// The token that stands at `index`, which is no mark; valid until the next call. At most `longest_token`
    /// bytes: longer words are cut.
    [[nodiscard]] std::string_view token(const Terms& terms, std::size_t index) const;
    /// The same without what is joined.
    [[nodiscard]] std::string_view stem(const Terms& terms, const Term& term) const;

    static constexpr std::size_t longest_token = 60;

  private:
    text::Stemmer stemmer_;
};

/// Whether the term at `index` has another one joined to it.
inline bool joined_on(const Terms& terms, std::size_t index) {
    return index + 1 < terms.list.size() && terms.list[index + 1].joined;
}

}  // namespace tongwen::memory
