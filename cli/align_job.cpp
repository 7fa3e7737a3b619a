// SPDX-License-Identifier: Apache-2.0
// Owns the steps of aligning one pair.
#include "cli/align_job.h"

#include <utility>

#include "align/aligner.h"
#include "cli/wording.h"
#include "cli/words.h"
#include "corpus/readers.h"
#include "text/files.h"

namespace tongwen::cli {
namespace {

corpus::Document read(const std::string& path, const corpus::ReadOptions& options, Messages& messages) {
    if (path != "-") return corpus::read_document(path, options, messages.sink());
    return corpus::make_document(text::read_file("/dev/stdin"), path, options, messages.sink());
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
    pair.bitext.source = read(source, request.source_options, run.messages);
    if (request.verbose) show_evidence(pair.bitext.source, run.messages);
    pair.bitext.target = read(target, request.target_options, run.messages);
    if (request.verbose) show_evidence(pair.bitext.target, run.messages);
    refuse_same_language(pair.bitext.source, pair.bitext.target);
    align::AlignOptions options;
    options.lexicons = &run.lexicons.find(pair.bitext.source.language, pair.bitext.target.language);
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
