// SPDX-License-Identifier: Apache-2.0
// Owns the table of input formats, and the way from a file to a Document: decode, read, find the language,
// segment.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "corpus/segmenter.h"
#include "text/diagnostic.h"

namespace tongwen::corpus {

/// A block of text as a format's reader found it; the paragraphs' segments are not known yet.
struct RawParagraph {
    text::ByteSpan span;  ///< into RawText::text, without white space at its ends
    Kind kind = Kind::body;
    std::uint8_t level = 0;
};

/// What a format's reader returns: text without markup, its blocks, and the way back to the decoded input.
struct RawText {
    std::string text;
    std::vector<RawParagraph> paragraphs;
    text::OffsetMap to_input;  ///< from `text` to the reader's UTF-8 input
};

/// What a format tells about its paragraphs.
enum class Paragraphs : std::uint8_t {
    unmarked,   ///< nothing: their kinds are to be recognised by their looks
    marked_up,  ///< their kinds
    segments,   ///< that each is one segment, which must not be cut; kinds as for `unmarked`
};

/// A row of the table of formats. To add a format: a source file, a row in readers.cpp, a line in
/// CMakeLists.txt, a test.
struct Reader {
    std::string_view name;                       ///< "text", "markdown", "segmented"
    std::span<const std::string_view> suffixes;  ///< ".txt"… ; lower case; a suffix belongs to one reader
    Paragraphs paragraphs;
    RawText (*read)(std::string utf8);  ///< pure; never fails: every text is some text. Takes the text over,
                                        ///< so as not to copy it
};

/// All formats, in the order in which they are listed to people.
std::span<const Reader> readers();
/// The reader of that name, or null.
const Reader* find_reader(std::string_view name);
/// The reader for a path's suffix; "text" for suffixes that no format claims.
const Reader& reader_for(const std::filesystem::path& path);

struct ReadOptions {
    std::string encoding = {};                    ///< empty: find it
    std::string format = {};                      ///< empty: by suffix
    std::optional<text::Language> language = {};  ///< nothing: find it
    SegmentOptions segmentation = {};
};

/// Reads a file into a Document.
/// Throws InputError: file-not-found, is-a-directory, cannot-read, file-too-large, empty-file, binary-file,
/// unknown-encoding {name}, wrong-encoding {name} (with `encoding` given: bytes that it cannot hold),
/// unknown-format {name}. Odd bytes in a guessed encoding go into the sink as undecodable-bytes {count,
/// encoding} with the place of the first and become U+FFFD.
Document read_document(const std::filesystem::path& path, const ReadOptions& options,
                       const text::DiagnosticSink& sink);

/// As `read_document`, from bytes that were read already; `path` is for provenance and errors.
Document make_document(std::string_view bytes, const std::filesystem::path& path, const ReadOptions& options,
                       const text::DiagnosticSink& sink);

}  // namespace tongwen::corpus
