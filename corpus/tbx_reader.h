// SPDX-License-Identifier: Apache-2.0
// Owns the reading of TBX, the XML of terminology databases.
#pragma once

#include <string>
#include <string_view>

#include "corpus/glossary.h"

namespace tongwen::corpus {

/// TBX (ISO 30042) version 2 (martif, termEntry, langSet, tig or ntig) and version 3 (tbx, conceptEntry,
/// langSec, termSec), in the styles DCA and DCT. A term is forbidden when its administrative status says so
/// (deprecatedTerm, supersededTerm, with or without "-admn-sts") or when it is marked forbidden or obsolete.
/// Entity references that a document type would declare are not resolved. `languages` is not needed. Errors:
/// corpus/glossary.h; lines and columns are known in UTF-8.
Glossary read_tbx(std::string_view bytes, const std::string& file, const GlossaryLanguages& languages);

}  // namespace tongwen::corpus
