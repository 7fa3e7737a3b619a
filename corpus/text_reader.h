// SPDX-License-Identifier: Apache-2.0
// Owns the format "text": plain text, whose paragraphs have to be recognised.
#pragma once

#include <string>

#include "corpus/readers.h"

namespace tongwen::corpus {

/// Paragraphs of plain text: a line each, unless the document looks hard-wrapped (its lines end where the
/// next word would not have fitted); then lines are joined, their \n kept, up to a blank line, a list marker
/// or a line that is short on purpose.
RawText read_text(std::string utf8);

}  // namespace tongwen::corpus
