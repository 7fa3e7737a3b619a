// SPDX-License-Identifier: Apache-2.0
// Owns `tongwen align SOURCE... -- PAGE`, and where the results go.
#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>

#include "cli/align_stage.h"
#include "cli/commands.h"
#include "cli/line_breaking.h"
#include "cli/page_job.h"
#include "cli/page_report.h"
#include "cli/page_view.h"
#include "cli/summary.h"
#include "text/diagnostic.h"
#include "text/files.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

/// Of one original there is one result, which may have a file's name; else -o names a folder.
bool names_files(const AlignRequest& request) {
    const auto is_file = [](const std::string& path) { return path == "-" || output_for(path) != nullptr; };
    return request.originals.size() == 1 && !request.output_paths.empty() &&
           std::ranges::all_of(request.output_paths, is_file);
}

/// On standard output there is room for what concerns the whole page.
void check_format(const AlignRequest& request) {
    if (!request.explain.empty()) text::refuse("explain-needs-files");
    if (!request.embeddings.empty()) text::refuse("embeddings-need-files");
    const bool fits = request.format == nullptr || request.format == find_output("text") ||
                      request.format == find_output("json");
    if (request.output_paths.empty() && !fits) text::refuse("page-needs-output");
}

void write_report(const AlignedPage& page, const fs::path& path, const FileOf& file_of) {
    text::AtomicFile file(path);
    write_page_report(page, file_of, [&file](std::string_view bytes) { file.write(bytes); });
    file.commit();
}

void print(const AlignedPage& page, const Stage& stage) {
    if (stage.request.format == find_output("json")) {
        write_report(page, "/dev/stdout", [](const PageOriginal&) { return ""; });
    } else {
        stage.show_lines(page_view(page, layout_for(stage.request, stage.out)));
    }
}

void write_folder(const AlignedPage& page, const fs::path& folder, Stage& stage) {
    const auto target_of = [&](const PageOriginal& original) {
        return file_in(folder, original.name, stage.request);
    };
    for (const PageOriginal& original : page.originals)
        if (original.place) write_output(original.pair, target_of(original), stage.request, stage.messages);
    write_report(page, folder / "page.json",
                 [&](const PageOriginal& original) { return target_of(original).path.filename().string(); });
}

void show_summaries(const AlignedPage& page, const Stage& stage) {
    for (const PageOriginal& original : page.originals)
        if (original.place)
            stage.show_summary(legible(original.name) + ": " + word(*original.place) + ": " +
                               word(summarise(original.pair.bitext), stage.out.unicode));
}

/// To files where there are any; returns whether that was standard output.
bool write_all(const AlignedPage& page, const std::vector<OutputTarget>& files, const fs::path& folder,
               Stage& stage) {
    if (!folder.empty()) write_folder(page, folder, stage);
    for (const OutputTarget& file : files)
        for (const PageOriginal& original : page.originals)
            if (original.place) write_output(original.pair, file, stage.request, stage.messages);
    const auto is_standard = [](const OutputTarget& file) { return file.path == "-"; };
    return std::ranges::any_of(files, is_standard);
}

}  // namespace

int align_page(Stage& stage) {
    const AlignRequest& request = stage.request;
    check_format(request);
    const bool to_files = names_files(request);
    const std::vector<OutputTarget> files = to_files ? choose_targets(request) : std::vector<OutputTarget>();
    const fs::path folder = to_files ? fs::path() : output_folder(request);
    const AlignedPage page = align_within_page(stage.run());
    if (request.output_paths.empty()) {
        print(page, stage);
    } else if (!write_all(page, files, folder, stage) && stage.out.interactive) {
        show_summaries(page, stage);
    }
    const auto is_absent = [](const PageOriginal& original) { return !original.place; };
    const bool absent = std::ranges::any_of(page.originals, is_absent);
    return page.failed ? exit_failed : (absent ? exit_findings : exit_clean);
}

}  // namespace tongwen::cli
