// SPDX-License-Identifier: Apache-2.0
// Owns the reading of documents for a command: what is said of each waits for its turn.
#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "cli/messages.h"
#include "corpus/document.h"
#include "corpus/readers.h"
#include "text/diagnostic.h"

namespace tongwen::cli {

/// A document, and what is to be said of it: it may be read in a thread of its own.
struct Reading {
    corpus::Document document;
    std::vector<text::Diagnostic> said;
    std::exception_ptr failure;  ///< what reading it threw
};

/// The bytes of a file; "-" is standard input. Throws text::InputError: those of text::read_file.
std::string read_bytes(const std::string& path);

/// Reads a file, or standard input. Throws nothing: it keeps what corpus::read_document throws.
Reading read(const std::string& path, const corpus::ReadOptions& options);

/// As `read`, from bytes that were read already.
Reading read(const std::string& path, const corpus::ReadOptions& options, std::string_view bytes);

/// The document, after all that was to be said of it; with `verbose`, how its encoding and its language were
/// found. Throws what reading it threw.
corpus::Document tell(Reading reading, bool verbose, Messages& messages);

/// Throws text::InputError same-language {language, target}, or same-language-found where the languages were
/// found from the texts, or same-file.
void refuse_same_language(const corpus::Document& source, const corpus::Document& target);

/// Shows languages-swapped {language of the source, that of the target, target} where each text seems to be
/// in the language that was named for the other: a memory with the two exchanged is of no use to anybody.
void warn_of_swapped_languages(const corpus::Document& source, const corpus::Document& target,
                               Messages& messages);

}  // namespace tongwen::cli
