// SPDX-License-Identifier: Apache-2.0
// Owns the three forms of the side report.
#include "cli/export_report.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "align/moved_beads.h"
#include "cli/line_breaking.h"
#include "cli/review_words.h"
#include "cli/words.h"
#include "text/files.h"
#include "text/unicode.h"

namespace tongwen::cli {
namespace {

using Json = nlohmann::ordered_json;

template <class Side>
std::string numbers(align::Run<Side> run) {
    if (run.empty()) return {};
    return run.size() == 1 ? std::to_string(run.end.value)
                           : fmt::format("{}-{}", run.begin.value + 1, run.end.value);
}

std::string reason_of(const LeftOut& bead) {
    if (bead.reason == "no-source") return tr("it has no source");
    if (bead.reason == "no-target") return tr("it has no translation");
    if (bead.reason == "low-confidence") return tr("its confidence is too low");
    return tr("its status was not asked for: {1}", {bead.status});
}

std::string as_text(const std::vector<LeftOut>& beads) {
    std::string text = tr("not written: {1}", {std::to_string(beads.size())}) + '\n';
    for (const LeftOut& bead : beads) {
        text += fmt::format("{}: {} | {}: {}\n", legible(bead.output), bead.source_segments,
                            bead.target_segments, reason_of(bead));
        for (const std::string& side : {bead.source, bead.target})
            if (!side.empty()) text += "  " + legible(side) + '\n';
    }
    return text;
}

std::string as_tsv(const std::vector<LeftOut>& beads) {
    std::string text = "output\treason\tstatus\tsource-segments\ttarget-segments\tsource\ttarget\n";
    const auto cell = [](std::string value) {
        std::ranges::replace_if(
            value, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
        return value;
    };
    for (const LeftOut& bead : beads)
        text += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\n", cell(bead.output), bead.reason, bead.status,
                            bead.source_segments, bead.target_segments, cell(bead.source), cell(bead.target));
    return text;
}

std::string as_json(const std::vector<LeftOut>& beads) {
    Json list = Json::array();
    for (const LeftOut& bead : beads)
        list.push_back({{"output", bead.output},
                        {"reason", bead.reason},
                        {"status", bead.status},
                        {"source_segments", bead.source_segments},
                        {"target_segments", bead.target_segments},
                        {"source", bead.source},
                        {"target", bead.target}});
    return Json{{"not_written", std::move(list)}}.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace

std::vector<LeftOut> find_left_out(const align::Bitext& bitext, const Output& format,
                                   const OutputContext& context) {
    const auto options = unit_options(format, context);
    if (!options) return {};
    const std::vector<align::OrderedBead> beads = align::beads_in_source_order(bitext);
    const align::MovedBeads moved(bitext);
    const auto ignore = [](const auto&) {};
    std::vector<LeftOut> result;
    for (const tmx::OmittedBead& omitted : tmx::make_units(bitext, *options, ignore, ignore).omitted) {
        const align::OrderedBead& ordered = beads[omitted.bead];
        const align::Bead& bead = ordered.bead;
        const std::size_t place =
            ordered.alignment_index ? *ordered.alignment_index : moved.place(bead.source);
        const review::Status status = context.review != nullptr
                                          ? context.review->beads()[place].decision.status
                                          : review::Status::undecided;
        result.push_back({context.file, std::string(tmx::name(omitted.reason)),
                          std::string(review::name(status)), numbers(bead.source),
                          numbers(bitext.target_in_file(bead.target)),
                          bitext.source_text(bead, align::separator_of(bitext.source.language)),
                          bitext.target_text(bead, align::separator_of(bitext.target.language))});
    }
    return result;
}

void write_export_report(const std::vector<LeftOut>& beads, const std::filesystem::path& path) {
    const std::string suffix = text::to_lower(path.extension().string());
    text::AtomicFile file(path == "-" ? "/dev/stdout" : path);
    file.write(suffix == ".json" ? as_json(beads) : suffix == ".tsv" ? as_tsv(beads) : as_text(beads));
    file.commit();
}

}  // namespace tongwen::cli
