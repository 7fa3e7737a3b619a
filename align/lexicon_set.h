// SPDX-License-Identifier: Apache-2.0
// Owns LexiconSet: all the lexicons of a run, and those of them that lead from one language to another.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "align/lexicon.h"
#include "text/language.h"

namespace tongwen::align {

/// Lexicons of one direction as if they were one. Refers to the set that it is from.
class LexiconView {
  public:
    LexiconView() = default;
    explicit LexiconView(std::vector<const Lexicon*> lexicons) : lexicons_(std::move(lexicons)) {}

    /// Whether there is a dictionary of a language that is written without spaces: its texts are cut by the
    /// headwords then, and weights differ. Glossaries and supplements know too few words for that; between
    /// languages with spaces a dictionary is evidence like any other.
    [[nodiscard]] bool has_dictionary() const;
    [[nodiscard]] bool empty() const { return lexicons_.empty(); }
    [[nodiscard]] bool contains(std::string_view headword) const;
    /// As Lexicon::lengths_beginning, of all lexicons.
    [[nodiscard]] std::uint32_t lengths_beginning(std::string_view prefix) const;
    /// The renderings of all lexicons, each word once with its greatest strength, in no promised order; a
    /// glossary in which the headword is a whole term ends the search.
    [[nodiscard]] std::vector<Rendering> find(std::string_view headword) const;

  private:
    std::vector<const Lexicon*> lexicons_;
};

/// Lexicons by rank, the first added is asked first.
class LexiconSet {
  public:
    void add(std::shared_ptr<const Lexicon> lexicon) { lexicons_.push_back(std::move(lexicon)); }
    [[nodiscard]] const std::vector<std::shared_ptr<const Lexicon>>& lexicons() const { return lexicons_; }
    /// Those with headwords of `from` and renderings of `to`; of a language its primary tag counts.
    [[nodiscard]] LexiconView between(const text::Language& from, const text::Language& to) const;

  private:
    std::vector<std::shared_ptr<const Lexicon>> lexicons_;
};

}  // namespace tongwen::align
