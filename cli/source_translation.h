// SPDX-License-Identifier: Apache-2.0
// Owns the reading of a machine translation of the source (--source-mt).
#pragma once

#include <string>

#include "corpus/document.h"
#include "text/diagnostic.h"

namespace tongwen::cli {

/// The lines of a file, each the translation of one of the source's segments into the target's language; a
/// blank one translates nothing. Where the source is one segment a line (format "segmented") line n
/// translates its line n, else its segment n. Throws text::InputError: those of corpus::read_document;
/// translation-lines {lines, needed}, at the first line that is missing or too many.
corpus::Document read_source_translation(const std::string& path, const corpus::Document& source,
                                         const text::Language& language, const text::DiagnosticSink& sink);

}  // namespace tongwen::cli
