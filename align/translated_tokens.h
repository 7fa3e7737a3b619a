// SPDX-License-Identifier: Apache-2.0
// Owns how a machine translation of a document helps to align it: its words are tokens of the document too.
#pragma once

#include "align/tokens.h"

namespace tongwen::align {

/// The tokens of a document with those of its translation, segment by segment: each is taken for a part of
/// the piece that stands in the same place of its segment, so that masses stay what they are. Its numbers are
/// left out, for the document has them itself; its names are words. A segment without tokens gets none.
/// Statistics are those of all tokens. Both tables have the same number of segments (asserted). Spans are
/// dropped.
TokenTable with_translation(TokenTable table, const TokenTable& translation);

}  // namespace tongwen::align
