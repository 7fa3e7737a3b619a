// SPDX-License-Identifier: Apache-2.0
// Owns which line of a translation belongs to which segment.
#include "cli/source_translation.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "corpus/readers.h"

namespace tongwen::cli {
namespace {

/// The lines of a text; an end of line at its end begins none.
std::vector<text::ByteSpan> lines_of(const std::string& text) {
    std::vector<text::ByteSpan> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back({begin, end});
        begin = end + 1;
    }
    return lines;
}

/// For each segment of the source the line that translates it.
std::vector<std::size_t> lines_of_segments(const corpus::Document& source) {
    std::vector<std::size_t> lines;
    std::size_t at = 0;
    std::size_t line = 0;
    for (const corpus::Segment& segment : source.segments) {
        if (source.provenance.format != "segmented") {
            lines.push_back(line++);
            continue;
        }
        line += static_cast<std::size_t>(
            std::count(source.text.begin() + static_cast<std::ptrdiff_t>(at),
                       source.text.begin() + static_cast<std::ptrdiff_t>(segment.span.begin), '\n'));
        at = segment.span.begin;
        lines.push_back(line);
    }
    return lines;
}

}  // namespace

corpus::Document read_source_translation(const std::string& path, const corpus::Document& source,
                                         const text::Language& language, const text::DiagnosticSink& sink) {
    corpus::ReadOptions options;
    options.format = "segmented";
    options.language = language;
    corpus::Document document = corpus::read_document(path, options, sink);
    const std::vector<text::ByteSpan> lines = lines_of(document.text);
    const bool segmented = source.provenance.format == "segmented";
    const std::size_t needed = segmented ? lines_of(source.text).size() : source.segments.size();
    if (lines.size() != needed)
        throw text::InputError({"translation-lines",
                                text::Severity::error,
                                {path, std::min(lines.size(), needed) + 1},
                                {std::to_string(lines.size()), std::to_string(needed)}});
    document.paragraphs.clear();
    document.segments.clear();
    for (const std::size_t line : lines_of_segments(source)) {
        const auto index = static_cast<std::uint32_t>(document.segments.size());
        document.segments.push_back({lines[line], index, corpus::Kind::body});
        document.paragraphs.push_back({lines[line], corpus::Kind::body, 0, index, index + 1});
    }
    return document;
}

}  // namespace tongwen::cli
