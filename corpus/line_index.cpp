// SPDX-License-Identifier: Apache-2.0
// Owns the finding of line ends: a byte that looks like one may be half of a character.
#include "corpus/line_index.h"

#include <algorithm>

#include "corpus/encoding.h"

namespace tongwen::corpus {

LineIndex::LineIndex(std::string_view bytes, const std::string& encoding) {
    const Decoded decoded = decode(bytes, encoding, "", [](const auto&) {});
    for (std::size_t at = decoded.text.find('\n'); at != std::string::npos;
         at = decoded.text.find('\n', at + 1))
        ends_.push_back(decoded.to_bytes.to_original(text::ByteSpan{at, at + 1}).end);
}

std::size_t LineIndex::line_of(std::size_t offset) const {
    const auto next = std::upper_bound(ends_.begin(), ends_.end(), offset);
    return static_cast<std::size_t>(next - ends_.begin()) + 1;
}

}  // namespace tongwen::corpus
