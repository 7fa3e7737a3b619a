// SPDX-License-Identifier: Apache-2.0
// Owns telling which language a text is in: by script first, by characters that only one language uses, then
// by frequent words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/language.h"

namespace tongwen::corpus {

/// The language of a text: "zh-CN" and "zh-TW" told apart by their characters ("zh" when none of them tells),
/// others as plain "en", "ja", "ru"…; unknown when there are no letters. Reads at most the first 64 KiB.
/// Mixed text is what most of its letters are, where a character of Chinese, Japanese or Korean counts twice.
text::Language detect_language(std::string_view utf8);

/// Whether texts can be in the language that they are said to be in. To be made once, to be asked often.
class LanguageWitness {
  public:
    explicit LanguageWitness(const text::Language& said);

    /// The tag of the language that a text is in, where it is certainly not in the one that it is said to
    /// be in; else nothing. That needs a text without one letter of the language's script, in which letters
    /// weigh (1 each, 4 in Chinese, Japanese and Korean) at least `least`; or, where languages share a
    /// script, frequent words and letters of the other one that weigh at least a fifth of `least`, and three
    /// times those of the language said, and more. Closely related languages (Danish and Norwegian, Croatian
    /// and Serbian…) and kinds of Chinese are not told apart, and of languages that we know no words of
    /// nothing is said. Reads at most the first 64 KiB.
    [[nodiscard]] std::string_view contradiction(std::string_view utf8, double least) const;

  private:
    std::string tag_;        // of the primary language
    std::uint64_t scripts_;  // a bit for each row of the counts
};

}  // namespace tongwen::corpus
