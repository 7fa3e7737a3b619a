// SPDX-License-Identifier: Apache-2.0
// Owns the way from gettext's PO files to translation units.
#pragma once

#include <memory>

#include "tmx/readers.h"

namespace tongwen::tmx {

/// A reader of PO files (GNU gettext manual, "The Format of PO Files"). An entry is a unit; of an entry with
/// plural forms each msgstr is one, its source msgid for the first of several and msgid_plural for the
/// others. Translators' comments are notes, a fuzzy entry has x-ConfirmationLevel Draft; what else an entry
/// has is kept in the properties of po_properties.h. Untranslated entries are units without a target.
///
/// The target's language is that of the header's Language, the source's that of X-Source-Language, else
/// English, where the options do not name them.
///
/// Diagnostics: po-obsolete-entries {count} at the end: entries behind "#~" are passed over. Throws
/// InputError with line: po-syntax {the line}, po-other-charset {name}, bad-language {tag}, line-too-long
/// {limit}.
std::unique_ptr<UnitReader> make_po_reader(std::unique_ptr<text::ByteSource> bytes, ReaderOptions options);

}  // namespace tongwen::tmx
