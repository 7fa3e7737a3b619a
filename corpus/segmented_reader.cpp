// SPDX-License-Identifier: Apache-2.0
// Owns the format "segmented": one segment a line, as its author cut it.
#include "corpus/segmented_reader.h"

#include <algorithm>

#include "text/unicode.h"

namespace tongwen::corpus {

RawText read_segmented(std::string utf8) {
    RawText raw;
    const std::string_view text = utf8;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text::trim(text.substr(begin, end - begin));
        const auto offset = static_cast<std::size_t>(line.data() - text.data());
        if (!line.empty()) raw.paragraphs.push_back({{offset, offset + line.size()}, Kind::body, 0});
        begin = end + 1;
    }
    raw.text = std::move(utf8);
    return raw;
}

}  // namespace tongwen::corpus
