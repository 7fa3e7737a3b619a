// SPDX-License-Identifier: Apache-2.0
// Owns small documents for the tests of alignment: from lists of segments, with or without paragraphs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace tongwen::align {

/// A paragraph to be: its kind and its segments.
struct ParagraphText {
    std::vector<std::string> segments;
    corpus::Kind kind = corpus::Kind::body;
};

/// A document of format "text" with these paragraphs, one segment a line.
inline corpus::Document document_of(const std::vector<ParagraphText>& paragraphs, std::string_view language) {
    corpus::Document document;
    document.language = text::Language::parse(language).value();
    document.provenance.format = "text";
    for (const ParagraphText& paragraph : paragraphs) {
        const auto index = static_cast<std::uint32_t>(document.paragraphs.size());
        const auto first = static_cast<std::uint32_t>(document.segments.size());
        const std::size_t begin = document.text.size();
        for (const std::string& segment : paragraph.segments) {
            const std::size_t at = document.text.size();
            document.text += segment + '\n';
            document.segments.push_back({{at, at + segment.size()}, index, paragraph.kind});
        }
        const auto last = static_cast<std::uint32_t>(document.segments.size());
        document.paragraphs.push_back({{begin, document.text.size() - 1}, paragraph.kind, 0, first, last});
    }
    return document;
}

/// A document of format "segmented": every segment is a line, and paragraphs say nothing.
inline corpus::Document segmented(const std::vector<std::string>& segments, std::string_view language) {
    std::vector<ParagraphText> paragraphs;
    for (const std::string& segment : segments) paragraphs.push_back({{segment}});
    corpus::Document document = document_of(paragraphs, language);
    document.provenance.format = "segmented";
    return document;
}

}  // namespace tongwen::align
