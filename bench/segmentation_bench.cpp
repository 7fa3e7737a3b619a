// SPDX-License-Identifier: Apache-2.0
// Owns measuring segmentation: golden rules right of all, and megabytes a second over a text.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "corpus/paragraph_kind.h"
#include "corpus/segmenter.h"
#include "text/files.h"
#include "text/language.h"

namespace {

using namespace tongwen;

std::vector<std::string> cut(const corpus::Segmenter& segmenter, std::string_view paragraph) {
    std::vector<std::string> segments;
    for (const corpus::RawSegment& segment : segmenter.segment(paragraph, corpus::Kind::body)) {
        segments.emplace_back(segment.span.of(paragraph));
    }
    return segments;
}

std::string show(const std::vector<std::string>& segments) {
    std::string shown;
    for (const std::string& segment : segments) shown += '[' + segment + ']';
    return shown;
}

/// Cases as {"text": …, "sentences": […]}; the language is the file's name.
void run_cases(const std::filesystem::path& path, bool failures) {
    const std::string name = path.stem().string();
    const std::string tag = name == "chinese"    ? "zh"
                            : name == "japanese" ? "ja"
                            : name == "deutsch"  ? "de"
                            : name == "russian"  ? "ru"
                                                 : "en";
    const corpus::Segmenter segmenter(*text::Language::parse(tag), {});
    const auto cases = nlohmann::json::parse(text::read_file(path));
    std::size_t right = 0;
    for (const auto& golden : cases) {
        const auto wanted = golden.at("sentences").get<std::vector<std::string>>();
        const std::vector<std::string> got = cut(segmenter, golden.at("text").get<std::string>());
        right += got == wanted ? 1 : 0;
        if (failures && got != wanted)
            std::cout << "  wanted " << show(wanted) << "\n  got    " << show(got) << '\n';
    }
    std::cout << path.filename().string() << ": " << right << " of " << cases.size() << '\n';
}

/// Every line is a paragraph.
void run_speed(const std::filesystem::path& path, const std::string& tag) {
    const corpus::Segmenter segmenter(*text::Language::parse(tag), {});
    const std::string text = text::read_file(path);
    const auto start = std::chrono::steady_clock::now();
    std::size_t segments = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        segments +=
            segmenter.segment(std::string_view(text).substr(begin, end - begin), corpus::Kind::body).size();
        begin = end + 1;
    }
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
    const double megabytes = static_cast<double>(text.size()) / 1e6;
    std::cout << path.filename().string() << " (" << tag << "): " << segments << " segments, "
              << megabytes / spent.count() << " MB/s\n";
}

}  // namespace

/// segmentation_bench [--failures] CASES.json… [--speed LANGUAGE TEXT]…
int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    bool failures = false;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--failures") {
            failures = true;
        } else if (arguments[i] == "--speed" && i + 2 < arguments.size()) {
            run_speed(arguments[i + 2], arguments[i + 1]);
            i += 2;
        } else {
            run_cases(arguments[i], failures);
        }
    }
    return 0;
}
