// SPDX-License-Identifier: Apache-2.0
// Owns the tables of `tongwen eval` and of `tongwen train --cross`.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "align/unspecified_gold.h"
#include "cli/eval_report.h"
#include "cli/line_breaking.h"
#include "cli/text_table.h"
#include "cli/wording.h"
#include "cli/words.h"

namespace tongwen::cli {
namespace {

using align::Hits;
using align::Rates;

/// Rarer shapes are shown as one row.
constexpr std::size_t most_shapes = 12;
constexpr std::size_t longest_name = 40;
constexpr std::string_view nothing = "-";
constexpr std::array<double, 3> cross_thresholds = {0.9, 0.95, 0.99};

std::string number(std::size_t count) { return std::to_string(count); }
std::string figure(double value) { return fmt::format("{:.4f}", value); }
std::string signed_figure(double value) { return fmt::format("{:+.4f}", value); }

/// Of nothing, there is no share.
std::string share(double part, std::size_t whole) {
    return whole == 0 ? std::string(nothing) : figure(part / static_cast<double>(whole));
}
std::string share(std::size_t part, std::size_t whole) { return share(static_cast<double>(part), whole); }

TableRow rates_row(std::string title, const Rates& rates) {
    return {std::move(title), figure(rates.precision), figure(rates.recall), figure(rates.f1)};
}

std::string head(const EvalReport& report) {
    const align::Counts& counts = report.total.counts;
    return tr("Documents: {1}; beads of the gold: {2}, linked: {3}; beads found: {4}, linked: {5}",
              {number(report.documents), number(report.total.gold_beads), number(counts.gold_links.all),
               number(counts.beads.all), number(counts.links.all)}) +
           "\n";
}

std::string rates_table(const align::Counts& counts) {
    return draw_table({{"", tr("precision"), tr("recall"), "F1"},
                       rates_row(tr("beads, strict"), strict_rates(counts.beads, counts.gold_links)),
                       rates_row(tr("beads, lax"), lax_rates(counts.beads, counts.gold_links)),
                       rates_row(tr("links, strict"), strict_rates(counts.links, counts.gold_links)),
                       rates_row(tr("links, lax"), lax_rates(counts.links, counts.gold_links))});
}

TableRow segments_row(std::string title, const align::SegmentHits& hits) {
    return {std::move(title), number(hits.gold), share(hits.right, hits.gold), number(hits.found),
            share(hits.right, hits.found)};
}

/// Omissions, or additions: all, by length, and the hardest.
struct OneSided {
    std::string title;
    std::string beside_title;
    const align::SegmentHits& all;
    const align::ByLength& by_length;
    const align::SegmentHits& beside;
};

void add_one_sided(std::vector<TableRow>& rows, const OneSided& segments, bool with_texts) {
    rows.push_back(segments_row(segments.title, segments.all));
    if (with_texts) {
        const std::array<std::string, 4> lengths = {tr("shorter than 12 characters"), tr("12 to 24"),
                                                    tr("25 to 49"), tr("50 and longer")};
        for (std::size_t k = 0; k < lengths.size(); ++k)
            rows.push_back(segments_row("  " + lengths[k], segments.by_length[k]));
    }
    const align::SegmentHits& beside = segments.beside;
    rows.push_back({"  " + segments.beside_title, number(beside.gold), share(beside.right, beside.gold)});
}

/// What became of the places where something was dropped and something added.
std::string beside_line(const align::BesidePlaces& places) {
    if (places.all == 0) return {};
    return tr("Places with an omission beside an addition: {1}; all of it found: {2}; one linked with the "
              "other: {3}, as 1-1: {4}",
              {number(places.all), number(places.found), number(places.glued), number(places.glued_singly)}) +
           "\n";
}

std::string segments_table(const EvalReport& report) {
    const align::Evaluation& total = report.total;
    std::vector<TableRow> rows = {{tr("Segments"), tr("gold"), tr("recall"), tr("found"), tr("precision")}};
    add_one_sided(rows,
                  {tr("omissions"), tr("beside an addition"), total.counts.omissions,
                   total.omissions_by_length, total.omissions_beside},
                  report.with_texts);
    add_one_sided(rows,
                  {tr("additions"), tr("beside an omission"), total.counts.additions,
                   total.additions_by_length, total.additions_beside},
                  report.with_texts);
    return draw_table(rows) + beside_line(total.beside);
}

TableRow shape_row(std::string title, const align::ShapeHits& hits) {
    const Hits& gold = hits.gold;
    const Hits& found = hits.found;
    return {std::move(title),           number(gold.all),  share(gold.strict, gold.all),
            share(gold.lax, gold.all),  number(found.all), share(found.strict, found.all),
            share(found.lax, found.all)};
}

/// The most frequent first.
std::string shapes_table(const align::Evaluation& total) {
    std::vector<std::pair<align::Shape, align::ShapeHits>> shapes(total.shapes.begin(), total.shapes.end());
    std::ranges::stable_sort(shapes, std::ranges::greater(),
                             [](const auto& row) { return row.second.gold.all + row.second.found.all; });
    std::vector<TableRow> rows = {{tr("Shape"), tr("gold"), tr("recall, strict"), tr("lax"), tr("found"),
                                   tr("precision, strict"), tr("lax")}};
    align::ShapeHits others;
    for (std::size_t k = 0; k < shapes.size(); ++k) {
        const auto& [shape, hits] = shapes[k];
        if (k < most_shapes)
            rows.push_back(shape_row(fmt::format("{}-{}", shape.source, shape.target), hits));
        if (k < most_shapes) continue;
        others.gold += hits.gold;
        others.found += hits.found;
    }
    if (shapes.size() > most_shapes) rows.push_back(shape_row(tr("others"), others));
    return draw_table(rows);
}

std::string bins_table(const align::Calibration& calibration) {
    const auto& edges = align::Calibration::edges;
    std::vector<TableRow> rows = {{tr("Confidence"), tr("links"), tr("mean confidence"), tr("right")}};
    for (std::size_t b = 0; b < align::Calibration::bin_count; ++b) {
        const align::ConfidenceBin& bin = calibration.bins()[b];
        rows.push_back(
            {tr("{1} to {2}", {fmt::format("{:.2f}", edges[b]), fmt::format("{:.2f}", edges[b + 1])}),
             number(bin.beads), share(bin.confidence_sum, bin.beads), share(bin.right, bin.beads)});
    }
    return draw_table(rows);
}

/// `gold_links` is how many links the gold has.
std::string thresholds_table(const align::Calibration& calibration, std::size_t gold_links) {
    std::vector<TableRow> rows = {
        {tr("Confidence at least"), tr("links"), tr("share of links"), tr("precision"), tr("recall")}};
    for (const double threshold : align::confidence_thresholds) {
        const align::ConfidenceBin kept = calibration.at_least(threshold);
        rows.push_back({fmt::format("{:.2f}", threshold), number(kept.beads),
                        share(kept.beads, calibration.all().beads), share(kept.right, kept.beads),
                        share(kept.right, gold_links)});
    }
    return draw_table(rows);
}

std::string calibration_tables(const align::Calibration& calibration, std::size_t gold_links) {
    return bins_table(calibration) +
           tr("Expected calibration error: {1}; Brier score: {2}",
              {figure(calibration.expected_error()), figure(calibration.brier())}) +
           "\n\n" + thresholds_table(calibration, gold_links);
}

/// All links, and then those of which the gold knows something.
std::string confidences(const align::Evaluation& total) {
    const std::size_t all = total.calibration.all().beads;
    const std::size_t known = total.known.all().beads;
    const std::size_t gold_links = total.counts.gold_links.all;
    if (all == 0) return {};
    std::string out = "\n" + calibration_tables(total.calibration, gold_links);
    if (known == all) return out;
    return out + "\n" +
           tr("The same without the links inside of gold beads of more than {1} segments, which say nothing "
              "about them ({2}):",
              {number(align::most_specified), number(all - known)}) +
           "\n" + calibration_tables(total.known, gold_links);
}

TableRow pair_row(const std::string& name, const align::Evaluation& evaluation) {
    const align::Counts& counts = evaluation.counts;
    return {shorten_middle(word_path(name), longest_name),
            number(evaluation.gold_beads),
            number(counts.beads.all),
            figure(strict_rates(counts.beads, counts.gold_links).f1),
            figure(lax_rates(counts.beads, counts.gold_links).f1),
            share(counts.omissions.right, counts.omissions.found),
            share(counts.omissions.right, counts.omissions.gold),
            share(counts.additions.right, counts.additions.found),
            share(counts.additions.right, counts.additions.gold)};
}

std::string pairs_table(const EvalReport& report) {
    std::vector<TableRow> rows = {{tr("Gold"), tr("gold"), tr("found"), tr("strict F1"), tr("lax F1"),
                                   tr("omissions P"), "R", tr("additions P"), "R"}};
    for (const JudgedPair& pair : report.pairs) rows.push_back(pair_row(pair.gold, pair.evaluation));
    return draw_table(rows);
}

std::string documents_table(const EvalReport& report) {
    std::vector<TableRow> rows = {
        {tr("Document"), tr("gold"), tr("found"), tr("strict P"), "R", "F1", tr("lax P"), "R", "F1"}};
    for (const auto& [name, evaluation] : report.by_document) {
        const align::Counts& counts = evaluation.counts;
        TableRow row = {shorten_middle(legible(name), longest_name), number(evaluation.gold_beads),
                        number(counts.beads.all)};
        for (const Rates& rates :
             {strict_rates(counts.beads, counts.gold_links), lax_rates(counts.beads, counts.gold_links)}) {
            for (const double rate : {rates.precision, rates.recall, rates.f1}) row.push_back(figure(rate));
        }
        rows.push_back(std::move(row));
    }
    return draw_table(rows);
}

TableRow difference_row(std::string title, const align::Difference& difference) {
    TableRow row = {std::move(title), figure(difference.first), figure(difference.second),
                    signed_figure(difference.value())};
    if (difference.interval) {
        row.push_back(tr("{1} to {2}", {signed_figure(difference.interval->low),
                                        signed_figure(difference.interval->high)}));
    }
    if (difference.p) row.push_back(figure(*difference.p));
    return row;
}

std::string paths_of(const EvalReport& report, std::string JudgedPair::*path) {
    std::string list;
    for (const JudgedPair& pair : report.pairs) list += (list.empty() ? "" : ", ") + word_path(pair.*path);
    return list;
}

std::string comparison_table(const EvalReport& report) {
    const align::Comparison& comparison = *report.comparison;
    const bool judged = comparison.strict.interval.has_value();
    TableRow titles = {"F1", tr("first"), tr("second"), tr("difference")};
    if (judged) {
        titles.push_back(tr("95 % interval"));
        titles.emplace_back("p");
    }
    const std::string pieces = number(comparison.pieces);
    return tr("First: {1}; second: {2}",
              {paths_of(report, &JudgedPair::found), paths_of(report, &JudgedPair::other)}) +
           "\n" +
           draw_table({titles, difference_row(tr("beads, strict"), comparison.strict),
                       difference_row(tr("beads, lax"), comparison.lax)}) +
           (judged ? tr("Paired bootstrap over {1} pieces of text: {2} samples, seed {3}",
                        {pieces, number(report.bootstrap.samples), std::to_string(report.bootstrap.seed)})
                   : tr("No interval: too few pieces of text to resample ({1})", {pieces})) +
           "\n";
}

TableRow cross_scores_row(const std::string& name, const align::Judgement& judgement) {
    const align::Counts& counts = judgement.evaluation.counts;
    const align::SegmentHits& omissions = counts.omissions;
    const align::SegmentHits& additions = counts.additions;
    return {shorten_middle(legible(name), longest_name),
            number(judgement.documents),
            figure(strict_rates(counts.beads, counts.gold_links).f1),
            figure(lax_rates(counts.beads, counts.gold_links).f1),
            share(omissions.right, omissions.found),
            share(omissions.right, omissions.gold),
            share(additions.right, additions.found),
            share(additions.right, additions.gold)};
}

TableRow cross_confidence_row(const std::string& name, const align::Judgement& judgement) {
    const align::Calibration& calibration = judgement.evaluation.calibration;
    TableRow row = {shorten_middle(legible(name), longest_name), number(calibration.all().beads),
                    figure(calibration.expected_error()), figure(judgement.evaluation.known.expected_error()),
                    figure(calibration.brier())};
    for (const double threshold : cross_thresholds) {
        const align::ConfidenceBin kept = calibration.at_least(threshold);
        row.push_back(share(kept.right, kept.beads));
    }
    return row;
}

template <class MakeRow>
std::string cross_table(TableRow titles, const CrossReport& report, MakeRow make_row) {
    std::vector<TableRow> rows = {std::move(titles)};
    for (const JudgedSet& set : report.sets) rows.push_back(make_row(set.name, set.judgement));
    rows.push_back(make_row(tr("all"), report.total));
    return draw_table(rows);
}

}  // namespace

std::string write_eval_text(const EvalReport& report) {
    const align::Evaluation& total = report.total;
    std::string out = head(report) + "\n" + rates_table(total.counts) + "\n" + segments_table(report) + "\n" +
                      shapes_table(total) + confidences(total);
    if (report.pairs.size() > 1) out += "\n" + pairs_table(report);
    if (!report.by_document.empty()) out += "\n" + documents_table(report);
    if (report.comparison) out += "\n" + comparison_table(report);
    return out;
}

std::string write_cross_text(const CrossReport& report) {
    TableRow confidences = {tr("Held out"), tr("links"), "ECE", tr("ECE, known"), "Brier"};
    for (const double threshold : cross_thresholds)
        confidences.push_back(tr("P at {1}", {fmt::format("{:.2f}", threshold)}));
    return cross_table({tr("Held out"), tr("documents"), tr("strict F1"), tr("lax F1"), tr("omissions P"),
                        "R", tr("additions P"), "R"},
                       report, cross_scores_row) +
           "\n" + cross_table(std::move(confidences), report, cross_confidence_row);
}

}  // namespace tongwen::cli
