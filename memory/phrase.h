// SPDX-License-Identifier: Apache-2.0
// Owns Phrase: terms that are looked for in their order, in an index and in a text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "memory/terms.h"

#include "text/span.h"

namespace tongwen::memory {

/// The index and `find` agree on what matches, but for phrases of more than `most_indexed` terms, of which
/// the index is asked for the beginning only.
class Phrase {
  public:
    Phrase(std::string_view utf8, const IndexTokens& tokens);

    /// There is no term in it but marks.
    [[nodiscard]] bool empty() const { return terms_.empty(); }
    /// What FTS5 is asked, as one phrase of its.
    [[nodiscard]] std::string expression() const;
    [[nodiscard]] bool is_longer_than_its_expression() const { return terms_.size() > most_indexed; }

    /// All places in a text, in order, without overlap. `tokens` are those of the text's side.
    [[nodiscard]] std::vector<text::ByteSpan> find(const Terms& text, const IndexTokens& tokens) const;

    static constexpr std::size_t most_indexed = 32;

  private:
    struct Wanted {
        std::string stem;
        std::string token;  // as the index has it, where the query goes on behind it
        bool joined;
    };
    void prepare();
    /// How many terms of `rest_` match, the next one being `key`, where so many did before.
    [[nodiscard]] std::size_t step(std::size_t matched, std::uint64_t key) const;

    std::vector<Wanted> terms_;
    std::uint64_t first_ = 0;          // hash of the first stem
    std::vector<std::uint64_t> rest_;  // of the others, each with a bit that says joined
    std::vector<std::size_t> borders_;
};

/// The places of a text as it is written that neither begin nor end within a term.
std::vector<text::ByteSpan> find_exact(std::string_view utf8, const Terms& terms, std::string_view wanted);

}  // namespace tongwen::memory
