// SPDX-License-Identifier: Apache-2.0
// Says how long the review screen takes for its first drawing and for each key.
//
// usage: review_screen [BEADS]
//
// The documents are made up (50,000 beads without the argument). A row each: seconds from the review to the
// first cells; for each key the slowest of several presses in different places, with what it does to the
// beads and the drawing afterwards; the copy for a check; making the explainer, which the program does
// meanwhile.
#include "cli/review_screen.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "cli/review_desk.h"

namespace {

using namespace tongwen;
using Clock = std::chrono::steady_clock;

corpus::Document make_document(std::size_t segments, const std::string& language, std::mt19937& random) {
    corpus::Document document;
    document.language = *text::Language::parse(language);
    document.provenance.path = language + ".txt";
    for (std::size_t i = 0; i < segments; ++i) {
        const std::size_t begin = document.text.size();
        for (std::size_t words = 5 + random() % 20; words > 0; --words) {
            const std::string number = std::to_string(random() % 5000);
            document.text += language == "zh" ? "各国" + number + "年" : "word" + number + " ";
        }
        const auto index = static_cast<std::uint32_t>(i);
        document.segments.push_back({{begin, document.text.size()}, index, corpus::Kind::body});
        document.paragraphs.push_back(
            {{begin, document.text.size()}, corpus::Kind::body, 0, index, index + 1});
        document.text += '\n';
    }
    return document;
}

align::Bitext make_bitext(std::size_t size) {
    std::mt19937 random(1);
    std::vector<align::Bead> beads;
    for (std::size_t i = 0; i < size; ++i)
        beads.push_back({align::make_run<align::Source>(i, i + 1), align::make_run<align::Target>(i, i + 1),
                         static_cast<double>(random() % 100'000) / 100'000});
    align::Bitext bitext{make_document(size, "zh", random), make_document(size, "en", random), {}};
    bitext.alignment = align::Alignment(std::move(beads), size, size);
    return bitext;
}

template <class Work>
double seconds(Work work) {
    const auto begin = Clock::now();
    work();
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// Presses keys, records what is decided at once, draws.
void press(cli::ReviewDesk& desk, const std::u32string& typed) {
    for (const cli::Key key : typed) {
        for (cli::Effect& effect : desk.press(key, {"bench", "2026-01-01T00:00:00Z"}))
            if (auto* const record = std::get_if<cli::RecordEntry>(&effect))
                desk.recorded(std::move(record->entry));
    }
    cli::draw_review(desk.state());
}

double slowest(cli::ReviewDesk& desk, const std::u32string& typed) {
    double most = 0;
    for (int i = 0; i < 5; ++i) most = std::max(most, seconds([&] { press(desk, typed); }));
    return most;
}

const std::vector<std::pair<const char*, std::u32string>> sessions = {
    {"down", U"j"},
    {"end", {cli::keys::end}},
    {"home", {cli::keys::home}},
    {"page down", {cli::keys::page_down}},
    {"accept and next", U" "},
    {"needs work", U"r"},
    {"merge", U"m"},
    {"split", U"s\n"},
    {"target boundary", U"}"},
    {"undo", U"u"},
    {"redo", {cli::keys::ctrl('R')}},
    {"next doubtful", U"n"},
    {"next not 1-1", U"N"},
    {"next finding", U"w"},
    {"search, found", U"/word4711\n"},
    {"search, not found", U"/nowhere to be found\n"},
    {"search of Chinese, not found", U"/无处可寻\n"},
    {"go to", U"g25000\n"},
    {"why", U"\n\x1B"},
    {"help", U"?\x1B"},
    {"next queue (each)", U"\t"},
    {"sample", U"t\n"},
};

}  // namespace

int main(int argc, char** argv) {
    const std::size_t size = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 50'000;
    review::Review review(make_bitext(size));
    std::optional<cli::ReviewDesk> desk;
    const double first = seconds([&] {
        desk.emplace(cli::ReviewState(std::move(review)));
        cli::draw_review(desk->state());
    });
    std::printf("first drawing\t%.4f s\n", first);
    std::printf("copy for a check\t%.4f s\n", seconds([&] { (void)desk->state().review.current(); }));
    std::shared_ptr<const align::Explainer> explainer;
    const double explaining = seconds([&] {
        explainer = std::make_shared<align::Explainer>(desk->state().review.origin(), align::LexiconSet{});
    });
    desk->explained(explainer);
    for (const auto& [name, typed] : sessions) std::printf("%s\t%.4f s\n", name, slowest(*desk, typed));
    std::printf("explainer\t%.4f s\n", explaining);
}
