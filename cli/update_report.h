// SPDX-License-Identifier: Apache-2.0
// Owns what `tongwen update` tells of decisions.
#pragma once

#include <string>
#include <vector>

#include "review/update.h"

namespace tongwen::cli {

/// What an update did, or would do.
struct UpdateReport {
    std::string file;
    bool source_changed = false;
    bool target_changed = false;
    std::size_t edition = 1;  ///< of the file, afterwards
    bool written = false;     ///< not with --dry-run, nor where nothing has changed
    const review::Review* before = nullptr;
    const review::Update* update = nullptr;  ///< null where nothing has changed
};

/// How many decisions came to that.
std::size_t count(const review::Update& update, review::Fate fate);

/// For people: the counts, then each decision that changed or is lost, with its texts. Texts go on lines of
/// their own, cut to `width` columns.
std::string spell(const UpdateReport& report, std::size_t width, int ambiguous_width);
/// One object; ends with a line end.
std::string write_json(const UpdateReport& report);

}  // namespace tongwen::cli
