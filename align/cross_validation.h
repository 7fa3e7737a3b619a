// SPDX-License-Identifier: Apache-2.0
// Owns cross-validation: which lessons are held out together, and how what was learned from the others is
// judged by them.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "align/alignment.h"
#include "align/evaluation.h"
#include "align/lessons.h"

namespace tongwen::align {

/// Sets whose names agree up to the second '-' are made from the same texts: "news-2021" for
/// "news-2021-noisy" and "news-2021-clean".
std::string family_of(std::string_view set);

/// Lessons that are held out together, and those that are learned from meanwhile.
struct Fold {
    std::string name;  ///< a family, or "set/document"
    std::vector<const Lesson*> held_out;
    std::vector<const Lesson*> rest;  ///< nothing of the held-out ones' families
};

/// One fold a family; for each set of `by_document` one a document, and what is learned from then includes
/// the set's other documents. Folds are in the order of their names.
std::vector<Fold> make_folds(const std::vector<Lesson>& lessons, const std::set<std::string>& by_document);

/// What gold tells about alignments. Those of several documents add up.
struct Judgement {
    std::size_t documents = 0;
    Evaluation evaluation;

    Judgement& operator+=(const Judgement& other);
};

Judgement judge(const std::vector<ListedBead>& gold, const Alignment& found);

}  // namespace tongwen::align
