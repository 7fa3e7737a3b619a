// SPDX-License-Identifier: Apache-2.0
// Owns the way from translation units to TMX 1.4b.
#pragma once

#include <memory>

#include "tmx/writers.h"

namespace tongwen::tmx {

/// A writer of TMX 1.4b, level 1 (plain text), that follows the strictest known reader in everything: order
/// of elements, all header attributes, `srclang` equal to the source's `xml:lang`, XML 1.0 characters only.
///
/// Diagnostics: language-not-known {"source" or "target"} at once; unit-without-text {id} for each unit not
/// written; on finish illegal-characters-dropped {count, id of the first unit}, properties-renamed {count}
/// (those whose name OmegaT takes for a context: file, id, prev, next, path; written as "x-file"…) and
/// file-over-limit {bytes, limit}.
std::unique_ptr<UnitWriter> make_tmx_writer(Output output, WriterOptions options);

}  // namespace tongwen::tmx
