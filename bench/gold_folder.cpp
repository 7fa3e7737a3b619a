// SPDX-License-Identifier: Apache-2.0
// Owns the format of gold folders.
#include "bench/gold_folder.h"

#include <algorithm>
#include <sstream>

#include "corpus/readers.h"
#include "text/files.h"

namespace tongwen::bench {
namespace {

std::vector<std::uint32_t> indices(const std::string& list) {
    std::string spaced = list;
    std::replace(spaced.begin(), spaced.end(), ',', ' ');
    std::istringstream in(spaced);
    std::vector<std::uint32_t> result;
    for (std::uint32_t index = 0; in >> index;) result.push_back(index);
    return result;
}

std::vector<align::GoldBead> read_beads(const std::filesystem::path& path) {
    std::vector<align::GoldBead> beads;
    std::istringstream in(text::read_file(path));
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.empty()) continue;
        const std::size_t close = line.find(']');
        const std::size_t open = line.find('[', close);
        const std::size_t last = line.find(']', open);
        if (line.front() != '[' || last == std::string::npos) {
            throw text::InputError({"bad-bead", text::Severity::error, {path.string(), number, 1, line}, {}});
        }
        beads.push_back(
            {indices(line.substr(1, close - 1)), indices(line.substr(open + 1, last - open - 1))});
    }
    return beads;
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
                             read_beads(entry.path())});
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
