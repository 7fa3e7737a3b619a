// SPDX-License-Identifier: Apache-2.0
// Owns what the entries of FreeDict's dictionaries mean to an aligner.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "align/rendering_writer.h"
#include "corpus/dictd_reader.h"

namespace tongwen::align {

/// The renderings in the text of an entry, as dictd has it: the line of the headword first, then senses with
/// or without numbers, of which brackets of all kinds ((noun), <fem>, [med.], {see also}), notes, examples,
/// synonyms and references are left out. Parts between semicolons, and between commas where all of them are
/// short.
std::vector<std::string> freedict_renderings(std::string_view body);

/// Adds all entries. A Japanese headword counts whole, of verbs and adjectives also without the kana that
/// inflection changes (食べ of 食べる); of other languages those count that are one content
/// word ("sich bewegen" is one): of a phrase each word means more than its part of the phrase's rendering.
/// A Japanese headword of kana counts .3 where it is but the reading of another: many words share it.
void add_freedict(const corpus::DictdDictionary& dictionary, RenderingWriter& writer,
                  const text::Language& from);

}  // namespace tongwen::align
