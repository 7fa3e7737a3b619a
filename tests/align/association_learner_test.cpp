// SPDX-License-Identifier: Apache-2.0
// Tests what several documents teach together, as a lexicon.
#include "align/association_learner.h"

#include <map>

#include "tests/align/segments.h"
#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

using Segments = std::vector<std::string>;

/// Two documents whose segments are each other's translation, one by one.
Bitext bitext(const Segments& source, const Segments& target, std::string_view from = "de",
              std::string_view to = "en") {
    std::vector<Bead> beads;
    for (std::size_t k = 0; k < source.size(); ++k)
        beads.push_back({make_run<Source>(k, k + 1), make_run<Target>(k, k + 1), 1});
    return {segmented(source, from), segmented(target, to),
            Alignment(std::move(beads), source.size(), target.size())};
}

/// What a learner learned, as text: "boot: boat".
std::map<std::string, std::string> learned(const AssociationLearner& learner, const Segments& headwords) {
    const Lexicon lexicon(learner.learn({}).compile(), "learned");
    std::map<std::string, std::string> found;
    for (const std::string& headword : headwords) {
        for (const Rendering& rendering : lexicon.find(headword)) {
            std::string& words = found[headword];
            words += (words.empty() ? "" : " ") + std::string(rendering.word);
        }
    }
    return found;
}

const Bitext first = bitext({"Der Quint schläft.", "Ein Trell singt 12 Lieder."},
                            {"The zorgle sleeps.", "A vomp sings 12 songs."});
const Bitext second = bitext({"Mein Quint isst.", "Dein Trell sieht 12 Monde."},
                             {"My zorgle eats.", "Your vomp sees 12 moons."});

TEST_CASE("no document teaches what several do, and numbers are no words") {
    const LexiconSet none;
    AssociationLearner alone(none);
    alone.add(first.source, first.target, first.alignment.beads());
    CHECK(alone.beads() == 2);
    CHECK(alone.learn({}).size() == 0);

    AssociationLearner learner(none);
    learner.add(first.source, first.target, first.alignment.beads());
    learner.add(second.source, second.target, second.alignment.beads());
    CHECK(learner.beads() == 4);
    CHECK(learned(learner, {"quint", "trell", "#12", "schlaft"}) ==
          std::map<std::string, std::string>{{"quint", "zorgl"}, {"trell", "vomp"}});
}

TEST_CASE("what is learned says what it is") {
    const LexiconSet none;
    AssociationLearner learner(none);
    learner.add(first.source, first.target, first.alignment.beads());
    const LexiconInfo info = learner.learn({{}, {}, "my texts", "", ""}).info();
    CHECK(info.source.tag() == "de");
    CHECK(info.target.tag() == "en");
    CHECK(info.name == "my texts");
    CHECK(info.kind == LexiconKind::supplement);
}

TEST_CASE("of either direction the same is learned") {
    const Segments zh = {"炕冷。", "炕热。"};
    const Segments en = {"The zorgle freezes.", "My zorgle glows."};
    const LexiconSet none;
    AssociationLearner forward(none);
    const Bitext there = bitext(zh, en, "zh", "en");
    forward.add(there.source, there.target, there.alignment.beads());
    AssociationLearner backward(none);
    const Bitext back = bitext(en, zh, "en", "zh");
    backward.add(back.source, back.target, back.alignment.beads());
    CHECK(backward.learn({}).info().source.tag() == "zh");
    CHECK(forward.learn({}).size() > 0);
    CHECK(backward.learn({}).compile() == forward.learn({}).compile());
}

TEST_CASE("a learner of nothing learns nothing") {
    const LexiconSet none;
    CHECK(AssociationLearner(none).learn({}).size() == 0);
}

}  // namespace
}  // namespace tongwen::align
