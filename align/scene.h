// SPDX-License-Identifier: Apache-2.0
// Owns Scene: what is known about two whole documents before any bead is scored.
#pragma once

#include <vector>

#include "align/anchors.h"
#include "align/associations.h"
#include "align/corridor.h"
#include "align/features.h"
#include "align/lexicon_set.h"
#include "align/narrowing.h"
#include "align/tokens.h"
#include "corpus/document.h"

namespace tongwen::align {

/// Tokens, associations, cues and the corridor of two documents. Does not move: its parts refer to each
/// other. The work is shared by the threads of oneTBB; the result does not depend on their number.
class Scene {
  public:
    Scene(const corpus::Document& source, const corpus::Document& target, const LexiconSet& lexicons);
    Scene(const Scene&) = delete;
    Scene& operator=(const Scene&) = delete;

    [[nodiscard]] const SideView& source() const { return source_view_; }
    [[nodiscard]] const SideView& target() const { return target_view_; }
    [[nodiscard]] const Associations& associations() const { return associations_; }
    /// The part of the lattice that is worth a search.
    [[nodiscard]] const Corridor& corridor() const { return narrowed_.corridor; }
    /// Nodes that all good paths pass, from the first of the documents to the last: between two that follow
    /// each other the search is on its own.
    [[nodiscard]] const std::vector<Node>& passages() const { return narrowed_.passages; }
    /// How far the translation goes sentence by sentence, 0 to 1: a free one attaches to neighbours what a
    /// line-by-line one leaves out or adds.
    [[nodiscard]] double literalness() const;
    /// Target length for a source length of 1.
    [[nodiscard]] double ratio() const { return ratio_; }
    /// Whether a dictionary leads from one side's language to the other's.
    [[nodiscard]] bool with_dictionary() const { return with_dictionary_; }

  private:
    struct Side {
        TokenTable tokens;
        std::vector<Cues> cues;
    };
    struct Sides {
        Side source;
        Side target;
    };
    Scene(Sides sides, const LexiconView& forward, const LexiconView& backward);
    static Sides make_sides(const TokenSide& source, const TokenSide& target);

    TokenTable source_;
    TokenTable target_;
    std::vector<Cues> source_cues_;
    std::vector<Cues> target_cues_;
    SegmentSums source_sums_;
    SegmentSums target_sums_;
    SideView source_view_;
    SideView target_view_;
    Associations associations_;
    bool with_dictionary_;
    std::vector<Anchor> anchors_;
    double ratio_;
    Narrowed narrowed_;
};

/// Length of target text for a source text of length 1, from the text between anchors that follow each other
/// straight.
double length_ratio(const TokenTable& source, const TokenTable& target, const std::vector<Anchor>& anchors);

}  // namespace tongwen::align
