// SPDX-License-Identifier: Apache-2.0
// Owns the ways from translation units to XLIFF 1.2 and 2.1.
#pragma once

#include <memory>
#include <string_view>

#include "tmx/writers.h"

namespace tongwen::tmx {

/// Where our own elements are in XLIFF 1.2.
inline constexpr std::string_view xliff_namespace = "urn:tongwen:exchange:1";
/// The category of our metadata in XLIFF 2.
inline constexpr std::string_view xliff_category = "tongwen";

/// A writer of XLIFF 1.2 (OASIS, 2008): a `trans-unit` a unit, its id the unit's, with state, state-qualifier
/// and approved as tmx/xliff_state.h says and notes as `note`. Properties, attributes, who changed it and
/// when stand in elements of our own namespace at the end of the trans-unit, where the standard has room for
/// them: tools may drop them.
///
/// Diagnostics: language-not-known {"source" or "target"} at once; unit-without-text {id}; on finish
/// illegal-characters-dropped {count, id}, other-languages-left-out {count, id}, file-over-limit {bytes,
/// limit}.
std::unique_ptr<UnitWriter> make_xliff12_writer(Output output, WriterOptions options);

/// A writer of XLIFF 2.1 (OASIS, 2018): a `unit` with one `segment` a unit, with state and subState; what 1.2
/// has in our namespace is in the metadata module. An id that is no NMTOKEN becomes "u" and a number, and is
/// in the metadata. Diagnostics as in 1.2.
std::unique_ptr<UnitWriter> make_xliff21_writer(Output output, WriterOptions options);

}  // namespace tongwen::tmx
