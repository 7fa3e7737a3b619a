// SPDX-License-Identifier: Apache-2.0
// Owns what `tongwen import` tells (docs/formats/import.md).
#pragma once

#include <cstddef>
#include <string>

#include "review/returned_units.h"

namespace tongwen::cli {

/// What an import did, or would do.
struct ImportReport {
    std::string file;         ///< the alignment file
    std::string returned;     ///< the file that came back
    bool written = false;     ///< not with --dry-run
    std::size_t entries = 0;  ///< that the ledger got, or would get
    const review::Returns* returns = nullptr;
    const review::Review* before = nullptr;
};

/// For people: the counts, then each row that changes, then what could not be placed and why. Texts go on
/// lines of their own, cut to `width` columns.
std::string spell(const ImportReport& report, std::size_t width, int ambiguous_width);
/// One object; ends with a line end.
std::string write_json(const ImportReport& report);

}  // namespace tongwen::cli
