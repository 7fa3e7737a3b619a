// SPDX-License-Identifier: Apache-2.0
// Owns the options of `tongwen align`: as people write them, and checked.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "align/aligner.h"
#include "cli/embedding_input.h"
#include "cli/environment.h"
#include "cli/lexicons.h"
#include "cli/outputs.h"
#include "cli/terminal.h"
#include "corpus/readers.h"

namespace tongwen::cli {

/// A file to write and how.
struct OutputTarget {
    std::filesystem::path path;  ///< "-" is standard output
    const Output* format = nullptr;
};

/// Beads by number, from 1: first to last, both included.
struct BeadRange {
    std::size_t first;
    std::size_t last;
    friend bool operator==(const BeadRange&, const BeadRange&) = default;
};

/// What `tongwen align` was asked to do, checked as far as that goes without touching a file.
struct AlignRequest {
    std::string source;  ///< a path, or "-" for standard input; empty where there are `originals`
    std::string target;
    std::vector<std::string> originals = {};  ///< to be found in `target`, a page that holds more; else empty
    corpus::ReadOptions source_options;
    corpus::ReadOptions target_options;
    LexiconWish lexicon;
    std::string weights;  ///< a file, or empty for the built-in ones
    align::SelfTraining self_training = align::SelfTraining::automatic;
    align::Style style = align::Style::none;
    std::string source_translation;  ///< a file, or empty
    EmbeddingPaths embeddings;
    std::vector<std::string> output_paths;
    const Output* format = nullptr;  ///< --to; null when it was not given
    double min_confidence = 0;
    tmx::Preset preset = tmx::Preset::generic;
    bool utf16 = false;
    std::vector<review::Status> wanted = OutputContext{}.wanted;  ///< of beads that are exported
    std::string resume;      ///< an alignment file to align again; instead of source and target
    bool take_over = false;  ///< of it, even if somebody else has it open
    bool force = false;      ///< overwrite an alignment file in which somebody has decided something
    std::vector<BeadRange> explain = {};    ///< beads to explain; not empty: instead of the side-by-side view
    std::chrono::sys_seconds created = {};  ///< SOURCE_DATE_EPOCH, else now
    ColourChoice colour = ColourChoice::automatic;
    std::size_t width = 0;  ///< 0: that of the terminal
    int ambiguous_width = 1;
    bool require_parallel = false;
    bool page = true;
    bool verbose = false;
    bool quiet = false;
    bool help = false;
    std::string help_text;

    /// Whether `source` is an alignment file, which stands for both documents.
    [[nodiscard]] bool reviewed() const;
};

/// Throws text::InputError: those of CommandLine::parse, missing-argument, bad-option-value, unknown-format,
/// standard-input-twice, explain-needs-screen, embeddings-need-four.
AlignRequest parse_align_request(const std::vector<std::string>& arguments, const Environment& environment,
                                 std::size_t help_width);

/// "3" or "3-5". Throws text::InputError bad-option-value.
BeadRange parse_bead_range(const std::string& written);

/// The outputs of a request with two files. Throws text::InputError output-without-format, output-twice,
/// output-is-input.
std::vector<OutputTarget> choose_targets(const AlignRequest& request);

/// Throws text::InputError output-is-input when a file, or a folder, to write to is one that is read.
void refuse_overwriting(const AlignRequest& request, const std::filesystem::path& output);

}  // namespace tongwen::cli
