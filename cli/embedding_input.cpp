// SPDX-License-Identifier: Apache-2.0
// Owns what the embeddings of two documents must have in common.
#include "cli/embedding_input.h"

#include <utility>

#include "text/diagnostic.h"

namespace tongwen::cli {

PairEmbeddings read_embeddings(const EmbeddingPaths& paths, const align::Bitext& bitext) {
    align::EmbeddingFile source(paths.source_overlaps, paths.source_vectors);
    align::EmbeddingFile target(paths.target_overlaps, paths.target_vectors);
    if (source.dimension() != target.dimension())
        throw text::InputError(
            {"embeddings-dimension",
             text::Severity::error,
             {paths.target_vectors},
             {std::to_string(target.dimension()), std::to_string(source.dimension()), paths.source_vectors}});
    return {{std::move(source), bitext.source}, {std::move(target), bitext.target}};
}

}  // namespace tongwen::cli
