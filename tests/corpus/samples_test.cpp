// SPDX-License-Identifier: Apache-2.0
// Owns testing that every sample document is read and cut into exactly the segments of its gold standard.
#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "corpus/readers.h"
#include "tests/support/catch.h"
#include "text/files.h"

namespace {

using namespace tongwen;
namespace fs = std::filesystem;

struct Sample {
    fs::path document;
    fs::path gold;
    std::string language;
};

/// samples/SOURCE-TARGET/LANGUAGE/NAME.txt and its gold segments in
/// samples/SOURCE-TARGET/gold/{src,tgt}/NAME.
std::vector<Sample> find_samples() {
    std::vector<Sample> samples;
    for (const auto& pair : fs::directory_iterator(TONGWEN_SOURCE_DIR "/corpus/samples")) {
        const std::string languages = pair.path().filename().string();
        const std::size_t dash = languages.find('-');
        for (const char* side : {"src", "tgt"}) {
            const std::string language = languages.substr(0, dash);
            const std::string other = languages.substr(dash + 1);
            const std::string& own = std::string_view(side) == "src" ? language : other;
            if (!fs::is_directory(pair.path() / own)) continue;
            for (const auto& document : fs::directory_iterator(pair.path() / own)) {
                samples.push_back(
                    {document.path(), pair.path() / "gold" / side / document.path().stem(), own});
            }
        }
    }
    return samples;
}

std::vector<std::string> lines_of(const fs::path& path) {
    std::vector<std::string> lines;
    std::istringstream text(text::read_file(path));
    for (std::string line; std::getline(text, line);) lines.push_back(line);
    return lines;
}

TEST_CASE("sample documents have the segments of their gold standard") {
    const std::vector<Sample> samples = find_samples();
    REQUIRE(samples.size() >= 20);
    for (const Sample& sample : samples) {
        INFO(sample.document.string());
        corpus::ReadOptions options;
        options.language = text::Language::parse(sample.language);
        const corpus::Document document = corpus::read_document(sample.document, options, [](const auto&) {});
        std::vector<std::string> segments;
        for (std::size_t i = 0; i < document.segments.size(); ++i) {
            segments.emplace_back(document.segment_text(i));
            // A segment over two lines of the document is one line of gold.
            std::replace(segments.back().begin(), segments.back().end(), '\n', ' ');
        }
        CHECK(segments == lines_of(sample.gold));
    }
}

}  // namespace
