// SPDX-License-Identifier: Apache-2.0
// Owns reading gold alignments: folders src, tgt and gold with one file a document.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "align/training.h"
#include "corpus/document.h"

namespace tongwen::bench {

/// One document of a gold set: segments one a line, beads as `[0, 1]:[2]`.
struct GoldDocument {
    std::string name;
    corpus::Document source;
    corpus::Document target;
    std::vector<align::GoldBead> beads;
};

/// All documents of a set, by name. Throws text::InputError where a file is missing, a line is no bead, or a
/// bead has a segment that its document has not (segment-not-there).
std::vector<GoldDocument> read_gold_folder(const std::filesystem::path& folder);

/// A bead as the field's files spell it: `[0, 1]:[2]`.
std::string spell_bead(const align::Bead& bead);

}  // namespace tongwen::bench
