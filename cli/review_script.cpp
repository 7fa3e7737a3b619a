// SPDX-License-Identifier: Apache-2.0
// Owns the requests of a review script and their answers.
#include "cli/review_script.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

#include <nlohmann/json.hpp>

#include "check/check.h"
#include "cli/wording.h"
#include "review/acceptance.h"
#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// Three decimals, as many as the file has.
double rounded(double number) { return std::round(number * 1000) / 1000; }

/// A request that is none: what is wrong with it, in English, for whoever wrote the script.
struct BadRequest : std::invalid_argument {
    using std::invalid_argument::invalid_argument;
};

Json refusal(std::string_view id) { return {{"ok", false}, {"refused", id}}; }

Json error(std::string_view id, const std::string& message) {
    return {{"ok", false}, {"error", id}, {"message", message}};
}

std::string text_of(const Json& request, const char* key) {
    const auto found = request.find(key);
    if (found == request.end() || !found->is_string())
        throw BadRequest(std::string(key) + " must be a string");
    return found->get<std::string>();
}

/// A whole number; without the member, `otherwise`.
std::int64_t number_of(const Json& request, const char* key, std::int64_t otherwise) {
    const auto found = request.find(key);
    if (found == request.end()) return otherwise;
    constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
    if (!found->is_number_integer() || found->get<std::int64_t>() > most ||
        found->get<std::int64_t>() < -most)
        throw BadRequest(std::string(key) + " must be a whole number");
    return found->get<std::int64_t>();
}

std::size_t count_of(const Json& request, const char* key) {
    const std::int64_t number = number_of(request, key, 0);
    if (number < 0) throw BadRequest(std::string(key) + " must not be negative");
    return static_cast<std::size_t>(number);
}

/// The bead that a request is about, from 0; without one, that on which the reviewer stands.
std::size_t bead_of(const Json& request, const review::Review& review) {
    const std::int64_t number = number_of(request, "bead", static_cast<std::int64_t>(review.cursor) + 1);
    if (number < 1) throw BadRequest("beads are numbered from 1");
    return static_cast<std::size_t>(number) - 1;
}

review::Request parse(const Json& json, review::Operation operation, const review::Review& review) {
    review::Request request{.operation = operation, .bead = bead_of(json, review)};
    if (operation == review::Operation::split) {
        request.source_split = count_of(json, "source");
        request.target_split = count_of(json, "target");
    }
    request.by = static_cast<int>(number_of(json, "by", 1));
    if (operation == review::Operation::edit || operation == review::Operation::comment)
        request.text = text_of(json, "text");
    return request;
}

constexpr std::array<std::pair<std::string_view, review::QueueKind>, 7> queues = {
    {{"all", review::QueueKind::all},
     {"least-sure", review::QueueKind::least_sure},
     {"not-1-1", review::QueueKind::uneven},
     {"findings", review::QueueKind::findings},
     {"undecided", review::QueueKind::undecided},
     {"to-fix", review::QueueKind::to_fix},
     {"sample", review::QueueKind::sample}}};

review::QueueKind queue_of(const Json& request) {
    if (!request.contains("queue")) return review::QueueKind::all;
    const std::string name = text_of(request, "queue");
    const auto* const found =
        std::ranges::find(queues, name, &std::pair<std::string_view, review::QueueKind>::first);
    if (found == queues.end()) throw BadRequest("there is no queue " + name);
    return found->second;
}

template <class Side>
Json segments_of(align::Run<Side> run) {
    Json numbers = Json::array();
    for (std::uint32_t k = run.begin.value; k < run.end.value; ++k) numbers.push_back(k + 1);
    return numbers;
}

Json json_of(const review::Decision& decision) {
    Json json = {{"status", review::name(decision.status)},
                 {"pinned", decision.pinned},
                 {"bookmarked", decision.bookmarked},
                 {"by_hand", decision.by_hand},
                 {"comment", decision.comment}};
    if (decision.target_edit) json["edit"] = *decision.target_edit;
    if (!decision.who.empty()) json["who"] = decision.who;
    if (!decision.when.empty()) json["when"] = decision.when;
    return json;
}

Json json_of(const review::Review& review, std::size_t index) {
    const review::ReviewedBead& bead = review.beads()[index];
    Json reasons = Json::object();
    for (std::size_t i = 0; i < align::evidence_count; ++i)
        reasons[std::string(align::name(static_cast<align::Evidence>(i)))] =
            rounded(static_cast<double>(bead.bead.reasons[i]));
    return {{"bead", index + 1},
            {"of", review.beads().size()},
            {"shape", align::shape(bead.bead)},
            {"source", {{"segments", segments_of(bead.bead.source)}, {"text", review.source_text(index)}}},
            {"target", {{"segments", segments_of(bead.bead.target)}, {"text", review.target_text(index)}}},
            {"confidence", bead.bead.confidence},
            {"cost", bead.bead.cost},
            {"reasons", std::move(reasons)},
            {"decision", json_of(bead.decision)}};
}

/// Beads with findings that are more than notes, in order.
std::vector<std::size_t> beads_with_findings(const review::Review& review) {
    std::vector<std::size_t> beads;
    for (const check::Finding& finding : check::run_checks(review.current()))
        if (finding.severity != text::Severity::note && (beads.empty() || beads.back() != finding.bead))
            beads.push_back(finding.bead);
    return beads;
}

/// Where each change begins, from 1, and how many beads there were and are: {"bead":3,"before":2,"after":1}.
Json json_of(const review::Entry& entry, const review::Review& after) {
    Json changes = Json::array();
    for (const review::Change& change : entry.changes) {
        const align::Bead& first = change.after.front().bead;
        const std::size_t bead =
            first.source.empty() ? after.bead_at(first.target.begin) : after.bead_at(first.source.begin);
        changes.push_back(
            {{"bead", bead + 1}, {"before", change.before.size()}, {"after", change.after.size()}});
    }
    return {{"ok", true},
            {"entry", entry.number},
            {"operation", review::name(entry.operation)},
            {"changes", std::move(changes)}};
}

}  // namespace

/// The answers to the kinds of request.
struct ReviewScript::Answers {
    ReviewScript& script;
    review::Review& review = script.session_.review;

    [[nodiscard]] review::Stamp stamp() const { return {script.session_.who, script.session_.now()}; }

    Json answer(const Json& request) {
        const std::string name = text_of(request, "operation");
        if (name == "show") return show(bead_of(request, review));
        if (name == "go") return go(bead_of(request, review));
        if (name == "next") return next(queue_of(request), request.value("again", Json(false)) == Json(true));
        if (name == "sample") return draw(request);
        if (name == "verdict") return verdict();
        if (name == "status") return {{"ok", true}, {"status", Json::parse(script.session_.status())}};
        const auto operation = review::find_operation(name);
        if (!operation) throw BadRequest("there is no operation " + name);
        return decide(request, *operation);
    }

    Json decide(const Json& request, review::Operation operation) {
        if (operation == review::Operation::realign)
            return take(script.session_.realign(review, stamp()), review.cursor);
        const review::Request asked = parse(request, operation, review);
        auto planned = review.plan(asked, stamp());
        if (const auto* const refused = std::get_if<review::Refusal>(&planned))
            return refusal(review::name(*refused));
        return take(std::get<review::Entry>(std::move(planned)), asked.bead);
    }

    /// On the disk first: what is answered is never lost.
    Json take(review::Entry entry, std::size_t bead) {
        if (entry.changes.empty()) return refusal(review::name(review::Refusal::no_change));
        script.session_.record(entry);
        const review::Renumbering renumbering(review, entry);
        review.apply(std::move(entry));
        follow(renumbering);
        const review::Entry& taken = review.ledger().back();
        Json answer = json_of(taken, review);
        const bool is_own = taken.of == 0 && taken.operation != review::Operation::realign;
        review.cursor = is_own ? answer["changes"][0]["bead"].get<std::size_t>() - 1
                               : std::min(renumbering(bead), review.beads().size() - 1);
        return answer;
    }

    /// The queue goes on with the bead that it would have gone on with.
    void follow(const review::Renumbering& renumbering) {
        if (!renumbering.cuts_any()) return;
        review::Queue& queue = script.queue_;
        const bool at_end = script.next_ >= queue.size();
        const std::size_t upcoming = at_end ? 0 : renumbering(queue.bead(script.next_));
        queue.follow(renumbering, review.beads().size());
        script.next_ = at_end ? queue.size() : queue.position_of(upcoming).value_or(queue.size());
    }

    [[nodiscard]] Json show(std::size_t bead) const {
        if (bead >= review.beads().size()) return refusal(review::name(review::Refusal::no_such_bead));
        Json answer = {{"ok", true}};
        answer.update(json_of(review, bead));
        return answer;
    }

    Json go(std::size_t bead) {
        Json answer = show(bead);
        if (bead < review.beads().size()) review.cursor = bead;
        return answer;
    }

    /// The next bead of a queue, which begins anew when another queue was asked for before.
    Json next(review::QueueKind kind, bool again) {
        if (kind == review::QueueKind::sample && (again || script.queue_.kind() != kind))
            return refusal("no-sample");
        if (again || !script.has_queue_ || script.queue_.kind() != kind) {
            script.queue_ =
                review::make_queue(kind, review,
                                   kind == review::QueueKind::findings ? beads_with_findings(review)
                                                                       : std::vector<std::size_t>());
            script.next_ = 0;
            script.has_queue_ = true;
        }
        if (script.next_ >= script.queue_.size()) return refusal("end-of-queue");
        return go(script.queue_.bead(script.next_++));
    }

    /// Draws beads by which all are to be judged; "next" goes through them.
    Json draw(const Json& request) {
        constexpr std::int64_t usual = 200;
        const std::int64_t size = number_of(request, "size", usual);
        const std::int64_t seed = number_of(request, "seed", 1);
        if (size < 1 || seed < 0) throw BadRequest("a sample has one bead at least, and a seed from 0 on");
        script.sample_ =
            review::draw_sample(review, static_cast<std::size_t>(size), static_cast<std::uint64_t>(seed));
        script.queue_ = review::queue_of(review, *script.sample_);
        script.next_ = 0;
        script.has_queue_ = true;
        return {{"ok", true}, {"drawn", script.sample_->beads.size()}};
    }

    /// What the sample says of all beads.
    [[nodiscard]] Json verdict() const {
        if (!script.sample_) return refusal("no-sample");
        const review::SampleVerdict verdict = review::judge(review, *script.sample_);
        Json answer = {
            {"ok", true}, {"drawn", verdict.drawn}, {"judged", verdict.judged}, {"wrong", verdict.wrong}};
        if (verdict.judged == 0) return answer;
        answer["share"] = rounded(static_cast<double>(verdict.wrong) / static_cast<double>(verdict.judged));
        answer["lower_bound"] = rounded(review::lower_bound(verdict.wrong, verdict.judged));
        answer["upper_bound"] = rounded(review::upper_bound(verdict.wrong, verdict.judged));
        return answer;
    }
};

ReviewScript::ReviewScript(ScriptSession session)
    : session_(std::move(session)), queue_(session_.review.beads().size()) {}

std::string ReviewScript::answer(std::string_view line) {
    Json answer;
    try {
        const Json request = Json::parse(line, nullptr, false);
        if (!request.is_object()) throw BadRequest("this line is no JSON object");
        answer = Answers{*this}.answer(request);
    } catch (const BadRequest& bad) {
        answer = error("bad-request", bad.what());
    } catch (const text::InputError& failed) {
        answer = error(failed.diagnostic().id, word(failed.diagnostic()));
    }
    if (answer["ok"] == false) ++failures_;
    return dump(answer);
}

}  // namespace tongwen::cli
