// SPDX-License-Identifier: Apache-2.0
// Tests the options of `tongwen train` as far as the golden cases do not.
#include "cli/train_options.h"

#include <algorithm>

#include "align/features.h"
#include "tests/support/catch.h"
#include "tests/support/scratch_folder.h"
#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

TrainRequest request_of(const std::vector<std::string>& arguments) {
    return parse_train_request(arguments, 80);
}

std::string refusal_of(const std::vector<std::string>& arguments) {
    try {
        request_of(arguments);
    } catch (const text::InputError& error) {
        return error.diagnostic().id;
    }
    return "";
}

TEST_CASE("kinds of evidence, features and beginnings name features") {
    const auto named = [](const std::string& list) {
        const std::vector<bool> features = parse_features(list);
        REQUIRE(features.size() == align::feature_count);
        return std::ranges::count(features, true);
    };
    CHECK(named("") == 0);
    CHECK(named("gain_target") == 1);
    CHECK(parse_features("gain_target")[align::gain_target]);
    CHECK(named("gain_target,gain_source,gain_target") == 2);
    CHECK(named("gain_*") == 2);
    CHECK(named("*") == align::feature_count);
    CHECK(named("names") > 2);
    CHECK(named("names,names_found") == named("names"));
    CHECK(named("length") + named("words") + named("numbers") + named("names") + named("punctuation") +
              named("structure") + named("shape") ==
          align::feature_count);
    for (const char* const wrong : {"gain", "gain_target,,shape", "x*", "Words", " words"})
        CHECK_THROWS_AS(parse_features(wrong), text::InputError);
}

TEST_CASE("a set is named after its folder, and weighs what stands behind the last '='") {
    const ScratchFolder folder;
    folder.add("a=b/gold/x", "");
    const auto only = [&](const std::string& gold) { return request_of({gold}).sets.at(0); };
    CHECK(only("gold/news").name == "news");
    CHECK(only("gold/news").weight == 1);
    CHECK(only("gold/news/").name == "news");
    CHECK(only("gold//news///=2.5").name == "news");
    CHECK(only("gold//news///=2.5").weight == 2.5);
    CHECK(only("gold/news/../laws").name == "laws");
    const std::string odd = (folder.path() / "a=b").string();
    CHECK(only(odd).folder == odd);
    CHECK(only(odd).weight == 1);
    CHECK(only(odd + "=3").folder == odd);
    CHECK(only(odd + "=3").weight == 3);
    CHECK(only(".").name == std::filesystem::current_path().filename());
    for (const char* const wrong : {"a=", "a=-1", "a=nan", "a=inf", "a=1e7", "a=2x", "a= 2"})
        CHECK(refusal_of({wrong}) == "bad-gold-weight");
}

TEST_CASE("where weights go") {
    CHECK(request_of({"a"}).output == "-");
    CHECK(request_of({"a", "-o", "w"}).output == "w");
    CHECK(request_of({"a", "--cross"}).output.empty());
    CHECK(request_of({"a", "--cross", "-o", "w"}).output == "w");
    CHECK(refusal_of({"a", "--cross", "-o", "-"}) == "report-and-weights");
}

TEST_CASE("options of cross-validation") {
    const TrainRequest request =
        request_of({"x/a", "b=2", "--cross", "--by-document", "a", "--beads", "d", "--to", "json"});
    CHECK(request.by_document == std::set<std::string>{"a"});
    CHECK(request.beads == "d");
    CHECK(request.json);
    CHECK_FALSE(request_of({"a", "--cross", "--to", "text"}).json);
    CHECK(refusal_of({"a", "--cross", "--by-document", "b"}) == "bad-option-value");
    for (const char* const option : {"--by-document", "--beads", "--to"})
        CHECK(refusal_of({"a", option, "text"}) == "option-needs-option");
}

}  // namespace
}  // namespace tongwen::cli
