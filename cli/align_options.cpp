// SPDX-License-Identifier: Apache-2.0
// Owns the declaration and the checking of the options of `tongwen align`.
#include "cli/align_options.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <system_error>
#include <utility>

#include "cli/command_line.h"
#include "cli/exchange_options.h"
#include "cli/reviewed_file.h"
#include "cli/wording.h"
#include "cli/words.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

/// The options as people wrote them.
struct Written {
    CommonOptions common;
    std::string source_language, target_language;
    std::string encoding, source_encoding, target_encoding;
    std::string format, to, min_confidence = "0";
    ExchangeOptions exchange;
    std::string colour = "auto", width, ambiguous_width = "1";
    std::string srx, self_training = "auto", style = "none";
    std::vector<std::string> explain;
    bool segmented = false, break_at_semicolon = false, no_pager = false;
};

void declare_input(CommandLine& line, Written& written, AlignRequest& request) {
    line.group(tr("Reading:"));
    line.option("--source-lang", written.source_language, tr("LANG"),
                tr("The source's language, such as zh-CN; without it, it is found from the text."));
    line.option("--target-lang", written.target_language, tr("LANG"), tr("The target's language."));
    line.option("--encoding", written.encoding, tr("NAME"),
                tr("The encoding of both files, such as GB18030; without it, it is found from the bytes."));
    line.option("--source-encoding", written.source_encoding, tr("NAME"), tr("The source's encoding."));
    line.option("--target-encoding", written.target_encoding, tr("NAME"), tr("The target's encoding."));
    line.option("--format", written.format, tr("FORMAT"),
                tr("The format of both files: text, markdown or segmented; without it, by their suffixes."));
    line.flag("--segmented", written.segmented,
              tr("Take each line as one segment, as it is (--format segmented)."));
    line.flag("--break-at-semicolon", written.break_at_semicolon,
              tr("Let the Chinese semicolon end a segment too."));
    line.option("--srx", written.srx, tr("FILE"),
                tr("Segment both files by the SRX 2.0 rules in FILE instead of the built-in ones."));
    line.option(
        "--lexicon", request.lexicon.files, tr("FILE"),
        tr("A lexicon to use; may be repeated; without it, those that are found (see 'tongwen lexicon "
           "--help')."));
    line.flag("--no-lexicon", request.lexicon.none, tr("Use no lexicon."));
    line.option("--glossary", request.lexicon.glossaries, tr("FILE"),
                tr("A glossary (.tsv, .csv, .tbx) whose terms go before every lexicon; may be repeated."));
    line.option("--weights", request.weights, tr("FILE"),
                tr("Weights of one's own, as 'tongwen train' learns them, instead of the built-in ones."));
    line.option("--self-training", written.self_training, tr("WHEN"),
                tr("Align twice, the second time with words learned from the first: auto (where it pays), "
                   "always or never."));
    line.option(
        "--style", written.style, tr("STYLE"),
        tr("What becomes of free additions: merge (into a neighbour), null (they stand alone), or none "
           "(what the texts say)."));
    line.option(
        "--source-mt", request.source_translation, tr("FILE"),
        tr("A machine translation of the source, a line for each of its segments, whose words help."));
    line.option("--source-overlaps", request.embeddings.source_overlaps, tr("FILE"),
                tr("The source's segments and runs of them, one a line, that --source-embeddings has vectors "
                   "of, as Vecalign's overlap.py writes them."));
    line.option("--source-embeddings", request.embeddings.source_vectors, tr("FILE"),
                tr("A vector for each line of --source-overlaps, 32-bit numbers as Vecalign reads them; "
                   "similar sentences are aligned."));
    line.option("--target-overlaps", request.embeddings.target_overlaps, tr("FILE"),
                tr("The same of the target."));
    line.option("--target-embeddings", request.embeddings.target_vectors, tr("FILE"),
                tr("Its vectors, by the same encoder."));
}

void declare_output(CommandLine& line, Written& written, AlignRequest& request) {
    line.group(tr("Writing:"));
    line.option(
        "-o,--output", request.output_paths, tr("FILE"),
        tr("Write to FILE, in the format of its suffix; may be repeated; - is standard output. With two "
           "folders: a folder, for one file a pair."));
    line.option(
        "--to", written.to, tr("FORMAT"),
        tr("The format of standard output, and of files whose suffix does not tell: {1}.", {list_outputs()}));
    line.option("--resume", request.resume, tr("FILE"),
                tr("Instead of SOURCE and TARGET: align again what nobody has decided in an alignment file "
                   "(.tongwen), as it was aligned before."));
    line.flag("--take-over", request.take_over, tr("Work in the file even if somebody else has it open."));
    line.flag("--force", request.force,
              tr("Overwrite an alignment file (.tongwen) even if somebody has reviewed it."));
    line.flag("--require-parallel", request.require_parallel,
              tr("End with exit status 1 when a target seems to be no translation of its source, or only in "
                 "part."));
    line.option("--min-confidence", written.min_confidence, tr("NUMBER"),
                tr("Leave translation units (TMX) and rows (TSV) under this confidence out, 0 to 1."));
    declare_exchange(line, written.exchange);
}

void declare_screen(CommandLine& line, Written& written, AlignRequest& request) {
    line.group(tr("Showing:"));
    line.option("--explain", written.explain, tr("BEADS"),
                tr("Show what speaks for a bead instead: its number, or a range such as 3-5; may be "
                   "repeated."));
    line.option("--color", written.colour, tr("WHEN"), tr("Colours: auto, always or never."));
    line.option("--width", written.width, tr("COLUMNS"),
                tr("The width of the side-by-side view, 40 to 1000."));
    line.option("--ambiguous-width", written.ambiguous_width, tr("COLUMNS"),
                tr("How wide the terminal shows signs such as curly quotes and the ellipsis: 1 or 2."));
    line.flag("--no-pager", written.no_pager, tr("Never use a pager."));
    line.flag(
        "-v,--verbose", request.verbose,
        tr("Show how encoding and language were found, how many paragraphs and segments there are, and which "
           "lexicons are used."));
    line.flag("-q,--quiet", request.quiet, tr("Show errors only: no summary, no warnings, no progress."));
    declare_common(line, written.common);
}

void declare_examples(CommandLine& line) {
    line.example("tongwen align speech.zh.txt speech.en.txt", tr("Show the two texts side by side."));
    line.example("tongwen align speech.zh.txt speech.en.md -o speech.tmx -o speech.json",
                 tr("Write a translation memory and everything that is known about the alignment."));
    line.example("tongwen align zh/ en/ -o aligned/ --to tmx",
                 tr("Align all files of two folders that have the same name."));
    line.example("tongwen align report.zh.txt speech.zh.txt -o found/ -- page.en.txt",
                 tr("Find two translations in a web page, and write one file for each."));
    line.example("tongwen align speech.zh.txt speech.en.txt --explain 4",
                 tr("Show why the segments of bead 4 belong together."));
    line.example("tongwen align --segmented --to beads zh.sentences en.sentences > beads",
                 tr("Align sentences that are split already, one a line."));
}

std::optional<text::Language> parse_language(const std::string& option, const std::string& tag) {
    if (tag.empty()) return std::nullopt;
    auto language = text::Language::parse(tag);
    if (!language) text::refuse_file("bad-option-value", {}, {option, tag, "language-tag"});
    return language;
}

corpus::ReadOptions read_options(const Written& written, const std::string& encoding,
                                 std::optional<text::Language> language) {
    corpus::ReadOptions options;
    options.encoding = encoding.empty() ? written.encoding : encoding;
    options.format = written.segmented ? "segmented" : written.format;
    options.language = std::move(language);
    options.segmentation.break_at_semicolon = written.break_at_semicolon;
    options.segmentation.srx_file = written.srx;
    return options;
}

ColourChoice parse_colour(const std::string& value) {
    require_choice("--color", value, {"auto", "always", "never"});
    if (value == "auto") return ColourChoice::automatic;
    return value == "always" ? ColourChoice::always : ColourChoice::never;
}

align::SelfTraining parse_self_training(const std::string& value) {
    require_choice("--self-training", value, {"auto", "always", "never"});
    if (value == "auto") return align::SelfTraining::automatic;
    return value == "always" ? align::SelfTraining::always : align::SelfTraining::never;
}

align::Style parse_style(const std::string& value) {
    require_choice("--style", value, {"none", "merge", "null"});
    if (value == "none") return align::Style::none;
    return value == "merge" ? align::Style::merge : align::Style::null;
}

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const corpus::Reader& reader : corpus::readers()) names.emplace_back(reader.name);
    return names;
}

void check(const Written& written, AlignRequest& request) {
    if (!written.format.empty()) require_choice("--format", written.format, format_names());
    if (!written.to.empty()) {
        request.format = find_output(written.to);
        if (request.format == nullptr)
            text::refuse_file("bad-option-value", {}, {"--to", written.to, list_outputs()});
    }
    take_exchange(written.exchange, request);
    request.min_confidence = parse_number("--min-confidence", written.min_confidence, 0, 1, "share");
    if (!written.width.empty()) {
        request.width = parse_whole_number("--width", written.width, 40, 1000, "columns");
    }
    require_choice("--ambiguous-width", written.ambiguous_width, {"1", "2"});
    request.ambiguous_width = written.ambiguous_width == "2" ? 2 : 1;
    for (const std::string& beads : written.explain) request.explain.push_back(parse_bead_range(beads));
    request.colour = parse_colour(written.colour);
    request.self_training = parse_self_training(written.self_training);
    request.style = parse_style(written.style);
    request.page = !written.no_pager;
    request.lexicon.named = request.verbose;
}

void check_embeddings(const EmbeddingPaths& paths) {
    const auto given = {&paths.source_overlaps, &paths.source_vectors, &paths.target_overlaps,
                        &paths.target_vectors};
    const auto missing = std::ranges::count_if(given, [](const std::string* path) { return path->empty(); });
    if (missing != 0 && missing != std::ssize(given)) text::refuse_file("embeddings-need-four", {});
}

/// What is aligned again stays in its file, and is not shown.
void check_resume(const AlignRequest& request) {
    if (request.resume.empty() && request.take_over)
        text::refuse_file("option-needs-option", {}, {"--take-over", "--resume"});
    if (request.resume.empty()) return;
    if (!request.output_paths.empty()) text::refuse_file("options-exclude", {}, {"--resume", "-o"});
    if (request.format != nullptr) text::refuse_file("options-exclude", {}, {"--resume", "--to"});
    if (!request.explain.empty()) text::refuse_file("options-exclude", {}, {"--resume", "--explain"});
}

/// Explanations and another output would run into each other on standard output.
void check_screen(const AlignRequest& request) {
    if (request.explain.empty()) return;
    const bool to_screen = request.output_paths.empty() ? request.format != nullptr
                                                        : std::ranges::count(request.output_paths, "-") > 0;
    if (to_screen) text::refuse_file("explain-needs-screen", {});
}

/// "A B -- PAGE" looks for A and B in PAGE; "-- A B" and "A -- B.." are two names that may begin with a dash.
void take_inputs(const std::vector<std::string>& arguments, std::vector<std::string> rest,
                 AlignRequest& request) {
    const auto mark = std::ranges::find(arguments, "--");
    const bool is_page = arguments.end() - mark == 2 && !rest.empty();
    if (!is_page && rest.size() > 1) text::refuse_file("unexpected-argument", {}, {rest[1]});
    if (rest.empty()) return;
    request.target = std::move(rest.back());
    if (!is_page) return;
    rest.pop_back();
    request.originals.push_back(std::exchange(request.source, {}));
    std::ranges::move(rest, std::back_inserter(request.originals));
}

void check_inputs(const AlignRequest& request) {
    if (!request.originals.empty()) {
        if (std::ranges::count(request.originals, "-") + (request.target == "-" ? 1 : 0) > 1)
            text::refuse_file("standard-input-twice", {});
        return;
    }
    if (!request.resume.empty()) {
        if (!request.source.empty()) text::refuse_file("unexpected-argument", {}, {request.source});
        return;
    }
    if (request.source.empty()) text::refuse_file("missing-argument", {}, {"SOURCE"});
    if (request.reviewed()) return;
    if (request.target.empty()) text::refuse_file("missing-argument", {}, {"TARGET"});
    if (request.source == "-" && request.target == "-") text::refuse_file("standard-input-twice", {});
}

bool is_same_file(const fs::path& one, const fs::path& other) {
    std::error_code ignored;  // of files that do not exist: they are not the same
    return fs::equivalent(one, other, ignored);
}

}  // namespace

bool AlignRequest::reviewed() const {
    return target.empty() && originals.empty() && names_alignment_file(source);
}

void refuse_overwriting(const AlignRequest& request, const fs::path& output) {
    if (output == "-") return;
    std::vector<std::string> inputs = request.originals;
    inputs.insert(inputs.end(), {request.source, request.target});
    for (const std::string& input : inputs)
        if (is_same_file(output, input)) text::refuse_file("output-is-input", output.string());
}

AlignRequest parse_align_request(const std::vector<std::string>& arguments, const Environment& environment,
                                 std::size_t help_width) {
    AlignRequest request;
    Written written;
    CommandLine line(
        tr("tongwen align [OPTIONS] SOURCE TARGET | SOURCE... -- PAGE | FILE.tongwen"),
        tr("Finds which sentences of SOURCE and TARGET correspond to each other. On a terminal the two texts "
           "are shown side by side; in a pipe they are written as tab-separated values. With -- and a PAGE, "
           "finds where the translation of each SOURCE stands in it. An alignment file stands for both "
           "texts, "
           "as they were aligned and reviewed."));
    line.group(tr("Arguments:"));
    line.argument("SOURCE", request.source,
                  tr("The source text: a file, a folder, or - for standard input."));
    std::vector<std::string> rest;
    line.arguments(rest);
    line.listed(word_argument("TARGET"), tr("Its translation: a file, a folder, or - for standard input."));
    line.listed(word_argument("PAGE"), tr("A file that holds several translations and other matter."));
    declare_input(line, written, request);
    declare_output(line, written, request);
    declare_screen(line, written, request);
    declare_examples(line);
    line.parse(arguments);
    request.help_text = line.help(help_width);
    request.help = written.common.help;
    if (request.help) return request;
    take_inputs(arguments, std::move(rest), request);
    check_inputs(request);
    check(written, request);
    check_embeddings(request.embeddings);
    check_screen(request);
    check_resume(request);
    request.source_options = read_options(written, written.source_encoding,
                                          parse_language("--source-lang", written.source_language));
    request.target_options = read_options(written, written.target_encoding,
                                          parse_language("--target-lang", written.target_language));
    request.created = present_time(environment);
    return request;
}

BeadRange parse_bead_range(const std::string& written) {
    const char* const end = written.data() + written.size();
    BeadRange range = {0, 0};
    std::from_chars_result read = std::from_chars(written.data(), end, range.first);
    range.last = range.first;
    if (read.ec == std::errc{} && read.ptr != end && *read.ptr == '-')
        read = std::from_chars(read.ptr + 1, end, range.last);
    if (read.ec != std::errc{} || read.ptr != end || range.first == 0 || range.last < range.first)
        text::refuse_file("bad-option-value", {}, {"--explain", written, "bead-numbers"});
    return range;
}

std::vector<OutputTarget> choose_targets(const AlignRequest& request) {
    std::vector<OutputTarget> targets;
    for (const std::string& path : request.output_paths) {
        if (std::ranges::find(targets, fs::path(path), &OutputTarget::path) != targets.end())
            text::refuse_file("output-twice", path);
        const Output* format = output_for(path);
        if (format == nullptr) format = request.format;
        if (format == nullptr && path == "-") format = find_output("tsv");
        if (format == nullptr) text::refuse_file("output-without-format", path, {list_outputs()});
        refuse_overwriting(request, path);
        targets.push_back({path, format});
    }
    return targets;
}

}  // namespace tongwen::cli
