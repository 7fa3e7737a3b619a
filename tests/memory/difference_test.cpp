// SPDX-License-Identifier: Apache-2.0
// Tests which units of two memories go together.
#include "memory/difference.h"

#include <random>

#include "memory/word_marks.h"

#include "tests/memory/made_units.h"
#include "tests/support/catch.h"

namespace tongwen::memory {
namespace {

using Units = std::vector<tmx::TranslationUnit>;
using Texts = std::vector<std::string>;

struct Result {
    Texts changes;  // "- 1:一=one", "+ 2:二=two", "~ 1:一=one 2:一=ein"
    DifferenceSummary summary;
};

std::string spell(const PlacedUnit& placed) {
    return " " + std::to_string(placed.number) + ":" + memory::spell(placed.unit);
}

Result compare(const Units& before, const Units& after) {
    Difference difference(input_of_units("old", before), input_of_units("new", after),
                          [](const text::Diagnostic&) {});
    Result result;
    difference.list([&](const ChangedUnit& changed) {
        switch (changed.change) {
            case Change::removed:
                result.changes.push_back("-" + spell(changed.before));
                break;
            case Change::added:
                result.changes.push_back("+" + spell(changed.after));
                break;
            case Change::changed:
                result.changes.push_back("~" + spell(changed.before) + spell(changed.after));
        }
    });
    result.summary = difference.summary();
    return result;
}

TEST_CASE("units go together by source, then by id") {
    struct Row {
        Units before, after;
        Texts changes;
    };
    for (const Row& row : std::vector<Row>{
             {Units{}, Units{}, {}},
             {{made("一", "a"), made("二", "b")}, {made("二", "b"), made("一", "a")}, {}},
             {{made("一", "a"), made("二", "b")},
              {made("二", "c"), made("三", "d")},
              {"- 1:一=a", "~ 2:二=b 1:二=c", "+ 2:三=d"}},
             // a note or a property is a change; ids, dates and people are none
             {{made("一", "a").named("1").at(5).by("lin")},
              {made("一", "a").named("2").at(6).by("wang")},
              {}},
             {{made("一", "a")}, {made("一", "a").noted("see")}, {"~ 1:一=a 1:一=a"}},
             {{made("一", "a").with("x", "1")}, {made("一", "a").with("x", "2")}, {"~ 1:一=a 1:一=a"}},
             // of several with the same source: the same content, then the same id, then the order
             {{made("一", "a"), made("一", "b")}, {made("一", "b"), made("一", "c")}, {"~ 1:一=a 2:一=c"}},
             {{made("一", "a").named("x"), made("一", "b").named("y")},
              {made("一", "c").named("y"), made("一", "d").named("x")},
              {"~ 2:一=b 1:一=c", "~ 1:一=a 2:一=d"}},
             {{made("一", "a"), made("一", "a")}, {made("一", "a")}, {"- 2:一=a"}},
             // the source changed
             {{made("一", "a").named("x")}, {made("二", "a").named("x")}, {"~ 1:一=a 1:二=a"}},
             {{made("一", "a")}, {made("二", "a")}, {"- 1:一=a", "+ 1:二=a"}},
             // numbers for ids that moved on do not deceive
             {{made("一", "a").named("1"), made("二", "b").named("2")},
              {made("零", "z").named("1"), made("一", "a").named("2"), made("二", "b").named("3")},
              {"+ 1:零=z"}},
             {{made("一", "a")}, {made("一", "a").in("zh-CN", "de")}, {"- 1:一=a", "+ 1:一=a"}}}) {
        const Result result = compare(row.before, row.after);
        CHECK(result.changes == row.changes);
        CHECK(result.summary.before == row.before.size());
        CHECK(result.summary.after == row.after.size());
        CHECK(result.summary.equal + result.summary.removed + result.summary.changed == row.before.size());
        CHECK(result.summary.equal + result.summary.added + result.summary.changed == row.after.size());
    }
}

TEST_CASE("a memory is equal to itself in any order, and both directions count alike") {
    std::mt19937 random(3);
    const auto some = [&random] {
        Units units;
        for (int k = 0; k < 500; ++k) {
            units.push_back(made(std::to_string(random() % 200), std::to_string(random() % 4)));
            if (random() % 2 == 0) units.back().id = std::to_string(random() % 100);
        }
        return units;
    };
    Units one = some();
    const Units other = some();
    const DifferenceSummary there = compare(one, other).summary;
    const DifferenceSummary back = compare(other, one).summary;
    CHECK(there.equal == back.equal);
    CHECK(there.changed == back.changed);
    CHECK(there.added == back.removed);
    CHECK(there.equal > 0);
    CHECK(there.changed > 0);
    const Units ordered = one;
    std::shuffle(one.begin(), one.end(), random);
    CHECK(compare(ordered, one).changes.empty());
}

using Piece = MarkedPiece;

TEST_CASE("what changed in a text is marked word by word") {
    CHECK(mark_changes("the red house", "the blue house") == std::vector<Piece>{{Piece::kept, "the "},
                                                                                {Piece::removed, "red"},
                                                                                {Piece::added, "blue"},
                                                                                {Piece::kept, " house"}});
    CHECK(mark_changes("中国经济", "中国的经济") ==
          std::vector<Piece>{{Piece::kept, "中国"}, {Piece::added, "的"}, {Piece::kept, "经济"}});
    CHECK(mark_changes("", "new") == std::vector<Piece>{{Piece::added, "new"}});
    CHECK(mark_changes("old", "") == std::vector<Piece>{{Piece::removed, "old"}});
    CHECK(mark_changes("", "").empty());
    CHECK(mark_changes("same", "same") == std::vector<Piece>{{Piece::kept, "same"}});
}

TEST_CASE("marks spell both texts") {
    std::mt19937 random(1);
    const auto text = [&random] {
        std::string out;
        for (int k = 0; k < 30; ++k) out += std::vector<std::string>{"a", "bc", " ", "中", "."}[random() % 5];
        return out;
    };
    for (int round = 0; round < 50; ++round) {
        const std::string before = text();
        const std::string after = text();
        std::string first;
        std::string second;
        for (const Piece& piece : mark_changes(before, after)) {
            if (piece.kind != Piece::added) first += piece.text;
            if (piece.kind != Piece::removed) second += piece.text;
        }
        CHECK(first == before);
        CHECK(second == after);
    }
}

}  // namespace
}  // namespace tongwen::memory
