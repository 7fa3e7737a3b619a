// SPDX-License-Identifier: Apache-2.0
// Owns the table of output formats: what `--to` and the suffix of `-o` can name.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/alignment.h"
#include "align/lexicon_set.h"
#include "check/check.h"
#include "cli/side_by_side.h"
#include "review/alignment_file.h"
#include "review/review.h"
#include "text/diagnostic.h"
#include "tmx/preset.h"
#include "tmx/units.h"

namespace tongwen::cli {

/// What a format may want to know besides the bitext.
struct OutputContext {
    std::vector<check::Finding> findings = {};
    const align::LexiconSet* lexicons = nullptr;  ///< those that the bitext was aligned with, if any
    double min_confidence = 0.0;                  ///< 0 to 1: of translation units (TMX, TSV)
    std::chrono::sys_seconds created = {};        ///< of the file
    Layout layout = {};                           ///< of the text format
    /// What people decided of the beads, which are the bitext's, in their order; null: nobody has looked.
    const review::Review* review = nullptr;
    /// Beads with another status make no translation units and no lines of beads.
    std::vector<review::Status> wanted = {review::Status::undecided, review::Status::accepted,
                                          review::Status::needs_work, review::Status::changed};
    review::AlignSettings settings = {};        ///< how the documents were read and aligned
    tmx::Preset preset = tmx::Preset::generic;  ///< --for: of exchange formats
    bool utf16 = false;                         ///< of exchange formats
    std::string file = {};                      ///< where the output goes, for diagnostics
    text::DiagnosticSink sink = {};
};

/// Receives the bytes of an output, in order.
using ByteReceiver = std::function<void(std::string_view)>;

/// A row of the table. To add a format of this folder: a source file, a row in outputs.cpp, a line in
/// CMakeLists.txt, a page in docs/formats, a test. The exchange formats of tmx::writers() are rows as they
/// are.
struct Output {
    std::string_view name;                       ///< "json"
    std::span<const std::string_view> suffixes;  ///< ".json"…
    std::function<void(const align::Bitext&, const OutputContext&, const ByteReceiver&)> write;
};

/// All formats, in the order in which they are listed to people.
const std::vector<Output>& outputs();
/// The format of that name, or null.
const Output* find_output(std::string_view name);
/// The format for a path's suffix (in upper or lower case), or null when no format claims it.
const Output* output_for(const std::filesystem::path& path);
/// What an exchange format of that name is told of the units; nothing for other formats.
std::optional<tmx::UnitOptions> unit_options(const Output& format, const OutputContext& context);
/// The names, "tmx, tsv, json…".
std::string list_outputs();

/// The rows of this folder, each in a source file of its own.
void write_json(const align::Bitext& bitext, const OutputContext& context, const ByteReceiver& receive);
void write_beads(const align::Bitext& bitext, const OutputContext& context, const ByteReceiver& receive);
/// An alignment file whose ledger is yet to begin; what was decided is its first decisions.
void write_alignment(const align::Bitext& bitext, const OutputContext& context, const ByteReceiver& receive);
void write_text(const align::Bitext& bitext, const OutputContext& context, const ByteReceiver& receive);
void write_html(const align::Bitext& bitext, const OutputContext& context, const ByteReceiver& receive);

/// A line of the format "beads", its confidence with so many decimals.
std::string spell_bead(const align::Bead& bead, int decimals);

}  // namespace tongwen::cli
