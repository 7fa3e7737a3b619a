// SPDX-License-Identifier: Apache-2.0
// Owns Explanation: which words of a bead correspond to each other, and which have no counterpart.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "align/alignment.h"
#include "align/associations.h"
#include "align/lexicon_set.h"
#include "align/tokens.h"
#include "text/span.h"

namespace tongwen::align {

/// A word of the source and the word of the target that it stands for.
struct WordMatch {
    text::ByteSpan source;  ///< in the source document's text
    text::ByteSpan target;  ///< in the target document's text
    TokenKind kind;  ///< number where one is, name where both are or one sounds like the other, else word
    float strength;  ///< of the association, above 0 to 1; less for parts of words

    friend bool operator==(const WordMatch&, const WordMatch&) = default;
};

struct Explanation {
    std::vector<WordMatch> matches;                ///< in the order of the source
    std::vector<text::ByteSpan> source_unmatched;  ///< content words without counterpart, in order
    std::vector<text::ByteSpan> target_unmatched;

    friend bool operator==(const Explanation&, const Explanation&) = default;
};

/// What a word is to its text; one in about every third segment is common.
enum class WordRole : std::uint8_t { content, common, function };

/// Explains beads by the words of both documents: the aligner's tokens, and the associations that lexicons,
/// spelling and sound give.
class Explainer {
  public:
    /// Takes time and memory linear in both texts.
    Explainer(const Bitext& bitext, const LexiconSet& lexicons);

    /// Words are matched one to one, the pair that says most first, each by itself or by its best part. Then
    /// a word that is left over joins the match of a word beside it when that word's counterpart stands for
    /// it, too ("developing countries" for 发展中国家). Two function words are no match. Content words
    /// without counterpart are listed, but for common ones that are neither numbers nor names; a single Han
    /// character is one with what it touches. Takes n log n for n words.
    [[nodiscard]] Explanation explain(const Bead& bead) const;

  private:
    struct Side {
        Side(const TokenSide& mine, const TokenSide& theirs);
        TokenTable tokens;
        std::vector<WordRole> roles;  // by id
    };
    std::unique_ptr<const Side> source_;
    std::unique_ptr<const Side> target_;
    std::unique_ptr<const Associations> associations_;
};

}  // namespace tongwen::align
