// SPDX-License-Identifier: Apache-2.0
// Tests which units stay in a merge, and what is said of the others.
#include "memory/merge.h"

#include <map>
#include <random>

#include "tests/memory/made_units.h"
#include "tests/support/catch.h"

namespace tongwen::memory {
namespace {

struct Result {
    std::vector<std::string> units;  // "source=target"
    std::vector<std::string> ids;
    MergeSummary summary;
    std::vector<std::string> conflicts;  // "1 kept a:3#3 source=target"
};

Result merge(const std::vector<std::vector<tmx::TranslationUnit>>& memories, MergeOptions options = {}) {
    std::vector<UnitInput> inputs;
    for (const auto& units : memories)
        inputs.push_back(input_of_units(std::string(1, static_cast<char>('a' + inputs.size())), units));
    Merge merge(inputs, options, [](const text::Diagnostic&) {});
    Result result;
    merge.write(
        [&](const tmx::TranslationUnit& unit) {
            result.units.push_back(spell(unit));
            result.ids.push_back(unit.id);
        },
        true);
    merge.list_conflicts([&](const ConflictUnit& unit) {
        result.conflicts.push_back(std::to_string(unit.conflict) + (unit.kept ? " kept " : " left ") +
                                   unit.file + ":" + std::to_string(unit.line) + "#" +
                                   std::to_string(unit.number) + " " + spell(unit.unit));
    });
    result.summary = merge.summary();
    return result;
}

using Texts = std::vector<std::string>;

TEST_CASE("units of all inputs stay in their order, duplicates once") {
    const Result result =
        merge({{made("一", "one"), made("二", "two")}, {made("二", "two"), made("三", "three")}});
    CHECK(result.units == Texts{"一=one", "二=two", "三=three"});
    CHECK(result.summary.read == 4);
    CHECK(result.summary.kept == 3);
    CHECK(result.summary.duplicates == 1);
    CHECK(result.summary.conflicts == 0);
    CHECK(result.summary.inputs[1].read == 2);
    CHECK(result.summary.inputs[1].kept == 1);
}

TEST_CASE("of units with the same source, the preferred one stays; the others are listed") {
    const std::vector<std::vector<tmx::TranslationUnit>> memories = {
        {made("一", "old").at(100).sure("0.9"), made("二", "two")},
        {made("一", "new").at(200).sure("0.5"), made("一", "undated")}};
    struct Row {
        Preference prefer;
        std::string stays;
        Texts conflicts;
    };
    for (const Row& row :
         std::vector<Row>{{Preference::newest,
                           "new",
                           {"1 kept b:1#1 一=new", "1 left a:1#1 一=old", "1 left b:2#2 一=undated"}},
                          {Preference::confidence,
                           "old",
                           {"1 kept a:1#1 一=old", "1 left b:1#1 一=new", "1 left b:2#2 一=undated"}},
                          {Preference::first,
                           "old",
                           {"1 kept a:1#1 一=old", "1 left b:1#1 一=new", "1 left b:2#2 一=undated"}},
                          {Preference::last,
                           "undated",
                           {"1 kept b:2#2 一=undated", "1 left a:1#1 一=old", "1 left b:1#1 一=new"}}}) {
        const Result result = merge(memories, {row.prefer});
        Texts expected = {"一=" + row.stays, "二=two"};
        if (row.stays != "old") std::swap(expected[0], expected[1]);
        CHECK(result.units == expected);
        CHECK(result.conflicts == row.conflicts);
        CHECK(result.summary.conflicts == 1);
        CHECK(result.summary.overruled == 2);
    }
}

TEST_CASE("equally good units: the first stays; the confident go by time") {
    CHECK(merge({{made("一", "a")}, {made("一", "b")}}).units == Texts{"一=a"});
    CHECK(merge({{made("一", "a").sure("0.5").at(1)}, {made("一", "b").sure("0.5").at(2)}},
                {Preference::confidence})
              .units == Texts{"一=b"});
    CHECK(merge({{made("一", "a").at(-5)}, {made("一", "b").at(-9)}}).units == Texts{"一=a"});
}

TEST_CASE("alternatives stay when asked for") {
    const Result result = merge({{made("一", "a"), made("一", "b")}, {made("一", "b"), made("一", "c")}},
                                {Preference::newest, true});
    CHECK(result.units == Texts{"一=a", "一=b", "一=c"});
    CHECK(result.summary.duplicates == 1);
    CHECK(result.conflicts.empty());
}

TEST_CASE("languages, codes and further variants tell units apart, forms and blanks do not") {
    const Result result =
        merge({{made("e\u0301", "x")},
               {made(" \u00E9 ", "x"), made("\u00E9", "x").in("zh", "de"), made("\u00E9", "x").coded(0),
                made("\u00E9", "x").coded(2), made("\u00E9", "x").also("fr", "y")}});
    CHECK(result.units.size() == 5);
    CHECK(result.summary.duplicates == 1);
}

TEST_CASE("an id stays with the first unit that has it and stays itself") {
    const Result result = merge({{made("一", "old").at(1).named("1"), made("二", "two").named("2")},
                                 {made("一", "new").at(2).named("1"), made("三", "three").named("2")}});
    CHECK(result.units == Texts{"二=two", "一=new", "三=three"});
    CHECK(result.ids[0] == "2");
    CHECK(result.ids[1] == "1");
    CHECK(result.ids[2].starts_with("2-"));
    CHECK(result.ids[2].size() == 18);
    CHECK(result.summary.ids_changed == 1);
}

TEST_CASE("a merge is what a table in memory would give") {
    std::mt19937 random(7);
    std::vector<std::vector<tmx::TranslationUnit>> memories(3);
    for (auto& memory : memories)
        for (int k = 0; k < 400; ++k)
            memory.push_back(made(std::to_string(random() % 300), std::to_string(random() % 3))
                                 .at(static_cast<int>(random() % 50)));
    std::map<std::string, const tmx::TranslationUnit*> best;
    for (const auto& memory : memories)
        for (const tmx::TranslationUnit& unit : memory) {
            const tmx::TranslationUnit*& held = best[unit.source.text];
            if (held == nullptr || *held->changed_when < *unit.changed_when) held = &unit;
        }
    const Result result = merge(memories);
    CHECK(result.units.size() == best.size());
    for (const std::string& text : result.units) {
        const std::string source = text.substr(0, text.find('='));
        CHECK(spell(*best.at(source)) == text);
    }
    CHECK(result.summary.read == 1200);
    CHECK(result.summary.kept + result.summary.duplicates + result.summary.overruled == 1200);
    CHECK(result.conflicts.size() >= result.summary.overruled + result.summary.conflicts);
}

TEST_CASE("an input without units, and one that changes between the passes, are refused") {
    CHECK_THROWS_AS(
        merge({std::vector<tmx::TranslationUnit>(1, made("一", "one")), std::vector<tmx::TranslationUnit>()}),
        text::InputError);
    for (const int change : {-1, 1}) {
        int opened = 0;
        const UnitInput input = {"a",
                                 [&](const text::DiagnosticSink& sink) {
                                     std::vector<tmx::TranslationUnit> units(3, made("一", "one"));
                                     if (++opened == 2) units.resize(static_cast<std::size_t>(3 + change));
                                     return input_of_units("a", units).open(sink);
                                 },
                                 [] {}};
        Merge merge(std::vector{input}, {}, [](const text::Diagnostic&) {});
        try {
            merge.write([](const tmx::TranslationUnit&) {}, false);
            FAIL("nothing was said");
        } catch (const text::InputError& error) {
            CHECK(error.diagnostic().id == "file-changed");
        }
    }
}

}  // namespace
}  // namespace tongwen::memory
