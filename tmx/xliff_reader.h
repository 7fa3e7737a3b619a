// SPDX-License-Identifier: Apache-2.0
// Owns the way from XLIFF 1.1 to 2.1 to translation units.
#pragma once

#include <memory>

#include "tmx/readers.h"

namespace tongwen::tmx {

/// A reader of XLIFF 1.1, 1.2, 2.0 and 2.1 from any tool: a unit for each `trans-unit` (1.x), and for each
/// `segment` (2.x; of several in a unit, "#" and their id or number go behind the unit's id). A unit without
/// a target has an empty one. States become x-tongwen-status (see tmx/xliff_state.h) where the file has any;
/// what our own elements and metadata say, and notes, come back as they were written.
///
/// Diagnostics as those of make_tmx_reader that begin with xml-; xliff-no-source {unit}: it is handed out
/// with an empty one; tmx-bad-language {0, as it stands}. Throws InputError: xliff-not-xliff {root element};
/// xml-… of make_tmx_reader.
std::unique_ptr<UnitReader> make_xliff_reader(std::unique_ptr<text::ByteSource> bytes, ReaderOptions options);

}  // namespace tongwen::tmx
