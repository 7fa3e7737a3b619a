// SPDX-License-Identifier: Apache-2.0
// Owns segments with marked words, as lines of a screen.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/cells.h"
#include "corpus/document.h"
#include "text/span.h"

namespace tongwen::cli {

/// A stretch of a text that looks otherwise than the rest.
struct TextMark {
    text::ByteSpan span;
    Look look = look::plain;
    friend bool operator==(const TextMark&, const TextMark&) = default;
};

struct WrapWidth {
    std::size_t columns = 80;
    int ambiguous = 1;
};

/// A segment as `legible(one_line(…))` has it, wrapped. `marks` are spans of the document's text; where they
/// overlap, looks add up. Linear in the segment and its marks.
std::vector<StyledLine> wrap_segment(const corpus::Document& document, std::size_t segment,
                                     const std::vector<TextMark>& marks, WrapWidth width);

/// The same for a text that is legible already; the marks are spans of it.
std::vector<StyledLine> wrap_marked(std::string_view legible_text, const std::vector<TextMark>& marks,
                                    WrapWidth width);

}  // namespace tongwen::cli
