// SPDX-License-Identifier: Apache-2.0
// Owns what commands do with an alignment file: as the two documents that it holds, as an output, as what a
// person decides in.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "align/bead_file.h"
#include "cli/align_job.h"
#include "cli/environment.h"
#include "cli/messages.h"
#include "review/alignment_file.h"
#include "review/lock.h"
#include "tmx/units.h"

namespace tongwen::cli {

/// Whether a path names an alignment file, by its suffix.
bool names_alignment_file(const std::filesystem::path& path);

/// The present beads of a review with the documents, checked; refers to `file.review`. Without lexicons.
AlignedPair pair_of(const review::AlignmentFile& file);

/// The present beads as a file of beads would list them: without those that were dropped, what was moved
/// linked, targets counted as in their file. Throws text::InputError: those of read_alignment_file.
std::vector<align::ListedBead> list_beads(const std::filesystem::path& alignment_file);

/// What an exchange format says of the beads, in their order. Those whose status is not in `wanted` are left
/// out.
std::vector<tmx::UnitDecision> unit_decisions(const review::Review& review,
                                              const std::vector<review::Status>& wanted);

/// Throws text::InputError has-decisions {number} when the file is an alignment file in which somebody has
/// decided something; those of read_alignment_file when it is one that we cannot read.
void refuse_losing_decisions(const std::filesystem::path& path);

/// RFC 3339 in UTC with whole seconds, "2026-11-24T09:30:00Z", and back; nothing when it is no such time.
std::string spell_time(std::chrono::sys_seconds when);
std::optional<std::chrono::sys_seconds> parse_time(const std::string& when);
/// SOURCE_DATE_EPOCH, else the present.
std::chrono::sys_seconds present_time(const Environment& environment);

/// The name of the one who decides: as given, else USER, LOGNAME, the system's, or "?".
std::string reviewer_name(const std::string& given, const Environment& environment);

/// An alignment file that a person works in: locked, read, its ledger open at the end. What is odd is shown.
struct OpenReview {
    std::filesystem::path path;
    std::string who;
    review::Lock lock;
    review::AlignmentFile file;
    review::LedgerFile ledger;

    /// Throws text::InputError: those of Lock, read_alignment_file, LedgerFile.
    OpenReview(const std::filesystem::path& path, const std::string& who, bool take_over,
               const Environment& environment, const text::DiagnosticSink& sink);
};

}  // namespace tongwen::cli
