// SPDX-License-Identifier: Apache-2.0
// Tests that documents of a batch learn from each other, and only where that is wished.
#include "cli/align_batch.h"

#include "tests/cli/made_up_environment.h"
#include "tests/support/catch.h"
#include "tests/support/scratch_folder.h"
#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

/// A batch with surroundings of its own.
class Played {
  public:
    Played(const AlignRequest& request, std::vector<FilePair> files)
        : messages_({}, true),
          lexicons_({.none = true}, environment_of({}), messages_),
          run_{request, messages_, lexicons_},
          pairs_(std::move(files)),
          batch_(run_, pairs_) {}

    AlignBatch& batch() { return batch_; }
    /// The beads of one pair, after all were read.
    std::string beads_of(std::size_t index) {
        for (std::size_t k = 0; k < pairs_.size(); ++k) batch_.read(k);
        return spell(batch_.finish(index).bitext.alignment);
    }

  private:
    Messages messages_;
    Lexicons lexicons_;
    AlignRun run_;
    std::vector<FilePair> pairs_;
    AlignBatch batch_;
};

/// Short documents that teach four made-up words, and a last one that can be aligned only by who knows them:
/// of its four sentences of one length one has no translation.
std::vector<FilePair> made_up_texts(const ScratchFolder& folder, std::size_t dropped) {
    const std::vector<std::pair<std::string, std::string>> words = {
        {"bavu", "zorg"}, {"kilo", "pemp"}, {"mury", "tagh"}, {"sefo", "wint"}};
    const auto sentence = [](const std::string& word) { return word + " " + word + " " + word + "\n"; };
    std::vector<FilePair> pairs;
    const auto add = [&](const std::string& source, const std::string& target) {
        const std::string name = std::to_string(pairs.size());
        pairs.push_back({folder.add("a/" + name, source), folder.add("b/" + name, target), name});
    };
    for (int k = 0; k < 5; ++k)
        for (const auto& [source, target] : words) add(sentence(source), sentence(target));
    std::string source;
    std::string target;
    for (std::size_t k = 0; k < words.size(); ++k) {
        source += sentence(words[k].first);
        if (k != dropped) target += sentence(words[k].second);
    }
    add(source, target);
    return pairs;
}

/// The alignment of the last one.
std::string expected(std::size_t dropped) {
    std::string shapes;
    for (std::size_t k = 0; k < 4; ++k)
        shapes += std::string(k > 0 ? " " : "") + (k == dropped ? "1-0" : "1-1");
    return shapes;
}

AlignRequest request_for(align::SelfTraining self_training) {
    AlignRequest request;
    for (auto* const options : {&request.source_options, &request.target_options})
        options->format = "segmented";
    request.source_options.language = text::Language::parse("da");
    request.target_options.language = text::Language::parse("en");
    request.self_training = self_training;
    return request;
}

TEST_CASE("what other documents teach aligns the last one") {
    const AlignRequest always = request_for(align::SelfTraining::always);
    const AlignRequest never = request_for(align::SelfTraining::never);
    int right_alone = 0;
    int right_without = 0;
    for (std::size_t dropped = 0; dropped < 4; ++dropped) {
        const ScratchFolder folder;
        const std::vector<FilePair> texts = made_up_texts(folder, dropped);
        CHECK(Played(always, texts).beads_of(texts.size() - 1) == expected(dropped));
        right_alone += Played(always, {texts.back()}).beads_of(0) == expected(dropped) ? 1 : 0;
        right_without += Played(never, texts).beads_of(texts.size() - 1) == expected(dropped) ? 1 : 0;
    }
    // Who does not know the words always drops the same one.
    CHECK(right_alone <= 1);
    CHECK(right_without <= 1);
}

TEST_CASE("little text teaches nothing unless that is wished") {
    const ScratchFolder folder;
    const std::vector<FilePair> texts = made_up_texts(folder, 1);
    const AlignRequest automatic = request_for(align::SelfTraining::automatic);
    const AlignRequest never = request_for(align::SelfTraining::never);
    CHECK(Played(automatic, texts).beads_of(texts.size() - 1) ==
          Played(never, texts).beads_of(texts.size() - 1));
}

TEST_CASE("a pair that cannot be read does not stop the others") {
    const ScratchFolder folder;
    std::vector<FilePair> texts = made_up_texts(folder, 1);
    texts.insert(texts.begin(), {folder.path() / "none", folder.path() / "none", "none"});
    const AlignRequest always = request_for(align::SelfTraining::always);
    Played played(always, texts);
    CHECK_THROWS_AS(played.batch().read(0), text::InputError);
    for (std::size_t k = 1; k < texts.size(); ++k) played.batch().read(k);
    const AlignedPair pair = played.batch().finish(texts.size() - 1);
    CHECK(spell(pair.bitext.alignment) == expected(1));
    REQUIRE(pair.lexicons != nullptr);
    REQUIRE(pair.lexicons->lexicons().size() == 1);
    CHECK(pair.lexicons->lexicons()[0]->contains("bavu"));
}

TEST_CASE("texts whose language is not known are aligned each by itself") {
    const ScratchFolder folder;
    const std::vector<FilePair> texts = made_up_texts(folder, 1);
    AlignRequest unknown = request_for(align::SelfTraining::always);
    unknown.source_options.language = text::Language();
    unknown.target_options.language = text::Language();
    CHECK(Played(unknown, texts).beads_of(texts.size() - 1) == Played(unknown, {texts.back()}).beads_of(0));
}

}  // namespace
}  // namespace tongwen::cli
