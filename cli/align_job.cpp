// SPDX-License-Identifier: Apache-2.0
// Owns the steps of aligning one pair.
#include "cli/align_job.h"

#include <utility>

#include <tbb/parallel_invoke.h>

#include "align/aligner.h"
#include "align/moved.h"
#include "cli/align_settings.h"
#include "cli/document_reading.h"
#include "cli/exchange_options.h"
#include "cli/reviewed_file.h"
#include "cli/source_translation.h"
#include "cli/wording.h"
#include "text/files.h"

namespace tongwen::cli {
namespace {

Layout layout_for_file(const AlignRequest& request) {
    constexpr std::size_t file_width = 100;  // no terminal says otherwise, and paper in landscape holds it
    return {.width = request.width == 0 ? file_width : request.width, .ambiguous = request.ambiguous_width};
}

/// In --quiet, only where parallel texts are required.
void say_verdict(const AlignedPair& pair, const AlignRun& run) {
    if (pair.verdict.verdict == align::Parallelness::parallel) return;
    const bool required = run.request.require_parallel;
    const auto percent = static_cast<int>(pair.verdict.linked_share * 100);
    const bool doubtful = pair.verdict.verdict == align::Parallelness::doubtful;
    run.messages.show({doubtful ? "doubtful-translation" : "not-a-translation",
                       required ? text::Severity::error : text::Severity::warning,
                       {pair.bitext.target.provenance.path},
                       {word_path(pair.bitext.source.provenance.path), std::to_string(percent)}});
}

}  // namespace

align::AlignOptions AlignRun::align_options(const align::LexiconSet& set) const {
    align::AlignOptions options;
    options.lexicons = &set;
    options.weights = weights;
    options.self_training = request.self_training;
    options.style = request.style;
    return options;
}

AlignedPair read_pair(const AlignRun& run, const std::string& source, const std::string& target) {
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
    warn_of_swapped_languages(pair.bitext.source, pair.bitext.target, run.messages);
    pair.lexicons = &run.lexicons.find(pair.bitext.source.language, pair.bitext.target.language);
    if (!request.source_translation.empty())
        pair.source_translation = read_source_translation(request.source_translation, pair.bitext.source,
                                                          pair.bitext.target.language, run.messages.sink());
    if (!request.embeddings.empty()) pair.embeddings = read_embeddings(request.embeddings, pair.bitext);
    return pair;
}

void align_documents(AlignedPair& pair, const AlignRun& run, Turn turn, align::SelfTraining self_training) {
    align::AlignOptions options = run.align_options(*pair.lexicons);
    options.self_training = self_training;
    if (pair.source_translation) options.translations.of_source = &*pair.source_translation;
    if (pair.embeddings) options.embeddings = pair.embeddings->sides();
    options.progress = [&](double share) {
        run.messages.show_progress(
            pair.bitext.source.provenance.path,
            (static_cast<double>(turn.index) + share) / static_cast<double>(turn.count));
    };
    pair.bitext.alignment = align::align(pair.bitext.source, pair.bitext.target, options);
}

void finish_pair(AlignedPair& pair, const AlignRun& run) {
    align::find_moved_blocks(pair.bitext, run.align_options(*pair.lexicons));
    judge(pair);
    say_verdict(pair, run);
}

AlignedPair align_pair(const AlignRun& run, const std::string& source, const std::string& target, Turn turn) {
    AlignedPair pair = read_pair(run, source, target);
    align_documents(pair, run, turn, run.request.self_training);
    finish_pair(pair, run);
    return pair;
}

void judge(AlignedPair& pair) {
    pair.findings = check::run_checks(pair.bitext);
    pair.verdict = align::judge_parallelness(pair.bitext);
}

OutputContext context_for(const AlignedPair& pair, const OutputTarget& target, const AlignRequest& request,
                          Messages& messages) {
    return {.findings = pair.findings,
            .lexicons = pair.lexicons,
            .min_confidence = request.min_confidence,
            .created = request.created,
            .layout = layout_for_file(request),
            .review = pair.review,
            .wanted = request.wanted,
            .settings = settings_of(request),
            .preset = request.preset,
            .utf16 = request.utf16,
            .file = target.path == "-" ? "/dev/stdout" : target.path.string(),
            .sink = messages.sink()};
}

void write_output(const AlignedPair& pair, const OutputTarget& target, const AlignRequest& request,
                  Messages& messages) {
    const bool standard = target.path == "-";
    if (target.format == find_output("tongwen") && !standard && !request.force)
        refuse_losing_decisions(target.path);
    text::AtomicFile file(standard ? "/dev/stdout" : target.path);
    const OutputContext context = context_for(pair, target, request, messages);
    // The document is in memory; so may be its memory.
    const bool checked = target.format == find_output("tmx") && !standard;
    std::string copy;
    target.format->write(pair.bitext, context, [&](std::string_view bytes) {
        file.write(bytes);
        if (checked) copy += bytes;
    });
    if (checked) require_valid_tmx(std::move(copy), context.file);
    file.commit();
}

Layout layout_for(const AlignRequest& request, const Terminal& terminal) {
    return {.width = request.width == 0 ? terminal.width : request.width,
            .ambiguous = request.ambiguous_width,
            .colour = terminal.colour,
            .unicode = terminal.unicode};
}

}  // namespace tongwen::cli
