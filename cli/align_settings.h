// SPDX-License-Identifier: Apache-2.0
// Owns how the options of `tongwen align` are kept in an alignment file, and how they are taken from it.
#pragma once

#include "cli/align_options.h"
#include "review/alignment_file.h"

namespace tongwen::cli {

/// What an alignment file keeps of a request.
review::AlignSettings settings_of(const AlignRequest& request);

/// The request to align in the same way once more: with the same reading, lexicons, weights, style. `source`
/// and `target` are paths as the file's documents have them; nothing is to be written or shown.
AlignRequest request_of(const review::AlignSettings& settings, const std::string& source,
                        const std::string& target);

/// What an alignment file's settings say, over what a request has: all of reading and aligning but lexicons,
/// where the request names others.
void take_settings(const review::AlignSettings& settings, AlignRequest& request);

/// The stable names of the choices, as the options take them.
std::string_view name(align::SelfTraining choice);
std::string_view name(align::Style style);

}  // namespace tongwen::cli
