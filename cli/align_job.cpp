// SPDX-License-Identifier: Apache-2.0
// Owns the steps of aligning one pair.
#include "cli/align_job.h"

#include <exception>
#include <utility>

#include <tbb/parallel_invoke.h>

#include "align/aligner.h"
#include "cli/wording.h"
#include "cli/words.h"
#include "corpus/readers.h"
#include "text/files.h"

namespace tongwen::cli {
namespace {

/// A document that is read in a thread of its own: what is to be said of it waits for its turn.
struct Reading {
    corpus::Document document;
    std::vector<text::Diagnostic> said;
    std::exception_ptr failure;
};

Reading read(const std::string& path, const corpus::ReadOptions& options) {
    Reading reading;
    const auto sink = [&](const text::Diagnostic& diagnostic) { reading.said.push_back(diagnostic); };
    try {
        reading.document = path != "-"
                               ? corpus::read_document(path, options, sink)
                               : corpus::make_document(text::read_file("/dev/stdin"), path, options, sink);
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

/// The document, after all that was to be said of it. Throws what reading it threw.
corpus::Document tell(Reading reading, bool verbose, Messages& messages) {
    for (const text::Diagnostic& diagnostic : reading.said) messages.show(diagnostic);
    if (reading.failure) std::rethrow_exception(reading.failure);
    if (verbose) show_evidence(reading.document, messages);
    return std::move(reading.document);
}

void refuse_same_language(const corpus::Document& source, const corpus::Document& target) {
    if (!source.language.known() || source.language.primary() != target.language.primary()) return;
    // Who named the languages needs no hint how to.
    const bool asked =
        source.provenance.language_how == "option" && target.provenance.language_how == "option";
    throw text::InputError({asked ? "same-language" : "same-language-found",
                            text::Severity::error,
                            {source.provenance.path},
                            {source.language.primary(), word_path(target.provenance.path)}});
}

Layout layout_for_file(const AlignRequest& request) {
    constexpr std::size_t file_width = 100;  // no terminal says otherwise, and paper in landscape holds it
    return {.width = request.width == 0 ? file_width : request.width, .ambiguous = request.ambiguous_width};
}

}  // namespace

AlignedPair align_pair(const AlignRun& run, const std::string& source, const std::string& target, Turn turn) {
    const AlignRequest& request = run.request;
    AlignedPair pair;
    const auto read_source = [&] { return read(source, request.source_options); };
    const auto read_target = [&] { return read(target, request.target_options); };
    const auto take_source = [&](Reading reading) {
        pair.bitext.source = tell(std::move(reading), request.verbose, run.messages);
    };
    const auto take_target = [&](Reading reading) {
        pair.bitext.target = tell(std::move(reading), request.verbose, run.messages);
    };
    if (source == "-" || target == "-") {
        // Who types the one side wants to hear of the other first, and a signal must reach the thread that
        // waits.
        take_source(read_source());
        take_target(read_target());
    } else {
        Reading first;
        Reading second;
        tbb::parallel_invoke([&] { first = read_source(); }, [&] { second = read_target(); });
        take_source(std::move(first));
        take_target(std::move(second));
    }
    refuse_same_language(pair.bitext.source, pair.bitext.target);
    align::AlignOptions options;
    pair.lexicons = &run.lexicons.find(pair.bitext.source.language, pair.bitext.target.language);
    options.lexicons = pair.lexicons;
    options.weights = run.weights;
    options.progress = [&](double share) {
        run.messages.show_progress(
            source, (static_cast<double>(turn.index) + share) / static_cast<double>(turn.count));
    };
    pair.bitext.alignment = align::align(pair.bitext.source, pair.bitext.target, options);
    pair.findings = check::run_checks(pair.bitext);
    return pair;
}

void write_output(const AlignedPair& pair, const OutputTarget& target, const AlignRequest& request,
                  Messages& messages) {
    const bool standard = target.path == "-";
    text::AtomicFile file(standard ? "/dev/stdout" : target.path);
    const OutputContext context = {.findings = pair.findings,
                                   .lexicons = pair.lexicons,
                                   .min_confidence = request.min_confidence,
                                   .created = request.created,
                                   .layout = layout_for_file(request),
                                   .file = standard ? "-" : target.path.string(),
                                   .sink = messages.sink()};
    target.format->write(pair.bitext, context, [&file](std::string_view bytes) { file.write(bytes); });
    file.commit();
}

Layout layout_for(const AlignRequest& request, const Terminal& terminal) {
    return {.width = request.width == 0 ? terminal.width : request.width,
            .ambiguous = request.ambiguous_width,
            .colour = terminal.colour,
            .unicode = terminal.unicode};
}

}  // namespace tongwen::cli
