// SPDX-License-Identifier: Apache-2.0
// Tests which lessons are held out together, and the judging of what is found.
#include "align/cross_validation.h"

#include "tests/align/listed_beads.h"
#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

/// Lessons "set/document"; their texts do not matter.
std::vector<Lesson> lessons_of(const std::vector<std::string>& names) {
    std::vector<Lesson> lessons;
    for (const std::string& name : names) {
        Lesson& lesson = lessons.emplace_back();
        lesson.set = name.substr(0, name.find('/'));
        lesson.document.name = name.substr(name.find('/') + 1);
    }
    return lessons;
}

std::string names_of(const std::vector<const Lesson*>& lessons) {
    std::string names;
    for (const Lesson* lesson : lessons) names += " " + lesson->set + "/" + lesson->document.name;
    return names;
}

/// "name: held out | rest", a fold a line.
std::string spell(const std::vector<Fold>& folds) {
    std::string out;
    for (const Fold& fold : folds)
        out += fold.name + ":" + names_of(fold.held_out) + " |" + names_of(fold.rest) + "\n";
    return out;
}

TEST_CASE("a family is a set's name up to its second hyphen") {
    CHECK(family_of("novels") == "novels");
    CHECK(family_of("mac-dev") == "mac-dev");
    CHECK(family_of("news-2021-noisy") == "news-2021");
    CHECK(family_of("news-2021-noisy-long") == "news-2021");
    CHECK(family_of("--x") == "-");
    CHECK(family_of("") == "");
}

TEST_CASE("families are held out together") {
    const auto lessons = lessons_of({"n-1-a/x", "laws/x", "n-1-b/x", "n-1-a/y", "n-2-a/x"});
    CHECK(spell(make_folds(lessons, {})) ==
          "laws: laws/x | n-1-a/x n-1-b/x n-1-a/y n-2-a/x\n"
          "n-1: n-1-a/x n-1-b/x n-1-a/y | laws/x n-2-a/x\n"
          "n-2: n-2-a/x | n-1-a/x laws/x n-1-b/x n-1-a/y\n");
}

TEST_CASE("single documents are held out of a set, and the rest of its family with them") {
    const auto lessons = lessons_of({"n-1-a/x", "n-1-a/y", "n-1-b/x", "laws/x"});
    CHECK(spell(make_folds(lessons, {"n-1-a"})) ==
          "laws: laws/x | n-1-a/x n-1-a/y n-1-b/x\n"
          "n-1: n-1-b/x | laws/x\n"
          "n-1-a/x: n-1-a/x | n-1-a/y laws/x\n"
          "n-1-a/y: n-1-a/y | n-1-a/x laws/x\n");
}

Bead bead_of(std::uint32_t i, std::uint32_t m, std::uint32_t j, std::uint32_t n, double confidence) {
    return {make_run<Source>(i, i + m), make_run<Target>(j, j + n), confidence, 0, {}};
}

TEST_CASE("an alignment is judged with its confidences, those of documents add up") {
    // Eight by one says nothing of what is inside.
    const auto gold = listed("[0, 1, 2, 3, 4, 5, 6, 7]:[0] / [8]:[1] / [9]:[2]");
    const Alignment found({bead_of(0, 6, 0, 1, 0.5), bead_of(6, 2, 1, 0, 0.5), bead_of(8, 1, 1, 1, 0.9),
                           bead_of(9, 1, 2, 1, 0.9)},
                          10, 3);
    const Judgement one = judge(gold, found);
    CHECK(one.documents == 1);
    CHECK(one.evaluation.gold_beads == 3);
    CHECK(one.evaluation.counts.links.strict == 2);
    CHECK(one.evaluation.calibration.all() == ConfidenceBin{3, 2, 2.3});
    CHECK(one.evaluation.known.all() == ConfidenceBin{2, 2, 1.8});
    Judgement two = one;
    two += one;
    CHECK(two.documents == 2);
    CHECK(two.evaluation.gold_beads == 6);
    CHECK(two.evaluation.known.all().beads == 4);
}

}  // namespace
}  // namespace tongwen::align
