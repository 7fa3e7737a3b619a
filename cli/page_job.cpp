// SPDX-License-Identifier: Apache-2.0
// Owns the steps of taking a page apart.
#include "cli/page_job.h"

#include <algorithm>
#include <set>
#include <utility>

#include "align/page.h"
#include "cli/document_reading.h"
#include "cli/folder_pairs.h"
#include "cli/wording.h"
#include "corpus/line_index.h"

namespace tongwen::cli {
namespace {

/// The page, and its lines.
struct PageInput {
    corpus::Document document;
    corpus::LineIndex lines;
};

PageInput read_page(const AlignRun& run) {
    const AlignRequest& request = run.request;
    const std::string bytes = read_bytes(request.target);
    corpus::Document document =
        tell(read(request.target, request.target_options, bytes), request.verbose, run.messages);
    return {std::move(document), corpus::LineIndex(bytes, request.target_options.encoding)};
}

PageStretch stretch_of(align::Run<align::Target> segments, const PageInput& page) {
    const auto& all = page.document.segments;
    const text::ByteSpan text = {all[segments.begin.value].span.begin, all[segments.end.value - 1].span.end};
    const text::ByteSpan bytes = page.document.to_original.to_original(text);
    return {segments, bytes, page.lines.line_of(bytes.begin), page.lines.line_of(bytes.end - 1)};
}

/// The originals that can be used; the others are said.
std::vector<corpus::Document> read_originals(const AlignRun& run, AlignedPage& result) {
    const AlignRequest& request = run.request;
    const std::vector<std::string> names = output_names(request.originals);
    std::vector<corpus::Document> documents;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string& path = request.originals[i];
        try {
            corpus::Document document =
                tell(read(path, request.source_options), request.verbose, run.messages);
            refuse_same_language(document, result.page);
            warn_of_swapped_languages(document, result.page, run.messages);
            documents.push_back(std::move(document));
            result.originals.push_back({path, names[i], {}});
        } catch (const text::InputError& error) {
            result.failed = true;
            run.messages.show(error.diagnostic());
        }
    }
    return documents;
}

/// All lexicons that some original needs; the aligner takes those of its documents' languages.
align::LexiconSet lexicons_for(const std::vector<corpus::Document>& originals, const AlignRun& run,
                               AlignedPage& result) {
    align::LexiconSet all;
    for (std::size_t i = 0; i < originals.size(); ++i) {
        const align::LexiconSet& set = run.lexicons.find(originals[i].language, result.page.language);
        result.originals[i].pair.lexicons = &set;
        for (const auto& lexicon : set.lexicons())
            if (std::ranges::find(all.lexicons(), lexicon) == all.lexicons().end()) all.add(lexicon);
    }
    return all;
}

void take(PageOriginal& original, align::Bitext bitext, const PageInput& page, const AlignRun& run) {
    const bool found = !bitext.page->span.empty();
    original.pair.bitext = std::move(bitext);
    if (!found) {
        run.messages.show({"not-in-page",
                           text::Severity::error,
                           {original.path},
                           {word_path(page.document.provenance.path)}});
        return;
    }
    judge(original.pair);
    original.place = stretch_of(original.pair.bitext.page->span, page);
}

}  // namespace

std::vector<std::string> output_names(const std::vector<std::string>& paths) {
    std::set<std::string> taken = {"page"};  // the report's
    std::vector<std::string> names;
    for (const std::string& path : paths) {
        const std::string base = path == "-" ? "stdin" : base_name(path);
        std::string name = base;
        for (std::size_t number = 2; !taken.insert(name).second; ++number)
            name = base + "-" + std::to_string(number);
        names.push_back(name);
    }
    return names;
}

AlignedPage align_within_page(const AlignRun& run) {
    const PageInput page = read_page(run);
    AlignedPage result;
    result.page = page.document;
    std::vector<corpus::Document> originals = read_originals(run, result);
    const align::LexiconSet lexicons = lexicons_for(originals, run, result);
    align::AlignOptions options = run.align_options(lexicons);
    options.progress = [&run](double share) { run.messages.show_progress(run.request.target, share); };
    align::Page parts = align::take_page_apart(std::move(originals), page.document, options);
    run.messages.erase_progress();
    for (std::size_t i = 0; i < parts.originals.size(); ++i)
        take(result.originals[i], std::move(parts.originals[i]), page, run);
    for (const align::Run<align::Target> segments : parts.editorial)
        result.editorial.push_back(stretch_of(segments, page));
    return result;
}

}  // namespace tongwen::cli
