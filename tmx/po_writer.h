// SPDX-License-Identifier: Apache-2.0
// Owns the way from translation units to gettext's PO files.
#pragma once

#include <memory>

#include "tmx/writers.h"

namespace tongwen::tmx {

/// A writer of PO files that msgfmt accepts. Notes are translators' comments; a unit is fuzzy whose
/// x-ConfirmationLevel is Draft or RejectedTranslation; the properties of po_properties.h become again what
/// they were, consecutive units that are forms of one plural one entry. A unit may have an empty target: it
/// is yet to be translated. Codes, other properties, people and dates have no place in the format.
///
/// A source may stand in a PO file once: the second and later ones get a msgctxt ("2", "3"…), for which a
/// hash of each source is kept, about 40 bytes a unit.
///
/// Diagnostics: unit-without-text {id}: without a source, on finish po-contexts-added {count}.
std::unique_ptr<UnitWriter> make_po_writer(Output output, WriterOptions options);

}  // namespace tongwen::tmx
