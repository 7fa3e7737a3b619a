// SPDX-License-Identifier: Apache-2.0
#include "align/vicinity.h"

#include <string>
#include <vector>

#include "tests/align/segments.h"
#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

TEST_CASE("a vicinity has the tokens of its segments and the links between them") {
    const corpus::Document source = segmented({"Paris", "London 1932 London", "Rom"}, "de");
    const corpus::Document target = segmented({"1932", "Paris", "London"}, "en");
    const TokenTable sources = make_tokens({source, {}}, {target, {}});
    const TokenTable targets = make_tokens({target, {}}, {source, {}});
    const Associations associations = associate(sources, targets);
    // Source segment 1, target segments 1 and 2.
    const Vicinity vicinity(sources, targets, associations, Corridor({1, 1}, {4, 4}, 1));

    const Vicinity::Side& mine = vicinity.source();
    CHECK(mine.begin() == 1);
    CHECK(mine.end() == 2);
    REQUIRE(mine.size() == 2);  // London, 1932
    const auto tokens = mine.tokens(sources.first[1], sources.first[2]);
    REQUIRE(tokens.size() == 3);
    CHECK(tokens[0].number == 0);
    CHECK(tokens[1].number == 1);
    CHECK(tokens[2].number == 0);
    CHECK(tokens[0].weight == 1);
    CHECK(mine.word(1).kind == TokenKind::number);
    CHECK(mine.word(0).information == sources.information[sources.vocabulary.find("london")]);
    CHECK(mine.word(0).unigram == sources.unigram[sources.vocabulary.find("london")]);

    const Vicinity::Side& theirs = vicinity.target();
    REQUIRE(theirs.size() == 2);  // Paris, London
    REQUIRE(mine.links(0).size() == 1);
    CHECK(mine.links(0)[0].other == 1);
    CHECK(mine.links(1).empty());  // the target's 1932 lies outside
    CHECK(theirs.links(0).empty());
    REQUIRE(theirs.links(1).size() == 1);
    CHECK(theirs.links(1)[0].other == 0);
    CHECK(theirs.links(1)[0].strength ==
          associations.of_target(targets.vocabulary.find("london"))[0].strength);
}

}  // namespace
}  // namespace tongwen::align
