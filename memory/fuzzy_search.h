// SPDX-License-Identifier: Apache-2.0
// Owns the search for sentences like another one in an index.
#pragma once

#include <vector>

#include "memory/memory_index.h"
#include "memory/stored_index.h"

namespace tongwen::memory {

/// See MemoryIndex::fuzzy. Throws DatabaseError.
std::vector<FuzzyHit> find_similar(StoredIndex& index, const FuzzyQuery& query);

/// How many of a sentence's distinct tokens at least stand in every sentence that matches it by `percent`, of
/// `tokens` distinct ones in a sentence of `terms` terms; `pairs`: some of them are pairs of characters, of
/// which one change can break two. 0 where nothing is certain.
std::size_t certain_tokens(std::size_t tokens, std::size_t terms, bool pairs, int percent);

}  // namespace tongwen::memory
