// SPDX-License-Identifier: Apache-2.0
// Owns the format "markdown": CommonMark with GitHub's extensions.
#pragma once

#include <string>

#include "corpus/readers.h"

namespace tongwen::corpus {

/// The text without markup: a block a paragraph (a table: a cell a paragraph), line breaks within a paragraph
/// as \n. Links keep their text, images their alternative text, raw HTML its visible text. YAML front matter
/// is one paragraph of kind code.
RawText read_markdown(std::string utf8);

}  // namespace tongwen::corpus
