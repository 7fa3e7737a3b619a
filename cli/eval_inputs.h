// SPDX-License-Identifier: Apache-2.0
// Owns which files `tongwen eval` judges by which, and their reading.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "align/bead_file.h"
#include "align/evaluation.h"

namespace tongwen::cli {

/// The files of one document.
struct EvalFiles {
    std::string name;  ///< the gold file's, without a folder
    std::filesystem::path gold;
    std::filesystem::path found;
    std::filesystem::path other;   ///< of the system to compare with; empty when there is none
    std::filesystem::path source;  ///< the texts, one segment a line; empty when they are not at hand
    std::filesystem::path target;
};

/// What people wrote: `gold` is a file, a folder of files, or a folder with the folders gold, src and tgt;
/// `found` and `other` are files or folders. In folders, files belong together that have the same name, also
/// with ".beads", ".align" or ".tongwen" behind it or in place of its suffix. "-" is standard input, for one
/// of them.
struct EvalPaths {
    std::string gold;
    std::string found;
    std::string other;  ///< empty when there is none
};

/// Throws text::InputError standard-input-twice when "-" stands in more than one place.
void require_single_input(const std::vector<EvalPaths>& pairs);

/// All documents, by name. Throws text::InputError: missing-partner {folder}, no-pairs {folder},
/// is-a-directory, file-not-found, cannot-read {reason}.
std::vector<EvalFiles> find_eval_files(const EvalPaths& paths);

/// The beads of a file of beads, or the present ones of an alignment file. Throws what align::read_beads and
/// list_beads throw.
std::vector<align::ListedBead> read_eval_beads(const std::filesystem::path& file);

/// The lengths of the document's segments, none without texts. Throws what corpus::read_document throws, but
/// for a text without segments.
align::SegmentLengths read_lengths(const EvalFiles& files);

}  // namespace tongwen::cli
