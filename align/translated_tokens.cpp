// SPDX-License-Identifier: Apache-2.0
// Owns the merging of two token tables, segment by segment.
#include "align/translated_tokens.h"

#include <cassert>
#include <utility>

namespace tongwen::align {
namespace {

// As much as a headword inside of a piece counts.
constexpr float translated_weight = 0.6F;

/// A token of the translation, and the piece of the document's segment that it is taken for a part of.
struct Rendered {
    std::uint32_t id;      ///< in the document's vocabulary
    std::uint32_t parent;  ///< index within the document's segment
};

class Merger {
  public:
    Merger(TokenTable table, const TokenTable& translation)
        : old_(std::move(table)), translation_(translation) {
        new_.vocabulary = std::move(old_.vocabulary);
        new_.length = std::move(old_.length);
        new_.first.push_back(0);
    }

    TokenTable run() {
        for (std::size_t segment = 0; segment < new_.length.size(); ++segment) add(segment);
        new_.first_clause = std::move(old_.first_clause);
        new_.clause_first.push_back(end());
        weigh(new_);
        return std::move(new_);
    }

  private:
    [[nodiscard]] std::uint32_t end() const { return static_cast<std::uint32_t>(new_.tokens.size()); }

    void add(std::size_t segment) {
        const std::vector<Rendered> rendered = render(segment);
        const std::uint32_t base = old_.first[segment];
        places_.assign(old_.of(segment).size(), 0);
        std::size_t next = 0;
        for (std::size_t clause = old_.first_clause[segment]; clause < old_.first_clause[segment + 1];
             ++clause) {
            new_.clause_first.push_back(end());
            const std::uint32_t last = old_.clause_first[clause + 1] - base;
            for (std::uint32_t k = old_.clause_first[clause] - base; k < last; ++k) {
                places_[k] = end() - new_.first.back();
                new_.tokens.push_back(old_.tokens[base + k]);
            }
            for (; next < rendered.size() && rendered[next].parent < last; ++next)
                new_.tokens.push_back({rendered[next].id, translated_weight, rendered[next].parent});
        }
        for (std::size_t k = new_.first.back(); k < new_.tokens.size(); ++k)
            new_.tokens[k].parent = places_[new_.tokens[k].parent];
        new_.first.push_back(end());
    }

    /// The translation's words, each as a part of the piece that stands where it does: of the first third of
    /// the words, the first third of the pieces.
    std::vector<Rendered> render(std::size_t segment) {
        const auto own = old_.of(segment);
        std::vector<std::uint32_t> pieces;
        for (std::uint32_t k = 0; k < own.size(); ++k)
            if (own[k].parent == k) pieces.push_back(k);
        std::vector<std::uint32_t> words;
        for (const Token& token : translation_.of(segment))
            if (translation_.vocabulary.kind(token.id) != TokenKind::number) words.push_back(token.id);
        std::vector<Rendered> rendered;
        if (pieces.empty()) return rendered;
        for (std::size_t k = 0; k < words.size(); ++k)
            rendered.push_back({new_.vocabulary.add(translation_.vocabulary.text(words[k]), TokenKind::word),
                                pieces[k * pieces.size() / words.size()]});
        return rendered;
    }

    TokenTable old_;
    const TokenTable& translation_;
    TokenTable new_;
    std::vector<std::uint32_t> places_;  // by token of the document's segment: where it is now
};

}  // namespace

TokenTable with_translation(TokenTable table, const TokenTable& translation) {
    assert(table.segments() == translation.segments());
    return Merger(std::move(table), translation).run();
}

}  // namespace tongwen::align
