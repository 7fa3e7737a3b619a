// SPDX-License-Identifier: Apache-2.0
// Owns which files `tongwen lexicon learn` learns from, and the reading of their beads.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "align/alignment.h"
#include "cli/folder_pairs.h"

namespace tongwen::cli {

/// What people wrote: two files or two folders, and where their beads are.
struct LearningPaths {
    std::string source;
    std::string target;
    std::string beads;  ///< a file or a folder, as the texts are; empty: the texts are yet to be aligned
};

/// The pairs of files, by name; for two files their pair. Throws text::InputError: is-a-directory where one
/// is a folder and the other is none, no-pairs {folder}, cannot-read {reason}.
FolderPairs find_learning_pairs(const LearningPaths& paths);

/// The file of beads of a pair: in a folder, the one of the pair's or of its source's name, also with
/// ".beads" or ".align" behind it. Throws text::InputError missing-partner {folder}.
std::filesystem::path beads_file_of(const FilePair& pair, const LearningPaths& paths);

/// The beads of a file whose segments are neighbours on both sides; others are left out. Throws
/// text::InputError: those of align::read_beads; segment-not-there {index}.
std::vector<align::Bead> read_bead_runs(const std::filesystem::path& file, const align::Bitext& bitext);

}  // namespace tongwen::cli
