// SPDX-License-Identifier: Apache-2.0
// Tests the taking apart of pages: where each original is found, what is editorial, and what is not there.
#include "align/page.h"

#include <algorithm>
#include <string>
#include <vector>

#include <rapidcheck.h>

#include "corpus/readers.h"
#include "tests/align/town.h"
#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

using Segments = std::vector<std::string>;

Segments joined(std::initializer_list<Segments> parts) {
    Segments all;
    for (const Segments& part : parts) all.insert(all.end(), part.begin(), part.end());
    return all;
}

std::string spell(Run<Target> run) {
    return run.empty() ? "-" : std::to_string(run.begin.value) + "-" + std::to_string(run.end.value);
}

/// "5-9 - | 0-5 9-14": the runs of the originals, "-" where the page does not have one; editorial runs.
std::string spell(const Page& page) {
    std::string out;
    for (const Bitext& original : page.originals) out += spell(original.page->span) + " ";
    out += "|";
    for (const Run<Target> run : page.editorial) out += " " + spell(run);
    return out;
}

Page taken_apart(const std::vector<Segments>& originals, const Segments& page) {
    std::vector<corpus::Document> documents;
    for (const Segments& original : originals) documents.push_back(segmented(original, "zh"));
    return take_page_apart(std::move(documents), segmented(page, "en"));
}

struct Row {
    std::string what;
    std::vector<Segments> originals;
    Segments page;
    std::string expected;
};

std::vector<Row> orders() {
    return {
        {"one original, which is all of the page",
         {zh_of({bridge, museum})},
         en_of({bridge, museum}),
         "0-8 |"},
        {"one original among other matter",
         {zh_of({bridge, museum})},
         joined({recipe_en, bridge.en, museum.en, recipe_en}),
         "5-13 | 0-5 13-18"},
        {"another order than that of the originals",
         {bridge.zh, museum.zh, railway.zh},
         joined({recipe_en, railway.en, recipe_en, bridge.en, museum.en, recipe_en}),
         "15-19 19-23 5-10 | 0-5 10-15 23-28"},
        {"no matter between the originals", {museum.zh, bridge.zh}, en_of({bridge, museum}), "4-8 0-4 |"},
        {"long originals",
         {zh_of({bridge, museum}), zh_of({railway, market})},
         joined({recipe_en, railway.en, market.en, recipe_en, bridge.en, museum.en}),
         "19-27 5-14 | 0-5 14-19"},
        {"a verse, a table, a list and a talk",
         {verse.zh, table.zh, directions.zh, talk.zh},
         joined({recipe_en, talk.en, table.en, recipe_en, verse.en, recipe_en, directions.en}),
         "18-22 9-13 27-31 5-9 | 0-5 13-18 22-27"},
        {"a section that two originals have",
         {zh_of({bridge, museum}), zh_of({museum, railway})},
         joined({recipe_en, museum.en, railway.en, recipe_en, bridge.en, museum.en}),
         "19-27 5-14 | 0-5 14-19"},
        {"the same original twice, as the page has it",
         {bridge.zh, bridge.zh},
         joined({bridge.en, recipe_en, bridge.en}),
         "0-4 9-13 | 4-9"},
    };
}

std::vector<Row> absences() {
    return {
        {"an original that is not there",
         {bridge.zh, market.zh, railway.zh},
         joined({recipe_en, railway.en, recipe_en, bridge.en, museum.en}),
         "15-19 - 5-10 | 0-5 10-15 19-23"},
        {"the wrong page", {zh_of({bridge, museum})}, joined({recipe_en, railway.en, market.en}), "- | 0-14"},
        {"the same original twice, but once in the page",
         {bridge.zh, bridge.zh},
         joined({recipe_en, bridge.en, recipe_en}),
         "5-9 - | 0-5 9-14"},
        {"two sentences of many",
         {zh_of({bridge, museum, railway, market})},
         joined({recipe_en, {bridge.en[0], railway.en[1]}, recipe_en}),
         "- | 0-12"},
        {"an original without text", {{}, bridge.zh}, joined({bridge.en, recipe_en}), "- 0-4 | 4-9"},
        {"a page without text", {bridge.zh, museum.zh}, {}, "- - |"},
        {"no originals", {}, recipe_en, "| 0-5"},
        {"a page of one segment", {{bridge.zh[0]}}, {bridge.en[0]}, "0-1 |"},
        {"one segment that is not there", {{bridge.zh[0]}}, recipe_en, "- | 0-5"},
    };
}

std::vector<Row> oddities() {
    return {
        {"foreign matter within the translation",
         {zh_of({bridge, museum, railway})},
         joined({recipe_en, bridge.en, {"Advertisement", "Advertisement"}, museum.en, railway.en, recipe_en}),
         "5-20 | 0-5 20-25"},
        {"sections in another order at the end",
         {zh_of({bridge, museum, railway})},
         joined({recipe_en, bridge.en, railway.en, museum.en, recipe_en}),
         "5-18 | 0-5 18-23"},
        {"a version without a section",
         {zh_of({bridge, museum, railway})},
         joined({recipe_en, bridge.en, railway.en, recipe_en}),
         "5-14 | 0-5 14-19"},
        {"a refrain",
         {joined({verse.zh, verse.zh, {verse.zh[0]}})},
         joined({recipe_en, verse.en, verse.en, {verse.en[0]}, recipe_en}),
         "5-14 | 0-5 14-19"},
    };
}

TEST_CASE("originals are found wherever they stand") {
    for (const Row& row : orders()) {
        INFO(row.what);
        CHECK(spell(taken_apart(row.originals, row.page)) == row.expected);
    }
}

TEST_CASE("what the page does not have is not found") {
    for (const Row& row : absences()) {
        INFO(row.what);
        CHECK(spell(taken_apart(row.originals, row.page)) == row.expected);
    }
}

TEST_CASE("translations need not be whole, nor in order") {
    for (const Row& row : oddities()) {
        INFO(row.what);
        CHECK(spell(taken_apart(row.originals, row.page)) == row.expected);
    }
}

TEST_CASE("a section that was moved before the others belongs to them, up to a sentence at its edge") {
    const Page page = taken_apart({zh_of({bridge, museum, railway})},
                                  joined({recipe_en, railway.en, bridge.en, museum.en}));
    const Run<Target> span = page.originals.at(0).page->span;
    CHECK(span.begin >= TargetPosition{5});
    CHECK(span.begin <= TargetPosition{6});
    CHECK(span.end == TargetPosition{18});
}

TEST_CASE("what is found is aligned within its run, the rest has an empty target") {
    const Page page = taken_apart({museum.zh, market.zh}, joined({recipe_en, museum.en, recipe_en}));
    const Bitext& found = page.originals.at(0);
    CHECK(found.source.segments.size() == 4);
    CHECK(found.target.segments.size() == 4);
    CHECK(found.target.segment_text(0) == museum.en[0]);
    CHECK(align::spell(found.alignment) == "1-1 1-1 1-1 1-1");
    CHECK(found.page == PagePlace{make_run<Target>(5, 9), 14});
    const Bitext& absent = page.originals.at(1);
    CHECK(absent.target.segments.empty());
    CHECK(align::spell(absent.alignment) == "1-0 1-0 1-0 1-0");
    CHECK(absent.page == PagePlace{{}, 14});
}

TEST_CASE("what was moved within a translation is found, too") {
    const Page page = taken_apart({zh_of({bridge, museum, railway})},
                                  joined({recipe_en, bridge.en, railway.en, museum.en, recipe_en}));
    REQUIRE(page.originals.at(0).moved.size() == 1);
    CHECK(page.originals[0].moved[0].source == make_run<Source>(4, 8));
    CHECK(page.originals[0].moved[0].target == make_run<Target>(9, 13));
}

TEST_CASE("progress rises to 1") {
    std::vector<double> told;
    AlignOptions options;
    options.progress = [&](double done) { told.push_back(done); };
    take_page_apart({segmented(bridge.zh, "zh"), segmented(market.zh, "zh")},
                    segmented(joined({recipe_en, bridge.en}), "en"), options);
    REQUIRE_FALSE(told.empty());
    CHECK(told.front() == 0);
    CHECK(told.back() == 1);
    CHECK(std::is_sorted(told.begin(), told.end()));
}

corpus::Document read(const std::string& path, std::string_view language) {
    corpus::ReadOptions options;
    options.language = text::Language::parse(language);
    return corpus::read_document(TONGWEN_SOURCE_DIR "/corpus/samples/" + path, options, [](const auto&) {});
}

TEST_CASE("the sample page is taken apart as by hand, and other documents are not in it") {
    std::vector<corpus::Document> originals;
    for (const char* const name : {"communique", "law", "speech", "interview", "declaration"})
        originals.push_back(read("zh-en/zh/" + std::string(name) + ".txt", "zh"));
    const Page page = take_page_apart(std::move(originals), read("compiled-page/page.en.txt", "en"));
    const std::vector<Run<Target>> gold = {
        make_run<Target>(172, 247), {}, make_run<Target>(34, 103), {}, make_run<Target>(106, 170)};
    // Two segments more or less are no other place.
    const auto near = [](TargetPosition one, TargetPosition other) {
        return std::max(one, other).value - std::min(one, other).value <= 2;
    };
    for (std::size_t k = 0; k < gold.size(); ++k) {
        const Run<Target> found = page.originals.at(k).page->span;
        INFO(spell(found) << " for " << spell(gold[k]));
        CHECK(found.empty() == gold[k].empty());
        CHECK(near(found.begin, gold[k].begin));
        CHECK(near(found.end, gold[k].end));
    }
}

TEST_CASE("found runs and editorial ones are the page, whatever it is") {
    REQUIRE(rc::check([] {
        const std::vector<Section> town = {bridge, museum, verse, table, talk};
        const auto any = rc::gen::resize(
            6, rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, 6)));
        Segments text;
        for (const std::size_t k : *any) text = joined({text, k < town.size() ? town[k].en : recipe_en});
        std::vector<Segments> originals;
        for (const std::size_t k : *any) originals.push_back(k < town.size() ? town[k].zh : Segments());
        const Page page = taken_apart(originals, text);
        std::vector<int> held(text.size());
        const auto hold = [&held](Run<Target> run) {
            for (auto j = run.begin.value; j < run.end.value; ++j) ++held[j];
        };
        RC_ASSERT(page.originals.size() == originals.size());
        for (const Bitext& original : page.originals) {
            hold(original.page->span);
            RC_ASSERT(original.target.segments.size() == original.page->span.size());
        }
        for (const Run<Target> run : page.editorial) hold(run);
        RC_ASSERT(std::all_of(held.begin(), held.end(), [](int count) { return count == 1; }));
    }));
}

}  // namespace
}  // namespace tongwen::align
