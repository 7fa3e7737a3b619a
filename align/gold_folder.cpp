// SPDX-License-Identifier: Apache-2.0
// Owns the format of gold sets.
#include "align/gold_folder.h"

#include <algorithm>
#include <system_error>

#include "corpus/readers.h"
#include "text/diagnostic.h"

namespace tongwen::align {
namespace {

namespace fs = std::filesystem;

/// The names of the files of a folder, in order.
std::vector<std::string> names_in(const fs::path& folder) {
    std::error_code error;
    std::vector<std::string> names;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code ignored;  // what cannot be looked at is refused when it is read
        const std::string name = entry->path().filename().string();
        if (!name.starts_with('.') && !entry->is_directory(ignored)) names.push_back(name);
    }
    if (error) text::refuse_file("cannot-read", folder, {error.message()});
    std::ranges::sort(names);
    return names;
}

corpus::Document read_segments(const fs::path& path) {
    corpus::ReadOptions options;
    options.format = "segmented";
    options.encoding = "UTF-8";
    return corpus::read_document(path, options, [](const text::Diagnostic&) {});
}

/// Who learns from beads, or shows them, looks segments up by their indices.
void check_indices(const std::vector<std::uint32_t>& side, const corpus::Document& document,
                   const fs::path& gold) {
    for (const std::uint32_t index : side) {
        if (index >= document.segments.size())
            text::refuse_file("segment-not-there", gold, {std::to_string(index)});
    }
}

GoldDocument read_gold_document(const fs::path& folder, const std::string& name) {
    const fs::path gold = folder / "gold" / name;
    GoldDocument document{name, read_segments(folder / "src" / name), read_segments(folder / "tgt" / name),
                          read_beads(gold)};
    for (const ListedBead& bead : document.beads) {
        check_indices(bead.source, document.source, gold);
        check_indices(bead.target, document.target, gold);
    }
    return document;
}

}  // namespace

std::vector<GoldDocument> read_gold_folder(const fs::path& folder) {
    std::vector<GoldDocument> documents;
    for (const std::string& name : names_in(folder / "gold"))
        documents.push_back(read_gold_document(folder, name));
    if (documents.empty()) text::refuse_file("no-gold", folder / "gold");
    return documents;
}

}  // namespace tongwen::align
