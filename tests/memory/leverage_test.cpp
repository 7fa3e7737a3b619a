// SPDX-License-Identifier: Apache-2.0
// Tests the counting of documents against memories.
#include "memory/leverage.h"

#include "memory/unit_input.h"

#include "corpus/readers.h"
#include "tests/memory/made_units.h"
#include "tests/support/catch.h"
#include "tests/support/scratch_folder.h"

namespace tongwen::memory {
namespace {

corpus::Document document(const std::string& lines, const char* language) {
    corpus::ReadOptions options;
    options.format = "segmented";
    options.language = text::Language::parse(language);
    return corpus::make_document(lines, "d.txt", options, [](const text::Diagnostic&) {});
}

MemoryIndex index_of(const ScratchFolder& folder, const std::string& name,
                     std::vector<tmx::TranslationUnit> units) {
    IndexOptions options;
    auto input = std::make_shared<UnitInput>(input_of_units(name, std::move(units)));
    options.open = [input](const std::filesystem::path&, const tmx::ReaderOptions& reading) {
        return input->open(reading.sink);
    };
    return MemoryIndex(folder.add(name, "made in the test"), options);
}

std::string bands(MemoryIndex& first, MemoryIndex& second, const corpus::Document& text) {
    Leverage leverage({&first, &second});
    std::string out;
    leverage.add(text, [&out](const SegmentLeverage& segment) {
        out += (out.empty() ? "" : " ") + std::string(name(segment.band));
        if (segment.unit)
            out += "=" + std::to_string(segment.percent) + "@" + std::to_string(segment.memory) + ":" +
                   std::to_string(segment.unit->number);
    });
    return out;
}

TEST_CASE("every segment is counted in its band") {
    const ScratchFolder folder;
    MemoryIndex first = index_of(folder, "a",
                                 {made("今天天气很好。", "1"), made("我们去公园散步吧。", "2"),
                                  made("会议在北京举行，各国代表出席了会议。", "3")});
    MemoryIndex second = index_of(folder, "b", {made("明天可能会下雨。", "4"), made("今天天气很好。", "5")});
    CHECK(bands(first, second, document("今天天气很好。\n我们去公园散步吧。\n", "zh")) ==
          "100=100@0:1 context=100@0:2");
    CHECK(bands(first, second, document("我们去公园散步吧。\n今天天气很好。\n", "zh")) ==
          "100=100@0:2 100=100@0:1");
    CHECK(bands(first, second, document("明天可能会下雨。\n今天天气很好。\n", "zh")) ==
          "100=100@1:1 context=100@1:2");
    CHECK(bands(first, second, document("完全不同的话。\n完全不同的话。\n", "zh")) == "new repetition");
    CHECK(bands(first, second, document("今天天气很好。\n今天天气很好。\n", "zh")) ==
          "100=100@0:1 100=100@0:1");
    CHECK(bands(first, second, document("会议在北京举行，各国代表出席会议。\n", "zh")) == "85-94=94@0:3");
    CHECK(bands(first, second, document("今天天气真好。\n今天天气真好。\n", "zh")) ==
          "85-94=85@0:1 repetition=85@0:1");
    CHECK(bands(first, second, document("我们去公园吧。\n", "zh")) == "75-84=77@0:2");
    CHECK(bands(first, second, document("我们去公园。\n", "zh")) == "50-74=66@0:2");
    CHECK(bands(first, second, document("！！！\n", "zh")) == "new");
}

TEST_CASE("bands by per cent") {
    const std::pair<int, const char*> cases[] = {{100, "100"},  {99, "95-99"}, {95, "95-99"}, {94, "85-94"},
                                                 {85, "85-94"}, {84, "75-84"}, {75, "75-84"}, {74, "50-74"},
                                                 {50, "50-74"}, {49, "new"},   {0, "new"}};
    for (const auto& [percent, expected] : cases) CHECK(name(band_of(percent)) == expected);
}

TEST_CASE("words and characters are counted, and summed up") {
    const ScratchFolder folder;
    MemoryIndex memory = index_of(folder, "a", {made("The cat sat.", "1").in("en", "zh")});
    Leverage leverage({&memory});
    LeverageCounts counts =
        leverage.add(document("The cat sat.\nIt cost 1,000 dollars, didn't it?\n", "en"), [](const auto&) {});
    CHECK(counts[LeverageBand::exact] == TextVolume{1, 3, 10});
    CHECK(counts[LeverageBand::fresh] == TextVolume{1, 6, 28});
    CHECK(counts.total() == TextVolume{2, 9, 38});
    // Repetitions count across documents.
    const LeverageCounts more =
        leverage.add(document("It cost 1,000 dollars, didn't it?\n", "en"), [](const auto&) {});
    CHECK(more[LeverageBand::repetition] == TextVolume{1, 6, 28});
    counts += more;
    CHECK(counts.total() == TextVolume{3, 15, 66});
    const LeverageCounts chinese = leverage.add(document("今天 天气很好。\n", "zh"), [](const auto&) {});
    CHECK(chinese.total().characters == 7);
}

}  // namespace
}  // namespace tongwen::memory
