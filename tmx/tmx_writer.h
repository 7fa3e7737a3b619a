// SPDX-License-Identifier: Apache-2.0
// Owns the way from translation units to TMX 1.4b.
#pragma once

#include <memory>

#include "tmx/writers.h"

namespace tongwen::tmx {

/// A writer of TMX 1.4b, level 2 (with inline codes), that follows the strictest known reader in everything:
/// order of elements, all header attributes, XML 1.0 characters only, attributes that the standard knows.
/// `srclang` is the file's source language; a unit whose source is in another one says so itself. Further
/// variants follow the target. See PresetUnits for the presets.
///
/// Diagnostics: language-not-known {"source" or "target"} at once; unit-without-text {id} for each unit not
/// written; on finish illegal-characters-dropped {count, id of the first unit}, properties-renamed {count}
/// (those whose name OmegaT takes for a context: file, id, prev, next, path; written as "x-file"…; not where
/// a memory is passed on) and
/// file-over-limit {bytes, limit}.
std::unique_ptr<UnitWriter> make_tmx_writer(Output output, WriterOptions options);

}  // namespace tongwen::tmx
