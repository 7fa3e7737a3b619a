// SPDX-License-Identifier: Apache-2.0
// Owns the declaration and the checking of the options of `tongwen train`.
#include "cli/train_options.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <system_error>

#include "align/features.h"
#include "cli/command_line.h"
#include "cli/words.h"
#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

/// The options as people wrote them.
struct Written {
    CommonOptions common;
    std::vector<std::string> gold, by_document;
    std::string l2 = "1", without, to;
};

void declare_learning(CommandLine& line, Written& written, TrainRequest& request) {
    line.group(tr("Learning:"));
    line.option("-o,--output", request.output, tr("FILE"),
                tr("Write the weights to FILE; without it, to standard output."));
    line.option(
        "--prior", request.prior, tr("FILE"),
        tr("Weights to stay close to, such as align/weights/prior.weights in Tongwen's source folder; "
           "without it, 0."));
    line.option("--l2", written.l2, tr("NUMBER"), tr("How strongly to stay close to them; 1 without it."));
    line.option("--start", request.start, tr("FILE"),
                tr("Weights to begin the search at; without it, those of --prior."));
    line.option("--without", written.without, tr("NAMES"),
                tr("Use no feature of these: kinds of evidence such as words, names of features, or their "
                   "beginnings with *; separated by commas."));
    line.option(
        "--lexicon", request.lexicon.files, tr("FILE"),
        tr("A lexicon to use; may be repeated; without it, those that are found (see 'tongwen lexicon "
           "--help')."));
    line.flag("--no-lexicon", request.lexicon.none, tr("Use no lexicon."));
    line.option("--glossary", request.lexicon.glossaries, tr("FILE"),
                tr("A glossary (.tsv, .csv, .tbx) whose terms go before every lexicon; may be repeated."));
}

void declare_judging(CommandLine& line, Written& written, TrainRequest& request) {
    line.group(tr("Judging (cross-validation):"));
    line.flag(
        "--cross", request.cross,
        tr("Judge what is learned from all sets but one by that one, set by set. Sets whose names agree "
           "up to the second hyphen are held out together. The weights are written with -o only."));
    line.option("--by-document", written.by_document, tr("SET"),
                tr("Hold out single documents of this set; may be repeated."));
    line.option("--beads", request.beads, tr("DIR"),
                tr("Write the alignments of held-out documents to files DIR/SET/DOCUMENT."));
    line.option("--to", written.to, tr("FORMAT"), tr("text, tables for people, or json."));
}

void declare_others(CommandLine& line, Written& written, TrainRequest& request) {
    line.group(tr("Showing:"));
    line.flag("-q,--quiet", request.quiet, tr("Show errors only: no warnings, no progress."));
    declare_common(line, written.common);
    line.example("tongwen train --prior prior.weights -o my.weights novels=2 news",
                 tr("Learn from two sets; each document of the first counts twice."));
    line.example("tongwen train --cross --by-document novels novels news",
                 tr("See how well alignments of unseen documents would be."));
}

/// "news" for "gold/news", "gold/news/" and, inside of it, ".".
std::string name_of(const std::string& folder) {
    fs::path path = fs::path(folder).lexically_normal();
    std::error_code ignored;
    if (path == "." || path.filename() == "..") path = fs::weakly_canonical(path, ignored);
    return (path.has_filename() ? path.filename() : path.parent_path().filename()).string();
}

double parse_weight(const std::string& text, const std::string& gold) {
    double weight = 0;
    const char* const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, weight);
    constexpr double most = 1'000'000;
    // Written so that NaN is refused too.
    if (error != std::errc{} || end != last || !(weight > 0 && weight <= most))
        text::refuse_file("bad-gold-weight", gold, {text});
    return weight;
}

GoldWish parse_gold(const std::string& gold) {
    const std::size_t equals = gold.rfind('=');
    std::error_code ignored;  // what cannot be looked at is refused when it is read
    if (equals == std::string::npos || fs::is_directory(gold, ignored)) return {gold, name_of(gold), 1};
    const std::string folder = gold.substr(0, equals);
    return {folder, name_of(folder), parse_weight(gold.substr(equals + 1), gold)};
}

std::vector<GoldWish> parse_sets(const std::vector<std::string>& gold) {
    if (gold.empty()) text::refuse_file("missing-argument", {}, {"GOLD"});
    std::vector<GoldWish> sets;
    for (const std::string& one : gold) {
        GoldWish set = parse_gold(one);
        if (std::ranges::find(sets, set.name, &GoldWish::name) != sets.end())
            text::refuse_file("gold-named-twice", set.folder, {set.name});
        sets.push_back(std::move(set));
    }
    return sets;
}

/// Nothing that is asked for may be without effect.
void require_cross(const Written& written, const TrainRequest& request) {
    if (request.cross) return;
    for (const auto& [option, given] : {std::pair{"--by-document", !written.by_document.empty()},
                                        {"--beads", !request.beads.empty()},
                                        {"--to", !written.to.empty()}})
        if (given) text::refuse_file("option-needs-option", {}, {option, "--cross"});
}

std::set<std::string> parse_set_names(const std::vector<std::string>& names,
                                      const std::vector<GoldWish>& sets) {
    std::vector<std::string> known;
    for (const GoldWish& set : sets) known.push_back(set.name);
    for (const std::string& name : names) require_choice("--by-document", name, known);
    return {names.begin(), names.end()};
}

void check(const Written& written, TrainRequest& request) {
    constexpr double strongest = 1'000'000;
    request.sets = parse_sets(written.gold);
    request.regularisation = parse_number("--l2", written.l2, 0, strongest, "strength");
    request.without = parse_features(written.without);
    require_cross(written, request);
    request.by_document = parse_set_names(written.by_document, request.sets);
    if (!written.to.empty()) require_choice("--to", written.to, {"text", "json"});
    request.json = written.to == "json";
    if (request.cross && request.output == "-") text::refuse_file("report-and-weights", {});
    if (!request.cross && request.output.empty()) request.output = "-";
}

bool is_named(std::size_t feature, const std::string& name) {
    const auto f = static_cast<align::Feature>(feature);
    if (name == align::name(align::evidence_of(f)) || name == align::name(f)) return true;
    return name.ends_with('*') &&
           align::name(f).starts_with(std::string_view(name).substr(0, name.size() - 1));
}

}  // namespace

std::vector<bool> parse_features(const std::string& list) {
    std::vector<bool> features(align::feature_count, false);
    for (std::size_t begin = 0; begin < list.size();) {
        const std::size_t end = std::min(list.find(',', begin), list.size());
        const std::string name = list.substr(begin, end - begin);
        bool known = false;
        for (std::size_t f = 0; f < features.size(); ++f) {
            if (!is_named(f, name)) continue;
            features[f] = true;
            known = true;
        }
        if (!known) text::refuse_file("bad-option-value", {}, {"--without", name, "features"});
        begin = end + 1;
    }
    return features;
}

TrainRequest parse_train_request(const std::vector<std::string>& arguments, std::size_t help_width) {
    TrainRequest request;
    Written written;
    CommandLine line(tr("tongwen train [OPTIONS] GOLD[=WEIGHT]..."),
                     tr("Learns the weights of the aligner from documents whose alignment is known, for "
                        "'tongwen align --weights'. The same gold gives the same weights."));
    line.group(tr("Arguments:"));
    line.arguments(
        "GOLD", written.gold,
        tr("A gold set: a folder with the folders src and tgt (texts, one segment a line) and gold "
           "(beads); its documents count WEIGHT times, once without it."));
    declare_learning(line, written, request);
    declare_judging(line, written, request);
    declare_others(line, written, request);
    line.parse(arguments);
    request.help_text = line.help(help_width);
    request.help = written.common.help;
    if (!request.help) check(written, request);
    return request;
}

}  // namespace tongwen::cli
