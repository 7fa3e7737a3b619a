// SPDX-License-Identifier: Apache-2.0
// Owns the way from a path, or standard input, to a document, and the evidence that -v shows.
#include "cli/document_reading.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "cli/wording.h"
#include "cli/words.h"
#include "corpus/language_detection.h"
#include "text/files.h"

namespace tongwen::cli {
namespace {

/// What `make` makes, or why it could not.
Reading keep(const auto& make) {
    Reading reading;
    const auto sink = [&](const text::Diagnostic& diagnostic) { reading.said.push_back(diagnostic); };
    try {
        reading.document = make(sink);
    } catch (...) {
        reading.failure = std::current_exception();
    }
    return reading;
}

std::string word_encoding(const corpus::EncodingEvidence& encoding) {
    if (encoding.how == "detector")
        return tr("{1} (guessed, {2} %)", {encoding.name, std::to_string(encoding.confidence)});
    return tr("{1} ({2})", {encoding.name, word_argument(encoding.how)});
}

void show_evidence(const corpus::Document& document, Messages& messages) {
    const std::string path = word_path(document.provenance.path);
    const std::string language = document.language.known() ? document.language.tag() : "?";
    messages.show_line(
        tr("{1}: {2}, {3}, language {4} ({5}), paragraphs: {6}, segments: {7}",
           {path, document.provenance.format, word_encoding(document.provenance.encoding), language,
            word_argument(document.provenance.language_how), std::to_string(document.paragraphs.size()),
            std::to_string(document.segments.size())}));
}

bool is_same_file(const corpus::Document& a, const corpus::Document& b) {
    std::error_code ignored;  // what cannot be looked at, such as standard input, is another
    return std::filesystem::equivalent(a.provenance.path, b.provenance.path, ignored);
}

bool is_told(const corpus::Document& document) { return document.provenance.language_how == "option"; }

bool seems_to_be(const corpus::Document& document, const text::Language& language) {
    return corpus::detect_language(document.text).primary() == language.primary();
}

}  // namespace

std::string read_bytes(const std::string& path) { return text::read_file(path == "-" ? "/dev/stdin" : path); }

Reading read(const std::string& path, const corpus::ReadOptions& options) {
    return keep([&](const text::DiagnosticSink& sink) {
        return path == "-" ? corpus::make_document(read_bytes(path), path, options, sink)
                           : corpus::read_document(path, options, sink);
    });
}

Reading read(const std::string& path, const corpus::ReadOptions& options, std::string_view bytes) {
    return keep(
        [&](const text::DiagnosticSink& sink) { return corpus::make_document(bytes, path, options, sink); });
}

corpus::Document tell(Reading reading, bool verbose, Messages& messages) {
    for (const text::Diagnostic& diagnostic : reading.said) messages.show(diagnostic);
    if (reading.failure) std::rethrow_exception(reading.failure);
    if (verbose) show_evidence(reading.document, messages);
    return std::move(reading.document);
}

void refuse_same_language(const corpus::Document& source, const corpus::Document& target) {
    if (!source.language.known() || source.language.primary() != target.language.primary()) return;
    if (is_same_file(source, target))
        throw text::InputError({"same-file", text::Severity::error, {source.provenance.path}, {}});
    // Who named the languages needs no hint how to.
    const bool asked = is_told(source) && is_told(target);
    throw text::InputError({asked ? "same-language" : "same-language-found",
                            text::Severity::error,
                            {source.provenance.path},
                            {source.language.primary(), word_path(target.provenance.path)}});
}

void warn_of_swapped_languages(const corpus::Document& source, const corpus::Document& target,
                               Messages& messages) {
    if (!is_told(source) || !is_told(target)) return;
    if (!seems_to_be(source, target.language) || !seems_to_be(target, source.language)) return;
    messages.show(
        {"languages-swapped",
         text::Severity::warning,
         {source.provenance.path},
         {target.language.primary(), source.language.primary(), word_path(target.provenance.path)}});
}

}  // namespace tongwen::cli
