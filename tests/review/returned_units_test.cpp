// SPDX-License-Identifier: Apache-2.0
// Owns the tests of units that come back: the laws of a round trip, and each reason not to take one.
#include "review/returned_units.h"

#include <functional>

#include "review/alignment_file.h"
#include "tests/review/small_review.h"
#include "tests/support/catch.h"
#include "tests/support/scratch_folder.h"
#include "tmx/units.h"
#include "tmx/xliff_state.h"

using namespace tongwen;
using namespace tongwen::review;

namespace {

const Stamp wang = {"wang", "2026-12-01T08:00:00Z"};

std::optional<std::chrono::sys_seconds> time_of(const std::string& when) {
    return when.empty() ? std::nullopt : std::optional(std::chrono::sys_seconds(std::chrono::seconds(1)));
}

/// The units that an export of the review has.
std::vector<ReturnedUnit> exported(const Review& review) {
    tmx::UnitOptions options;
    options.one_sided = true;
    options.entry = mark_of(review);
    for (const ReviewedBead& bead : review.beads()) {
        const Decision& said = bead.decision;
        tmx::UnitDecision decision;
        if (said.status != Status::undecided) decision.status = name(said.status);
        decision.note = said.comment;
        decision.target = said.target_edit;
        decision.who = said.who;
        decision.when = time_of(said.when);
        options.decisions.push_back(decision);
    }
    std::vector<ReturnedUnit> units;
    tmx::make_units(
        review.current(), options, [](const text::Diagnostic&) {},
        [&units](const tmx::TranslationUnit& unit) {
            units.push_back(returned_unit(unit, units.size() + 1, units.size() + 2, true));
            units.back().when.clear();  // as of a table whose column was deleted
            units.back().who.clear();
        });
    return units;
}

Returns take(const Review& review, const std::vector<ReturnedUnit>& units, bool overwrite = false) {
    UnitReturns returns(review);
    for (const ReturnedUnit& unit : units) returns.add(unit);
    return returns.finish(wang, overwrite);
}

void decide(Review& review, const Returns& returns) {
    for (const Arrival& arrival : returns.arrivals)
        for (const Request& request : arrival.requests) CHECK(ask(review, request, arrival.stamp) == "done");
}

std::string troubles(const Returns& returns) {
    std::string all;
    for (const TroubledUnit& one : returns.troubled)
        all.append(all.empty() ? "" : " ").append(name(one.trouble));
    return all;
}

Request request(Operation operation, std::size_t bead, std::string text = {}) {
    Request made;
    made.operation = operation;
    made.bead = bead;
    made.text = std::move(text);
    return made;
}

}  // namespace

TEST_CASE("what comes back as it went says nothing, whatever was decided before") {
    Review review = small_review("1-1 2-1 1-0 0-1 1-1");
    ask(review, request(Operation::accept, 0));
    ask(review, request(Operation::edit, 1, "other\nwords"));
    ask(review, request(Operation::comment, 4, "two\nlines"));
    ask(review, request(Operation::drop, 2));
    const Returns returns = take(review, exported(review));
    CHECK(returns.units == 5);
    CHECK(returns.unchanged == 5);
    CHECK(returns.arrivals.empty());
    CHECK(returns.troubled.empty());
}

TEST_CASE("edits of every kind come back, with who and when; a second time they say nothing") {
    Review review = small_review("1-1 1-1 1-1 1-1 1-1 1-1");
    ask(review, request(Operation::accept, 4));
    ask(review, request(Operation::edit, 5, "edited"));
    std::vector<ReturnedUnit> units = exported(review);
    units[0].target = "better";
    units[1].status = "needs-work";
    units[1].note = "look here";
    units[2].status = "dropped";
    units[3].confirmation = "Translated";
    units[3].who = "ana";
    units[3].when = "2026-11-30T10:00:00Z";
    units[4].status = "unreviewed";
    units[5].target = "t6";  // as the document has it
    const Returns returns = take(review, units);
    CHECK(returns.troubled.empty());
    REQUIRE(returns.arrivals.size() == 6);
    decide(review, returns);
    CHECK(review.beads()[0].decision.target_edit == "better");
    CHECK(review.beads()[0].decision.who == "wang");
    CHECK(review.beads()[1].decision.status == Status::needs_work);
    CHECK(review.beads()[1].decision.comment == "look here");
    CHECK(review.beads()[2].decision.status == Status::dropped);
    CHECK(review.beads()[3].decision.status == Status::accepted);
    CHECK(review.beads()[3].decision.who == "ana");
    CHECK(review.beads()[3].decision.when == "2026-11-30T10:00:00Z");
    CHECK(review.beads()[4].decision.status == Status::undecided);
    CHECK_FALSE(review.beads()[5].decision.target_edit);
    const Returns again = take(review, units);
    CHECK(again.arrivals.empty());
    CHECK(again.troubled.empty());
    CHECK(again.unchanged == 6);
}

TEST_CASE("what was decided since the export is not overwritten, unless that is asked for") {
    Review review = small_review("1-1 1-1 1-1");
    std::vector<ReturnedUnit> units = exported(review);
    ask(review, request(Operation::edit, 0, "ours"));
    ask(review, request(Operation::accept, 1));
    units[0].target = "theirs";
    units[2].target = "free";
    const Returns returns = take(review, units);
    CHECK(troubles(returns) == "conflict");
    CHECK(returns.unchanged == 1);  // the second: it says what it said at the export
    REQUIRE(returns.arrivals.size() == 1);
    CHECK(returns.arrivals[0].bead == 2);
    const Returns forced = take(review, units, true);
    CHECK(forced.troubled.empty());
    REQUIRE(forced.arrivals.size() == 2);
    CHECK(forced.arrivals[0].overwrites);
    decide(review, forced);
    CHECK(review.beads()[0].decision.target_edit == "theirs");
    CHECK(review.beads()[1].decision.status == Status::accepted);
}

TEST_CASE("a file that does not tell what it was exported from gives way to decisions") {
    Review review = small_review("1-1 1-1");
    ask(review, request(Operation::accept, 0));
    std::vector<ReturnedUnit> units = exported(review);
    for (ReturnedUnit& unit : units) {
        unit.entry.clear();
        unit.target += " new";
    }
    CHECK(troubles(take(review, units)) == "conflict");
    units[0].when = "2030-01-01T00:00:00Z";
    CHECK(take(review, units).arrivals.size() == 2);
    units[0].when.clear();
    units[0].entry = "1-00000000";  // of another copy's ledger
    CHECK(troubles(take(review, units)) == "conflict");
}

TEST_CASE("why a unit is not taken") {
    Review review = small_review("1-1 1-1 1-1 1-1 1-0 1-1");
    const std::vector<ReturnedUnit> units = exported(review);
    struct Case {
        const char* trouble;
        std::function<void(std::vector<ReturnedUnit>&)> spoil;
    };
    const Case cases[] = {
        {"unknown-id", [](auto& all) { all[0].id = "nobody's"; }},
        {"other-source", [](auto& all) { all[0].source = "s2"; }},
        {"duplicate-id", [](auto& all) { all.push_back(all[0]), all.back().target = "else"; }},
        {"unknown-source", [](auto& all) { all[0].id.clear(), all[0].source = "s9"; }},
        {"empty-target", [](auto& all) { all[0].target = " "; }},
        {"no-target", [](auto& all) { all[4].target = "supplied"; }},
        {"unknown-status", [](auto& all) { all[0].status = "fine"; }},
    };
    for (const Case& one : cases) {
        CAPTURE(one.trouble);
        std::vector<ReturnedUnit> spoilt = units;
        one.spoil(spoilt);
        const Returns returns = take(review, spoilt);
        CHECK(troubles(returns) == one.trouble);
        CHECK(returns.arrivals.empty());
    }
    ask(review, request(Operation::merge, 1));
    CHECK(troubles(take(review, units)) == "bead-changed bead-changed");
}

TEST_CASE("a unit without id is placed by its source, spaces do not count") {
    Review review = small_review("1-1 1-1");
    std::vector<ReturnedUnit> units = exported(review);
    units[1].id.clear();
    units[1].source = " s 2\n";
    units[1].target = "new";
    const Returns returns = take(review, units);
    REQUIRE(returns.arrivals.size() == 1);
    CHECK(returns.arrivals[0].bead == 1);
}

TEST_CASE("people write statuses in many ways") {
    tmx::TranslationUnit unit;
    unit.properties = {{"x-tongwen-status", " Needs Work "}};
    CHECK(returned_unit(unit, 1, 1, false).status == "needs-work");
    CHECK_FALSE(returned_unit(unit, 1, 1, false).note);
    CHECK(returned_unit(unit, 1, 1, true).note == "");
}

TEST_CASE("wherever the writing of many decisions is cut off, the file can be read, and importing goes on") {
    const ScratchFolder folder;
    const auto path = folder.path() / "small.tongwen";
    Review review = small_review("1-1 1-1 1-1");
    write_alignment_file(path, {review, {}, "test"});
    const auto ignore = [](const text::Diagnostic&) {};
    const AlignmentFile before = read_alignment_file(path, ignore);
    std::vector<ReturnedUnit> units = exported(review);
    for (ReturnedUnit& unit : units) unit.target += " better";
    std::vector<Entry> entries;
    for (const Arrival& arrival : take(review, units).arrivals) {
        entries.push_back(std::get<Entry>(review.plan(arrival.requests.front(), arrival.stamp)));
        review.apply(entries.back());
    }
    REQUIRE(entries.size() == 3);
    LedgerFile(path, before.good_bytes).append(entries);
    const auto whole = std::filesystem::file_size(path);
    CHECK(read_alignment_file(path, ignore).review.ledger().size() == 3);
    for (auto size = whole; size >= before.good_bytes; --size) {
        std::filesystem::resize_file(path, size);
        Review torn = read_alignment_file(path, ignore).review;
        decide(torn, take(torn, units));
        CHECK(torn.beads() == review.beads());
    }
}
