// SPDX-License-Identifier: Apache-2.0
// Owns the main job: two documents in, their alignment out.
#pragma once

#include <cstddef>
#include <cstdint>

#include "align/alignment.h"
#include "align/lexicon_set.h"
#include "align/progress.h"
#include "align/scene.h"
#include "align/weights.h"
#include "corpus/document.h"

namespace tongwen::align {

/// Whether documents are searched a second time, with associations learned from their own most probable
/// beads.
enum class SelfTraining : std::uint8_t {
    automatic,  ///< where there is enough text to learn more from than it costs
    never,
    always
};

/// What becomes of a free addition, or of a sentence that is hardly rendered: there are two conventions.
enum class Style : std::uint8_t {
    none,   ///< what the texts say
    merge,  ///< rather a part of its neighbour's bead
    null    ///< rather alone
};

struct AlignOptions {
    Progress progress = {};
    SelfTraining self_training = SelfTraining::automatic;
    const LexiconSet* lexicons = nullptr;  ///< those of the documents' languages are used
    const WeightSet* weights = nullptr;    ///< null: the built-in ones
    Style style = Style::none;
    Translations translations = {};
    EmbeddingSides embeddings = {};  ///< of both documents or of none
    /// Beads that stay exactly as they are, in order and without overlap: only what is between them is
    /// searched. They teach as their confidence says.
    std::vector<Bead> fixed = {};
};

/// The most probable beads, each with its probability and reasons. Linear time and memory in the number of
/// segments.
Alignment align(const corpus::Document& source, const corpus::Document& target,
                const AlignOptions& options = {});

/// Whether so many segments (of the shorter side) teach enough for a second search: what `automatic` means.
/// Without a dictionary there is more to learn.
bool pays_to_learn(std::size_t segments, bool with_dictionary);

/// The two sides have weights of their own, so that pairs are aligned in one direction only, whichever way
/// they come: from Chinese or Japanese, into English, else in the order of their languages' tags; of one
/// language, in that of their texts. Whether a pair is the mirror image of the one that is aligned.
bool is_mirrored(const corpus::Document& source, const corpus::Document& target);
/// The bead, or the alignment, of the same documents the other way round.
Bead mirror(const Bead& bead);
Alignment mirror(const Alignment& alignment);

}  // namespace tongwen::align
