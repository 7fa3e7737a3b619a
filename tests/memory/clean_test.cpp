// SPDX-License-Identifier: Apache-2.0
// Tests what cleaning removes and mends, and that it is careful.
#include "memory/clean.h"

#include <cmath>

#include "memory/length_model.h"

#include "tests/memory/made_units.h"
#include "tests/support/catch.h"

namespace tongwen::memory {
namespace {

using Units = std::vector<tmx::TranslationUnit>;
using Texts = std::vector<std::string>;

struct Result {
    Units units;
    Texts events;  // "2 empty", "3 wrong-language target de"
    CleanSummary summary;
};

Result clean(const Units& units, const CleanRules& rules = CleanRules().set()) {
    Cleaning cleaning(input_of_units("m", units), rules, [](const text::Diagnostic&) {});
    Result result;
    result.summary = cleaning.write([&](const tmx::TranslationUnit& unit) { result.units.push_back(unit); },
                                    [&](const CleanEvent& event) {
                                        std::string text = std::to_string(event.number) + " " +
                                                           std::string(name(event.rule));
                                        for (const std::string& detail : event.details) text += " " + detail;
                                        result.events.push_back(text);
                                        CHECK(event.line == event.number);
                                    });
    return result;
}

TEST_CASE("each rule takes hold of its units") {
    struct Row {
        tmx::TranslationUnit unit;
        Texts events;
        std::string left;  // empty: removed
    };
    for (const Row& row : std::vector<Row>{
             {made("一", "one"), {}, "一=one"},
             {made("一\x01", "o\x0Bn\uFFFEe"), {"1 illegal-characters 3"}, "一=one"},
             {made("一", " \u3000"), {"1 empty"}, ""},
             {made("", "one"), {"1 empty"}, ""},
             {made("一", "").also("fr", "un"), {}, "一="},
             {made("Tongwen", "Tongwen "), {"1 same-as-source"}, ""},
             {made("2024", "2024"), {}, "2024=2024"},
             {made("Yes, of course.", "是，当然。"), {"1 wrong-direction"}, "是，当然。=Yes, of course."},
             {made("是的", "是的，当然是这样的。"), {"1 wrong-language target zh-CN"}, ""},
             // too short to know, or a name between letters of the language
             {made("微软", "微软"), {"1 same-as-source"}, ""},
             {made("公司", "株式"), {}, "公司=株式"},
             {made("安装 Microsoft Office Professional Plus 2016", "Install Microsoft Office"),
              {},
              "安装 Microsoft Office Professional Plus 2016=Install Microsoft Office"},
             {made("你好", "Guten Tag"), {}, "你好=Guten Tag"},
             {made("这是一个测试",
                   "Das ist ein Test, der nicht auf Englisch ist und den wir auch nicht für die "
                   "Sprache des Ziels halten, sondern für eine andere."),
              {"1 wrong-language target de"},
              ""}}) {
        const Result result = clean({row.unit});
        CHECK(result.events == row.events);
        CHECK((result.units.empty() ? "" : spell(result.units[0])) == row.left);
        CHECK(result.summary.kept == result.units.size());
    }
}

TEST_CASE("codes without their partner stand alone, others stay") {
    tmx::TranslationUnit unit = made("一二", "one two");
    unit.source.codes = {{tmx::CodeKind::bpt, 0, {{"i", "1"}, {"x", "1"}}, "b"},
                         {tmx::CodeKind::ept, 3, {{"i", "1"}}, "/b"},
                         {tmx::CodeKind::ept, 6, {{"i", "2"}}, "/i"}};
    unit.target.codes = {{tmx::CodeKind::bpt, 3, {{"i", "1"}, {"x", "1"}}, "b"}};
    const Result result = clean({unit});
    CHECK(result.events == Texts{"1 markup-unbalanced 2"});
    const auto& codes = result.units.at(0).source.codes;
    CHECK(codes[0] == unit.source.codes[0]);
    CHECK(codes[1] == unit.source.codes[1]);
    CHECK(codes[2] == tmx::InlineCode{tmx::CodeKind::it, 6, {{"pos", "end"}}, "/i"});
    CHECK(result.units[0].target.codes[0] ==
          tmx::InlineCode{tmx::CodeKind::it, 3, {{"pos", "begin"}, {"x", "1"}}, "b"});
}

TEST_CASE("codes keep their place where characters before them go") {
    tmx::TranslationUnit unit = made("一\x01二", "one");
    unit.source.codes = {{tmx::CodeKind::ph, 4, {}, ""}, {tmx::CodeKind::ph, 7, {}, ""}};
    const Result result = clean({unit});
    CHECK(result.units.at(0).source.codes[0].at == 3);
    CHECK(result.units[0].source.codes[1].at == 6);
}

TEST_CASE("of duplicates the newest stays, other translations too") {
    const Result result = clean({made("一", "one").at(1), made("一", "one").at(3), made("一", "an"),
                                 made("一", "one").at(3), made("一", "one").in("zh-CN", "en-GB")});
    CHECK(result.events == Texts{"1 duplicate 2 2", "4 duplicate 2 2"});
    CHECK(result.units.size() == 3);
}

TEST_CASE("rules that are not wanted do nothing") {
    const Units units = {made("一", ""), made("一", "one"), made("一", "one")};
    CHECK(clean(units, CleanRules()).units.size() == 3);
    CHECK(clean(units, CleanRules().set(static_cast<std::size_t>(CleanRule::empty))).units.size() == 2);
    CHECK(clean(units).summary.counts[static_cast<std::size_t>(CleanRule::duplicate)] == 1);
}

TEST_CASE("lengths far from the others' are outliers, where there are others enough") {
    Units units;
    for (int k = 0; k < 300; ++k)
        units.push_back(made("第" + std::to_string(1000 + k) + "句话讲的是经济发展",
                             "sentence " + std::to_string(1000 + k) + " is about the growth of the economy" +
                                 std::string(static_cast<std::size_t>(k % 9), 'y')));
    units.push_back(made("短句", std::string(400, 'x')));
    units.push_back(
        made("这是一个非常长的句子，它的译文却只有一个词，所以一定有什么地方不对，很可能是对齐的时候丢了大半"
             "的内容。",
             "Yes"));
    const Result result = clean(units);
    REQUIRE(result.events.size() == 2);
    CHECK(result.events[0].starts_with("301 length-outlier "));
    CHECK(result.events[1].starts_with("302 length-outlier -"));
    units.erase(units.begin(), units.begin() + 250);
    CHECK(clean(units).events.empty());
}

TEST_CASE("a length model is Gale and Church's, and outliers do not teach it") {
    LengthModel model;
    for (std::uint32_t k = 0; k < 5000; ++k) model.add(100, 195 + k % 11);
    for (std::uint32_t k = 0; k < 100; ++k) model.add(5, 5000);
    model.learn();
    CHECK(model.ratio() == Approx(2).epsilon(0.02));
    // lengths deviate by 3 at 100 characters: less than the least that is believed, a tenth of the ratio
    // squared
    CHECK(model.deviation(100, 200) == Approx(0).margin(0.5));
    CHECK(model.deviation(100, 260) == Approx(60 / std::sqrt(115 * 0.4)).epsilon(0.05));
    CHECK(model.deviation(100, 100) < -10);
    CHECK(LengthModel().deviation(1, 1000) == 0);
    CHECK(text_length("a b\u3000中") == 3);
}

TEST_CASE("every rule has its name") {
    for (std::size_t k = 0; k < clean_rule_count; ++k) {
        const auto rule = static_cast<CleanRule>(k);
        CHECK(find_clean_rule(name(rule)) == rule);
    }
    CHECK_FALSE(find_clean_rule("nonsense"));
}

}  // namespace
}  // namespace tongwen::memory
