// SPDX-License-Identifier: Apache-2.0
// Owns segmentation: a paragraph in, its sentence-like segments out, by SRX 2.0 rules or, where there are
// none, ICU's sentence boundaries.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace tongwen::corpus {

struct SegmentOptions {
    bool break_at_semicolon = false;  ///< Chinese: ； ends a segment too
    /// A file of SRX 2.0 rules instead of the built-in ones; empty: the built-in ones. Such rules decide
    /// alone: brackets are not kept together for them. A language that the file does not map gets ICU's
    /// sentence boundaries.
    std::string srx_file = {};
};

struct RawSegment {
    text::ByteSpan span;  ///< into the paragraph, without white space at its ends, never empty
    Kind kind = Kind::body;
};

/// Cuts paragraphs of one language. Immutable after construction; cheap to call; one object may serve many
/// threads.
class Segmenter {
  public:
    /// Built-in SRX rules for zh and en, and short ones for ja, de and ru (corpus/rules/tongwen.srx); ICU's
    /// sentence boundaries for every other language. Throws InputError for an `srx_file` that cannot be read
    /// (text/files.h) or used (corpus/srx.h, with file and line).
    Segmenter(const text::Language& language, const SegmentOptions& options);
    ~Segmenter();
    Segmenter(Segmenter&&) noexcept;
    Segmenter& operator=(Segmenter&&) noexcept;

    /// The segments of a paragraph, in order; together they hold every character that is no white space. A
    /// paragraph of kind heading, code or note is one segment. A dateline or an editors' note inside a body
    /// paragraph is a segment with that kind. Linear in the paragraph's length.
    [[nodiscard]] std::vector<RawSegment> segment(std::string_view paragraph, Kind kind) const;

  private:
    struct Rules;
    std::unique_ptr<const Rules> rules_;
};

}  // namespace tongwen::corpus
