// SPDX-License-Identifier: Apache-2.0
// Tests that lessons become examples, translations into Chinese as their mirror images.
#include "align/lessons.h"

#include "tests/align/generated.h"
#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

const LexiconSet no_lexicons;

Lesson lesson_of(const corpus::Document& source, const corpus::Document& target,
                 std::vector<ListedBead> beads) {
    Lesson lesson;
    lesson.document = {"a", source, target, std::move(beads)};
    lesson.lexicons = &no_lexicons;
    return lesson;
}

double loss_of(const Lesson& lesson) {
    std::vector<double> gradient(feature_count, 0);
    return lesson.example->add_loss(WeightSet::built_in(false).free, gradient);
}

TEST_CASE("a translation into Chinese is learned as its mirror image") {
    const corpus::Document chinese = segmented({"今天是1932年。", "他有41本书。", "谢谢。"}, "zh");
    const corpus::Document english = segmented({"It is 1932.", "He has 41 books."}, "en");
    std::vector<Lesson> lessons;
    lessons.push_back(lesson_of(chinese, english, {{{0}, {0}}, {{1}, {1}}, {{2}, {}}}));
    lessons.push_back(lesson_of(english, chinese, {{{0}, {0}}, {{1}, {1}}, {{}, {2}}}));
    std::vector<double> told;
    prepare(lessons, [&](double share) { told.push_back(share); });
    CHECK(lessons[1].example->links() == 2);
    CHECK(lessons[1].example->missing() == 0);
    CHECK(loss_of(lessons[0]) == loss_of(lessons[1]));
    for (const double share : told) CHECK((share > 0 && share < 1));
}

TEST_CASE("a lesson counts as often as it weighs") {
    const GeneratedBitext bitext = generate_bitext(5, 21);
    std::vector<Lesson> lessons;
    for (const double weight : {1.0, 3.0}) {
        lessons.push_back(lesson_of(bitext.source_document(), bitext.target_document(), {{{0}, {0}}}));
        lessons.back().weight = weight;
    }
    prepare(lessons);
    CHECK(examples_of({&lessons[1], &lessons[0]}) ==
          std::vector<const Example*>{lessons[1].example.get(), lessons[0].example.get()});
    CHECK(loss_of(lessons[0]) > 0);
    CHECK(loss_of(lessons[1]) == Approx(3 * loss_of(lessons[0])));
}

}  // namespace
}  // namespace tongwen::align
