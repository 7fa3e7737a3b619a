// SPDX-License-Identifier: Apache-2.0
// Tests the figures of a memory, samples of it, and what formats lose of it.
#include "memory/statistics.h"

#include "memory/losses.h"
#include "memory/sample.h"

#include "tests/memory/made_units.h"
#include "tests/support/catch.h"

namespace tongwen::memory {
namespace {

TEST_CASE("units are counted") {
    Statistics statistics;
    statistics.add(made("中国经济", "China's economy is 3-D").at(86'400).by("lin").named("1").with("x", "y"));
    statistics.add(made("中国经济", "China's economy is 3-D").coded(0));
    statistics.add(made("中国经济", "the economy").with("x-ConfirmationLevel", "Draft").noted("n"));
    statistics.add(made("中国经济", "").also("de", "Wirtschaft").with("x-tongwen-status", "accepted"));
    const MemoryFigures figures = statistics.finish();
    CHECK(figures.units == 4);
    CHECK(figures.one_sided == 1);
    CHECK(figures.duplicates == 0);  // codes count
    CHECK(figures.alternatives == 1);
    CHECK(figures.with_codes == 1);
    CHECK(figures.with_notes == 1);
    CHECK(figures.with_ids == 1);
    CHECK(figures.with_further == 1);
    CHECK(figures.pairs ==
          std::vector<LanguagePair>{{*text::Language::parse("zh-CN"), *text::Language::parse("en"), 4}});
    CHECK(figures.languages.at("zh-CN").texts == 4);
    CHECK(figures.languages.at("zh-CN").words == 16);
    CHECK(figures.languages.at("en").texts == 3);
    CHECK(figures.languages.at("en").words == 4 + 4 + 2);
    CHECK(figures.languages.at("en").characters == 22 + 22 + 11);
    CHECK(figures.target_lengths.quantile(0.5) == 11);
    CHECK(figures.target_lengths.longest() == 22);
    CHECK(figures.newest == std::chrono::sys_seconds(std::chrono::seconds(86'400)));
    CHECK(figures.years == std::map<int, std::uint64_t>{{1970, 1}});
    CHECK(figures.people.by_frequency() == std::vector<std::pair<std::string, std::uint64_t>>{{"lin", 1}});
    CHECK(figures.statuses.by_frequency() ==
          std::vector<std::pair<std::string, std::uint64_t>>{{"Draft", 1}, {"accepted", 1}});
}

TEST_CASE("duplicates and sources with several translations are told apart") {
    Statistics statistics;
    for (const char* const target : {"a", "b", "a", "c", "a"}) statistics.add(made("一", target));
    const MemoryFigures figures = statistics.finish();
    CHECK(figures.duplicates == 2);
    CHECK(figures.alternatives == 1);
}

TEST_CASE("a tally keeps a bounded number of names") {
    Tally tally;
    for (std::size_t k = 0; k < Tally::most + 5; ++k) tally.add(std::to_string(k));
    tally.add("7");
    CHECK(tally.others() == 5);
    CHECK(tally.by_frequency().front() == std::pair<std::string, std::uint64_t>("7", 2));
}

TEST_CASE("a sample is the same for the same seed, in order, and fair") {
    const auto draw = [](std::uint64_t seed) {
        Sample sample(10, seed);
        for (int k = 0; k < 100; ++k) sample.add(made(std::to_string(k), "x"));
        std::vector<int> numbers;
        for (const auto& unit : sample.take()) numbers.push_back(std::stoi(unit.source.text));
        return numbers;
    };
    CHECK(draw(1) == draw(1));
    CHECK(draw(1) != draw(2));
    CHECK(draw(1).size() == 10);
    std::vector<int> times(100);
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
        const std::vector<int> numbers = draw(seed);
        CHECK(std::ranges::is_sorted(numbers));
        for (const int number : numbers) ++times[static_cast<std::size_t>(number)];
    }
    // 200 are expected, with a deviation of 13.4; six of them
    for (const int count : times) CHECK(std::abs(count - 200) < 80);
    Sample few(10, 1);
    few.add(made("一", "x"));
    CHECK(few.take().size() == 1);
}

TEST_CASE("what a format has no place for is counted") {
    const auto zh = *text::Language::parse("zh-CN");
    const auto en = *text::Language::parse("en");
    const auto lost = [&](std::string_view format, const tmx::TranslationUnit& unit) {
        Losses losses(format, zh, en);
        std::string text = losses.look_at(unit) ? "" : "refused ";
        for (const auto& loss : losses.losses()) text += std::string(name(loss.part)) + " ";
        return text;
    };
    const tmx::TranslationUnit full =
        made("一", "one").named("1").coded(0).with("x", "y").by("lin").noted("n").also("de", "eins");
    CHECK(lost("tmx", full).empty());
    CHECK(lost("jsonl", full).empty());
    CHECK(lost("tsv", full) == "codes properties further-languages ");
    CHECK(lost("po", full) == "codes ids properties people further-languages ");
    CHECK(lost("tsv", made("一", "one").sure("1")).empty());
    CHECK(lost("po", made("一", "one").with("x-po-context", "c")).empty());
    CHECK(lost("tsv", made("一", "one").in("zh-CN", "fr")) == "refused other-languages ");
    CHECK(lost("tmx", made("一", "one").in("zh-CN", "fr")).empty());
}

}  // namespace
}  // namespace tongwen::memory
