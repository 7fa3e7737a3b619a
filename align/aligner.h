// SPDX-License-Identifier: Apache-2.0
// Owns the main job: two documents in, their alignment out.
#pragma once

#include <cstdint>

#include "align/alignment.h"
#include "align/lexicon_set.h"
#include "align/progress.h"
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

struct AlignOptions {
    Progress progress = {};
    SelfTraining self_training = SelfTraining::automatic;
    const LexiconSet* lexicons = nullptr;  ///< those of the documents' languages are used
    const WeightSet* weights = nullptr;    ///< null: the built-in ones
};

/// The most probable beads, each with its probability and reasons. Linear time and memory in the number of
/// segments.
Alignment align(const corpus::Document& source, const corpus::Document& target,
                const AlignOptions& options = {});

/// The weights know Chinese and Japanese on the source side: whether a pair is a translation into one of
/// them, which is aligned as the translation from it that it is the mirror image of.
bool is_mirrored(const corpus::Document& source, const corpus::Document& target);
/// The alignment of the same documents the other way round.
Alignment mirror(const Alignment& alignment);

}  // namespace tongwen::align
