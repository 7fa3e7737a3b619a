// SPDX-License-Identifier: Apache-2.0
// Owns Scene: what is known about two whole documents before any bead is scored.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "align/anchors.h"
#include "align/associations.h"
#include "align/corridor.h"
#include "align/embeddings.h"
#include "align/features.h"
#include "align/gaps.h"
#include "align/lexicon_set.h"
#include "align/narrowing.h"
#include "align/tokens.h"
#include "corpus/document.h"

namespace tongwen::align {

/// Translations of two documents into each other's language, segment by segment, by a machine; null: none.
struct Translations {
    const corpus::Document* of_source = nullptr;
    const corpus::Document* of_target = nullptr;
};

/// Tokens, associations, cues and the corridor of two documents. Embeddings are of both or of none. Does not
/// move: its parts refer to each other. The work is shared by the threads of oneTBB; the result does not
/// depend on their number.
class Scene {
  public:
    /// Fixed beads are in order and do not overlap.
    Scene(const corpus::Document& source, const corpus::Document& target, const LexiconSet& lexicons,
          const Translations& translations = {}, const EmbeddingSides& embeddings = {},
          const std::vector<Bead>& fixed = {});
    /// The same documents, seen anew with associations that were learned. Does not refer to the first scene.
    Scene(const Scene& first, std::vector<Associations::Entry> learned);
    Scene(const Scene&) = delete;
    Scene& operator=(const Scene&) = delete;

    [[nodiscard]] const SideView& source() const { return source_view_; }
    [[nodiscard]] const SideView& target() const { return target_view_; }
    [[nodiscard]] const Associations& associations() const { return associations_; }
    /// The part of the lattice that is worth a search.
    [[nodiscard]] const Corridor& corridor() const { return narrowed_.corridor; }
    /// The same and what stands around it: where the evidence of beads is gathered.
    [[nodiscard]] const Corridor& surroundings() const { return narrowed_.surroundings; }
    /// Nodes that all good paths pass, from the first of the documents to the last: between two that follow
    /// each other the search is on its own.
    [[nodiscard]] const std::vector<Node>& passages() const { return narrowed_.passages; }
    /// What fixed beads leave to be searched.
    [[nodiscard]] const Gaps& gaps() const { return gaps_; }
    /// How far the translation goes sentence by sentence, 0 to 1: a free one attaches to neighbours what a
    /// line-by-line one leaves out or adds.
    [[nodiscard]] double literalness() const;
    /// Target length for a source length of 1.
    [[nodiscard]] double ratio() const { return ratio_; }
    /// By embeddings; null where there are none.
    [[nodiscard]] const EmbeddingSimilarity* embeddings() const { return sides_.embeddings.get(); }
    /// Whether a dictionary leads from one side's language to the other's.
    [[nodiscard]] bool with_dictionary() const { return with_dictionary_; }

  private:
    /// What is known of a document without the other's text. Does not move.
    struct Side {
        Side(const TokenSide& mine, const TokenSide& theirs, const corpus::Document* translation);
        TokenTable tokens;
        SegmentSums sums;
        std::vector<Cues> cues;
    };
    /// Sides are shared by the scenes of the same documents.
    struct Sides {
        std::shared_ptr<const Side> source;
        std::shared_ptr<const Side> target;
        std::shared_ptr<const EmbeddingSimilarity> embeddings;
    };
    static Sides make_sides(const std::pair<TokenSide, TokenSide>& both, const Translations& translations,
                            const EmbeddingSides& embeddings);
    Scene(Sides sides, const LexiconView& forward, const LexiconView& backward,
          const std::vector<Bead>& fixed);
    Scene(Sides sides, const Associations& associations, bool with_dictionary, Gaps gaps);

    Sides sides_;
    SideView source_view_;
    SideView target_view_;
    Associations associations_;
    bool with_dictionary_;
    Gaps gaps_;
    std::vector<Anchor> anchors_;
    double ratio_;
    Narrowed narrowed_;
};

/// Length of target text for a source text of length 1, from the text between anchors that follow each other
/// straight.
double length_ratio(const TokenTable& source, const TokenTable& target, const std::vector<Anchor>& anchors);

}  // namespace tongwen::align
