// SPDX-License-Identifier: Apache-2.0
// Owns `tongwen tm diff`: what changed between two memories, as text, JSON and as a memory.
#include <optional>

#include "memory/difference.h"
#include "memory/word_marks.h"
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

namespace tongwen::cli {
namespace {

using Json = nlohmann::ordered_json;
using memory::Change;

struct DiffOptions {
    CommonOptions common;
    std::string before, after;
    MemoryChoice choice;
    MemoryTarget target;
    bool json = false, quiet = false;
};

void declare(CommandLine& line, DiffOptions& options) {
    line.group(tr("Arguments:"));
    line.argument("OLD", options.before, tr("A memory."));
    line.argument("NEW", options.after, tr("The same memory later, or another one."));
    line.group(tr("Options:"));
    line.flag("--json", options.json, tr("Write JSON."));
    line.option("-o,--output", options.target.path, tr("FILE"),
                tr("Write the units that were added and changed, in the format of its suffix."));
    line.option("--to", options.target.to, tr("FORMAT"), tr("The format of that file."));
    declare_memory(line, options.choice);
    line.flag("-q,--quiet", options.quiet, tr("Show errors only; the exit status tells."));
    declare_common(line, options.common);
    line.example("tongwen tm diff monday.tmx friday.tmx", tr("See what a week changed."));
    line.example("tongwen tm diff sent.tmx returned.tmx -o news.tmx",
                 tr("Get the units that are new or were changed."));
}

/// What was removed in [-…-], what was added in {+…+}.
std::string marked(const std::string& before, const std::string& after) {
    std::string text;
    for (const memory::MarkedPiece& piece : memory::mark_changes(before, after)) {
        const bool kept = piece.kind == memory::MarkedPiece::kept;
        const bool removed = piece.kind == memory::MarkedPiece::removed;
        text += kept ? piece.text : removed ? "[-" + piece.text + "-]" : "{+" + piece.text + "+}";
    }
    return text;
}

/// Notes and properties, a line each.
std::string remarks_of(const tmx::TranslationUnit& unit) {
    std::string text;
    for (const std::string& note : unit.notes) text += tr("note: {1}", {note}) + '\n';
    for (const auto& [type, value] : unit.properties) text += type + ": " + value + '\n';
    return text;
}

/// Each line of a text with a mark and an indent.
std::string indented(const std::string& text) {
    std::string out;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        out += "    " + legible(text.substr(begin, end - begin)) + '\n';
        begin = end + 1;
    }
    return out;
}

std::string spell_variant(const tmx::Variant& before, const tmx::Variant& after) {
    if (before.text != after.text) return "    " + legible(marked(before.text, after.text)) + '\n';
    std::string line = "    " + legible(after.text);
    if (before.codes != after.codes) line += ' ' + tr("(other markup)");
    return line + '\n';
}

std::string spell_changed(const memory::ChangedUnit& changed) {
    const tmx::TranslationUnit& before = changed.before.unit;
    const tmx::TranslationUnit& after = changed.after.unit;
    std::string text =
        spell_variant(before.source, after.source) + spell_variant(before.target, after.target);
    for (std::size_t k = 0; k < std::min(before.further.size(), after.further.size()); ++k)
        if (before.further[k] != after.further[k]) text += spell_variant(before.further[k], after.further[k]);
    if (before.further.size() != after.further.size()) text += "    " + tr("(other languages)") + '\n';
    const std::string old_remarks = remarks_of(before);
    const std::string new_remarks = remarks_of(after);
    return old_remarks == new_remarks ? text : text + indented(marked(old_remarks, new_remarks));
}

std::string place(const std::string& file, const memory::PlacedUnit& unit) {
    return fmt::format("{}:{}: {}", word_path(file), unit.line,
                       tr("unit {1}", {std::to_string(unit.number)}));
}

std::string spell(const memory::ChangedUnit& changed, const DiffOptions& options) {
    const auto texts = [](const tmx::TranslationUnit& unit) {
        return "    " + legible(unit.source.text) + "\n    " + legible(unit.target.text) + '\n';
    };
    switch (changed.change) {
        case Change::removed:
            return "- " + place(options.before, changed.before) + '\n' + texts(changed.before.unit);
        case Change::added:
            return "+ " + place(options.after, changed.after) + '\n' + texts(changed.after.unit);
        case Change::changed:
            return "~ " + place(options.before, changed.before) + "; " + place(options.after, changed.after) +
                   '\n' + spell_changed(changed);
    }
    return {};
}

Json json_of(const memory::PlacedUnit& placed) {
    const tmx::TranslationUnit& unit = placed.unit;
    return {{"line", placed.line},
            {"unit", placed.number},
            {"id", unit.id},
            {"source_language", unit.source.language.tag()},
            {"target_language", unit.target.language.tag()},
            {"source", unit.source.text},
            {"target", unit.target.text},
            {"notes", unit.notes},
            {"properties", unit.properties}};
}

Json json_of(const memory::ChangedUnit& changed) {
    Json json = {{"change", name(changed.change)}, {"old", nullptr}, {"new", nullptr}};
    if (changed.change != Change::added) json["old"] = json_of(changed.before);
    if (changed.change != Change::removed) json["new"] = json_of(changed.after);
    if (changed.change != Change::changed ||
        changed.before.unit.target.text == changed.after.unit.target.text)
        return json;
    for (const memory::MarkedPiece& piece :
         memory::mark_changes(changed.before.unit.target.text, changed.after.unit.target.text)) {
        constexpr const char* kinds[] = {"kept", "removed", "added"};
        json["target_changes"].push_back({kinds[piece.kind], piece.text});
    }
    return json;
}

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string spell(const memory::DifferenceSummary& summary) {
    const auto number = [](std::uint64_t value) { return std::to_string(value); };
    return tr("units: {1} and {2}; equal: {3}, removed: {4}, added: {5}, changed: {6}",
              {number(summary.before), number(summary.after), number(summary.equal), number(summary.removed),
               number(summary.added), number(summary.changed)}) +
           '\n';
}

/// Writes what differs to standard output, as it comes.
class DiffPrinter {
  public:
    DiffPrinter(const DiffOptions& options, const memory::DifferenceSummary& summary) : options_(options) {
        if (!options_.json) return;
        const Json counts = {{"old", summary.before},  {"new", summary.after},
                             {"equal", summary.equal}, {"removed", summary.removed},
                             {"added", summary.added}, {"changed", summary.changed}};
        write("{\"old\":" + dump(options_.before) + ",\"new\":" + dump(options_.after) +
              ",\"counts\":" + dump(counts) + ",\"units\":[");
    }
    void show(const memory::ChangedUnit& changed) {
        if (options_.quiet) return;
        if (options_.json) {
            write(std::string(std::exchange(separator_, ",\n")) + dump(json_of(changed)));
        } else {
            write(spell(changed, options_));
        }
    }
    void finish(const memory::DifferenceSummary& summary) {
        if (options_.json) {
            write("\n]}\n");
        } else if (!options_.quiet) {
            write(spell(summary));
        }
        flush();
    }

  private:
    void write(std::string_view text) {
        buffer_ += text;
        constexpr std::size_t enough = 1 << 16;
        if (buffer_.size() > enough) flush();
    }
    void flush() {
        write_fully(STDOUT_FILENO, buffer_);
        buffer_.clear();
    }

    const DiffOptions& options_;
    std::string_view separator_ = "\n";
    std::string buffer_;
};

int run(const DiffOptions& options) {
    const bool wants_memory = !options.target.path.empty();
    if (wants_memory) static_cast<void>(writer_of(options.target));
    Messages messages(look_at_terminal(STDERR_FILENO, process_environment(), ColourChoice::automatic),
                      options.quiet);
    memory::Difference difference(memory_input(options.before, options.choice),
                                  memory_input(options.after, options.choice), messages.sink());
    std::optional<MemoryOutput> output;
    if (wants_memory)
        output.emplace(options.target, difference.header(),
                       main_pair(difference.languages(), difference.header()), messages);
    DiffPrinter printer(options, difference.summary());
    difference.list([&](const memory::ChangedUnit& changed) {
        printer.show(changed);
        if (output && changed.change != Change::removed) output->write(changed.after.unit);
    });
    const memory::DifferenceSummary& summary = difference.summary();
    printer.finish(summary);
    if (output) output->finish();
    return summary.removed + summary.added + summary.changed == 0 ? exit_clean : exit_findings;
}

}  // namespace

int run_tm_diff(const std::vector<std::string>& arguments) {
    DiffOptions options;
    CommandLine line(
        tr("tongwen tm diff [OPTIONS] OLD NEW"),
        tr("Shows which units of a translation memory were removed, added and changed. Ends with exit "
           "status 1 when the memories differ."));
    declare(line, options);
    line.parse(arguments);
    if (options.common.help) return show_help(line);
    if (options.before.empty()) text::refuse("missing-argument", {"OLD"});
    if (options.after.empty()) text::refuse("missing-argument", {"NEW"});
    return run(options);
}

}  // namespace tongwen::cli
