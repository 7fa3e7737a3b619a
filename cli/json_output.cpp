// SPDX-License-Identifier: Apache-2.0
// Owns the format "json": documents, segments and beads (docs/formats/json.md,
// docs/formats/alignment.schema.json).
#include <cmath>

#include <nlohmann/json.hpp>

#include "align/explanation.h"
#include "align/moved_beads.h"
#include "align/parallelness.h"
#include "cli/outputs.h"

namespace tongwen::cli {
namespace {

using Json = nlohmann::ordered_json;

/// Figures of six digits: more would only be noise, and would differ between compilers.
double rounded(double value) {
    const double shifted = std::round(value * 1e6) / 1e6;
    return shifted == 0 ? 0.0 : shifted;  // no "-0.0"
}

Json json_of(const corpus::Document& document, const corpus::Segment& segment) {
    const text::ByteSpan original = document.to_original.to_original(segment.span);
    return {{"text", segment.span.of(document.text)},
            {"paragraph", segment.paragraph},
            {"kind", corpus::name(segment.kind)},
            {"begin", original.begin},
            {"end", original.end}};
}

/// All of a document but its segments.
Json head_of(const corpus::Document& document) {
    const corpus::Provenance& from = document.provenance;
    return {{"path", from.path},
            {"format", from.format},
            {"language", document.language.tag()},
            {"language_evidence", from.language_how},
            {"encoding",
             {{"name", from.encoding.name},
              {"evidence", from.encoding.how},
              {"confidence", from.encoding.confidence}}},
            {"hash", from.content_hash},
            {"paragraphs", document.paragraphs.size()}};
}

Json json_of(const corpus::Document& document, text::ByteSpan span) {
    const text::ByteSpan original = document.to_original.to_original(span);
    return {original.begin, original.end};
}

Json list_of(const corpus::Document& document, const std::vector<text::ByteSpan>& spans) {
    Json list = Json::array();
    for (const text::ByteSpan span : spans) list.push_back(json_of(document, span));
    return list;
}

std::string_view name(align::TokenKind kind) {
    switch (kind) {
        case align::TokenKind::word:
            return "word";
        case align::TokenKind::number:
            return "number";
        case align::TokenKind::name:
            return "name";
    }
    return {};
}

void add_words(const align::Bitext& bitext, const align::Explanation& explanation, Json& json) {
    Json& matches = json["matches"] = Json::array();
    for (const align::WordMatch& match : explanation.matches) {
        matches.push_back({{"source", json_of(bitext.source, match.source)},
                           {"target", json_of(bitext.target, match.target)},
                           {"kind", name(match.kind)},
                           {"strength", rounded(static_cast<double>(match.strength))}});
    }
    json["unmatched"] = {{"source", list_of(bitext.source, explanation.source_unmatched)},
                         {"target", list_of(bitext.target, explanation.target_unmatched)}};
}

template <class Side>
Json json_of(align::Run<Side> run) {
    return {run.begin.value, run.end.value};
}

Json json_of(const align::Bead& bead) {
    Json reasons = Json::object();
    for (std::size_t i = 0; i < align::evidence_count; ++i)
        reasons[std::string(align::name(static_cast<align::Evidence>(i)))] = rounded(bead.reasons[i]);
    return {{"source", json_of(bead.source)},
            {"target", json_of(bead.target)},
            {"confidence", rounded(bead.confidence)},
            {"cost", rounded(bead.cost)},
            {"reasons", std::move(reasons)}};
}

Json json_of(const review::Decision& decision) {
    Json json = {{"status", review::name(decision.status)}};
    for (const auto& [key, is_set] : {std::pair{"pinned", decision.pinned},
                                      {"bookmarked", decision.bookmarked},
                                      {"by_hand", decision.by_hand}})
        if (is_set) json[key] = true;
    if (!decision.comment.empty()) json["comment"] = decision.comment;
    if (decision.target_edit) json["edit"] = *decision.target_edit;
    if (!decision.who.empty()) json["who"] = decision.who;
    if (!decision.when.empty()) json["when"] = decision.when;
    return json;
}

/// Paths need not be UTF-8; everything else is.
std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// A list with an element a line, each made when its turn comes: memory does not grow with the document.
void write_list(const auto& elements, const auto& make, const ByteReceiver& receive) {
    receive("[");
    std::string_view separator = "\n";
    for (const auto& element : elements) {
        receive(separator);
        receive("    " + dump(make(element)));
        separator = ",\n";
    }
    receive("\n  ]");
}

void write_document(std::string_view side, const corpus::Document& document, const ByteReceiver& receive) {
    std::string head = dump(head_of(document));
    head.pop_back();  // its closing brace: the segments follow
    receive("  \"" + std::string(side) + "\": " + head + ",\n  \"segments\": ");
    write_list(
        document.segments, [&document](const corpus::Segment& segment) { return json_of(document, segment); },
        receive);
    receive("},\n");
}

/// What concerns the pair as a whole.
void write_verdict(const align::Bitext& bitext, const ByteReceiver& receive) {
    const align::ParallelVerdict verdict = align::judge_parallelness(bitext);
    const Json json = {{"verdict", align::name(verdict.verdict)},
                       {"linked_share", rounded(verdict.linked_share)}};
    receive("  \"parallelness\": " + dump(json) + ",\n");
    if (!bitext.page) return;
    const Json page = {{"span", json_of(bitext.page->span)}, {"segments", bitext.page->segments}};
    receive("  \"page\": " + dump(page) + ",\n");
}

void write_beads(const align::Bitext& bitext, const align::Explainer& explainer, const review::Review* review,
                 const ByteReceiver& receive) {
    const align::MovedBeads moved(bitext);
    const auto explained = [&](const align::Bead& bead) {
        Json json = json_of(bead);
        add_words(bitext, explainer.explain(bead), json);
        return json;
    };
    receive("  \"beads\": ");
    std::size_t index = 0;
    const auto make = [&](const align::Bead& bead) {
        Json json = explained(bead);
        if (review != nullptr) json["decision"] = json_of(review->beads()[index].decision);
        if (const auto block = moved.block(index++)) json["moved"] = *block;
        return json;
    };
    write_list(bitext.alignment.beads(), make, receive);
    receive(",\n  \"moved\": ");
    const auto make_block = [&](const align::MovedBlock& block) {
        Json json = {{"source", json_of(block.source)}, {"target", json_of(block.target)}};
        Json& beads = json["beads"] = Json::array();
        for (const align::Bead& bead : block.beads)
            if (bead.linked()) beads.push_back(explained(bead));
        return json;
    };
    write_list(bitext.moved, make_block, receive);
    receive("\n}\n");
}

}  // namespace

void write_json(const align::Bitext& bitext, const OutputContext& context, const ByteReceiver& receive) {
    const align::LexiconSet no_lexicons;
    const align::Explainer explainer(bitext, context.lexicons != nullptr ? *context.lexicons : no_lexicons);
    receive("{\n  \"format\": \"tongwen-alignment\",\n  \"version\": 1,\n");
    write_document("source", bitext.source, receive);
    write_document("target", bitext.target, receive);
    write_verdict(bitext, receive);
    write_beads(bitext, explainer, context.review, receive);
}

}  // namespace tongwen::cli
