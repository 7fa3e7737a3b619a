// SPDX-License-Identifier: Apache-2.0
// Aligns folders of real documents from their raw files and says how much of the source text was linked.
//
// usage: linked_share [--lexicon FILE] SOURCE_DIR TARGET_DIR...
//
// Files are paired by name. A row a target folder: documents, segments of both sides, the share of source
// letters in linked beads, and, over pairs with equally many paragraphs (one is the translation of the
// other), the share of source letters that are linked to nothing but the paragraph of the same number;
// seconds for reading, segmenting and aligning.
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "align/aligner.h"
#include "corpus/readers.h"

namespace {

using namespace tongwen;
namespace fs = std::filesystem;

struct Sums {
    std::size_t documents = 0;
    std::size_t sources = 0;
    std::size_t targets = 0;
    double letters = 0;
    double linked = 0;
    double comparable = 0;
    double right = 0;
};

/// Whether a bead stays within paragraphs of the same number.
bool is_right(const align::Bitext& bitext, const align::Bead& bead) {
    const auto& first_source = bitext.source.segments[bead.source.begin.value];
    const auto& last_source = bitext.source.segments[bead.source.end.value - 1];
    const auto& first_target = bitext.target.segments[bead.target.begin.value];
    const auto& last_target = bitext.target.segments[bead.target.end.value - 1];
    return first_source.paragraph == first_target.paragraph && last_source.paragraph == last_target.paragraph;
}

void add(const align::Bitext& bitext, Sums& sums) {
    const bool comparable = bitext.source.paragraphs.size() == bitext.target.paragraphs.size();
    ++sums.documents;
    sums.sources += bitext.source.segments.size();
    sums.targets += bitext.target.segments.size();
    for (const align::Bead& bead : bitext.alignment.beads()) {
        const auto letters = static_cast<double>(bitext.source_text(bead, "").size());
        sums.letters += letters;
        if (comparable) sums.comparable += letters;
        if (!bead.linked()) continue;
        sums.linked += letters;
        if (comparable && is_right(bitext, bead)) sums.right += letters;
    }
}

Sums align_folders(const fs::path& source, const fs::path& target, const align::AlignOptions& options) {
    Sums sums;
    const auto ignore = [](const text::Diagnostic&) {};
    for (const auto& entry : fs::directory_iterator(source)) {
        const fs::path other = target / entry.path().filename();
        if (!fs::exists(other)) continue;
        align::Bitext bitext{
            corpus::read_document(entry.path(), {}, ignore), corpus::read_document(other, {}, ignore), {}};
        bitext.alignment = align::align(bitext.source, bitext.target, options);
        add(bitext, sums);
    }
    return sums;
}

int run(std::vector<std::string> arguments) {
    align::LexiconSet lexicons;
    align::AlignOptions options;
    if (arguments.size() > 2 && arguments[0] == "--lexicon") {
        lexicons.add(std::make_shared<align::Lexicon>(arguments[1]));
        options.lexicons = &lexicons;
        arguments.erase(arguments.begin(), arguments.begin() + 2);
    }
    if (arguments.size() < 2) {
        std::fputs("usage: linked_share [--lexicon FILE] SOURCE_DIR TARGET_DIR...\n", stderr);
        return 2;
    }
    std::puts(
        "target\tdocuments\tsource segments\ttarget segments\tlinked\tlinked to the right "
        "paragraph\tseconds");
    for (std::size_t k = 1; k < arguments.size(); ++k) {
        const auto start = std::chrono::steady_clock::now();
        const Sums sums = align_folders(arguments[0], arguments[k], options);
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
        const double right = sums.comparable > 0 ? sums.right / sums.comparable : 0;
        std::printf("%s\t%zu\t%zu\t%zu\t%.4f\t%.4f\t%.2f\n", arguments[k].c_str(), sums.documents,
                    sums.sources, sums.targets, sums.linked / sums.letters, right, seconds.count());
    }
    return 0;
}

}  // namespace

int main(int argc, char* argv[]) {
    try {
        return run({argv + 1, argv + argc});
    } catch (const text::InputError& error) {
        std::fprintf(stderr, "%s: %s\n", error.diagnostic().where.file.c_str(), error.what());
        return 2;
    }
}
