// SPDX-License-Identifier: Apache-2.0
// Owns the work on a page: read it and the originals, take it apart, check what was found.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "align/position.h"
#include "cli/align_job.h"
#include "corpus/document.h"
#include "text/span.h"

namespace tongwen::cli {

/// Where a stretch of a page stands in its file.
struct PageStretch {
    align::Run<align::Target> segments;
    text::ByteSpan bytes;
    std::size_t first_line = 0;  ///< from 1
    std::size_t last_line = 0;   ///< included
    friend bool operator==(const PageStretch&, const PageStretch&) = default;
};

/// An original, and its translation in the page.
struct PageOriginal {
    std::string path;
    std::string name;  ///< for output files: unique in the page, never "page", without a folder
    AlignedPair pair;  ///< without target where the page does not have it
    std::optional<PageStretch> place = {};
};

struct AlignedPage {
    corpus::Document page;
    std::vector<PageOriginal> originals;  ///< those that could be read, in the order asked for
    std::vector<PageStretch> editorial;   ///< what belongs to none of them, in order
    bool failed = false;                  ///< an original could not be used
};

/// Reads, takes the page apart, checks. Originals that cannot be read, or are in the page's language, are
/// said and left out. Says which the page does not have: error not-in-page {page}. Throws text::InputError:
/// those of reading the page.
AlignedPage align_within_page(const AlignRun& run);

/// A name for each path, as folders of results have them: the base name, or with a number behind it where
/// that is taken, or "page". Pure.
std::vector<std::string> output_names(const std::vector<std::string>& paths);

}  // namespace tongwen::cli
