// SPDX-License-Identifier: Apache-2.0
// Owns finding the text of a document's segments again in another edition of the document.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "corpus/document.h"

namespace tongwen::review {

/// Where the text of a segment is now.
struct Track {
    std::vector<std::uint32_t> segments = {};  ///< that hold a good part of it, ascending; empty: nowhere
    bool whole = false;                        ///< the only one of them has the same text
    friend bool operator==(const Track&, const Track&) = default;
};

/// A track for each segment of `before`. White space does not count. A segment of `after` is the whole of one
/// segment at most, and of a text that both editions have n times, n are found. First what is in order
/// (text/difference.h), then what stands elsewhere, then what was split, joined or reworded where it stood:
/// more than half of the shorter one's words must be there, in order; at last what was reworded and moved as
/// well: a third of the shorter one's runs of four words must be there. Linear time.
std::vector<Track> track_segments(const corpus::Document& before, const corpus::Document& after);

/// The text of segments [begin, end) without white space.
std::string text_of(const corpus::Document& document, std::size_t begin, std::size_t end);

}  // namespace tongwen::review
