// SPDX-License-Identifier: Apache-2.0
// Tests carrying decisions over to edited documents.
#include "review/update.h"

#include <algorithm>
#include <set>

#include <rapidcheck.h>

#include "tests/review/edited_documents.h"
#include "tests/support/catch.h"

namespace tongwen::review {
namespace {

Decision accepted(const std::string& comment = {}) {
    Decision decision;
    decision.status = Status::accepted;
    decision.comment = comment;
    decision.who = "lin";
    decision.when = "2026-11-24T09:30:00Z";
    return decision;
}

std::string source_of(const Review& review, std::size_t bead) {
    const align::Bead& one = review.beads()[bead].bead;
    return text_of(review.source(), one.source.begin.value, one.source.end.value);
}

std::string target_of(const Review& review, std::size_t bead) {
    const align::Bead& one = review.beads()[bead].bead;
    return text_of(review.target(), one.target.begin.value, one.target.end.value);
}

/// "k1 c2,3 l": what became of each decision, and the beads, from 0, that carry it.
std::string spell(const Update& update) {
    std::string spelling;
    for (const CarriedDecision& one : update.decisions) {
        if (!spelling.empty()) spelling += ' ';
        spelling += "kcl"[static_cast<std::size_t>(one.fate)];
        for (std::size_t k = 0; k < one.after.size(); ++k)
            spelling += (k > 0 ? "," : "") + std::to_string(one.after[k]);
    }
    return spelling;
}

std::string shapes(const Review& review) { return align::spell(review.current().alignment); }

/// Six pairs in three paragraphs, all decided but the first.
struct Small {
    Paragraphs source = {{"灯塔建于1932年。", "塔高27米。"},
                         {"守塔人林海住了41年。", "台风打碎了36块玻璃。"},
                         {"每年有12万人来参观。", "门票三十五元。"}};
    Paragraphs target = {
        {"The lighthouse was built in 1932.", "The tower is 27 metres high."},
        {"The keeper, Lin Hai, lived here for 41 years.", "A typhoon broke 36 panes of glass."},
        {"Every year 120,000 people visit it.", "A ticket is thirty-five yuan."}};

    [[nodiscard]] Review review(const std::string& spelling = "1-1 1-1 1-1 1-1 1-1 1-1") const {
        const align::Alignment alignment = align::parse_alignment(spelling);
        std::vector<Decision> decisions(alignment.beads().size());
        for (std::size_t k = 1; k < decisions.size(); ++k) decisions[k] = accepted("c" + std::to_string(k));
        return Review({document_of(source, "zh"), document_of(target, "en"), alignment}, decisions);
    }
    [[nodiscard]] Update edited() const {
        return update(Small().review(), document_of(source, "zh"), document_of(target, "en"), {});
    }
};

TEST_CASE("what becomes of decisions") {
    Small now;
    SECTION("nothing has changed") {
        const Update update = now.edited();
        CHECK(spell(update) == "k1 k2 k3 k4 k5");
        CHECK(update.realigned == 0);
        CHECK(update.review.beads() == Small().review().beads());
        CHECK(update.review.ledger().empty());
    }
    SECTION("a sentence more in the source") {
        now.source[1].insert(now.source[1].begin() + 1, "修复工程共花费250万元。");
        const Update update = now.edited();
        CHECK(spell(update) == "k1 k2 k4 k5 k6");
        CHECK(shapes(update.review) == "1-1 1-1 1-1 1-0 1-1 1-1 1-1");
        CHECK(update.realigned == 1);
    }
    SECTION("a sentence of the target is gone") {
        now.target[1].pop_back();
        const Update update = now.edited();
        CHECK(spell(update) == "k1 k2 c3 k4 k5");
        CHECK(update.review.beads()[3].decision.status == Status::changed);
        CHECK(update.review.beads()[3].decision.comment == "c3");
        CHECK(shapes(update.review) == "1-1 1-1 1-1 1-0 1-1 1-1");
    }
    SECTION("a pair is gone") {
        now.source[1].pop_back();
        now.target[1].pop_back();
        CHECK(spell(now.edited()) == "k1 k2 l k3 k4");
    }
    SECTION("a sentence is reworded") {
        now.target[1][0] = "The keeper, Lin Hai, lived there for 41 years.";
        const Update update = now.edited();
        CHECK(spell(update) == "k1 c2 k3 k4 k5");
        CHECK(shapes(update.review) == "1-1 1-1 1-1 1-1 1-1 1-1");
        CHECK(update.realigned == 0);
    }
    SECTION("a sentence is split, the text stands") {
        now.target[1][0] = "The keeper, Lin Hai,";
        now.target[1].insert(now.target[1].begin() + 1, "lived here for 41 years.");
        const Update update = now.edited();
        CHECK(spell(update) == "k1 k2 k3 k4 k5");
        CHECK(shapes(update.review) == "1-1 1-1 1-2 1-1 1-1 1-1");
    }
    SECTION("two sentences are joined: both decisions are there, to be looked at") {
        now.target[1] = {now.target[1][0] + " " + now.target[1][1]};
        const Update update = now.edited();
        CHECK(spell(update) == "k1 c2 c2 k3 k4");
        CHECK(shapes(update.review) == "1-1 1-1 2-1 1-1 1-1");
        std::string comments;
        for (const ReviewedBead& one : update.review.beads()) comments += one.decision.comment + "\n";
        CHECK(comments.find("c2") != std::string::npos);
        CHECK(comments.find("c3") != std::string::npos);
    }
    SECTION("a paragraph has moved on both sides") {
        move_paragraph(now.source, 1, 2);
        move_paragraph(now.target, 1, 2);
        const Update update = now.edited();
        CHECK(spell(update) == "k1 k4 k5 k2 k3");
        CHECK(update.realigned == 0);
    }
    SECTION(
        "a paragraph has moved on one side: the decisions are where the texts are, and the link is kept") {
        move_paragraph(now.source, 2, 1);
        const Update update = now.edited();
        std::size_t kept = 0;
        for (const CarriedDecision& one : update.decisions) {
            CHECK(one.fate != Fate::lost);
            if (one.fate == Fate::kept) ++kept;
            if (one.fate == Fate::changed) CHECK(one.after.size() == 2);
        }
        CHECK(kept == 3);
        REQUIRE(update.review.origin().moved.size() == 1);
        CHECK(update.review.origin().moved[0].beads.size() == 2);
    }
    SECTION("everything is new") {
        now.source = {{"面粉加水。", "等一小时。"}};
        now.target = {{"Mix flour with water.", "Wait an hour."}};
        CHECK(spell(now.edited()) == "l l l l l");
    }
    SECTION("a side is empty") {
        now.source.clear();
        CHECK(spell(now.edited()) == "c1 c2 c3 c4 c5");
        now.target.clear();
        CHECK(spell(now.edited()) == "l l l l l");
    }
}

TEST_CASE("an edited target stays with its text, else in the comment") {
    std::vector<Decision> decisions(6);
    decisions[2].target_edit = "Keeper Lin Hai stayed 41 years.";
    const Small before;
    const Review old({document_of(before.source, "zh"), document_of(before.target, "en"),
                      align::parse_alignment("1-1 1-1 1-1 1-1 1-1 1-1")},
                     decisions);
    Small now;
    SECTION("the source changes") {
        now.source[1][0] = "守塔人林海住了42年。";
        const Update done = update(old, document_of(now.source, "zh"), document_of(now.target, "en"), {});
        CHECK(done.review.beads()[2].decision.target_edit == "Keeper Lin Hai stayed 41 years.");
        CHECK(done.review.beads()[2].decision.status == Status::changed);
    }
    SECTION("the target changes") {
        now.target[1][0] = "The keeper, Lin Hai, lived here for 42 years.";
        const Update done = update(old, document_of(now.source, "zh"), document_of(now.target, "en"), {});
        CHECK_FALSE(done.review.beads()[2].decision.target_edit.has_value());
        CHECK(done.review.beads()[2].decision.comment == "Keeper Lin Hai stayed 41 years.");
    }
}

TEST_CASE("what nobody decided is searched anew beside an edit, and kept elsewhere") {
    const Manuscript manuscript = generate_manuscript(300, 5, 9);
    Manuscript now = manuscript;
    now.source[20].insert(now.source[20].begin(), "修复工程共花费77777万元。");
    const Update done = update(manuscript.review(), now.source_document(), now.target_document(), {});
    CHECK(done.decisions.empty());
    CHECK(done.realigned > 1);
    CHECK(done.realigned < 12);
    CHECK(done.review.beads().size() - manuscript.alignment.beads().size() <= 1);
}

/// What must hold of an update, whatever was edited.
void check_law(const Review& old, const Update& done) {
    const Review& now = done.review;
    RC_ASSERT(now.current().alignment.source_size() == now.source().segments.size());
    std::size_t i = 0;
    std::size_t j = 0;
    for (const ReviewedBead& one : now.beads()) {
        RC_ASSERT(one.bead.source.begin.value == i);
        RC_ASSERT(one.bead.target.begin.value == j);
        i = one.bead.source.end.value;
        j = one.bead.target.end.value;
        RC_ASSERT(one.bead.source.size() + one.bead.target.size() > 0);
    }
    RC_ASSERT(i == now.source().segments.size());
    RC_ASSERT(j == now.target().segments.size());
    const auto source_then = count_texts(old.source());
    const auto target_then = count_texts(old.target());
    const auto source_now = count_texts(now.source());
    const auto target_now = count_texts(now.target());
    const auto is_there = [](const std::string& text, const auto& then, const auto& counts) {
        const auto found = counts.find(text);
        return found != counts.end() && found->second >= then.at(text);
    };
    std::set<std::size_t> kept;
    for (const CarriedDecision& carried : done.decisions)
        if (carried.fate == Fate::kept) kept.insert(carried.after.begin(), carried.after.end());
    std::size_t next = 0;
    for (std::size_t k = 0; k < old.beads().size(); ++k) {
        const ReviewedBead& bead = old.beads()[k];
        if (!bead.fixed()) continue;
        const CarriedDecision& carried = done.decisions.at(next++);
        RC_ASSERT(carried.before == k);
        bool stands = false;
        for (auto s = bead.bead.source.begin.value; s < bead.bead.source.end.value; ++s)
            stands = stands || is_there(text_of(old.source(), s, s + 1), source_then, source_now);
        for (auto s = bead.bead.target.begin.value; s < bead.bead.target.end.value; ++s)
            stands = stands || is_there(text_of(old.target(), s, s + 1), target_then, target_now);
        if (stands) RC_ASSERT(carried.fate != Fate::lost);
        RC_ASSERT((carried.fate == Fate::lost) == carried.after.empty());
        if (carried.fate == Fate::kept) {
            RC_ASSERT(carried.after.size() == 1U);
            RC_ASSERT(now.beads()[carried.after[0]].decision == bead.decision);
            RC_ASSERT(source_of(now, carried.after[0]) == source_of(old, k));
            RC_ASSERT(target_of(now, carried.after[0]) == target_of(old, k));
        }
        if (carried.fate == Fate::changed) {
            for (const std::size_t after : carried.after) {
                if (kept.contains(after)) continue;  // another decision stands there
                RC_ASSERT(now.beads()[after].decision.status == Status::changed);
                RC_ASSERT(now.beads()[after].decision.comment.find(bead.decision.comment) !=
                          std::string::npos);
            }
        }
    }
    RC_ASSERT(next == done.decisions.size());
}

/// Decisions on some of the beads, each with a comment of its own.
std::vector<Decision> any_decisions(std::size_t beads) {
    const auto share = *rc::gen::inRange(1, 10);
    std::vector<Decision> decisions(beads);
    for (std::size_t k = 0; k < beads; ++k) {
        if (*rc::gen::inRange(0, 10) >= share) continue;
        decisions[k] = accepted("<" + std::to_string(k) + ">");
        decisions[k].status = *rc::gen::element(Status::accepted, Status::needs_work, Status::dropped,
                                                Status::changed, Status::undecided);
        decisions[k].pinned = *rc::gen::arbitrary<bool>();
    }
    return decisions;
}

TEST_CASE("no decision on a segment that is still there is lost, whatever is edited") {
    REQUIRE(rc::check([] {
        const Manuscript before =
            generate_manuscript(*rc::gen::inRange<std::size_t>(1, 50), *rc::gen::inRange<std::size_t>(1, 8),
                                *rc::gen::inRange<std::uint32_t>(0, 1'000'000));
        Manuscript now = before;
        const std::size_t paragraphs = now.source.size();
        bool crossing = false;
        for (std::size_t edits = any_below(12); edits > 0; --edits) {
            const std::size_t at = any_below(paragraphs);
            const std::size_t to = any_below(paragraphs);
            switch (any_below(5)) {
                case 0:
                    move_paragraph(now.source, at, to);
                    move_paragraph(now.target, at, to);
                    break;
                case 1:
                    move_paragraph(*rc::gen::arbitrary<bool>() ? now.source : now.target, at, to);
                    crossing = crossing || at != to;
                    break;
                case 2:
                    edit_paragraph(now.source[at]);
                    break;
                default:
                    edit_paragraph(now.target[at]);
            }
        }
        const Review old = before.review(any_decisions(before.alignment.beads().size()));
        const Update done = update(old, now.source_document(), now.target_document(), {});
        check_law(old, done);
        if (crossing) return;
        // In order, all whose segments are there, and were there once, are kept.
        const auto source_then = count_texts(old.source());
        const auto target_then = count_texts(old.target());
        const auto source_now = count_texts(done.review.source());
        const auto target_now = count_texts(done.review.target());
        const auto once = [](const auto& then, const auto& after, const std::string& text) {
            return then.at(text) == 1 && after.contains(text) && after.at(text) == 1;
        };
        for (const CarriedDecision& carried : done.decisions) {
            const align::Bead& bead = old.beads()[carried.before].bead;
            if (bead.source.size() != 1 || bead.target.size() != 1) continue;
            if (!once(source_then, source_now, source_of(old, carried.before))) continue;
            if (!once(target_then, target_now, target_of(old, carried.before))) continue;
            RC_ASSERT(carried.fate == Fate::kept);
        }
    }));
}

TEST_CASE("documents that are as they were keep everything, whatever was decided") {
    REQUIRE(rc::check([] {
        const Manuscript before = generate_manuscript(*rc::gen::inRange<std::size_t>(1, 60), 4,
                                                      *rc::gen::inRange<std::uint32_t>(0, 1'000'000));
        const Review old = before.review(any_decisions(before.alignment.beads().size()));
        const Update done = update(old, before.source_document(), before.target_document(), {});
        RC_ASSERT(done.realigned == 0U);
        RC_ASSERT(done.review.beads() == old.beads());
    }));
}

TEST_CASE("documents of the same few sentences over and over lose nothing and take linear time") {
    std::vector<std::string> source;
    std::vector<std::string> target;
    for (std::size_t k = 0; k < 20'000; ++k) {
        source.push_back(k % 3 == 0 ? "是。" : "不是。");
        target.push_back(k % 3 == 0 ? "Yes." : "No.");
    }
    std::string spelling = "1-1";
    for (std::size_t k = 1; k < source.size(); ++k) spelling += " 1-1";
    std::vector<Decision> decisions(source.size());
    for (std::size_t k = 0; k < decisions.size(); k += 2) decisions[k] = accepted();
    const Review old(
        {align::segmented(source, "zh"), align::segmented(target, "en"), align::parse_alignment(spelling)},
        decisions);
    source.insert(source.begin() + 5'000, "也许。");
    target.insert(target.begin() + 15'000, "Perhaps.");
    const Update done = update(old, align::segmented(source, "zh"), align::segmented(target, "en"), {});
    CHECK(std::ranges::count(done.decisions, Fate::kept, &CarriedDecision::fate) > 9'990);
    CHECK(std::ranges::count(done.decisions, Fate::lost, &CarriedDecision::fate) == 0);
}

}  // namespace
}  // namespace tongwen::review
