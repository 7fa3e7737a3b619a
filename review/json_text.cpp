// SPDX-License-Identifier: Apache-2.0
// Owns the JSON of beads and decisions.
#include "review/json_text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include <fmt/format.h>

#include "text/json_string.h"

namespace tongwen::review {
namespace {

// Enough to tell any two confidences apart that a person would; nats need less.
constexpr int confidence_decimals = 6;
constexpr int cost_decimals = 3;

void read_reasons(JsonScanner& scanner, align::Reasons& reasons) {
    std::size_t kind = 0;
    scanner.begin_array();
    while (scanner.next_element()) {
        if (kind == reasons.size()) throw std::invalid_argument("too many reasons");
        reasons[kind++] = static_cast<float>(scanner.number());
    }
}

double read_confidence(JsonScanner& scanner) {
    const double confidence = scanner.number();
    if (confidence < 0 || confidence > 1) throw std::invalid_argument("no confidence");
    return confidence;
}

Status read_status(JsonScanner& scanner) {
    const auto status = find_status(scanner.string());
    if (!status) throw std::invalid_argument("no status");
    return *status;
}

void append_decision(std::string& out, const Decision& decision) {
    if (decision.status != Status::undecided) append_member(out, "status", name(decision.status));
    if (decision.pinned) append_member(out, "pinned", true);
    if (decision.bookmarked) append_member(out, "bookmarked", true);
    if (decision.by_hand) append_member(out, "by_hand", true);
    if (!decision.comment.empty()) append_member(out, "comment", std::string_view(decision.comment));
    if (decision.target_edit) append_member(out, "edit", std::string_view(*decision.target_edit));
    if (!decision.who.empty()) append_member(out, "who", std::string_view(decision.who));
    if (!decision.when.empty()) append_member(out, "when", std::string_view(decision.when));
}

bool read_decision(JsonScanner& scanner, std::string_view key, Decision& decision) {
    if (key == "status") {
        decision.status = read_status(scanner);
    } else if (key == "pinned") {
        decision.pinned = scanner.boolean();
    } else if (key == "bookmarked") {
        decision.bookmarked = scanner.boolean();
    } else if (key == "by_hand") {
        decision.by_hand = scanner.boolean();
    } else if (key == "comment") {
        decision.comment = scanner.string();
    } else if (key == "edit") {
        decision.target_edit = scanner.string();
    } else if (key == "who") {
        decision.who = scanner.string();
    } else if (key == "when") {
        decision.when = scanner.string();
    } else {
        return false;
    }
    return true;
}

std::uint32_t read_position(JsonScanner& scanner) {
    const std::uint64_t value = scanner.whole_number();
    if (value > std::numeric_limits<std::uint32_t>::max()) throw std::invalid_argument("no position");
    return static_cast<std::uint32_t>(value);
}

}  // namespace

void append_json(std::string& out, std::string_view text) { text::append_json_string(out, text); }

void append_json(std::string& out, std::uint64_t number) {
    fmt::format_to(std::back_inserter(out), "{}", number);
}

void append_json(std::string& out, bool value) { out += value ? "true" : "false"; }

void append_json(std::string& out, double number, int decimals) {
    constexpr double most = 1e9;
    if (std::isnan(number)) number = 0;
    const double unit = std::pow(10.0, decimals);
    const double rounded = std::round(std::clamp(number, -most, most) * unit) / unit;
    // As whole numbers have no point in JSON, neither has 0, and there is no -0.
    if (rounded == std::trunc(rounded)) {
        fmt::format_to(std::back_inserter(out), "{}", static_cast<std::int64_t>(rounded));
    } else {
        fmt::format_to(std::back_inserter(out), "{}", rounded);
    }
}

void append_key(std::string& out, std::string_view key) {
    if (!out.ends_with('{')) out += ',';
    text::append_json_string(out, key);
    out += ':';
}

void append_members(std::string& out, const ReviewedBead& bead) {
    const auto spell_number = [](double number, int decimals) {
        std::string spelled;
        append_json(spelled, number, decimals);
        return spelled;
    };
    const std::string confidence = spell_number(bead.bead.confidence, confidence_decimals);
    const std::string cost = spell_number(bead.bead.cost, cost_decimals);
    if (confidence != "1") {
        append_key(out, "confidence");
        out += confidence;
    }
    if (cost != "0") {
        append_key(out, "cost");
        out += cost;
    }
    if (std::ranges::any_of(bead.bead.reasons, [](float reason) { return reason != 0; })) {
        append_key(out, "reasons");
        out += '[';
        for (const float reason : bead.bead.reasons) {
            if (!out.ends_with('[')) out += ',';
            append_json(out, static_cast<double>(reason), cost_decimals);
        }
        out += ']';
    }
    append_decision(out, bead.decision);
}

bool read_member(JsonScanner& scanner, std::string_view key, ReviewedBead& bead) {
    if (key == "confidence") {
        bead.bead.confidence = read_confidence(scanner);
    } else if (key == "cost") {
        bead.bead.cost = scanner.number();
    } else if (key == "reasons") {
        read_reasons(scanner, bead.bead.reasons);
    } else {
        return read_decision(scanner, key, bead.decision);
    }
    return true;
}

void append_json(std::string& out, const ReviewedBead& bead) {
    out += '{';
    append_member(out, "source", bead.bead.source);
    append_member(out, "target", bead.bead.target);
    append_members(out, bead);
    out += '}';
}

ReviewedBead read_bead(JsonScanner& scanner) {
    ReviewedBead bead;
    std::string key;
    scanner.begin_object();
    while (scanner.next_key(key)) {
        if (key == "source") {
            bead.bead.source = read_run<align::Source>(scanner);
        } else if (key == "target") {
            bead.bead.target = read_run<align::Target>(scanner);
        } else if (!read_member(scanner, key, bead)) {
            scanner.skip();
        }
    }
    return bead;
}

template <class Side>
align::Run<Side> read_run(JsonScanner& scanner) {
    std::uint32_t ends[2] = {};
    std::size_t count = 0;
    scanner.begin_array();
    while (scanner.next_element()) {
        if (count == 2) throw std::invalid_argument("no run");
        ends[count++] = read_position(scanner);
    }
    if (count < 2 || ends[1] < ends[0]) throw std::invalid_argument("no run");
    return align::make_run<Side>(ends[0], ends[1]);
}

template align::Run<align::Source> read_run(JsonScanner&);
template align::Run<align::Target> read_run(JsonScanner&);

}  // namespace tongwen::review
