// SPDX-License-Identifier: Apache-2.0
// Owns the main job: two documents in, their alignment out.
#pragma once

#include <functional>

#include "align/alignment.h"
#include "align/lexicon_set.h"
#include "align/weights.h"
#include "corpus/document.h"

namespace tongwen::align {

/// Told how much of the work is done, 0 to 1, in rising steps, from the calling thread. May throw to stop the
/// work.
using Progress = std::function<void(double)>;

struct AlignOptions {
    Progress progress = {};
    const LexiconSet* lexicons = nullptr;  ///< those of the documents' languages are used
    const WeightSet* weights = nullptr;  ///< null: the built-in ones
};

/// The most probable beads, each with its probability and reasons. Linear time and memory in the number of
/// segments.
Alignment align(const corpus::Document& source, const corpus::Document& target,
                const AlignOptions& options = {});

}  // namespace tongwen::align
