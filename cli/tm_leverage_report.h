// SPDX-License-Identifier: Apache-2.0
// Owns how leverage is shown: as a table, as JSON, as CSV.
#pragma once

#include <string>
#include <vector>

#include "memory/leverage.h"

namespace tongwen::cli {

/// A segment with its best match, for lists.
struct ListedSegment {
    std::string text;
    memory::SegmentLeverage leverage;
};

struct DocumentLeverage {
    std::string path;
    std::string language;
    memory::LeverageCounts counts;
    std::vector<ListedSegment> segments = {};  ///< only when a list is wanted
};

struct LeverageReport {
    std::vector<std::string> memories;
    std::vector<DocumentLeverage> documents;
    bool list = false;  ///< the segments, too

    [[nodiscard]] memory::LeverageCounts total() const;
};

/// For people: a table for each document, and one for all where there are several.
std::string spell(const LeverageReport& report);
/// One JSON object (docs/formats/tm-leverage.md).
std::string write_json(const LeverageReport& report);
/// RFC 4180 with a head: a row for each document and band, or for each segment when they are listed.
std::string write_csv(const LeverageReport& report);

}  // namespace tongwen::cli
