// SPDX-License-Identifier: Apache-2.0
#include "cli/review_script.h"

#include <nlohmann/json.hpp>

#include "tests/review/small_review.h"
#include "tests/support/catch.h"
#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

using Json = nlohmann::json;

/// A script over a review, without files.
struct Desk {
    review::Review review;
    std::vector<review::Entry> recorded = {};
    bool disk_full = false;
    ReviewScript script{
        {review, "lin", [] { return "2026-11-24T09:30:00Z"; },
         [this](const review::Entry& entry) {
             if (disk_full)
                 throw text::InputError(
                     {"cannot-write", text::Severity::error, {"x"}, {"No space left on device"}});
             recorded.push_back(entry);
         },
         [](const review::Review& present, const review::Stamp& stamp) {
             review::Entry entry{present.ledger().size() + 1, review::Operation::realign, {}, 0, stamp};
             review::ReviewedBead bead = present.beads()[0];
             if (bead.bead.confidence < 0.9) {
                 bead.bead.confidence = 0.9;
                 entry.changes = {{{present.beads()[0]}, {bead}}};
             }
             return entry;
         },
         [] { return std::string(R"({"beads":3})"); }}};

    Json ask(const std::string& line) { return Json::parse(script.answer(line)); }
};

struct Row {
    const char* request;
    const char* answer;
    const char* shapes;
};

TEST_CASE("requests are carried out, recorded first, and answered") {
    Desk desk{review::small_review("1-1 2-2 1-1")};
    for (
        const Row& row : std::vector<Row>{
            {R"({"operation":"accept","bead":2})",
             R"({"ok":true,"entry":1,"operation":"accept","changes":[{"bead":2,"before":1,"after":1}]})",
             "1-1 2-2 1-1"},
            {R"({"operation":"accept"})", R"({"ok":false,"refused":"no-change"})", "1-1 2-2 1-1"},
            {R"({"operation":"split","source":1,"target":1})",
             R"({"ok":true,"entry":2,"operation":"split","changes":[{"bead":2,"before":1,"after":2}]})",
             "1-1 1-1 1-1 1-1"},
            {R"({"operation":"merge","bead":4})", R"({"ok":false,"refused":"no-next-bead"})",
             "1-1 1-1 1-1 1-1"},
            {R"({"operation":"shift-target","bead":2,"by":-1})",
             R"({"ok":true,"entry":3,"operation":"shift-target","changes":[{"bead":2,"before":2,"after":2}]})",
             "1-1 1-0 1-2 1-1"},
            {R"({"operation":"undo"})",
             R"({"ok":true,"entry":4,"operation":"undo","changes":[{"bead":2,"before":2,"after":2}]})",
             "1-1 1-1 1-1 1-1"},
            {R"({"operation":"redo"})",
             R"({"ok":true,"entry":5,"operation":"redo","changes":[{"bead":2,"before":2,"after":2}]})",
             "1-1 1-0 1-2 1-1"},
            {R"({"operation":"comment","bead":1,"text":"嗯"})",
             R"({"ok":true,"entry":6,"operation":"comment","changes":[{"bead":1,"before":1,"after":1}]})",
             "1-1 1-0 1-2 1-1"},
            {R"({"operation":"realign"})",
             R"({"ok":true,"entry":7,"operation":"realign","changes":[{"bead":1,"before":1,"after":1}]})",
             "1-1 1-0 1-2 1-1"},
            {R"({"operation":"realign"})", R"({"ok":false,"refused":"no-change"})", "1-1 1-0 1-2 1-1"},
            {R"({"operation":"accept","bead":9})", R"({"ok":false,"refused":"no-such-bead"})",
             "1-1 1-0 1-2 1-1"},
            {R"({"operation":"status"})", R"({"ok":true,"status":{"beads":3}})", "1-1 1-0 1-2 1-1"}}) {
        INFO(row.request);
        CHECK(desk.ask(row.request) == Json::parse(row.answer));
        CHECK(review::shapes(desk.review) == row.shapes);
    }
    CHECK(desk.recorded == desk.review.ledger());
    CHECK(desk.script.failures() == 4);
}

TEST_CASE("what cannot be recorded is not done") {
    Desk desk{review::small_review("1-1")};
    desk.disk_full = true;
    const Json answer = desk.ask(R"({"operation":"accept"})");
    CHECK(answer["ok"] == false);
    CHECK(answer["error"] == "cannot-write");
    CHECK(answer["message"] == "cannot be written: No space left on device");
    CHECK(desk.review.ledger().empty());
    CHECK(desk.review.beads()[0].decision == review::Decision{});
}

TEST_CASE("what is no request is said to be none, whatever the bytes") {
    Desk desk{review::small_review("1-1")};
    for (const std::string& line :
         {std::string(), std::string("x"), std::string("[]"), std::string("{}"),
          std::string(R"({"operation":1})"), std::string(R"({"operation":"approve"})"),
          std::string(R"({"operation":"accept","bead":0})"),
          std::string(R"({"operation":"accept","bead":1.5})"),
          std::string(R"({"operation":"accept","bead":"1"})"),
          std::string(R"({"operation":"accept","bead":99999999999999999999})"),
          std::string(R"({"operation":"split","source":-1})"), std::string(R"({"operation":"edit"})"),
          std::string(R"({"operation":"next","queue":"x"})"), std::string("{\"operation\":\"\xFF\"}"),
          std::string(100'000, '[')}) {
        const Json answer = desk.ask(line);
        INFO(line.substr(0, 80));
        CHECK(answer["ok"] == false);
        CHECK(answer["error"] == "bad-request");
        CHECK(answer["message"].get<std::string>().size() > 5);
    }
}

TEST_CASE("a bead is shown with its texts and what was said of it") {
    Desk desk{review::small_review("1-1 1-2")};
    desk.ask(R"({"operation":"edit","bead":2,"text":"T"})");
    const Json bead = desk.ask(R"({"operation":"show"})");
    CHECK(bead["bead"] == 2);
    CHECK(bead["of"] == 2);
    CHECK(bead["shape"] == "1-2");
    CHECK(bead["source"] == Json::parse(R"({"segments":[2],"text":"s2"})"));
    CHECK(bead["target"] == Json::parse(R"({"segments":[2,3],"text":"T"})"));
    CHECK(bead["confidence"] == 0.51);
    CHECK(bead["decision"]["edit"] == "T");
    CHECK(bead["decision"]["who"] == "lin");
}

TEST_CASE("queues are gone through, also while beads are merged and split") {
    Desk desk{review::small_review("1-1 1-1 1-1 1-2 1-1")};
    CHECK(desk.ask(R"({"operation":"next","queue":"least-sure"})")["bead"] == 1);
    CHECK(desk.ask(R"({"operation":"next","queue":"least-sure"})")["bead"] == 2);
    desk.ask(R"({"operation":"merge","bead":1})");  // 3, which is next, is 2 now
    CHECK(desk.ask(R"({"operation":"next","queue":"least-sure"})")["bead"] == 2);
    CHECK(desk.ask(R"({"operation":"next","queue":"least-sure"})")["shape"] == "1-2");
    CHECK(desk.ask(R"({"operation":"next","queue":"least-sure"})")["bead"] == 4);
    CHECK(desk.ask(R"({"operation":"next","queue":"least-sure"})")["refused"] == "end-of-queue");
    CHECK(desk.ask(R"({"operation":"next","queue":"not-1-1"})")["bead"] == 1);
    CHECK(desk.ask(R"({"operation":"next","queue":"not-1-1"})")["bead"] == 3);
    CHECK(desk.ask(R"({"operation":"next","queue":"not-1-1","again":true})")["bead"] == 1);
    CHECK(desk.ask(R"({"operation":"go","bead":4})")["bead"] == 4);
    CHECK(desk.review.cursor == 3);
}

TEST_CASE("a sample is drawn, gone through and judged") {
    Desk desk{review::small_review("1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1")};
    CHECK(desk.ask(R"({"operation":"verdict"})")["refused"] == "no-sample");
    CHECK(desk.ask(R"({"operation":"next","queue":"sample"})")["refused"] == "no-sample");
    CHECK(desk.ask(R"({"operation":"sample","size":0})")["error"] == "bad-request");
    CHECK(desk.ask(R"({"operation":"sample","size":4,"seed":3})") == Json::parse(R"({"ok":true,"drawn":4})"));
    CHECK(desk.ask(R"({"operation":"verdict"})") ==
          Json::parse(R"({"ok":true,"drawn":4,"judged":0,"wrong":0})"));
    std::size_t last = 0;
    for (int k = 0; k < 4; ++k) {
        const Json bead = desk.ask(R"({"operation":"next","queue":"sample"})");
        REQUIRE(bead["ok"] == true);
        CHECK(bead["bead"] > last);
        last = bead["bead"];
        desk.ask(k == 0 ? R"({"operation":"drop"})" : R"({"operation":"accept"})");
    }
    CHECK(desk.ask(R"({"operation":"next","queue":"sample"})")["refused"] == "end-of-queue");
    // One of four: Clopper and Pearson's bounds at 95 % on either side.
    CHECK(desk.ask(R"({"operation":"verdict"})") ==
          Json::parse(R"({"ok":true,"drawn":4,"judged":4,"wrong":1,"share":0.25,"lower_bound":0.013,)"
                      R"("upper_bound":0.751})"));
}

}  // namespace
}  // namespace tongwen::cli
