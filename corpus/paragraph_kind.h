// SPDX-License-Identifier: Apache-2.0
// Owns telling what a paragraph of plain text is by its looks: heading, list item, dateline, editors' note.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "corpus/document.h"

namespace tongwen::corpus {

struct ParagraphKind {
    Kind kind = Kind::body;
    std::uint8_t level = 0;  ///< of a heading (1 to 6) or of a list's nesting (from 1); else 0
    friend bool operator==(const ParagraphKind&, const ParagraphKind&) = default;
};

/// What one paragraph of plain text (Chinese or English) is: heading, list_item, dateline, note or body. A
/// guess by looks alone: a marker at its beginning, its length, its last character. A heading never holds two
/// sentences.
ParagraphKind recognise_paragraph(std::string_view paragraph);

/// Bytes of a list marker with the white space around it, at the very beginning of `text`: bullets, "1." "1)"
/// "(1)" "A." "a)" "①" "一、" "（一）" "第二条　" "Article 3."; 0 when there is none.
std::size_t list_marker_size(std::string_view text);

/// Bytes of a news dateline at the very beginning of `text`, without the white space after it:
/// "（某社某地7月4日电）", "某社某地7月4日电（记者 某某）", "本报讯", "(Some News Agency, City, July 4)",
/// "CITY, July 4 (Agency) --"; 0 when there is none.
std::size_t dateline_size(std::string_view text);

/// Whether a text in brackets, brackets included, is a note by an editor or translator
/// ("[Editor's note: …]", "[… – Ed.]", "（编者注：…）", "［译注：…］", "（责任编辑：…）").
bool is_note(std::string_view bracketed);

}  // namespace tongwen::corpus
