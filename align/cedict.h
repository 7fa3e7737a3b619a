// SPDX-License-Identifier: Apache-2.0
// Owns what the glosses of CC-CEDICT mean to an aligner.
#pragma once

#include <string_view>
#include <vector>

#include "align/rendering_writer.h"

namespace tongwen::align {

/// One row of CC-CEDICT: a word in both scripts and its English glosses.
struct CedictRow {
    std::string_view traditional;
    std::string_view simplified;
    std::vector<std::string_view> glosses;
};

/// Adds a row's words under both scripts. A gloss of n content words makes each of them stand for the
/// headword with 1/n; brackets, classifiers and references to other entries ("variant of", "see") are left
/// out; a surname counts little.
void add_cedict_row(const CedictRow& row, RenderingWriter& writer);

/// Adds all rows of a file in CC-CEDICT's own format ("傳統 传统 [chuan2 tong3] /tradition/traditional/");
/// returns how many lines were rows.
std::size_t add_cedict(std::string_view file, RenderingWriter& writer);

}  // namespace tongwen::align
