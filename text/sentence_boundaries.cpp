// SPDX-License-Identifier: Apache-2.0
// Owns where the sentences between boundaries begin.
#include "text/sentence_boundaries.h"

namespace tongwen::text {

std::vector<std::size_t> SentenceBoundaries::find(std::string_view utf8) const {
    std::vector<std::size_t> found;
    iterator_.for_each_piece(utf8, [&found](std::size_t begin, std::size_t, int) {
        if (begin > 0) found.push_back(begin);
    });
    return found;
}

}  // namespace tongwen::text
