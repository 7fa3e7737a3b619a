// SPDX-License-Identifier: Apache-2.0
// Tests that reports say what was counted.
#include "cli/eval_report.h"

#include <nlohmann/json.hpp>

#include "cli/words.h"
#include "tests/support/catch.h"

namespace tongwen::cli {
namespace {

using nlohmann::json;

EvalReport report_of(const std::string& gold, const std::string& found) {
    EvalReport report;
    report.total = align::evaluate(align::parse_beads(gold, "gold"), align::parse_beads(found, "found"));
    report.documents = 1;
    report.pairs.push_back({"gold", "found", {}, 1, report.total});
    return report;
}

json json_of(const EvalReport& report) { return json::parse(write_eval_json(report)); }

TEST_CASE("JSON: of nothing, shares are null, but rates are numbers") {
    const json nothing = json_of(report_of("", ""));
    CHECK(nothing["format"] == "tongwen-evaluation");
    CHECK(nothing["beads"]["strict"] == json({{"precision", 0}, {"recall", 0}, {"f1", 0}}));
    CHECK(nothing["omissions"]["precision"] == 1);
    CHECK(nothing["omissions"]["beside"]["recall"].is_null());
    CHECK_FALSE(nothing["omissions"].contains("by_length"));
    CHECK(nothing["calibration"].is_null());
    CHECK(nothing["shapes"].empty());
    CHECK(nothing["beside"] == json({{"places", 0}, {"found", 0}, {"linked", 0}, {"linked_1_1", 0}}));
    CHECK_FALSE(nothing.contains("pairs"));
    CHECK_FALSE(nothing.contains("by_document"));
    CHECK_FALSE(nothing.contains("against"));
}

TEST_CASE("JSON: counts and rates") {
    const json one =
        json_of(report_of("[0]:[0]\n[1]:[1]\n[2]:[]", "[0]:[0]:0.9\n[1]:[1, 2]:0.75\n[2]:[]:0.5"));
    CHECK(one["gold"] == json({{"path", "gold"}, {"documents", 1}, {"beads", 3}}));
    CHECK(one["beads"]["found"] == json({{"all", 3}, {"strict", 2}, {"lax", 3}}));
    CHECK(one["beads"]["gold"] == json({{"all", 2}, {"strict", 1}, {"lax", 2}}));
    CHECK(one["beads"]["strict"]["precision"] == 0.666667);
    CHECK(one["links"]["strict"]["precision"] == 0.5);
    CHECK(one["omissions"]["right"] == 1);
    CHECK(one["shapes"].size() == 3);
    CHECK(one["calibration"]["brier"] == 0.28625);
    CHECK(one["calibration"]["thresholds"][2] == json({{"at_least", 0.9},
                                                       {"links", 1},
                                                       {"right", 1},
                                                       {"share", 0.5},
                                                       {"precision", 1},
                                                       {"recall", 0.5}}));
}

TEST_CASE("JSON: lengths, documents and comparison when there are any") {
    EvalReport report = report_of("[0]:[0]", "[0]:[0]");
    report.with_texts = true;
    report.by_document.push_back({"a \"b\" \xFF", report.total});
    report.pairs[0].other = "other";
    report.comparison =
        align::Comparison{{0.5, 0.25, align::Interval{-0.125, 0.5}, 0.0625}, {1, 1, {}, {}}, 3};
    const json one = json_of(report);
    CHECK(one["additions"]["by_length"].size() == 4);
    CHECK(one["additions"]["by_length"][2]["to"] == 50);
    CHECK(one["additions"]["by_length"][3]["from"] == 50);
    CHECK(one["additions"]["by_length"][3]["to"].is_null());
    CHECK(one["by_document"][0]["name"] == "a \"b\" \uFFFD");
    CHECK(one["by_document"][0]["links"]["lax"]["f1"] == 1);
    CHECK(one["against"]["path"] == "other");
    CHECK(one["against"]["pieces"] == 3);
    CHECK(one["against"]["strict_f1"] == json({{"first", 0.5},
                                               {"second", 0.25},
                                               {"difference", 0.25},
                                               {"interval", {-0.125, 0.5}},
                                               {"p", 0.0625}}));
    CHECK(one["against"]["lax_f1"]["interval"].is_null());
}

/// Two pairs, the second with gold that says nothing about one of its links.
EvalReport report_of_two() {
    EvalReport report = report_of("[0]:[0]\n[1]:[]\n[]:[1]", "[0]:[0]:0.9\n[1]:[1]:0.3");
    const EvalReport more =
        report_of("[0, 1, 2, 3]:[0, 1, 2, 3, 4]", "[0]:[0]:0.8\n[1, 2, 3]:[1, 2, 3, 4]:1");
    report.pairs.push_back({"gold/two", "found/two", {}, 1, more.total});
    report.total += more.total;
    report.documents = 2;
    return report;
}

TEST_CASE("JSON: several pairs are told of one by one, and counted together") {
    const json report = json_of(report_of_two());
    CHECK(report["gold"] == json({{"documents", 2}, {"beads", 4}}));
    CHECK(report["found"] == json::object());
    REQUIRE(report["pairs"].size() == 2);
    CHECK(report["pairs"][0]["gold"] == "gold");
    CHECK(report["pairs"][0]["omissions"]["gold"] == 1);
    CHECK(report["pairs"][1]["found"] == "found/two");
    CHECK(report["pairs"][1]["beads"]["gold"]["lax"] == 1);
    CHECK_FALSE(report["pairs"][1].contains("against"));
    CHECK(report["links"]["found"]["all"] == 4);
    CHECK(report["beside"] == json({{"places", 1}, {"found", 0}, {"linked", 1}, {"linked_1_1", 1}}));
    CHECK(report["calibration"]["links"] == 4);
    CHECK(report["calibration"]["known"]["links"] == 2);
    CHECK(report["calibration"]["known"]["bins"][3]["right"] == 0);
    CHECK(report["calibration"]["known"]["thresholds"][2]["precision"] == 1);
}

TEST_CASE("text: several pairs, places with both, and links that the gold knows nothing of") {
    speak("en");
    const std::string text = write_eval_text(report_of_two());
    CHECK(
        text.find("\nPlaces with an omission beside an addition: 1; all of it found: 0; one linked with the "
                  "other: 1, as 1-1: 1\n") != std::string::npos);
    CHECK(text.find("\nThe same without the links inside of gold beads of more than 8 segments, which say "
                    "nothing about them (2):\nConfidence ") != std::string::npos);
    CHECK(text.ends_with(
        "\nGold      gold  found  strict F1  lax F1  omissions P       R  additions P       R\n"
        "gold         3      2     0.6667  0.6667            -  0.0000            -  0.0000\n"
        "gold/two     1      2     0.0000  1.0000            -       -            -       -\n"));
}

TEST_CASE("text: rare shapes are one row, names are legible") {
    speak("en");
    std::string beads;
    for (int size = 1; size <= 15; ++size) {
        beads += "[" + std::to_string(size) + "]:[";
        for (int k = 0; k < size; ++k) beads += std::to_string(100 * size + k) + " ";
        beads += "]\n";
    }
    EvalReport report = report_of(beads, beads);
    report.by_document.push_back({"\033[2J.txt", report.total});
    const std::string text = write_eval_text(report);
    CHECK(text.find("\n1-12 ") != std::string::npos);
    CHECK(text.find("\n1-13 ") == std::string::npos);
    CHECK(text.find("\nothers     3          1.0000  1.0000      3") != std::string::npos);
    CHECK(text.find('\033') == std::string::npos);
}

/// A set of which a part is right, and one of which nothing is known.
CrossReport cross_report() {
    CrossReport report;
    const align::Evaluation one =
        report_of("[0]:[0]\n[1]:[1]\n[2]:[]", "[0]:[0]:0.9\n[1]:[1, 2]:0.75\n[2]:[]:0.5").total;
    report.sets.push_back({"news", {2, one}});
    report.sets[0].judgement.evaluation.known = {};
    report.sets[0].judgement.evaluation.known.add(0.75, false);
    report.sets.push_back({"empty", {}});
    report.total = report.sets[0].judgement;
    return report;
}

TEST_CASE("cross-validation, JSON: sets and all of them") {
    const json report = json::parse(write_cross_json(cross_report()));
    CHECK(report["format"] == "tongwen-cross-validation");
    CHECK(report["version"] == 1);
    REQUIRE(report["sets"].size() == 2);
    const json& news = report["sets"][0];
    CHECK(news["name"] == "news");
    CHECK(news["documents"] == 2);
    CHECK(news["beads"]["strict"]["precision"] == 0.666667);
    CHECK(news["links"]["strict"]["f1"] == 0.5);
    CHECK(news["omissions"]["right"] == 1);
    CHECK(news["additions"]["found"] == 0);
    CHECK(news["calibration"]["links"] == 2);
    CHECK(news["calibration"]["known"]["links"] == 1);
    CHECK(news["calibration"]["known"]["expected_error"] == 0.75);
    CHECK(news["calibration"]["known"]["brier"] == 0.5625);
    CHECK(report["sets"][1]["calibration"].is_null());
    json all = news;
    all.erase("name");
    CHECK(report["all"] == all);
}

TEST_CASE("cross-validation, tables: a row a set, then all") {
    speak("en");
    CHECK(write_cross_text(cross_report()) ==
          "Held out  documents  strict F1  lax F1  omissions P       R  additions P  R\n"
          "news              2     0.5714  1.0000       1.0000  1.0000            -  -\n"
          "empty             0     0.0000  0.0000            -       -            -  -\n"
          "all               2     0.5714  1.0000       1.0000  1.0000            -  -\n"
          "\n"
          "Held out  links     ECE  ECE, known   Brier  P at 0.90  P at 0.95  P at 0.99\n"
          "news          2  0.4250      0.7500  0.2863     1.0000          -          -\n"
          "empty         0  0.0000      0.0000  0.0000          -          -          -\n"
          "all           2  0.4250      0.7500  0.2863     1.0000          -          -\n");
}

}  // namespace
}  // namespace tongwen::cli
