// SPDX-License-Identifier: Apache-2.0
// Owns the counting and the wording of a review's state.
#include "cli/review_report.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "check/check.h"
#include "cli/line_breaking.h"
#include "cli/review_words.h"
#include "cli/wording.h"
#include "cli/words.h"
#include "review/lock.h"
#include "text/files.h"

namespace tongwen::cli {
namespace {

using Json = nlohmann::ordered_json;

FileState state_of(const corpus::Provenance& provenance) {
    if (provenance.path.empty() || provenance.path == "-") return FileState::unknown;
    try {
        const bool same = text::content_hash(text::read_file(provenance.path)) == provenance.content_hash;
        return same ? FileState::unchanged : FileState::changed;
    } catch (const text::InputError&) {
        return FileState::missing;
    }
}

DocumentReport report_on(const corpus::Document& document) {
    return {document.provenance.path, document.language.tag(), document.segments.size(),
            state_of(document.provenance)};
}

std::string spell(const DocumentReport& document) {
    const std::string name = word_path(document.path);
    const std::string tag = document.language.empty() ? "?" : document.language;
    const std::string base = tr("{1} ({2}), segments: {3}", {name, tag, std::to_string(document.segments)});
    switch (document.state) {
        case FileState::changed:
            return base + " – " + tr("changed since; 'tongwen update' takes the decisions over");
        case FileState::missing:
            return base + " – " + tr("not there any more");
        case FileState::unchanged:
        case FileState::unknown:
            break;
    }
    return base;
}

void add(std::string& list, const std::string& name, std::size_t count) {
    if (count == 0) return;
    if (!list.empty()) list += " · ";
    list += tr("{1}: {2}", {name, std::to_string(count)});
}

std::string list_shapes(const ReviewReport& report) {
    std::vector<std::pair<std::size_t, std::string>> by_count;
    for (const auto& [shape, count] : report.shapes) by_count.emplace_back(count, shape);
    std::ranges::stable_sort(by_count, std::ranges::greater{}, [](const auto& one) { return one.first; });
    std::string list;
    for (const auto& [count, shape] : by_count) add(list, shape, count);
    return list;
}

std::string list_counts(const review::Counts& counts) {
    std::string list;
    for (std::size_t i = 0; i < review::status_count; ++i)
        add(list, word(static_cast<review::Status>(i)), counts.by_status[i]);
    return list;
}

std::string list_marks(const ReviewReport& report) {
    std::string list;
    add(list, tr("pinned"), report.counts.pinned);
    add(list, tr("set by hand"), report.counts.by_hand);
    add(list, tr("edited"), report.counts.edited);
    add(list, tr("with a comment"), report.counts.commented);
    add(list, tr("bookmarked"), report.counts.bookmarked);
    add(list, tr("findings"), report.findings);
    return list;
}

Json json_of(const DocumentReport& document) {
    return {{"path", document.path},
            {"language", document.language},
            {"segments", document.segments},
            {"file", name(document.state)}};
}

Json json_of(const review::Counts& counts) {
    Json json = Json::object();
    for (std::size_t i = 0; i < review::status_count; ++i)
        json[std::string(review::name(static_cast<review::Status>(i)))] = counts.by_status[i];
    return json;
}

}  // namespace

std::string_view name(FileState state) {
    switch (state) {
        case FileState::unchanged:
            return "unchanged";
        case FileState::changed:
            return "changed";
        case FileState::missing:
            return "missing";
        case FileState::unknown:
            return "unknown";
    }
    return {};
}

ReviewReport report_on(const std::filesystem::path& path, const review::AlignmentFile& file) {
    const review::Review& review = file.review;
    ReviewReport report;
    report.path = path.string();
    report.source = report_on(review.source());
    report.target = report_on(review.target());
    report.edition = file.edition;
    report.counts = review::count(review);
    for (const review::ReviewedBead& bead : review.beads()) ++report.shapes[align::shape(bead.bead)];
    report.decisions = review.ledger().size();
    for (const review::Entry& entry : review.ledger()) ++report.reviewers[entry.stamp.who];
    if (!review.ledger().empty()) {
        report.last_who = review.ledger().back().stamp.who;
        report.last_when = review.ledger().back().stamp.when;
    }
    const auto findings = check::run_checks(review.current());
    report.findings = static_cast<std::size_t>(std::ranges::count_if(
        findings, [](const check::Finding& finding) { return finding.severity != text::Severity::note; }));
    report.place = review.beads().empty() ? 0 : review.cursor + 1;
    const auto owner = review::find_lock(path);
    if (owner && review::is_living(*owner)) report.locked_by = owner->who;
    return report;
}

std::string spell(const ReviewReport& report) {
    const auto row = [](const std::string& text) { return text.empty() ? text : "  " + text + "\n"; };
    std::string text = word_path(report.path) + "\n" + row(spell(report.source)) + row(spell(report.target));
    text +=
        row(tr_count("{1} bead", "{1} beads", report.counts.beads, {std::to_string(report.counts.beads)}) +
            " · " + list_shapes(report));
    text += row(list_counts(report.counts)) + row(list_marks(report));
    if (!report.last_when.empty())
        text += row(tr("decisions: {1}, the last one by {2} at {3}",
                       {std::to_string(report.decisions), legible(report.last_who), report.last_when}));
    if (!report.locked_by.empty()) text += row(tr("in use by {1}", {legible(report.locked_by)}));
    return text;
}

std::string write_json(const ReviewReport& report) {
    Json json = {{"path", report.path},
                 {"edition", report.edition},
                 {"source", json_of(report.source)},
                 {"target", json_of(report.target)},
                 {"beads", report.counts.beads},
                 {"shapes", report.shapes},
                 {"status", json_of(report.counts)},
                 {"pinned", report.counts.pinned},
                 {"by_hand", report.counts.by_hand},
                 {"edited", report.counts.edited},
                 {"commented", report.counts.commented},
                 {"bookmarked", report.counts.bookmarked},
                 {"findings", report.findings},
                 {"decisions", report.decisions},
                 {"reviewers", report.reviewers},
                 {"place", report.place}};
    if (!report.last_when.empty()) json["last"] = {{"who", report.last_who}, {"when", report.last_when}};
    if (!report.locked_by.empty()) json["locked_by"] = report.locked_by;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace tongwen::cli
