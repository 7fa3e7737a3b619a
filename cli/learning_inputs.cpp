// SPDX-License-Identifier: Apache-2.0
// Owns the way from names of files to pairs of documents with their beads.
#include "cli/learning_inputs.h"

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>

#include "align/bead_file.h"
#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

// What cannot be looked at is refused when it is read.
bool is_folder(const fs::path& path) {
    std::error_code ignored;
    return fs::is_directory(path, ignored);
}

/// A run of segments as a file lists them.
struct ListedRun {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Nothing where segments are missing in between.
std::optional<ListedRun> run_of(std::vector<std::uint32_t> segments) {
    if (segments.empty()) return ListedRun{};
    std::ranges::sort(segments);
    segments.erase(std::unique(segments.begin(), segments.end()), segments.end());
    const std::size_t begin = segments.front();
    const std::size_t end = std::size_t{segments.back()} + 1;
    if (end - begin != segments.size()) return std::nullopt;
    return ListedRun{begin, end};
}

void require_segments(const std::vector<std::uint32_t>& listed, const corpus::Document& document,
                      const fs::path& file) {
    for (const std::uint32_t segment : listed)
        if (segment >= document.segments.size())
            text::refuse_file("segment-not-there", file, {std::to_string(segment)});
}

}  // namespace

FolderPairs find_learning_pairs(const LearningPaths& paths) {
    const bool folders = is_folder(paths.source);
    if (folders != is_folder(paths.target))
        text::refuse_file("is-a-directory", folders ? paths.source : paths.target);
    if (!paths.beads.empty() && !folders && is_folder(paths.beads))
        text::refuse_file("is-a-directory", paths.beads);
    if (!folders) {
        const fs::path source = paths.source;
        return {{{source, paths.target, source.stem().string()}}, {}, {}};
    }
    FolderPairs found = pair_files(list_folder(paths.source), list_folder(paths.target));
    if (found.pairs.empty()) text::refuse_file("no-pairs", paths.source, {paths.target});
    return found;
}

fs::path beads_file_of(const FilePair& pair, const LearningPaths& paths) {
    if (!is_folder(paths.source)) return paths.beads;
    const std::string name = pair.source.filename().string();
    for (const std::string& candidate :
         {pair.name + ".beads", pair.name + ".align", pair.name, name + ".beads", name + ".align", name}) {
        const fs::path file = fs::path(paths.beads) / candidate;
        std::error_code ignored;
        if (fs::is_regular_file(file, ignored)) return file;
    }
    text::refuse_file("missing-partner", pair.source, {paths.beads});
}

std::vector<align::Bead> read_bead_runs(const fs::path& file, const align::Bitext& bitext) {
    std::vector<align::Bead> beads;
    for (const align::ListedBead& listed : align::read_beads(file)) {
        require_segments(listed.source, bitext.source, file);
        require_segments(listed.target, bitext.target, file);
        const auto source = run_of(listed.source);
        const auto target = run_of(listed.target);
        if (!source || !target) continue;
        beads.push_back({align::make_run<align::Source>(source->begin, source->end),
                         align::make_run<align::Target>(target->begin, target->end),
                         listed.confidence.value_or(1.0)});
    }
    return beads;
}

}  // namespace tongwen::cli
