// SPDX-License-Identifier: Apache-2.0
// Owns finding pairs of brackets in a paragraph.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace tongwen::corpus {

/// A pair of round, square, angle or corner brackets, ASCII or full-width; quotation marks are none.
struct BracketPair {
    text::ByteSpan span;  ///< with both brackets
    bool wide = false;    ///< the closing bracket is full-width
    bool square = false;  ///< [ ] or ［ ］ or 【 】 or 〔 〕
};

/// The outermost pairs of at most `limit` bytes, in order: so one forgotten bracket does not swallow a text.
/// Linear in the paragraph's length.
std::vector<BracketPair> find_brackets(std::string_view paragraph, std::size_t limit);

}  // namespace tongwen::corpus
