// SPDX-License-Identifier: Apache-2.0
// Owns `tongwen tm leverage`: what of documents is in translation memories already.
#include <filesystem>
#include <system_error>
#include <utility>

#include <unistd.h>

#include "cli/commands.h"
#include "cli/document_reading.h"
#include "cli/folder_pairs.h"
#include "cli/lexicon_files.h"
#include "cli/messages.h"
#include "cli/terminal.h"
#include "cli/tm_actions.h"
#include "cli/tm_leverage_report.h"
#include "cli/words.h"
#include "text/diagnostic.h"
#include "tmx/units.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

/// The options as people wrote them.
struct Written {
    CommonOptions common;
    std::string document, language, encoding, srx, format = "text";
    std::vector<std::string> memories;
    bool segmented = false, segments = false, quiet = false;
};

void declare(CommandLine& line, Written& written) {
    line.group(tr("Arguments:"));
    line.argument("DOCUMENT", written.document, tr("A document, or a folder of documents."));
    line.arguments(
        "MEMORY", written.memories,
        tr("Translation memories in any format that is read; of matches that are as good the first "
           "one counts."));
    line.group(tr("Options:"));
    line.option("--lang", written.language, tr("LANG"),
                tr("The documents' language; without it, it is found from the text."));
    line.option("--encoding", written.encoding, tr("NAME"),
                tr("The documents' encoding; without it, it is found from the bytes."));
    line.flag("--segmented", written.segmented, tr("The documents have one segment a line."));
    line.option("--srx", written.srx, tr("FILE"), tr("Segment by the SRX 2.0 rules of FILE."));
    line.flag("--segments", written.segments, tr("List each segment with its best match."));
    line.option("--format", written.format, tr("FORMAT"), tr("How to show it: text, json or csv."));
    line.flag("-q,--quiet", written.quiet, tr("Show errors only."));
    declare_common(line, written.common);
    line.example("tongwen tm leverage report.md client.tmx",
                 tr("Count what a translation of a document is worth."));
    line.example("tongwen tm leverage chapters/ client.tmx --format csv",
                 tr("Count the documents of a folder, for a spreadsheet."));
}

corpus::ReadOptions check(const Written& written) {
    if (written.document.empty()) text::refuse("missing-argument", {"DOCUMENT"});
    if (written.memories.empty()) text::refuse("missing-argument", {"MEMORY"});
    require_choice("--format", written.format, {"text", "json", "csv"});
    corpus::ReadOptions options;
    options.encoding = written.encoding;
    options.segmentation.srx_file = written.srx;
    if (written.segmented) options.format = "segmented";
    if (!written.language.empty()) {
        options.language = text::Language::parse(written.language);
        if (!options.language) text::refuse("bad-option-value", {"--lang", written.language, "language-tag"});
    }
    return options;
}

std::vector<std::string> documents_of(const std::string& path) {
    std::error_code error;
    if (!fs::is_directory(path, error)) return {path};
    std::vector<std::string> documents;
    for (const fs::path& file : list_folder(path)) documents.push_back(file.string());
    if (documents.empty()) text::refuse_file("no-documents", path);
    return documents;
}

/// A memory whose sources are in another language than the document has nothing for it.
void warn_of_languages(const corpus::Document& document, const Written& written,
                       const std::vector<memory::MemoryIndex>& indexes, Messages& messages) {
    for (std::size_t i = 0; i < indexes.size(); ++i) {
        const text::Language& language = indexes[i].source_language();
        if (!language.known() || !document.language.known()) continue;
        if (language.primary() == document.language.primary()) continue;
        messages.show({"memory-of-other-language",
                       text::Severity::warning,
                       {document.provenance.path},
                       {document.language.tag(), written.memories[i], language.tag()}});
    }
}

DocumentLeverage count(const corpus::Document& document, memory::Leverage& leverage, bool list) {
    DocumentLeverage found = {document.provenance.path, document.language.tag(), {}};
    found.counts = leverage.add(document, [&](const memory::SegmentLeverage& segment) {
        if (!list) return;
        found.segments.push_back(
            {tmx::one_line(document.segment_text(segment.segment), document.language), segment});
    });
    return found;
}

std::string written_as(const LeverageReport& report, const std::string& format) {
    if (format == "json") return write_json(report);
    if (format == "csv") return write_csv(report);
    return spell(report);
}

}  // namespace

int run_tm_leverage(const std::vector<std::string>& arguments) {
    Written written;
    CommandLine line(
        tr("tongwen tm leverage [OPTIONS] DOCUMENT MEMORY..."),
        tr("Counts how much of a document is in translation memories already: segments, words and "
           "characters by how well they match, and what the document repeats."));
    declare(line, written);
    line.parse(arguments);
    if (written.common.help) return show_help(line);
    const corpus::ReadOptions options = check(written);
    const Environment environment = process_environment();
    Messages messages(look_at_terminal(STDERR_FILENO, environment, ColourChoice::automatic), written.quiet);
    std::vector<memory::MemoryIndex> indexes;
    std::vector<memory::MemoryIndex*> pointers;
    indexes.reserve(written.memories.size());
    for (const std::string& path : written.memories) {
        const memory::IndexOptions index_options = {.cache_folder = cache_folder(environment),
                                                    .sink = messages.sink()};
        pointers.push_back(&indexes.emplace_back(path, index_options));
    }
    memory::Leverage leverage(pointers);
    LeverageReport report = {written.memories, {}, written.segments};
    const std::vector<std::string> paths = documents_of(written.document);
    for (std::size_t i = 0; i < paths.size(); ++i) {
        messages.show_progress(paths[i], static_cast<double>(i) / static_cast<double>(paths.size()));
        const corpus::Document document = tell(read(paths[i], options), false, messages);
        warn_of_languages(document, written, indexes, messages);
        report.documents.push_back(count(document, leverage, written.segments));
    }
    messages.erase_progress();
    write_fully(STDOUT_FILENO, written_as(report, written.format));
    return exit_clean;
}

}  // namespace tongwen::cli
