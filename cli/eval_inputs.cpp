// SPDX-License-Identifier: Apache-2.0
// Owns the pairing of gold files with those of systems, by their names.
#include "cli/eval_inputs.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>

#include "cli/folder_pairs.h"
#include "cli/reviewed_file.h"
#include "corpus/readers.h"
#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

// What cannot be looked at is refused when it is read.
bool is_folder(const fs::path& path) {
    std::error_code ignored;
    return path != "-" && fs::is_directory(path, ignored);
}
bool is_there(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(path, ignored);
}

/// The file of a system's folder that belongs to a gold file.
fs::path partner(const fs::path& gold, const fs::path& folder) {
    const std::string name = gold.filename().string();
    const std::string stem = gold.stem().string();
    for (const std::string& candidate : {name, name + ".beads", name + ".align", name + ".tongwen",
                                         stem + ".beads", stem + ".align", stem + ".tongwen"}) {
        const fs::path file = folder / candidate;
        if (is_there(file) && !is_folder(file)) return file;
    }
    text::refuse_file("missing-partner", gold, {folder.string()});
}

/// The file that judges, or is judged, beside one gold file.
fs::path file_for(const fs::path& gold, const std::string& system) {
    return is_folder(system) ? partner(gold, system) : fs::path(system);
}

EvalFiles files_of(const fs::path& gold, const EvalPaths& paths) {
    EvalFiles files;
    files.name = gold.filename().string();
    files.gold = gold;
    files.found = file_for(gold, paths.found);
    if (!paths.other.empty()) files.other = file_for(gold, paths.other);
    return files;
}

void add_texts(EvalFiles& files, const fs::path& set) {
    const fs::path source = set / "src" / files.name;
    const fs::path target = set / "tgt" / files.name;
    if (!is_there(source) || !is_there(target)) return;
    files.source = source;
    files.target = target;
}

void require_folder(const std::string& system, const std::string& gold) {
    if (system.empty() || is_folder(system)) return;
    if (system != "-" && !is_there(system)) text::refuse_file("file-not-found", system);
    text::refuse_file("is-a-directory", gold);
}

std::vector<EvalFiles> find_in_folder(const EvalPaths& paths) {
    for (const std::string& system : {paths.found, paths.other}) require_folder(system, paths.gold);
    const fs::path inner = fs::path(paths.gold) / "gold";
    const bool is_set = is_folder(inner);
    std::vector<EvalFiles> documents;
    for (const fs::path& gold : list_folder(is_set ? inner : fs::path(paths.gold))) {
        documents.push_back(files_of(gold, paths));
        if (is_set) add_texts(documents.back(), paths.gold);
    }
    if (documents.empty()) text::refuse_file("no-pairs", paths.gold, {paths.found});
    return documents;
}

std::vector<double> lengths_of(const fs::path& path) {
    corpus::ReadOptions options;
    options.format = "segmented";
    std::vector<double> lengths;
    try {
        const corpus::Document document =
            corpus::read_document(path, options, [](const text::Diagnostic&) {});
        for (std::size_t i = 0; i < document.segments.size(); ++i)
            lengths.push_back(align::length_of(document.segment_text(i)));
    } catch (const text::InputError& error) {
        if (error.diagnostic().id != "empty-file") throw;  // all segments are on the other side
    }
    return lengths;
}

}  // namespace

void require_single_input(const std::vector<EvalPaths>& pairs) {
    std::ptrdiff_t inputs = 0;
    for (const auto& [gold, found, other] : pairs)
        inputs += std::ranges::count(std::array<std::string_view, 3>{gold, found, other}, "-");
    if (inputs > 1) text::refuse_file("standard-input-twice", {});
}

std::vector<EvalFiles> find_eval_files(const EvalPaths& paths) {
    if (is_folder(paths.gold)) return find_in_folder(paths);
    if (paths.gold != "-" && !is_there(paths.gold)) text::refuse_file("file-not-found", paths.gold);
    return {files_of(paths.gold, paths)};
}

std::vector<align::ListedBead> read_eval_beads(const fs::path& file) {
    return names_alignment_file(file) ? list_beads(file) : align::read_beads(file);
}

align::SegmentLengths read_lengths(const EvalFiles& files) {
    if (files.source.empty()) return {};
    return {lengths_of(files.source), lengths_of(files.target)};
}

}  // namespace tongwen::cli
