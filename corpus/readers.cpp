// SPDX-License-Identifier: Apache-2.0
// Owns the table of input formats, and the way from bytes to a Document.
#include "corpus/readers.h"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <tuple>

#include "corpus/encoding.h"
#include "corpus/language_detection.h"
#include "corpus/markdown_reader.h"
#include "corpus/paragraph_kind.h"
#include "corpus/segmented_reader.h"
#include "corpus/text_reader.h"
#include "text/files.h"
#include "text/unicode.h"

namespace tongwen::corpus {
namespace {

constexpr std::array<std::string_view, 2> text_suffixes = {".txt", ".text"};
constexpr std::array<std::string_view, 4> markdown_suffixes = {".md", ".markdown", ".mdown", ".mkd"};
constexpr std::array<std::string_view, 2> segmented_suffixes = {".seg", ".segmented"};

constexpr std::array<Reader, 3> table = {{
    {"text", text_suffixes, Paragraphs::unmarked, read_text},
    {"markdown", markdown_suffixes, Paragraphs::marked_up, read_markdown},
    {"segmented", segmented_suffixes, Paragraphs::segments, read_segmented},
}};

const Reader& choose_reader(const std::filesystem::path& path, const std::string& format) {
    if (format.empty()) return reader_for(path);
    const Reader* const reader = find_reader(format);
    if (reader == nullptr) text::refuse_file("unknown-format", path, {format});
    return *reader;
}

/// Formats without markup leave it to us to recognise headings and lists.
void recognise(RawParagraph& raw, std::string_view text) {
    const ParagraphKind seen = recognise_paragraph(raw.span.of(text));
    raw.kind = seen.kind;
    raw.level = seen.level;
}

void append_paragraph(Document& document, const RawParagraph& raw, const std::vector<RawSegment>& segments) {
    if (segments.empty()) return;
    const auto index = static_cast<std::uint32_t>(document.paragraphs.size());
    const auto first = static_cast<std::uint32_t>(document.segments.size());
    for (const RawSegment& segment : segments) {
        const text::ByteSpan span = {raw.span.begin + segment.span.begin, raw.span.begin + segment.span.end};
        document.segments.push_back({span, index, segment.kind});
    }
    const auto last = static_cast<std::uint32_t>(document.segments.size());
    document.paragraphs.push_back({raw.span, raw.kind, raw.level, first, last});
}

/// Each paragraph is one segment, as the file's author cut it.
void keep_segments(Document& document, const std::vector<RawParagraph>& paragraphs) {
    for (const RawParagraph& raw : paragraphs)
        append_paragraph(document, raw, {{{0, raw.span.size()}, raw.kind}});
}

/// Compiling the rules takes longer than cutting a short document: one segmenter serves all documents of a
/// language.
const Segmenter& shared_segmenter(const text::Language& language, const SegmentOptions& options) {
    static std::mutex mutex;
    static std::map<std::tuple<std::string, bool, std::string>, Segmenter> segmenters;
    const std::scoped_lock lock(mutex);
    const std::tuple key{language.tag(), options.break_at_semicolon, options.srx_file};
    const auto found = segmenters.find(key);
    return found != segmenters.end() ? found->second
                                     : segmenters.emplace(key, Segmenter(language, options)).first->second;
}

void cut_segments(Document& document, const std::vector<RawParagraph>& paragraphs,
                  const SegmentOptions& options) {
    const Segmenter& segmenter = shared_segmenter(document.language, options);
    for (const RawParagraph& raw : paragraphs)
        append_paragraph(document, raw, segmenter.segment(raw.span.of(document.text), raw.kind));
}

}  // namespace

std::span<const Reader> readers() { return table; }

const Reader* find_reader(std::string_view name) {
    const auto* const row = std::find_if(table.begin(), table.end(),
                                         [name](const Reader& reader) { return reader.name == name; });
    return row == table.end() ? nullptr : row;
}

const Reader& reader_for(const std::filesystem::path& path) {
    const std::string suffix = text::to_lower(path.extension().string());
    const auto* const row = std::find_if(table.begin(), table.end(), [&suffix](const Reader& reader) {
        return std::find(reader.suffixes.begin(), reader.suffixes.end(), suffix) != reader.suffixes.end();
    });
    return row == table.end() ? table.front() : *row;
}

Document read_document(const std::filesystem::path& path, const ReadOptions& options,
                       const text::DiagnosticSink& sink) {
    return make_document(text::read_file(path), path, options, sink);
}

Document make_document(std::string_view bytes, const std::filesystem::path& path, const ReadOptions& options,
                       const text::DiagnosticSink& sink) {
    const Reader& reader = choose_reader(path, options.format);
    Decoded decoded = decode(bytes, options.encoding, path.string(), sink);
    RawText raw = reader.read(std::move(decoded.text));
    if (raw.paragraphs.empty()) text::refuse_file("empty-file", path);
    Document document;
    document.text = std::move(raw.text);
    const bool is_input = raw.to_input.run_count() == 0;
    document.to_original = is_input ? std::move(decoded.to_bytes) : raw.to_input.then(decoded.to_bytes);
    document.language = options.language ? *options.language : detect_language(document.text);
    document.provenance = {path.string(), std::string(reader.name), std::move(decoded.evidence),
                           text::content_hash(bytes), options.language ? "option" : "detected"};
    if (reader.paragraphs != Paragraphs::marked_up)
        for (RawParagraph& paragraph : raw.paragraphs) recognise(paragraph, document.text);
    if (reader.paragraphs == Paragraphs::segments) {
        keep_segments(document, raw.paragraphs);
    } else {
        cut_segments(document, raw.paragraphs, options.segmentation);
    }
    if (document.segments.empty()) text::refuse_file("empty-file", path);
    return document;
}

}  // namespace tongwen::corpus
