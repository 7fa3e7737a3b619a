// SPDX-License-Identifier: Apache-2.0
// Owns excerpts: some of a document's segments as a document of their own.
#pragma once

#include <cstdint>
#include <span>

#include "corpus/document.h"

namespace tongwen::corpus {

/// The segments [begin, end) of a document.
struct SegmentRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    friend bool operator==(const SegmentRange&, const SegmentRange&) = default;
};

/// The segments of `ranges` (in order, disjoint, within the document: asserted; empty ones are skipped) with
/// the text and the paragraphs that they stand in, paragraphs cut where a range cuts them. Language,
/// provenance and the way back to the file's bytes stay those of the whole document. Linear in the excerpt
/// and in the runs of `to_original`.
Document excerpt(const Document& document, std::span<const SegmentRange> ranges);

}  // namespace tongwen::corpus
