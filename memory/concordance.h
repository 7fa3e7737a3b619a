// SPDX-License-Identifier: Apache-2.0
// Owns the search for words in an index.
#pragma once

#include "memory/memory_index.h"
#include "memory/stored_index.h"

namespace tongwen::memory {

/// See MemoryIndex::search. Throws DatabaseError.
SearchResult find_words(StoredIndex& index, const SearchQuery& query);

}  // namespace tongwen::memory
