// SPDX-License-Identifier: Apache-2.0
// Owns the reading of a pair's embeddings (--source-embeddings and its three companions).
#pragma once

#include <string>

#include "align/alignment.h"
#include "align/embeddings.h"

namespace tongwen::cli {

/// Files; all empty: no embeddings.
struct EmbeddingPaths {
    std::string source_overlaps, source_vectors;
    std::string target_overlaps, target_vectors;

    [[nodiscard]] bool empty() const { return source_overlaps.empty(); }
};

/// The embeddings of both documents.
struct PairEmbeddings {
    align::EmbeddingSide source;
    align::EmbeddingSide target;

    [[nodiscard]] align::EmbeddingSides sides() const { return {&source, &target}; }
};

/// Throws text::InputError: those of align::EmbeddingFile and align::EmbeddingSide; embeddings-dimension {of
/// the target, of the source, path of the source's}, at the target's vectors.
PairEmbeddings read_embeddings(const EmbeddingPaths& paths, const align::Bitext& bitext);

}  // namespace tongwen::cli
