// SPDX-License-Identifier: Apache-2.0
// Owns `tongwen tm merge`: several memories in, one out, and a list of what contradicted what.
#include "memory/merge.h"
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/line_breaking.h"
#include "cli/terminal.h"
#include "cli/tm_actions.h"
#include "cli/tm_files.h"
#include "cli/wording.h"
#include "cli/words.h"
#include "text/diagnostic.h"
#include "tmx/segment_text.h"

namespace tongwen::cli {
namespace {

struct MergeOptions {
    CommonOptions common;
    std::vector<std::string> inputs;
    MemoryChoice choice;
    MemoryTarget target;
    std::string prefer = "newest", conflicts;
    bool keep_alternatives = false, quiet = false;
};

void declare(CommandLine& line, MergeOptions& options) {
    line.group(tr("Arguments:"));
    line.arguments("MEMORY", options.inputs, tr("The memories to join, in this order."));
    line.group(tr("Options:"));
    declare_target(line, options.target);
    line.option("--prefer", options.prefer, tr("WHICH"),
                tr("Which of several translations of a source stays: newest (as without this option), "
                   "best-confidence, first or last."));
    line.flag("--keep-alternatives", options.keep_alternatives,
              tr("Keep all translations of a source that differ."));
    line.option(
        "--conflicts", options.conflicts, tr("FILE"),
        tr("List the translations that were overruled, and by which; as .tsv, .json or else as text; - "
           "is standard output."));
    declare_memory(line, options.choice);
    line.flag("-q,--quiet", options.quiet, tr("Show errors only."));
    declare_common(line, options.common);
    line.example("tongwen tm merge lin.tmx wang.tmx -o all.tmx --conflicts conflicts.tsv",
                 tr("Join two memories, and see where they contradict each other."));
}

memory::Preference preference_of(const std::string& written) {
    require_choice("--prefer", written, {"newest", "best-confidence", "first", "last"});
    if (written == "newest") return memory::Preference::newest;
    if (written == "best-confidence") return memory::Preference::confidence;
    return written == "first" ? memory::Preference::first : memory::Preference::last;
}

std::string value_of(const tmx::MemoryHeader& header, std::string_view name) {
    for (const auto& [attribute, value] : header.attributes)
        if (attribute == name) return value;
    return {};
}

/// The header of the result: the first one's, and of what others say differently, what is true of all.
tmx::MemoryHeader common_header(const std::vector<tmx::MemoryHeader>& headers, const MergeOptions& options,
                                Messages& messages) {
    tmx::MemoryHeader common = headers.front();
    for (const std::string_view attribute : {"srclang", "segtype", "datatype"}) {
        for (std::size_t k = 1; k < headers.size(); ++k) {
            const std::string first = value_of(headers.front(), attribute);
            const std::string other = value_of(headers[k], attribute);
            if (first == other || first.empty() || other.empty()) continue;
            messages.show({"headers-differ",
                           text::Severity::warning,
                           {options.inputs[k]},
                           {std::string(attribute), other, first, options.inputs.front()}});
            if (attribute != "srclang") continue;
            common.source_language = {};
            for (auto& [name, value] : common.attributes)
                if (name == attribute) value = "*all*";
        }
    }
    return common;
}

std::string when(const tmx::TranslationUnit& unit) {
    return unit.changed_when ? tmx::date_text(*unit.changed_when) : "";
}

std::string tsv_row(const memory::ConflictUnit& found) {
    return fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", found.conflict,
                       found.kept ? "kept" : "left-out", one_cell(found.file), found.line, found.number,
                       one_cell(found.unit.id), one_cell(found.unit.source.text),
                       one_cell(found.unit.target.text), when(found.unit), one_cell(found.unit.changed_by));
}

std::string text_rows(const memory::ConflictUnit& found) {
    std::string text;
    if (found.kept) text = fmt::format("{}. {}\n", found.conflict, legible(found.unit.source.text));
    const std::string place = fmt::format("{}:{}", word_path(found.file), found.line);
    text += fmt::format("   {} {} ({})", found.kept ? '+' : '-', legible(found.unit.target.text), place);
    if (const std::string time = when(found.unit); !time.empty()) text += ' ' + time;
    if (!found.unit.changed_by.empty()) text += ' ' + legible(found.unit.changed_by);
    return text + '\n';
}

std::string json_of(const memory::ConflictUnit& found) {
    const nlohmann::ordered_json json = {{"conflict", found.conflict},
                                         {"kept", found.kept},
                                         {"file", found.file},
                                         {"line", found.line},
                                         {"unit", found.number},
                                         {"id", found.unit.id},
                                         {"source", found.unit.source.text},
                                         {"target", found.unit.target.text},
                                         {"changed", when(found.unit)},
                                         {"changed_by", found.unit.changed_by}};
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

void write_conflicts(memory::Merge& merge, const std::string& path) {
    const std::string suffix = suffix_of(path);
    text::AtomicFile file(path == "-" ? "/dev/stdout" : path);
    if (suffix == ".tsv")
        file.write("conflict\tverdict\tfile\tline\tunit\tid\tsource\ttarget\tchanged\tchanged-by\n");
    std::string_view separator = "[\n";
    merge.list_conflicts([&](const memory::ConflictUnit& found) {
        if (suffix == ".tsv") {
            file.write(tsv_row(found));
        } else if (suffix == ".json") {
            file.write(std::string(std::exchange(separator, ",\n")) + json_of(found));
        } else {
            file.write(text_rows(found));
        }
    });
    if (suffix == ".json") file.write(separator == "[\n" ? "[]\n" : "\n]\n");
    file.commit();
}

std::string spell(const memory::MergeSummary& summary) {
    std::string text;
    const auto number = [](std::uint64_t value) { return std::to_string(value); };
    for (const memory::MergeInputCounts& input : summary.inputs)
        text += tr("{1}: units: {2}, kept: {3}",
                   {word_path(input.name), number(input.read), number(input.kept)}) +
                '\n';
    text += tr("units: {1}, kept: {2}, duplicates left out: {3}, overruled: {4} in {5} conflicts",
               {number(summary.read), number(summary.kept), number(summary.duplicates),
                number(summary.overruled), number(summary.conflicts)}) +
            '\n';
    if (summary.ids_changed > 0)
        text += tr("ids that other units have already, changed: {1}", {number(summary.ids_changed)}) + '\n';
    return text;
}

int run(const MergeOptions& options) {
    const memory::Preference preference = preference_of(options.prefer);
    static_cast<void>(writer_of(options.target));
    Messages messages(look_at_terminal(STDERR_FILENO, process_environment(), ColourChoice::automatic),
                      options.quiet);
    std::vector<memory::UnitInput> inputs;
    for (const std::string& path : options.inputs) inputs.push_back(memory_input(path, options.choice));
    memory::Merge merge(inputs, {preference, options.keep_alternatives}, messages.sink());
    const tmx::MemoryHeader header = common_header(merge.headers(), options, messages);
    MemoryOutput output(options.target, header, main_pair(merge.languages(), header), messages);
    merge.write([&](const tmx::TranslationUnit& unit) { output.write(unit); }, !options.conflicts.empty());
    output.finish();
    if (!options.conflicts.empty()) write_conflicts(merge, options.conflicts);
    const bool is_taken = options.target.path == "-" || options.conflicts == "-";
    if (!options.quiet) write_fully(is_taken ? STDERR_FILENO : STDOUT_FILENO, spell(merge.summary()));
    return exit_clean;
}

}  // namespace

int run_tm_merge(const std::vector<std::string>& arguments) {
    MergeOptions options;
    CommandLine line(
        tr("tongwen tm merge [OPTIONS] MEMORY... -o FILE"),
        tr("Joins translation memories of any size. Of units with the same languages and the same "
           "source one stays."));
    declare(line, options);
    line.parse(arguments);
    if (options.common.help) return show_help(line);
    if (options.inputs.empty()) text::refuse("missing-argument", {"MEMORY"});
    return run(options);
}

}  // namespace tongwen::cli
