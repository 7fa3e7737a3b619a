// SPDX-License-Identifier: Apache-2.0
// Owns Lesson: a gold document on its way into learning.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "align/gold_folder.h"
#include "align/lexicon_set.h"
#include "align/progress.h"
#include "align/training.h"

namespace tongwen::align {

/// A document of a gold set.
struct Lesson {
    std::string set;    ///< the set's name
    double weight = 1;  ///< how often it counts
    GoldDocument document;
    const LexiconSet* lexicons = nullptr;         ///< not null; must outlive the lesson
    std::unique_ptr<const Example> example = {};  ///< what `prepare` makes
};

/// Makes the examples; pairs that are aligned as their mirror image are learned as such. The work is shared
/// by the threads of oneTBB.
void prepare(std::vector<Lesson>& lessons, const Progress& progress = {});

/// The examples of lessons that were prepared.
std::vector<const Example*> examples_of(const std::vector<const Lesson*>& lessons);

}  // namespace tongwen::align
