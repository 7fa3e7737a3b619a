// SPDX-License-Identifier: Apache-2.0
// Owns the format of gold folders.
#include "bench/gold_folder.h"

#include <algorithm>

#include "align/bead_file.h"
#include "corpus/readers.h"
#include "text/diagnostic.h"

namespace tongwen::bench {
namespace {

/// Learning looks segments up by the gold's indices.
void check_indices(const GoldDocument& document, const std::filesystem::path& gold) {
    const auto inside = [](const std::vector<std::uint32_t>& side, const corpus::Document& text) {
        return std::ranges::all_of(side, [&](std::uint32_t index) { return index < text.segments.size(); });
    };
    for (const align::GoldBead& bead : document.beads) {
        if (inside(bead.source, document.source) && inside(bead.target, document.target)) continue;
        throw text::InputError({"segment-not-there", text::Severity::error, {gold.string()}, {}});
    }
}

}  // namespace

std::vector<GoldDocument> read_gold_folder(const std::filesystem::path& folder) {
    corpus::ReadOptions options;
    options.format = "segmented";
    options.encoding = "UTF-8";
    std::vector<GoldDocument> documents;
    const auto ignore = [](const text::Diagnostic&) {};
    for (const auto& entry : std::filesystem::directory_iterator(folder / "gold")) {
        const std::string name = entry.path().filename().string();
        documents.push_back({name, corpus::read_document(folder / "src" / name, options, ignore),
                             corpus::read_document(folder / "tgt" / name, options, ignore),
                             align::read_beads(entry.path())});
        check_indices(documents.back(), entry.path());
    }
    std::sort(documents.begin(), documents.end(),
              [](const auto& a, const auto& b) { return a.name < b.name; });
    return documents;
}

std::string spell_bead(const align::Bead& bead) {
    const auto list = [](std::size_t begin, std::size_t end) {
        std::string text = "[";
        for (std::size_t k = begin; k < end; ++k) text += (k > begin ? ", " : "") + std::to_string(k);
        return text + "]";
    };
    return list(bead.source.begin.value, bead.source.end.value) + ":" +
           list(bead.target.begin.value, bead.target.end.value);
}

}  // namespace tongwen::bench
