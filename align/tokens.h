// SPDX-License-Identifier: Apache-2.0
// Owns what the aligner sees of a document: tokens as ids, segment by segment, with how much each says.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "align/lexicon_set.h"
#include "align/string_index.h"
#include "corpus/document.h"

namespace tongwen::align {

/// What a token is; names and numbers are evidence of their own.
enum class TokenKind : std::uint8_t { word, number, name };

/// One token of a segment.
struct Token {
    std::uint32_t id = 0;  ///< into the side's Vocabulary
    float weight = 1;      ///< 1 for a piece of the text, less for a part of one, above 0
    std::uint32_t parent =
        0;  ///< index, within the segment, of the piece that this is a part of; its own index for a piece
};

/// The distinct tokens of one side.
class Vocabulary {
  public:
    /// The id of a token, a new one when it was not seen before.
    std::uint32_t add(std::string_view token, TokenKind kind);
    [[nodiscard]] std::size_t size() const { return ids_.size(); }
    [[nodiscard]] std::string_view text(std::uint32_t id) const { return ids_[id]; }
    [[nodiscard]] TokenKind kind(std::uint32_t id) const { return kinds_[id]; }
    /// The id, or size() when the token is not there.
    [[nodiscard]] std::uint32_t find(std::string_view token) const { return ids_.find(token); }

  private:
    std::deque<std::string> texts_;  // addresses stay valid for ids_
    std::vector<TokenKind> kinds_;
    StringIndex ids_;
};

/// The tokens of one side with their statistics.
struct TokenTable {
    Vocabulary vocabulary;
    std::vector<Token> tokens;                ///< of all segments, in order
    std::vector<text::ByteSpan> spans;        ///< by token: where it stands in the document's text; only when
                                              ///< TokenSide::places asks for it
    std::vector<std::uint32_t> first;         ///< segment -> its first token; one more entry than segments
    std::vector<std::uint32_t> clause_first;  ///< clause -> its first token; one more entry than clauses
    std::vector<std::uint32_t> first_clause;  ///< segment -> its first clause; one more entry than segments
    std::vector<std::uint32_t> frequency;     ///< by id: segments that it is in
    std::vector<float> information;           ///< by id: ln((segments+1)/frequency)/4, within .02 and 1
    std::vector<float> unigram;               ///< by id: its smoothed share of all tokens
    std::vector<float> mass;                  ///< by segment: sum of weight · information over its pieces
    std::vector<float> numbers;               ///< by segment: how many
    std::vector<float> names;                 ///< by segment: how many
    std::vector<float> length;                ///< by segment: in Latin letters; a Han character counts 2.5

    [[nodiscard]] std::size_t segments() const { return mass.size(); }
    [[nodiscard]] std::span<const Token> of(std::size_t segment) const {
        return std::span(tokens).subspan(first[segment], first[segment + 1] - first[segment]);
    }
};

/// Words that a document writes with a capital letter and never without, lower-cased: its names.
std::unordered_set<std::string> names_of(const corpus::Document& document);

/// One side of the work: a document, the names in it, and the lexicons with headwords of its language.
struct TokenSide {
    const corpus::Document& document;
    std::unordered_set<std::string> names;
    LexiconView lexicon = {};
    bool places = false;  ///< whether to fill TokenTable::spans
};

/// Cuts a document into tokens: words as lower-case stems, numbers by value ("#250000", months "#m7"), Han
/// runs along the lexicon's headwords on the path of fewest and longest words, with the shorter headwords
/// inside as parts; without a lexicon character by character. A Han string whose pinyin spells a name of the
/// other side ("北京", "beijing"), and a capitalised word of another script with the same consonants
/// ("Сергеев", "Sergeyev"), give a token of that name's spelling too; its place is that of the characters
/// that spell it.
TokenTable make_tokens(const TokenSide& side, const TokenSide& other);

/// Fills the statistics of a table, from `frequency` to `names`, by its tokens.
void weigh(TokenTable& table);

}  // namespace tongwen::align
