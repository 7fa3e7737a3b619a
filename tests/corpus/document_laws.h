// SPDX-License-Identifier: Apache-2.0
// Owns the tests' check that a Document keeps its invariants, for tests and for the fuzzer.
#pragma once

#include <string>
#include <string_view>

#include "corpus/document.h"
#include "text/unicode.h"

namespace tongwen::corpus {

inline bool is_blank(std::string_view text) { return text::trim(text).empty(); }

/// The law that `document`, read from `byte_count` bytes, breaks first; empty when it keeps them all.
inline std::string broken_law(const Document& document, std::size_t byte_count) {
    const std::string_view text = document.text;
    if (!text::is_valid_utf8(text)) return "the text is well-formed";
    std::size_t reached = 0;
    std::uint32_t next_segment = 0;
    for (std::size_t p = 0; p < document.paragraphs.size(); ++p) {
        const Paragraph& paragraph = document.paragraphs[p];
        if (paragraph.first_segment != next_segment || paragraph.last_segment <= paragraph.first_segment)
            return "paragraphs share out the segments";
        for (; next_segment < paragraph.last_segment; ++next_segment) {
            const Segment& segment = document.segments[next_segment];
            if (segment.span.empty() || segment.span.begin < reached)
                return "segments are in order and not empty";
            if (!paragraph.span.contains(segment.span) || segment.paragraph != p)
                return "a segment lies in its paragraph";
            if (!is_blank(text.substr(reached, segment.span.begin - reached)))
                return "segments hold all text";
            if (text::trim(segment.span.of(text)).size() != segment.span.size())
                return "segments are trimmed";
            if (!text::is_valid_utf8(segment.span.of(text))) return "no character is cut";
            const text::ByteSpan bytes = document.to_original.to_original(segment.span);
            if (bytes.begin > bytes.end || bytes.end > byte_count) return "the way back leads into the file";
            reached = segment.span.end;
        }
    }
    if (next_segment != document.segments.size()) return "paragraphs share out the segments";
    return is_blank(text.substr(reached)) ? "" : "segments hold all text";
}

}  // namespace tongwen::corpus
