// SPDX-License-Identifier: Apache-2.0
// Owns what `tongwen status` says of an alignment file (docs/formats/status.md).
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "review/alignment_file.h"

namespace tongwen::cli {

/// Whether the file that a document was read from is still the same.
enum class FileState { unchanged, changed, missing, unknown };
/// Its stable name: "unchanged", "changed", "missing", "unknown" (it was standard input).
std::string_view name(FileState state);

/// What is known of a document's file.
struct DocumentReport {
    std::string path;
    std::string language;
    std::size_t segments = 0;
    FileState state = FileState::unknown;
};

/// Counts of one alignment file.
struct ReviewReport {
    std::string path;
    DocumentReport source;
    DocumentReport target;
    std::size_t edition = 1;
    review::Counts counts;
    std::map<std::string, std::size_t> shapes;     ///< beads, by shape
    std::map<std::string, std::size_t> reviewers;  ///< entries of the ledger, by person
    std::size_t findings = 0;                      ///< of the checks, notes not counted
    std::size_t decisions = 0;                     ///< entries of the ledger
    std::string last_who;                          ///< of the last decision; empty: there is none
    std::string last_when;
    std::size_t place = 0;       ///< bead that the reviewer stands on, from 1; 0: there are no beads
    std::string locked_by = {};  ///< who works in it now; empty: nobody
};

/// Looks at the documents' files too.
ReviewReport report_on(const std::filesystem::path& path, const review::AlignmentFile& file);

/// As text for people.
std::string spell(const ReviewReport& report);
/// As one JSON object on one line, without line end.
std::string write_json(const ReviewReport& report);

}  // namespace tongwen::cli
