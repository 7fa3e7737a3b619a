// SPDX-License-Identifier: Apache-2.0
// Owns the report of a page that was taken apart, for programs.
#pragma once

#include <functional>
#include <string>

#include "cli/outputs.h"
#include "cli/page_job.h"

namespace tongwen::cli {

/// The file of an original in the folder of results; empty when there is none.
using FileOf = std::function<std::string(const PageOriginal&)>;

/// Writes page.json (docs/formats/page.md, docs/formats/page.schema.json).
void write_page_report(const AlignedPage& page, const FileOf& file_of, const ByteReceiver& receive);

}  // namespace tongwen::cli
