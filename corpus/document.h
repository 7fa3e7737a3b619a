// SPDX-License-Identifier: Apache-2.0
// Owns Document: one text, its paragraphs and segments as spans into it, and where it came from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.h"
#include "text/offset_map.h"
#include "text/span.h"

namespace tongwen::corpus {

/// What a paragraph, or a segment in it, is. A segment takes its paragraph's kind unless it is something of
/// its own (a dateline or an editors' note within a body paragraph).
enum class Kind : std::uint8_t { body, heading, list_item, quotation, dateline, note, code };
/// The kind's stable name: "body", "heading", "list-item", "quotation", "dateline", "note", "code".
std::string_view name(Kind kind);

/// How the encoding was found.
struct EncodingEvidence {
    std::string name = "UTF-8";  ///< IANA name: UTF-8, UTF-16LE, UTF-16BE, GB18030, Big5…
    std::string how =
        "valid";           ///< "option", "byte-order-mark", "valid" (it is well-formed UTF-8), "detector"
    int confidence = 100;  ///< the detector's, 0 to 100
    friend bool operator==(const EncodingEvidence&, const EncodingEvidence&) = default;
};

/// Where a document came from.
struct Provenance {
    std::string path;
    std::string format;  ///< a row of corpus/readers.cpp: "text", "markdown", "segmented"
    EncodingEvidence encoding;
    std::string content_hash;  ///< text::content_hash of the file's bytes
    std::string language_how;  ///< "option" or "detected"
};

struct Paragraph {
    text::ByteSpan span;
    Kind kind = Kind::body;
    std::uint8_t level = 0;           ///< of a heading (1 to 6) or of a list's nesting; 0 when there is none
    std::uint32_t first_segment = 0;  ///< its segments are [first_segment, last_segment)
    std::uint32_t last_segment = 0;
};

struct Segment {
    text::ByteSpan span;
    std::uint32_t paragraph = 0;
    Kind kind = Kind::body;
};

/// One text, owned once; all else is spans into it. Invariants (kept by `make_document`): paragraphs and
/// segments are in order, do not overlap and are not empty; every segment lies in its paragraph; every
/// character that is no white space lies in a segment, so that segments and the white space between them
/// spell the text exactly.
struct Document {
    std::string text;  ///< UTF-8, as read: without byte-order mark and without markup, line ends as \n
    std::vector<Paragraph> paragraphs;
    std::vector<Segment> segments;
    text::Language language;
    Provenance provenance;
    text::OffsetMap to_original;  ///< from `text` to the bytes of the file

    [[nodiscard]] std::string_view segment_text(std::size_t index) const {
        return segments[index].span.of(text);
    }
    [[nodiscard]] std::string_view paragraph_text(std::size_t index) const {
        return paragraphs[index].span.of(text);
    }
};

}  // namespace tongwen::corpus
