// SPDX-License-Identifier: Apache-2.0
// Owns the summary of an alignment: one line of figures.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "align/alignment.h"

namespace tongwen::cli {

/// Figures of one bitext, or the sums of many.
struct Summary {
    std::map<std::string, std::size_t> shapes;  ///< how many beads of each shape ("1-1")
    std::size_t beads = 0;                      ///< those of moved blocks instead of their one-sided segments
    double confidence_sum = 0;                  ///< over all beads
    std::size_t source_characters = 0;          ///< code points in segments
    std::size_t target_characters = 0;
    std::size_t source_linked_characters = 0;  ///< of them, in linked beads
    std::size_t target_linked_characters = 0;
    std::size_t dropped_segments = 0;        ///< source segments without a target
    std::size_t added_segments = 0;          ///< target segments without a source
    std::size_t moved_segments = 0;          ///< source segments whose target stands elsewhere
    std::vector<std::size_t> dropped_beads;  ///< their beads in the alignment, numbered from 1
    std::vector<std::size_t> added_beads;
    std::vector<std::size_t> moved_beads;
};

Summary summarise(const align::Bitext& bitext);

/// Adds up figures; the numbers of beads, which mean something in one bitext only, are left out.
Summary add_up(const std::vector<Summary>& summaries);

/// "52 beads (48 × 1-1, 4 × 1-2); linked: source 98 %, target 100 %; mean confidence 0.94; ✗ dropped: 1 (bead
/// 14); + added: 0", one line. Percentages are of characters, rounded down. With `unicode` false, signs are
/// ASCII.
std::string word(const Summary& summary, bool unicode);

/// Its end: how many source segments were dropped, how many target segments added and, if any, how many
/// source segments are translated elsewhere, and in which beads.
std::string word_missing(const Summary& summary, bool unicode);

/// Numbers in order as a person lists them, at most `most` entries: "3, 7-9, 12, … (5 more)". Runs of three
/// and more are joined.
std::string list_numbers(const std::vector<std::size_t>& numbers, std::size_t most, bool unicode);

}  // namespace tongwen::cli
