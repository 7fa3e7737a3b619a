// SPDX-License-Identifier: Apache-2.0
// Opens a large alignment file and says how long that takes and how much memory.
//
// usage: review_open FOLDER [BEADS] [DECISIONS]
//
// Writes FOLDER/large.tongwen first, with generated sentences (50,000 beads without the second argument) and
// a ledger with so many decisions (none without the third), every tenth of which merges two beads. A row
// each: bytes of the file, seconds of a processor for the best and the median of five openings (which use
// one), most memory that the program ever had.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <string>
#include <vector>

#include <sys/resource.h>

#include "review/alignment_file.h"

namespace {

using namespace tongwen;
namespace fs = std::filesystem;

/// Paragraphs of five sentences, of the length that news have.
corpus::Document make_document(std::size_t segments, std::string_view language, const std::string& word,
                               std::string_view gap, std::mt19937& random) {
    corpus::Document document;
    document.language = *text::Language::parse(language);
    document.provenance.path = std::string(language) + ".txt";
    document.provenance.format = "text";
    for (std::size_t i = 0; i < segments; ++i) {
        if (i % 5 == 0) {
            const auto first = static_cast<std::uint32_t>(i);
            document.paragraphs.push_back({{document.text.size(), 0}, corpus::Kind::body, 0, first, first});
        }
        const std::size_t begin = document.text.size();
        for (std::size_t words = 5 + random() % 20; words > 0; --words)
            document.text += word + std::to_string(random() % 1000) + std::string(gap);
        const auto paragraph = static_cast<std::uint32_t>(document.paragraphs.size() - 1);
        document.segments.push_back({{begin, document.text.size()}, paragraph, corpus::Kind::body});
        document.paragraphs.back().span.end = document.text.size();
        document.paragraphs.back().last_segment = static_cast<std::uint32_t>(i + 1);
        document.text += i % 5 == 4 ? "\n\n" : gap;
    }
    return document;
}

align::Alignment make_alignment(std::size_t size, std::mt19937& random) {
    std::vector<align::Bead> beads;
    const auto share = [&random] { return static_cast<double>(random() % 100'000) / 1000; };
    for (std::size_t i = 0; i < size; ++i) {
        align::Bead bead{align::make_run<align::Source>(i, i + 1), align::make_run<align::Target>(i, i + 1),
                         share() / 100, share()};
        for (float& reason : bead.reasons) reason = static_cast<float>(share() - 50);
        beads.push_back(bead);
    }
    return {std::move(beads), size, size};
}

void decide(review::Review& review, std::size_t decisions, std::mt19937& random) {
    for (std::size_t k = 0; k < decisions; ++k) {
        const review::Request request{
            .operation = k % 10 == 0 ? review::Operation::merge : review::Operation::accept,
            .bead = random() % (review.beads().size() - 1)};
        auto outcome = review.plan(request, {"bench", "2026-11-24T09:30:00Z"});
        if (auto* const entry = std::get_if<review::Entry>(&outcome)) review.apply(std::move(*entry));
    }
}

void write_file(const fs::path& path, std::size_t beads, std::size_t decisions) {
    std::mt19937 random(1);
    review::AlignmentFile file{
        review::Review({make_document(beads, "zh-CN", "句子", "", random),
                        make_document(beads, "en", "word", " ", random), make_alignment(beads, random)}),
        {},
        "bench"};
    decide(file.review, decisions, random);
    review::write_alignment_file(path, file);
}

double open(const fs::path& path) {
    const std::clock_t begin = std::clock();
    const review::AlignmentFile file = review::read_alignment_file(path, [](const text::Diagnostic&) {});
    const std::clock_t end = std::clock();
    if (file.review.beads().empty()) std::puts("no beads");
    return static_cast<double>(end - begin) / CLOCKS_PER_SEC;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fputs("usage: review_open FOLDER [BEADS] [DECISIONS]\n", stderr);
        return 2;
    }
    const fs::path path = fs::path(argv[1]) / "large.tongwen";
    const std::size_t beads = argc > 2 ? std::stoul(argv[2]) : 50'000;
    const std::size_t decisions = argc > 3 ? std::stoul(argv[3]) : 0;
    // In a program of its own, so that the memory for making the file is not counted.
    if (argc < 5) {
        write_file(path, beads, decisions);
        const std::string again = "\"" + std::string(argv[0]) + "\" \"" + argv[1] + "\" " +
                                  std::to_string(beads) + " " + std::to_string(decisions) + " open";
        return std::system(again.c_str()) == 0 ? 0 : 2;
    }
    std::vector<double> seconds;
    for (int k = 0; k < 5; ++k) seconds.push_back(open(path));
    std::ranges::sort(seconds);
    rusage usage = {};
    ::getrusage(RUSAGE_SELF, &usage);
    std::printf("beads %zu, decisions %zu, bytes %ju\n", beads, decisions,
                static_cast<std::uintmax_t>(fs::file_size(path)));
    std::printf("seconds: best %.3f, median %.3f\nmemory: %.0f MiB\n", seconds[0], seconds[2],
                static_cast<double>(usage.ru_maxrss) / 1024);
    return 0;
}
