// SPDX-License-Identifier: Apache-2.0
// Owns --for and --utf16, and the self-check of TMX.
#include "cli/exchange_options.h"

#include <utility>

#include "cli/words.h"
#include "text/byte_source.h"
#include "text/diagnostic.h"
#include "tmx/preset.h"
#include "tmx/validation.h"

namespace tongwen::cli {
namespace {

std::string list_presets() {
    std::string names;
    for (const std::string_view name : tmx::preset_names)
        names.append(names.empty() ? "" : ", ").append(name);
    return names;
}

}  // namespace

void declare_exchange(CommandLine& line, ExchangeOptions& options) {
    line.option("--for", options.preset, tr("TOOL"),
                tr("Write translation memories as this tool likes them: {1}.", {list_presets()}));
    line.flag("--utf16", options.utf16,
              tr("Write translation memories and tables in UTF-16, for old tools."));
}

void take_exchange(const ExchangeOptions& options, AlignRequest& request) {
    request.utf16 = options.utf16;
    if (options.preset.empty()) return;
    const auto preset = tmx::find_preset(options.preset);
    if (!preset) text::refuse("bad-option-value", {"--for", options.preset, list_presets()});
    request.preset = *preset;
}

void require_valid_tmx(std::string bytes, const std::string& file) {
    tmx::ValidationOptions options;
    options.file = file;
    options.sink = [&file](const text::Diagnostic& finding) {
        // A memory without units is what was asked for where nothing was accepted yet.
        if (finding.severity != text::Severity::error || finding.id == "no-units") return;
        throw text::InputError(
            {"export-not-valid", text::Severity::error, {file, finding.where.line}, {finding.id}});
    };
    tmx::validate_tmx(text::bytes_of(std::move(bytes)), options);
}

}  // namespace tongwen::cli
