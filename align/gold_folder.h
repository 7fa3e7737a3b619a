// SPDX-License-Identifier: Apache-2.0
// Owns reading gold sets: folders with src/, tgt/ and gold/, one file a document in each.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "align/bead_file.h"
#include "corpus/document.h"

namespace tongwen::align {

/// One document of a gold set: segments one a line, beads as `[0, 1]:[2]`.
struct GoldDocument {
    std::string name;  ///< of its files
    corpus::Document source;
    corpus::Document target;
    std::vector<ListedBead> beads;  ///< their indices are those of segments that the documents have
};

/// All documents of a set, by name: one for each regular file of gold/ that is not hidden. Texts are UTF-8,
/// their languages are found.
/// Throws text::InputError: cannot-read {reason}; no-gold when gold/ has no file; those of
/// corpus::read_document and read_beads; segment-not-there {index} for a bead with a segment that its
/// document has not.
std::vector<GoldDocument> read_gold_folder(const std::filesystem::path& folder);

}  // namespace tongwen::align
