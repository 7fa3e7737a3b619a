// SPDX-License-Identifier: Apache-2.0
// Owns the rows of the table of output formats.
#include "cli/outputs.h"

#include <algorithm>
#include <array>

#include "cli/reviewed_file.h"
#include "review/returned_units.h"
#include "text/unicode.h"
#include "tmx/units.h"
#include "tmx/writers.h"

namespace tongwen::cli {
namespace {

constexpr std::array<std::string_view, 1> json_suffixes = {".json"};
constexpr std::array<std::string_view, 1> beads_suffixes = {".beads"};
constexpr std::array<std::string_view, 1> alignment_suffixes = {".tongwen"};
constexpr std::array<std::string_view, 1> text_suffixes = {".txt"};
constexpr std::array<std::string_view, 2> html_suffixes = {".html", ".htm"};

tmx::UnitOptions unit_options(const tmx::Writer& writer, const OutputContext& context) {
    tmx::UnitOptions options;
    options.min_confidence = context.min_confidence;
    options.one_sided = writer.one_sided;
    if (context.review == nullptr) return options;
    options.decisions = unit_decisions(*context.review, context.wanted);
    options.entry = review::mark_of(*context.review);
    return options;
}

Output exchange_format(const tmx::Writer& writer) {
    const auto write = [&writer](const align::Bitext& bitext, const OutputContext& context,
                                 const ByteReceiver& receive) {
        const auto units = writer.make(receive, {.source_language = bitext.source.language,
                                                 .target_language = bitext.target.language,
                                                 .created = context.created,
                                                 .tool_version = TONGWEN_VERSION,
                                                 .utf16 = context.utf16,
                                                 .preset = context.preset,
                                                 .file = context.file,
                                                 .sink = context.sink});
        tmx::make_units(bitext, unit_options(writer, context), context.sink,
                        [&units](const tmx::TranslationUnit& unit) { units->write(unit); });
        units->finish();
    };
    return {writer.name, writer.suffixes, write};
}

std::vector<Output> make_table() {
    std::vector<Output> table;
    for (const tmx::Writer& writer : tmx::writers()) table.push_back(exchange_format(writer));
    table.push_back({"json", json_suffixes, write_json});
    table.push_back({"beads", beads_suffixes, write_beads});
    table.push_back({"tongwen", alignment_suffixes, write_alignment});
    table.push_back({"text", text_suffixes, write_text});
    table.push_back({"html", html_suffixes, write_html});
    return table;
}

}  // namespace

std::optional<tmx::UnitOptions> unit_options(const Output& format, const OutputContext& context) {
    const tmx::Writer* const writer = tmx::find_writer(format.name);
    return writer == nullptr ? std::nullopt : std::optional(unit_options(*writer, context));
}

const std::vector<Output>& outputs() {
    static const std::vector<Output> table = make_table();
    return table;
}

const Output* find_output(std::string_view name) {
    const auto found = std::ranges::find(outputs(), name, &Output::name);
    return found == outputs().end() ? nullptr : &*found;
}

const Output* output_for(const std::filesystem::path& path) {
    const std::string suffix = text::to_lower(path.extension().string());
    const auto found = std::ranges::find_if(outputs(), [&suffix](const Output& output) {
        return std::ranges::find(output.suffixes, suffix) != output.suffixes.end();
    });
    return found == outputs().end() ? nullptr : &*found;
}

std::string list_outputs() {
    std::string names;
    for (const Output& output : outputs()) names.append(names.empty() ? "" : ", ").append(output.name);
    return names;
}

}  // namespace tongwen::cli
