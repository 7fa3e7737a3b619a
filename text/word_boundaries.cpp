// SPDX-License-Identifier: Apache-2.0
// Owns which of the pieces between boundaries are words.
#include "text/word_boundaries.h"

#include <unicode/ubrk.h>

namespace tongwen::text {

std::vector<ByteSpan> WordBoundaries::find(std::string_view utf8) const {
    std::vector<ByteSpan> found;
    iterator_.for_each_piece(utf8, [&found](std::size_t begin, std::size_t end, int status) {
        if (status >= UBRK_WORD_NONE_LIMIT) found.push_back({begin, end});
    });
    return found;
}

}  // namespace tongwen::text
