// SPDX-License-Identifier: Apache-2.0
// Owns AssociationLearner: what many aligned documents teach, as a lexicon.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "align/alignment.h"
#include "align/learned_associations.h"
#include "align/lexicon.h"
#include "align/lexicon_set.h"
#include "align/tokens.h"

namespace tongwen::align {

/// Collects the trusted beads of documents in the same two languages, and learns from all of them together.
/// Memory is that of their tokens.
class AssociationLearner {
  public:
    /// The lexicons, which the documents were aligned with, cut Chinese and Japanese into words and are what
    /// is known beforehand. They must outlive the learner.
    explicit AssociationLearner(const LexiconSet& lexicons) : lexicons_(lexicons) {}

    /// Beads of a document; those that are not trusted teach nothing.
    void add(const corpus::Document& source, const corpus::Document& target, std::vector<Bead> beads);
    /// How many beads it learns from.
    [[nodiscard]] std::size_t beads() const { return text_.source.beads(); }

    /// The words that stand for each other (see learn_associations), no numbers. The languages of `info` are
    /// set: from Chinese or Japanese where one is, else from the sources' to the targets'; its kind is a
    /// supplement. Empty when nothing was learned.
    [[nodiscard]] LexiconBuilder learn(LexiconInfo info) const;

  private:
    void add_in_order(const corpus::Document& source, const corpus::Document& target,
                      std::span<const Bead> beads);

    const LexiconSet& lexicons_;
    text::Language from_;
    text::Language to_;
    Vocabulary source_;  // of all documents
    Vocabulary target_;
    ParallelTokens text_;
};

}  // namespace tongwen::align
