// SPDX-License-Identifier: Apache-2.0
// Owns Vicinity: a part of two documents with the links between its own tokens.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "align/associations.h"
#include "align/corridor.h"
#include "align/tokens.h"

namespace tongwen::align {

/// The segments of a corridor, their tokens numbered anew, and of the associations those between them. A part
/// of a document has few of its words, and most links lead to others: what is left fits the processor's
/// cache. Refers to the tables.
class Vicinity {
  public:
    /// What is known of a token, as TokenTable has it.
    struct Word {
        float information;
        float unigram;
        TokenKind kind;
    };

    struct Occurrence {
        std::uint32_t number;
        float weight;
    };

    /// The segments [begin, end) of one side.
    class Side {
      public:
        [[nodiscard]] const TokenTable& table() const { return *table_; }
        [[nodiscard]] std::size_t begin() const { return begin_; }
        [[nodiscard]] std::size_t end() const { return end_; }
        /// How many distinct tokens there are. New numbers are in the order of the old ones.
        [[nodiscard]] std::size_t size() const { return words_.size(); }
        [[nodiscard]] const Word& word(std::uint32_t number) const { return words_[number]; }
        [[nodiscard]] std::span<const Association> links(std::uint32_t number) const {
            return std::span(links_).subspan(first_link_[number],
                                             first_link_[number + 1] - first_link_[number]);
        }
        /// The tokens [first, last) of the table, which must lie in these segments.
        [[nodiscard]] std::span<const Occurrence> tokens(std::size_t first, std::size_t last) const {
            return std::span(tokens_).subspan(first - first_token_, last - first);
        }

      private:
        friend class Vicinity;
        const TokenTable* table_ = nullptr;
        std::size_t begin_ = 0;
        std::size_t end_ = 0;
        std::size_t first_token_ = 0;
        std::vector<Occurrence> tokens_;
        std::vector<Word> words_;                ///< by number
        std::vector<std::uint32_t> first_link_;  ///< by number, and the end
        std::vector<Association> links_;         ///< `other` is a number, too
    };

    Vicinity(const TokenTable& source, const TokenTable& target, const Associations& associations,
             const Corridor& corridor);

    [[nodiscard]] const Side& source() const { return source_; }
    [[nodiscard]] const Side& target() const { return target_; }

  private:
    /// The numbers of the tokens of a side, both ways.
    struct Numbering {
        Numbering(const TokenTable& table, std::size_t begin, std::size_t end);
        std::vector<std::uint32_t> ids;      ///< by number
        std::vector<std::uint32_t> numbers;  ///< by id; of tokens elsewhere `elsewhere`
    };
    static constexpr std::uint32_t elsewhere = std::numeric_limits<std::uint32_t>::max();

    static Side make_side(const TokenTable& table, const Numbering& numbering, std::size_t begin,
                          std::size_t end);
    template <class LinksOf>
    static void take_links(Side& side, const Numbering& mine, const Numbering& theirs, LinksOf links_of);

    Side source_;
    Side target_;
};

}  // namespace tongwen::align
