// SPDX-License-Identifier: Apache-2.0
// Owns the tokenizer that SQLite's full-text search calls: texts become the tokens of memory/terms.h.
#pragma once

#include "memory/database.h"

namespace tongwen::memory {

/// Makes the tokenizer "tongwen" known to a connection; its argument is the language of the texts, as in
/// `tokenize = 'tongwen zh-CN'`. A query is taken as tokens with spaces between them. Throws DatabaseError.
void add_index_tokenizer(const Database& database);

}  // namespace tongwen::memory
