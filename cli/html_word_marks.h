// SPDX-License-Identifier: Apache-2.0
// Owns how the HTML page knows which words of a row correspond to each other.
#pragma once

#include <string>

#include "align/explanation.h"

namespace tongwen::cli {

/// The attributes of a row: ` data-m` with the matches, ` data-s` and ` data-t` with the content words of the
/// source and of the target that have no counterpart; those that would be empty are left out.
///
/// A word is its begin, from the begin of the bead's first segment on its side (as shown, without anything
/// between segments), and its length, in UTF-16 units, in base 36, with a dot between. A match is its source
/// word, a dot, its target word; # stands before numbers, @ before names. Spaces stand between words.
std::string word_mark_attributes(const align::Bitext& bitext, const align::Bead& bead,
                                 const align::Explanation& explanation);

}  // namespace tongwen::cli
