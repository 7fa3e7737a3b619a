// SPDX-License-Identifier: Apache-2.0
// Owns the work on one pair of documents: read both, align, check, write.
#pragma once

#include <vector>

#include "align/alignment.h"
#include "align/weights.h"
#include "check/check.h"
#include "cli/align_options.h"
#include "cli/lexicons.h"
#include "cli/messages.h"

namespace tongwen::cli {

struct AlignedPair {
    align::Bitext bitext;
    std::vector<check::Finding> findings;
    const align::LexiconSet* lexicons = nullptr;  ///< those that it was aligned with; the run's
};

/// Where the pair's share of all work lies, for the progress bar: pair `index` of `count`.
struct Turn {
    std::size_t index = 0;
    std::size_t count = 1;
};

/// What all pairs of a run share.
struct AlignRun {
    const AlignRequest& request;
    Messages& messages;
    Lexicons& lexicons;
    const align::WeightSet* weights = nullptr;  ///< null: the built-in ones
};

/// Reads, aligns and checks. Throws text::InputError: those of corpus::read_document, same-language
/// {language, target}.
AlignedPair align_pair(const AlignRun& run, const std::string& source, const std::string& target,
                       Turn turn = {});

/// Writes one output, whole or not at all; "-" is standard output. Throws text::InputError cannot-write
/// {reason}.
void write_output(const AlignedPair& pair, const OutputTarget& target, const AlignRequest& request,
                  Messages& messages);

/// The layout for a terminal (or for what is no terminal).
Layout layout_for(const AlignRequest& request, const Terminal& terminal);

}  // namespace tongwen::cli
