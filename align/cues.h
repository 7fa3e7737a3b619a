// SPDX-License-Identifier: Apache-2.0
// Owns cues: what a segment's punctuation, marker and place in the page say about where beads begin and end.
#pragma once

#include <cstdint>
#include <vector>

#include "corpus/document.h"

namespace tongwen::align {

/// How a segment ends, punctuation of all scripts mapped to one.
enum class Ending : std::uint8_t { none, stop, question, exclamation, colon, ellipsis, soft };

/// The outward signs of a segment.
struct Cues {
    Ending ending = Ending::none;
    bool opens_quote = false;   ///< its first character (behind white space) is an opening quotation mark
    bool closes_quote = false;  ///< its last character is a closing one
    bool inside_quote = false;  ///< a quotation, of this segment or an earlier one, is still open at its end
    std::uint8_t quotations = 0;    ///< how many quotations are opened in it, but for terms
    std::uint8_t quoted_terms = 0;  ///< those that are no speech: opened behind a word, or without an end of
                                    ///< a sentence within
    bool begins_paragraph = false;
    bool ends_paragraph = false;
    std::uint8_t questions = 0;
    std::uint8_t exclamations = 0;
    std::int16_t marker = -1;  ///< the number of its list marker (一、 （二） 3. (4) A. 第五条 Article 6), 0
                               ///< for a bullet, -1 for none
    std::uint8_t items =
        0;  ///< how many list items it holds, counted by their markers in order: 2 in "4. Oil.
            ///< 5. Salt."
    std::uint8_t sentences = 1;       ///< and list items: at most 255
    std::uint8_t markers_inside = 0;  ///< of list items that begin within it, lists within lists too
    corpus::Kind kind = corpus::Kind::body;
};

/// The cues of every segment. A document of format "segmented" has no paragraphs: nothing begins or ends one
/// there.
std::vector<Cues> find_cues(const corpus::Document& document);

/// The number of the list marker that a segment begins with, as in Cues::marker.
int marker_of(std::string_view segment);

/// How many list items a segment holds, as in Cues::items; at most 255.
int items_of(std::string_view segment);

}  // namespace tongwen::align
