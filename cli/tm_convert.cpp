// SPDX-License-Identifier: Apache-2.0
// Owns `tongwen tm convert` and `tongwen tm sample`: a memory in another format, or a part of it.
#include <optional>

#include "memory/sample.h"
#include <unistd.h>

#include "cli/commands.h"
#include "cli/terminal.h"
#include "cli/tm_actions.h"
#include "cli/tm_files.h"
#include "cli/wording.h"
#include "cli/words.h"
#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

struct ConvertOptions {
    CommonOptions common;
    std::string input, size, seed = "1";
    MemoryChoice choice;
    MemoryTarget target;
    bool quiet = false;
};

void declare(CommandLine& line, ConvertOptions& options) {
    declare_target(line, options.target);
    declare_memory(line, options.choice);
    line.flag("-q,--quiet", options.quiet, tr("Show errors only."));
    declare_common(line, options.common);
}

memory::LanguagePair pair_of(const tmx::TranslationUnit& unit) {
    return {unit.source.language, unit.target.language, 1};
}

void report(const ConvertOptions& options, std::uint64_t read, std::uint64_t written) {
    if (options.quiet) return;
    write_fully(options.target.path == "-" ? STDERR_FILENO : STDOUT_FILENO,
                tr("units: {1}, written: {2}", {std::to_string(read), std::to_string(written)}) + "\n");
}

/// The languages of a file are those of its first unit.
int convert(const ConvertOptions& options) {
    Messages messages(look_at_terminal(STDERR_FILENO, process_environment(), ColourChoice::automatic),
                      options.quiet);
    const memory::UnitInput input = memory_to_read_once(options.input, options.choice);
    const auto reader = input.open(messages.sink());
    std::optional<tmx::TranslationUnit> unit = reader->next();
    if (!unit) text::refuse_file("no-units", options.input);
    MemoryOutput output(options.target, reader->header(), pair_of(*unit), messages);
    std::uint64_t read = 0;
    for (; unit; unit = reader->next()) {
        output.write(*unit);
        ++read;
    }
    input.require_unchanged();
    output.finish();
    report(options, read, output.written());
    return exit_clean;
}

int sample(const ConvertOptions& options) {
    constexpr std::size_t most = 1'000'000;
    constexpr std::size_t most_seed = 999'999'999;
    memory::Sample sample(parse_whole_number("--units", options.size, 1, most, "sample-units"),
                          parse_whole_number("--seed", options.seed, 0, most_seed, "seed"));
    Messages messages(look_at_terminal(STDERR_FILENO, process_environment(), ColourChoice::automatic),
                      options.quiet);
    const memory::UnitInput input = memory_to_read_once(options.input, options.choice);
    const auto reader = input.open(messages.sink());
    while (const auto unit = reader->next()) sample.add(*unit);
    input.require_unchanged();
    if (sample.seen() == 0) text::refuse_file("no-units", options.input);
    const std::vector<tmx::TranslationUnit> units = sample.take();
    MemoryOutput output(options.target, reader->header(), pair_of(units.front()), messages);
    for (const tmx::TranslationUnit& unit : units) output.write(unit);
    output.finish();
    report(options, sample.seen(), output.written());
    return exit_clean;
}

void require_input(const ConvertOptions& options) {
    if (options.input.empty()) text::refuse("missing-argument", {"MEMORY"});
    static_cast<void>(writer_of(options.target));
}

}  // namespace

int run_tm_convert(const std::vector<std::string>& arguments) {
    ConvertOptions options;
    CommandLine line(
        tr("tongwen tm convert [OPTIONS] MEMORY -o FILE"),
        tr("Writes a translation memory in another format, and says what that format has no place "
           "for."));
    line.group(tr("Arguments:"));
    line.argument("MEMORY", options.input, tr("The memory to convert; - is standard input."));
    line.group(tr("Options:"));
    declare(line, options);
    line.example("tongwen tm convert old.tmx -o old.jsonl", tr("Write it for scripts, without loss."));
    line.example("tongwen tm convert zh_CN.po -o zh_CN.tmx", tr("Make a memory of a program's messages."));
    line.parse(arguments);
    if (options.common.help) return show_help(line);
    require_input(options);
    return convert(options);
}

int run_tm_sample(const std::vector<std::string>& arguments) {
    ConvertOptions options;
    CommandLine line(tr("tongwen tm sample [OPTIONS] MEMORY -n NUMBER -o FILE"),
                     tr("Writes units chosen at random from a translation memory, the same ones each time."));
    line.group(tr("Arguments:"));
    line.argument("MEMORY", options.input, tr("The memory to choose from; - is standard input."));
    line.group(tr("Options:"));
    line.option("-n,--units", options.size, tr("NUMBER"), tr("How many units."));
    line.option("--seed", options.seed, tr("NUMBER"), tr("Another number, another sample; 1 without it."));
    declare(line, options);
    line.example("tongwen tm sample old.tmx -n 200 -o look.tsv",
                 tr("Take 200 units, to judge a memory by them."));
    line.parse(arguments);
    if (options.common.help) return show_help(line);
    require_input(options);
    if (options.size.empty()) text::refuse("missing-argument", {"-n"});
    return sample(options);
}

}  // namespace tongwen::cli
