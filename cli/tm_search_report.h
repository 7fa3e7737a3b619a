// SPDX-License-Identifier: Apache-2.0
// Owns how hits in a translation memory are shown: on a terminal, as JSON, as tab-separated values.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "memory/memory_index.h"

#include "cli/terminal.h"
#include "text/language.h"

namespace tongwen::cli {

/// A hit of either search.
struct ShownHit {
    memory::IndexedUnit unit;
    std::vector<text::ByteSpan> source_marks;
    std::vector<text::ByteSpan> target_marks;
    int percent = 0;  ///< 0: not a fuzzy match
};

struct SearchReport {
    std::string memory;  ///< the path as given
    std::string query;
    text::Language source_language;
    text::Language target_language;
    std::vector<ShownHit> hits;
    std::size_t units = 0;  ///< in which something was found
    bool more = false;      ///< there are more than `units`
    bool fuzzy = false;
    bool details = false;  ///< with notes, properties, who and when
};

/// For people: each hit with its place, wrapped to the terminal's width; what was found is bold, or has
/// carets below where there is no colour.
std::string spell(const SearchReport& report, const Terminal& terminal);
/// One JSON object (docs/formats/tm-search.md).
std::string write_json(const SearchReport& report);
/// A line a hit, behind a head: unit, line, id, match, source, target.
std::string write_tsv(const SearchReport& report);

}  // namespace tongwen::cli
