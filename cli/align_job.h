// SPDX-License-Identifier: Apache-2.0
// Owns the work on one pair of documents: read both, align, check, write.
#pragma once

#include <optional>
#include <vector>

#include "align/aligner.h"
#include "align/alignment.h"
#include "align/parallelness.h"
#include "align/weights.h"
#include "check/check.h"
#include "cli/align_options.h"
#include "cli/embedding_input.h"
#include "cli/lexicons.h"
#include "cli/messages.h"

namespace tongwen::cli {

struct AlignedPair {
    align::Bitext bitext;
    std::optional<corpus::Document> source_translation;
    std::optional<PairEmbeddings> embeddings;
    std::vector<check::Finding> findings;
    align::ParallelVerdict verdict;
    const align::LexiconSet* lexicons = nullptr;  ///< those that it was aligned with; the run's
    /// What people decided of it, when it is from an alignment file; the file's.
    const review::Review* review = nullptr;
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

    /// What the request says of aligning, with these lexicons.
    [[nodiscard]] align::AlignOptions align_options(const align::LexiconSet& set) const;
};

/// Reads, aligns and checks. Says when the target seems to be no translation of the source: warnings, or
/// errors where the request requires parallel texts, doubtful-translation {source, share in per cent},
/// not-a-translation {the same}. Throws text::InputError: those of corpus::read_document, same-language
/// {language, target}.
AlignedPair align_pair(const AlignRun& run, const std::string& source, const std::string& target,
                       Turn turn = {});

/// The steps of align_pair. Reads both and finds their lexicons.
AlignedPair read_pair(const AlignRun& run, const std::string& source, const std::string& target);
/// Aligns what was read, with the pair's lexicons.
void align_documents(AlignedPair& pair, const AlignRun& run, Turn turn, align::SelfTraining self_training);
/// Looks for moved blocks, judges, and says when the target seems to be no translation.
void finish_pair(AlignedPair& pair, const AlignRun& run);

/// What follows aligning and the search for moved blocks: runs the checks, judges.
void judge(AlignedPair& pair);

/// What a format may want to know to write an output.
OutputContext context_for(const AlignedPair& pair, const OutputTarget& target, const AlignRequest& request,
                          Messages& messages);

/// Writes one output, whole or not at all; "-" is standard output. Throws text::InputError cannot-write
/// {reason}, and for alignment files those of refuse_losing_decisions, unless the request forces it.
void write_output(const AlignedPair& pair, const OutputTarget& target, const AlignRequest& request,
                  Messages& messages);

/// The layout for a terminal (or for what is no terminal).
Layout layout_for(const AlignRequest& request, const Terminal& terminal);

}  // namespace tongwen::cli
