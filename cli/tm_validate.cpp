// SPDX-License-Identifier: Apache-2.0
// Owns `tongwen tm validate`: what is wrong with TMX files, as text or as JSON.
#include <algorithm>
#include <compare>
#include <cstdint>
#include <map>

#include "memory/sorted_records.h"
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/diagnostics_text.h"
#include "cli/line_breaking.h"
#include "cli/terminal.h"
#include "cli/tm_actions.h"
#include "cli/wording.h"
#include "cli/words.h"
#include "text/byte_source.h"
#include "tmx/validation.h"

namespace tongwen::cli {
namespace {

struct ValidateOptions {
    CommonOptions common;
    std::vector<std::string> files;
    std::string format = "text", most = "100";
    bool quiet = false;
};

void declare(CommandLine& line, ValidateOptions& options) {
    line.group(tr("Arguments:"));
    line.arguments("MEMORY", options.files, tr("TMX files, packed ones too (.tmx.gz, .tmx.zip)."));
    line.group(tr("Options:"));
    line.option("--format", options.format, tr("FORMAT"), tr("text (as without this option) or json."));
    line.option("--max-errors", options.most, tr("NUMBER"),
                tr("Show so many findings of each file (100 without this option, 0: all); all are counted."));
    line.flag("-q,--quiet", options.quiet, tr("Show no findings, only how many there are of each rule."));
    declare_common(line, options.common);
    line.example("tongwen tm validate memory.tmx",
                 tr("Say what other programs may refuse in a memory, with line and unit."));
}

/// A unit's id, by its hash.
struct IdRecord {
    std::uint64_t hash = 0, unit = 0, line = 0;
    friend auto operator<=>(const IdRecord&, const IdRecord&) = default;
};

struct Count {
    text::Severity severity = text::Severity::warning;
    std::size_t count = 0;
};

/// Takes the findings of one file: shows the first ones, counts all.
class Findings {
  public:
    Findings(const ValidateOptions& options, std::size_t most,
             std::function<void(const text::Diagnostic&)> show)
        : most_(options.quiet ? 0 : most), show_(std::move(show)) {}

    void take(const text::Diagnostic& one) {
        Count& count = counts_.try_emplace(one.id, Count{one.severity}).first->second;
        ++count.count;
        ++(one.severity == text::Severity::error ? errors_ : warnings_);
        if (errors_ + warnings_ <= most_) show_(one);
    }

    [[nodiscard]] std::size_t errors() const { return errors_; }
    [[nodiscard]] std::size_t warnings() const { return warnings_; }
    [[nodiscard]] std::size_t hidden() const {
        return errors_ + warnings_ - std::min(errors_ + warnings_, most_);
    }
    [[nodiscard]] const std::map<std::string, Count>& counts() const { return counts_; }

  private:
    std::size_t most_;
    std::function<void(const text::Diagnostic&)> show_;
    std::map<std::string, Count> counts_;  // by rule
    std::size_t errors_ = 0;
    std::size_t warnings_ = 0;
};

/// Units that have the id of an earlier one.
void look_at_ids(memory::SortedRecords<IdRecord>& ids, const std::string& file, Findings& findings) {
    IdRecord first;
    while (const auto record = ids.next()) {
        if (record->hash != first.hash || first.unit == 0) {
            first = *record;
            continue;
        }
        findings.take({"tmx-repeated-id",
                       text::Severity::error,
                       {file, record->line, 0, {}, record->unit},
                       {std::to_string(record->unit), std::to_string(first.unit)}});
    }
}

/// The number of units.
std::size_t validate(const std::string& file, Findings& findings) {
    memory::SortedRecords<IdRecord> ids;
    tmx::ValidationOptions options;
    options.file = file;
    options.sink = [&findings](const text::Diagnostic& one) { findings.take(one); };
    options.id = [&ids](std::uint64_t hash, std::size_t line, std::size_t unit) {
        ids.add({hash, unit, line});
    };
    std::size_t units = 0;
    try {
        units = tmx::validate_tmx(text::open_unpacked(file == "-" ? "/dev/stdin" : file, ".tmx"), options);
    } catch (const text::InputError& error) {
        findings.take(error.diagnostic());  // it could not even be opened
    }
    look_at_ids(ids, file, findings);
    return units;
}

std::string spell_summary(const std::string& file, std::size_t units, const Findings& findings) {
    std::string text;
    if (findings.hidden() > 0)
        text +=
            tr("findings not shown: {1} (--max-errors 0 shows all)", {std::to_string(findings.hidden())}) +
            '\n';
    text += tr("{1}: units: {2}, errors: {3}, warnings: {4}",
               {word_path(file), std::to_string(units), std::to_string(findings.errors()),
                std::to_string(findings.warnings())}) +
            '\n';
    for (const auto& [rule, count] : findings.counts())
        text += "  " + word(count.severity) + ' ' + rule + ": " + std::to_string(count.count) + '\n';
    return text;
}

void validate_as_text(const std::string& file, const ValidateOptions& options, std::size_t most,
                      bool& clean) {
    const Terminal terminal = look_at_terminal(STDOUT_FILENO, process_environment(), ColourChoice::automatic);
    Findings findings(options, most, [&terminal](const text::Diagnostic& one) {
        write_fully(STDOUT_FILENO, render(one, terminal));
    });
    const std::size_t units = validate(file, findings);
    write_fully(STDOUT_FILENO, spell_summary(file, units, findings));
    clean = clean && findings.errors() == 0;
}

using Json = nlohmann::ordered_json;

std::string severity_name(text::Severity severity) {
    return severity == text::Severity::error ? "error" : "warning";
}

std::string spell(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json json_of(const text::Diagnostic& one) {
    return {{"rule", one.id},
            {"severity", severity_name(one.severity)},
            {"line", one.where.line},
            {"unit", one.where.unit},
            {"message", word(one)}};
}

/// An object a file, a line each; findings are written as they come.
void validate_as_json(const std::string& file, const ValidateOptions& options, std::size_t most,
                      bool& clean) {
    write_fully(STDOUT_FILENO, "{\"file\":" + spell(Json(file)) + ",\"findings\":[");
    std::string separator;
    Findings findings(options, most, [&separator](const text::Diagnostic& one) {
        write_fully(STDOUT_FILENO, separator + spell(json_of(one)));
        separator = ",";
    });
    const std::size_t units = validate(file, findings);
    Json rules = Json::object();
    for (const auto& [rule, count] : findings.counts())
        rules[rule] = {{"severity", severity_name(count.severity)}, {"count", count.count}};
    write_fully(STDOUT_FILENO, "],\"units\":" + std::to_string(units) +
                                   ",\"errors\":" + std::to_string(findings.errors()) +
                                   ",\"warnings\":" + std::to_string(findings.warnings()) +
                                   ",\"rules\":" + spell(rules) + "}\n");
    clean = clean && findings.errors() == 0;
}

}  // namespace

int run_tm_validate(const std::vector<std::string>& arguments) {
    ValidateOptions options;
    CommandLine line(
        tr("tongwen tm validate [OPTIONS] MEMORY..."),
        tr("Says what in TMX files is against the standard or refused by other programs, with line "
           "and unit. The exit status is 1 when there are errors, warnings do not count."));
    declare(line, options);
    line.parse(arguments);
    if (options.common.help) return show_help(line);
    if (options.files.empty()) text::refuse("missing-argument", {"MEMORY"});
    require_choice("--format", options.format, {"text", "json"});
    std::size_t most =
        parse_whole_number("--max-errors", options.most, 0, 1'000'000'000, "count-of-findings");
    if (most == 0) most = static_cast<std::size_t>(-1);
    bool clean = true;
    for (const std::string& file : options.files) {
        if (options.format == "json") {
            validate_as_json(file, options, most, clean);
        } else {
            validate_as_text(file, options, most, clean);
        }
    }
    return clean ? exit_clean : exit_findings;
}

}  // namespace tongwen::cli
