// SPDX-License-Identifier: Apache-2.0
// Owns the side report of an export: what was not written, and why.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "align/alignment.h"
#include "cli/outputs.h"

namespace tongwen::cli {

/// A bead that a file does not have.
struct LeftOut {
    std::string output;           ///< the file
    std::string reason;           ///< "no-source", "no-target", "low-confidence", "left-out"
    std::string status;           ///< of the review; "undecided" where there is none
    std::string source_segments;  ///< from 1, "12" or "12-14"; empty for an empty side
    std::string target_segments;
    std::string source;
    std::string target;
};

/// What an exchange format leaves out; of other formats nothing.
std::vector<LeftOut> find_left_out(const align::Bitext& bitext, const Output& format,
                                   const OutputContext& context);

/// Writes the report: JSON for .json, tab-separated values for .tsv, else text for people. Throws
/// text::InputError cannot-write {reason}.
void write_export_report(const std::vector<LeftOut>& beads, const std::filesystem::path& path);

}  // namespace tongwen::cli
