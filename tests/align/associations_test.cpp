// SPDX-License-Identifier: Apache-2.0
// Tests associations: the table by its definition, and what two sides share without a dictionary.
#include "align/associations.h"

#include <map>

#include <rapidcheck.h>

#include "tests/align/segments.h"
#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

TEST_CASE("strengths become probabilities, each way by its own sum") {
    const Associations table({{0, 1, 0.5F}, {0, 2, 0.2F}, {1, 2, 0.4F}, {0, 1, 0.3F}}, 3, 3);
    REQUIRE(table.of_source(0).size() == 2);
    CHECK(table.of_source(0)[0].other == 1);
    CHECK(table.of_source(0)[0].strength == 0.5F);
    CHECK(table.of_source(0)[0].probability == Approx(0.5));
    CHECK(table.of_source(0)[1].probability == Approx(0.2));
    CHECK(table.of_source(2).empty());
    CHECK(table.of_target(0).empty());
    REQUIRE(table.of_target(2).size() == 2);
    CHECK(table.of_target(2)[0].other == 0);
    CHECK(table.of_target(2)[1].probability == Approx(0.4 / 0.9));
}

TEST_CASE("any entries are found both ways with the greatest of their strengths") {
    REQUIRE(rc::check([] {
        std::map<std::pair<std::uint32_t, std::uint32_t>, float> slow;
        std::vector<Associations::Entry> entries;
        const auto id = rc::gen::inRange<std::uint32_t>(0, 6);
        const auto many = *rc::gen::inRange(0, 40);
        for (int k = 0; k < many; ++k) {
            entries.push_back({*id, *id, static_cast<float>(*rc::gen::inRange(1, 11)) / 10});
            float& strength = slow[{entries.back().source, entries.back().target}];
            strength = std::max(strength, entries.back().strength);
        }
        const Associations table(entries, 6, 6);
        std::size_t forward = 0;
        std::size_t backward = 0;
        for (std::uint32_t word = 0; word < 6; ++word) {
            float sum = 0;
            for (const Association& link : table.of_source(word)) {
                RC_ASSERT(slow.at({word, link.other}) == link.strength);
                RC_ASSERT(link.probability > 0.0F);
                sum += link.probability;
                ++forward;
            }
            RC_ASSERT(sum < 1.0F);
            for (const Association& link : table.of_target(word)) {
                RC_ASSERT(slow.at({link.other, word}) == link.strength);
                ++backward;
            }
        }
        RC_ASSERT(forward == slow.size());
        RC_ASSERT(backward == slow.size());
    }));
}

/// The strength between two tokens of two documents; 0 for none.
class Pair {
  public:
    Pair(const std::vector<std::string>& source, std::string_view source_language,
         const std::vector<std::string>& target, std::string_view target_language)
        : Pair(segmented(source, source_language), segmented(target, target_language)) {}
    [[nodiscard]] float strength(std::string_view source, std::string_view target) const {
        const std::uint32_t other = target_.vocabulary.find(target);
        for (const Association& link : associations_.of_source(source_.vocabulary.find(source))) {
            if (link.other == other) return link.strength;
        }
        return 0;
    }

  private:
    Pair(const corpus::Document& source, const corpus::Document& target)
        : source_(make_tokens({source, names_of(source)}, {target, names_of(target)})),
          target_(make_tokens({target, names_of(target)}, {source, names_of(source)})),
          associations_(associate(source_, target_)) {}
    TokenTable source_;
    TokenTable target_;
    Associations associations_;
};

TEST_CASE("equal tokens, names by their sound, months and words that begin alike are associated") {
    const Pair chinese({"用GPS在北京测25万点", "7月"}, "zh",
                       {"GPS in Beijing for 250,000 points", "July and 7"}, "en");
    CHECK(chinese.strength("gps", "gps") == 0.95F);
    CHECK(chinese.strength("=beij", "beij") == 0.95F);
    CHECK(chinese.strength("#250000", "#250000") == 0.95F);
    CHECK(chinese.strength("#m7", "#m7") == 0.95F);
    CHECK(chinese.strength("#m7", "#7") == 0.5F);
    CHECK(chinese.strength("用", "gps") == 0.0F);
    const Pair german({"die Konferenz am 7.", "konferenz"}, "de",
                      {"the conference, konferenzen, in July", "conference"}, "en");
    CHECK(german.strength("konferenz", "konferenzen") == 0.4F);
    CHECK(german.strength("#7", "#m7") == 0.5F);
}

TEST_CASE("names of the source are heard in the target as well") {
    const Pair pair({"Anna in Beijing"}, "en", {"安娜在北京"}, "zh");
    CHECK(pair.strength("beij", "=beij") == 0.95F);
}

TEST_CASE("words that begin as too many others do are not associated") {
    std::vector<std::string> many;
    for (char c = 'a'; c <= 'z'; ++c) many.push_back(std::string("inter") + c + c);
    CHECK(Pair({"interxy"}, "de", many, "ja").strength("interxy", "interaa") == 0);
    many.resize(20);
    CHECK(Pair({"interxy"}, "de", many, "ja").strength("interxy", "interaa") == 0.4F);
}

TEST_CASE("documents without words have no associations") {
    const Pair half({"桥"}, "zh", {}, "en");
    CHECK(half.strength("桥", "") == 0);
}

}  // namespace
}  // namespace tongwen::align
